"""What a built page says, read from it as it is shown, whoever has built it.

Words in headings, texts, tables, calculators and maps, but not the menu, buttons, fields, nor what
`data-search-exclude` holds.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from cxguide.core.built_pages import from_main_part, language_of
from cxguide.core.markup import EndTag, StartTag, Words, closed_by, pieces
from cxguide.search.sections import PageText, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxguide.search.sections import Foreign

__all__ = ["read_page_text"]

_SILENT = frozenset(
    [
        *("aside", "button", "label", "math", "nav", "noscript", "script", "select"),
        *("style", "svg", "template", "textarea"),
    ]
)
_HEADING = re.compile(r"h([1-6])")
_BLOCKS = frozenset(
    [
        *("blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure"),
        *("form", "li", "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul"),
        *("br", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
    ]
)
_LEADING = frozenset(["a", "li"])
_THINGS = {"data-cx-metric": "calculator", "data-cx-journey": "map"}
_TERM = re.compile(r"term-.")
_BLANKS = re.compile(r"[ \t\n\f\r]+")
_NO_SIGNS = re.compile("[ \t\n\f\r\0\u00ad]")
"""What a text has more or fewer of when it is read."""
_BOOST = "search-boost"


def read_page_text(html: str, address: str, *, is_preview: bool = False) -> PageText | None:
    """The sections of a page; `None` when no search may show it, or it says nothing.

    Args:
        html: the page as it is built.
        address: relative to the root of its version.
        is_preview: all of the version is kept from search engines, but not from its own search.

    >>> html = '<article><h1>NPS</h1><p>A <b>share</b>.</p><h2 id=how>How</h2>Ask.'
    >>> page = read_page_text(html, "nps/")
    >>> [(one.id, one.kind, one.title, one.text) for one in page.sections]
    [('', 'page', 'NPS', 'A share.'), ('how', 'section', 'How', 'Ask.')]
    """
    told = _told(html[: html.find("</head>")])
    boost = _number(told.get(_BOOST, ""))
    if not boost or ("noindex" in told.get("robots", "") and not is_preview):
        return None
    reader = _Reader(language_of(html))
    reader.read(from_main_part(html))
    sections = tuple(one for one in reader.sections if one.title or one.text)
    if not sections or not sections[0].title:
        return None
    sections[0].description = _plain(told.get("description", ""))
    sections[0].keywords = _plain(told.get("keywords", ""))
    return PageText(address, sections, boost)


def _told(head: str) -> dict[str, str]:
    """What the head says of the page, by name; where that is said in parts, all of them."""
    found: dict[str, dict[str, None]] = {}
    for piece in pieces(head):
        if isinstance(piece, StartTag) and piece.name == "meta" and (name := piece.value("name")):
            found.setdefault(name, {})[unescape(piece.value("content") or "")] = None
    return {name: ", ".join(contents) for name, contents in found.items()}


def _number(text: str) -> float:
    return float(text) if re.fullmatch(r"\d+(\.\d+)?", text) else 1.0


def _plain(text: str) -> str:
    return _BLANKS.sub(
        " ", unicodedata.normalize("NFC", text.replace("\N{SOFT HYPHEN}", ""))
    ).strip()


@dataclass(slots=True)
class _Open:
    """An open element, and what it began."""

    name: str
    is_silent: bool
    section: Section | None = None
    """That goes on when the element ends."""
    titles: bool = False
    """Its words are those of the title of the section."""
    is_keyword: bool = False
    """Its words are another name of the section."""
    address: str = ""
    """Where it leads to: a link, or an item of a list that begins with one."""
    said: str = ""
    """Its words, of links and items."""
    language: str = ""
    """Of its words, where they are in another one than the page."""


_Said = tuple[str, str]
"""Words and their language, as of an open element."""


class _Reader:
    def __init__(self, language: str) -> None:
        self.sections = [Section("", "page")]
        self._language = language
        self._words: dict[int, list[_Said]] = {}
        self._titles: dict[int, list[_Said]] = {}
        self._current = self.sections[0]
        self._open: list[_Open] = []
        self._names: set[str] = set()
        """The ids of the elements that hold the names of things."""

    def read(self, html: str) -> None:
        """Read the first element of the text."""
        for piece in pieces(html):
            match piece:
                case StartTag():
                    self._start(piece)
                case EndTag():
                    self._end(piece)
                    if not self._open:
                        break
                case Words(raw):
                    self._add(unescape(raw))
        for section in self.sections:
            title, words = (said.get(id(section), []) for said in (self._titles, self._words))
            section.title = _plain("".join(text for text, _ in title))
            section.foreign_title = _foreign(title, section.title)
            section.keywords = _plain(section.keywords)
            lines = "".join(text for text, _ in words).split("\0")
            section.text = "\n".join(line for one in lines if (line := _plain(one)))
            section.foreign = _foreign(words, section.text)

    def _start(self, tag: StartTag) -> None:
        if tag.name in _BLOCKS:
            self._break()
        if tag.closes_itself:
            return
        around = self._open[-1] if self._open else _Open("", is_silent=False)
        here = _Open(tag.name, around.is_silent or _is_silent(tag), titles=around.titles)
        language = tag.value("lang")
        here.language = around.language if language is None else language
        if here.language == self._language:
            here.language = ""
        if not here.is_silent:
            self._begin(tag, here)
        elif _HEADING.fullmatch(tag.name) and not around.is_silent:
            self._current = Section("", "section")  # left out with its text, as Material does
        if tag.name == "a":
            self._link(unescape(tag.value("href") or ""), here)
        self._open.append(here)

    def _link(self, address: str, here: _Open) -> None:
        if self._current.kind == "term":
            self._current.leads_to.append(address)
        here.address = address
        item = next((one for one in reversed(self._open) if one.name == "li"), None)
        if item is not None and not item.said.strip():
            here.address, item.address = "", address

    def _begin(self, tag: StartTag, here: _Open) -> None:
        own_id = tag.value("id") or ""
        heading = _HEADING.fullmatch(tag.name)
        thing = next((kind for name, kind in _THINGS.items() if tag.value(name)), "")
        if heading and heading[1] == "1" and not self._titles:
            here.titles = True
        elif heading and own_id:
            self._current = self._new(own_id, "section")
            here.titles = True
        elif thing and own_id:
            here.section, self._current = self._current, self._new(own_id, thing)
            self._names.add(tag.value("aria-labelledby") or "-")
        elif _TERM.match(own_id):
            here.section, self._current = self._current, self._new(own_id, "term")
        elif own_id in self._names or (tag.name == "dt" and self._current.kind == "term"):
            here.titles = True
        elif here.titles and tag.name == "span" and self._current.kind == "term":
            here.titles, here.is_keyword = False, True

    def _new(self, own_id: str, kind: str) -> Section:
        self.sections.append(Section(own_id, kind))
        return self.sections[-1]

    def _end(self, tag: EndTag) -> None:
        if tag.name in _BLOCKS:
            self._break()
        depth = closed_by(tag, self._open)
        if depth is None:
            return
        for one in reversed(self._open[depth:]):
            if one.address and not one.is_silent:
                said = _plain(one.said)
                self._current.links.append((one.address, said))
                self._current.pointing += len(said) if one.name == "li" else 0
            if one.section is not None:
                self._current = one.section
        del self._open[depth:]

    def _break(self) -> None:
        self._words.setdefault(id(self._current), []).append(("\0", ""))

    def _add(self, text: str) -> None:
        around = self._open[-1] if self._open else _Open("", is_silent=False)
        if around.is_keyword:
            self._current.keywords += f" {text}"
        elif not around.is_silent:
            for one in self._open:
                if one.name in _LEADING:
                    one.said += text
            words = self._titles if around.titles else self._words
            words.setdefault(id(self._current), []).append((text, around.language))


def _foreign(said: Sequence[_Said], text: str) -> list[Foreign]:
    """Where the words of other languages stand in a text that has been made of what is said.

    >>> _foreign([("Míra ", ""), ("churn  ", "en"), ("rate", "en"), (".", "")], "Míra churn rate.")
    [(5, 15, 'en')]
    """
    if not any(tag for _, tag in said):
        return []
    places = [at for at, sign in enumerate(text) if not _NO_SIGNS.match(sign)]
    counts = [len(_NO_SIGNS.sub("", unicodedata.normalize("NFC", one))) for one, _ in said]
    if sum(counts) != len(places):
        return []  # a letter and its mark stand in two elements
    found: list[Foreign] = []
    first = 0
    for count, (_, tag) in zip(counts, said, strict=True):
        if count and tag:
            start, end = places[first], places[first + count - 1] + 1
            if found and found[-1][2] == tag and text[found[-1][1] : start] in {"", " "}:
                start = found.pop()[0]
            found.append((start, end, tag))
        first += count
    return found


def _is_silent(tag: StartTag) -> bool:
    return (
        tag.name in _SILENT
        or tag.value("data-search-exclude") is not None
        or tag.value("hidden") is not None
        or "headerlink" in (tag.value("class") or "")
    )
