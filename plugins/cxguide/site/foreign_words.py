"""English words in pages of other languages, marked so that they are read aloud as English.

Where the language has letters of its own, every run of Latin words is looked at; where it has
Latin letters, titles of works and what is quoted. Names of one or two words and abbreviations stay
as they are: no voice is wrong for them. Terms of one or two words in Czech, and titles without a
small English word (Harvard Business Review), are marked by whoever writes them.
"""

from __future__ import annotations

import re

from cxguide.site.running_words import with_changed_words

__all__ = ["with_marked_english"]

_WORD = r"[A-Za-z]+(?:['’-][A-Za-z]+)*"
_BETWEEN = r"(?:[ \u00a0\n]+|, |: | ?[–—/] ?|[ \u00a0]&amp;[ \u00a0])"
_ENTITY = r"&\#?\w+;"
_PLACEHOLDER = r"\{\w+\}"
_MARKED = r'<span lang="en">[^<]*</span>'
_RUN = re.compile(
    rf"{_ENTITY}|{_PLACEHOLDER}"
    rf"|(?<![\w@/._#=-])(?P<run>{_WORD}(?:{_BETWEEN}(?:\d+{_BETWEEN})?{_WORD})*)"
    r"(?![\w@/=_-]|\.\w)"
)
_FUNCTION = frozenset(
    [
        *("a", "about", "an", "and", "are", "as", "at", "by", "can", "for", "from", "how", "in"),
        *("is", "it", "of", "on", "or", "our", "than", "that", "the", "their", "to", "was"),
        *("what", "when", "who", "why", "with", "you", "your"),
    ]
)
_PARTICLES = frozenset(
    ["al", "da", "de", "del", "den", "der", "di", "du", "et", "la", "le", "van", "von"]
)
"""Small words of names."""
_LOWER = re.compile(r"(?<![A-Za-z’'-])[a-z]{3,}(?![A-Za-z])|(?<![A-Za-z-])[a-z]+-[a-z]{2,}")
_UNIT = re.compile(r"\d[ \u00a0]?\Z")
_IN_TITLES = "and|as|for|in|of|that|the|with|your"
"""Small words that are none in a Slavic language."""
_NEXT = r"(?:: |[ \u00a0])"
_TITLE = re.compile(
    rf"{_ENTITY}|{_MARKED}"
    rf"|(?<![\w-])(?P<run>(?:The|[A-Z][a-z]+)(?:{_NEXT}(?:{_IN_TITLES}|[A-Z][A-Za-z-]+))*"
    rf"{_NEXT}[A-Z][A-Za-z-]+)(?![\w-])"
)
_SMALL = re.compile(rf"\b(?:The|{_IN_TITLES})\b")
_SET_APART = re.compile(
    rf"{_ENTITY}|(?<=[„“‚‘(])(?P<run>{_WORD}(?:{_BETWEEN}(?:\d+{_BETWEEN})?{_WORD})*)"
    r"(?=[?!.]?[“”‘’)])"
)
_SPELT_SO = re.compile(
    r"(?i)\b(?:the|of|for|how|your|with|[a-z]+(?:tions?|ing|ity|ment|ness|ght)"
    r"|blueprint|box|custom|loop|page|point|rate|score|size|survey)\b"
)
_SHARED_ENDING = re.compile(r"(?i)[a-z]+(?:ing|ity|ment)\b")
"""Czech has words that end so as well."""
_CAPITALIZED = re.compile(r"\b[A-Z][a-z]+")

_SLAVIC = re.compile(r"\b(?:jak|je|ke|na|ne|nebo|od|po|pro|se|ve|za|ze)\b")


def with_marked_english(html: str, tag: str, *, is_latin: bool) -> str:
    """The page with `lang="en"` on the English words in it; every other byte stays.

    Args:
        html: a page, or a part of one.
        tag: its language.
        is_latin: that language is written in Latin letters.

    >>> with_marked_english("<p>อัตราการเลิกใช้ (churn rate) NPS</p>", "th", is_latin=False)
    '<p>อัตราการเลิกใช้ (<span lang="en">churn rate</span>) NPS</p>'
    >>> with_marked_english("<p>Rocks, „Modeling Value“</p>", "cs", is_latin=True)
    '<p>Rocks, „<span lang="en">Modeling Value</span>“</p>'
    """
    if tag.partition("-")[0] == "en":
        return html
    mark = _among_latin_words if is_latin else _among_other_letters
    return with_changed_words(html, tag, lambda text, own: mark(text) if own == tag else text)


def _among_other_letters(text: str) -> str:
    def marked(found: re.Match[str]) -> str:
        run = found["run"]
        return _marked(run) if run and _says_something(run, text[: found.start()]) else found[0]

    return _RUN.sub(marked, text)


def _says_something(run: str, before: str) -> bool:
    """Whether a run of Latin words is more than names, abbreviations and a unit."""
    run = run.replace("&amp;", "&")
    words = run.split()
    if _UNIT.search(before) and all(len(word) < 5 for word in words):
        return False
    if any(len(part.split()) > 2 for part in re.split("[,:&]", run)):
        return True
    if len(words) > 1 and (_SPELT_SO.search(run) or not _FUNCTION.isdisjoint(words)):
        return True
    return any(one not in _PARTICLES for one in _LOWER.findall(run))


def _among_latin_words(text: str) -> str:
    def phrase(found: re.Match[str]) -> str:
        run = found["run"]
        return _marked(run) if run and _is_english_phrase(run) else found[0]

    def title(found: re.Match[str]) -> str:
        run = found["run"]
        if not run or not _SMALL.search(run):
            return found[0]
        before, the, rest = run.partition("The ")
        is_begun = the and before and not _SMALL.search(before)
        return before + _marked(the + rest) if is_begun else _marked(run)

    return _TITLE.sub(title, _SET_APART.sub(phrase, text))


def _is_english_phrase(run: str) -> bool:
    """Whether what is set apart is English; Slavic titles have one capital letter."""
    if not re.search("[ \u00a0-]", run) or _SLAVIC.search(run):
        return False
    is_title = len(_CAPITALIZED.findall(run)) > 1
    sure = run if is_title else _SHARED_ENDING.sub("", run)
    return bool(_SMALL.search(run) or _SPELT_SO.search(sure))


def _marked(words: str) -> str:
    return f'<span lang="en">{words}</span>'
