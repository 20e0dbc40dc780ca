"""A page whose lines cannot end where none may, whatever spaces its sources have.

Words are looked at in the language that the page says for them and across tags inside a sentence,
so a preposition stays with a word in bold type. Code stays as it is, and so do calculators: the
browser fills in the same sentences, whose spaces come from the catalogs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cxguide.core.built_pages import from_main_part
from cxguide.core.languages import Language
from cxguide.core.markup import EndTag, StartTag, Words, pieces, step
from cxguide.core.no_break import HIDDEN_WORD, has_no_break_spaces, no_break_gaps
from cxguide.site.running_words import NOT_WORDS

__all__ = ["with_no_break_spaces_in"]

_INSIDE_A_SENTENCE = frozenset(
    [
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "cx-h", "cx-w", "data", "del", "dfn"),
        *("em", "i", "img", "ins", "kbd", "mark", "math", "q", "s", "samp", "small", "span"),
        *("strong", "sub", "sup", "svg", "time", "u", "var", "wbr"),
    ]
)
_KEPT = NOT_WORDS | {"cx-calculator"}
"""Buttons and options have lines as well, and names that are not translated prepositions."""
_LANGUAGE = re.compile(r"""\slang=["']?([\w-]+)""")
_PICTURES = frozenset({"img", "math", "svg"})


@dataclass(frozen=True, slots=True)
class _Inside:
    """What holds for the content of an element.

    Attributes:
        name: of the element.
        language: of its words.
        sentence: language of the block that it is part of.
        is_read: its words are words.
    """

    name: str
    language: str
    sentence: str
    is_read: bool = True


@dataclass(slots=True)
class _Run:
    """Text between two tags that end a sentence.

    Attributes:
        language: of the block.
        parts: what readers see of it, with the position of its piece in the page; `None` for
            what only stands for a word.
    """

    language: str = ""
    parts: list[tuple[int | None, str]] = field(default_factory=list)

    def add(self, inside: _Inside, at: int | None, text: str) -> None:
        """Take what stands next, in an element."""
        if not self.parts:
            self.language = inside.sentence
        is_read = inside.is_read and inside.language == self.language
        self.parts.append((at, text) if is_read else (None, HIDDEN_WORD))


def with_no_break_spaces_in(html: str, language: Language) -> str:
    r"""The page with no-break spaces where its languages want them; every other byte stays.

    Args:
        html: a page, or a part of one.
        language: of what no `lang` says otherwise for.

    >>> with_no_break_spaces_in("<p>V <b>Praze</b> a <code>a b</code></p>", Language("cs"))
    '<p>V\xa0<b>Praze</b> a\xa0<code>a b</code></p>'
    """
    told = {language.tag, *_LANGUAGE.findall(from_main_part(html))}
    if not any(has_no_break_spaces(Language(tag)) for tag in told):
        return html
    shown = list(pieces(html))
    result = [piece.raw for piece in shown]
    open_elements = [_Inside("", language.tag, language.tag)]
    run = _Run()
    for at, piece in enumerate(shown):
        if isinstance(piece, Words):
            run.add(open_elements[-1], at, piece.raw)
        elif isinstance(piece, StartTag | EndTag):
            is_outside = open_elements[-1].is_read
            if isinstance(piece, StartTag) and is_outside and piece.name in _PICTURES:
                run.add(open_elements[-1], None, HIDDEN_WORD)
            step(open_elements, piece, _entered)
            if isinstance(piece, EndTag):
                is_outside = open_elements[-1].is_read
            # What a picture or a formula is made of does not end the sentence around it.
            if is_outside and piece.name not in _INSIDE_A_SENTENCE:
                _set(run, result)
                run = _Run()
    _set(run, result)
    return "".join(result)


def _entered(tag: StartTag, around: _Inside) -> _Inside:
    language = tag.value("lang") or around.language
    sentence = around.sentence if tag.name in _INSIDE_A_SENTENCE else language
    return _Inside(tag.name, language, sentence, around.is_read and tag.name not in _KEPT)


def _set(run: _Run, result: list[str]) -> None:
    """Set the spaces of a run in the pieces of the page that it was made of."""
    text = "".join(text for _, text in run.parts)
    # Most runs are the white space between two tags.
    if not text.strip() or not has_no_break_spaces(Language(run.language)):
        return
    gaps = no_break_gaps(text, Language(run.language))
    if not gaps:
        return
    signs = [sign for _, text in run.parts for sign in text]
    for start, end in gaps:
        signs[start:end] = ["\xa0", *[""] * (end - start - 1)]
    at = 0
    for piece, text in run.parts:
        if piece is not None:
            result[piece] = "".join(signs[at : at + len(text)])
        at += len(text)
