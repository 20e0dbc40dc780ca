"""The passages of a page: its paragraphs, headings, items and cells, title and description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cxguide.core.languages import Language
from cxguide.core.passages import UNREAD, Passage, PassageText
from cxguide.core.section_markers import is_untranslated_heading
from cxguide.core.source_text import SourceText
from cxguide.language.inline import HIDDEN, read_inline

__all__ = ["comments", "front_matter_end", "page_passages"]

_FRONT = re.compile(r"---[ ]*\n(?P<settings>.*?)^(?:---|\.\.\.)[ ]*$", re.M | re.S)
_SETTING = re.compile(
    r"""^(?P<name>title|description):[ ]+(?:[|>][+-]?[ ]*\n)?(?P<value>.*(?:\n[ ]+\S.*)*)""", re.M
)
_STILL_ENGLISH = re.compile(r"^en:[ ]*['\"]?todo\b", re.M)
_FENCE = re.compile(
    r"^[ \t>]*(?P<signs>`{3,}|~{3,})[^`\n]*\n(?:.*\n)*?[ \t>]*(?P=signs)[ \t]*$", re.M
)
_UNREAD = re.compile(
    r"""
    <!--.*?-->
    |(?<!`)(?P<code>`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)(?P=code)(?!`)
    |<(?P<raw>code|kbd|math|pre|samp|script|style|svg)\b[^>]*>.*?</(?P=raw)>
    |<(?P<tag>[\w-]+)\b[^>]*?\s(?:lang=["']?(?P<lang>[\w-]+)|translate=["']?no\b)[^>]*>
        .*?</(?P=tag)>
    |(?:(?P<sign>\*{1,3}|_{1,3})(?!\s)[^*_\n]+(?P=sign)|\[[^\]\n]*\]\([^)\n]*\))
        \{:?(?:[^}\n]*[ ])?(?:lang=["']?(?P<marked>[\w-]+)|translate=["']?no\b)[^}\n]*\}
    """,
    re.VERBOSE | re.DOTALL,
)
_UNSEEN = ("<!--", "<script", "<style")
_NO_TEXT = re.compile(
    r"""
    [ \t>]*(?:=+|-+|(?:[*_-][ ]*){3,})[ \t]*$               # a rule, the line below a heading
    |[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$
    |[ \t>]*\[(?!\^)[^\]\n]+\]:[ ]                          # where links lead
    |[ \t]*(?:///|:::)
    """,
    re.VERBOSE,
)
_BEGINNING = re.compile(
    r"""
    (?P<blank>[ \t>]*)
    (?P<marker>
        (?P<heading>\#{1,6})[ \t]*
        |(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ ])?           # an item
        |(?:!!!|\?\?\?\+?|===[!+]?)[ ][^"\n]*"?             # a note: the title in quotes is read
        |:[ \t]+                                            # what a term means
        |\[\^[^\]\n]+\]:[ \t]*
        |\*\[[^\]\n]+\]:[ \t]*
    )?
    """,
    re.VERBOSE,
)
_ID = re.compile(r"[{ ]#(?P<id>[\w-]+)[^{}]*\}[ ]*$")
_CELL = re.compile(r"(?:\\.|[^\\|\n])+")


def page_passages(source: SourceText, language: Language) -> tuple[Passage, ...]:
    """What readers see of a page in its own language, in the order of the file.

    Left out are fences, code, comments, markup, what is marked as another language's, and
    sections that are still English on purpose.
    """
    return tuple(passage for passage in _Reader(source, language).passages() if passage.text)


def comments(text: str) -> tuple[re.Match[str], ...]:
    """The comments of a page: what is written in code or a fence is none."""
    shown = _FENCE.sub(lambda fence: _filled(fence[0]), text)
    return tuple(found for found in _UNREAD.finditer(shown) if found[0].startswith("<!--"))


def front_matter_end(text: str) -> int:
    """Where the settings at the head of a page end; 0 where it has none."""
    front = _FRONT.match(text)
    return front.end() if front else 0


def _shown(text: str, tag: str) -> str:
    """A page of the same length, in which `HIDDEN` fills fences, code, comments, foreign words.

    Args:
        text: of the page.
        tag: its language; elements that say so are not foreign.
    """
    text = _FENCE.sub(lambda fence: _filled(fence[0]), text)

    def unread(found: re.Match[str]) -> str:
        lang = found["lang"] or found["marked"]
        if lang is not None and lang.lower() == tag.lower():
            return found[0]
        filled = _filled(found[0])
        return filled if found[0].startswith(_UNSEEN) else UNREAD + filled[1:]

    return _UNREAD.sub(unread, text)


def _filled(text: str) -> str:
    return re.sub(r"[^\n]", HIDDEN, text)


@dataclass(slots=True)
class _Reader:
    """A page while it is read, line by line."""

    source: SourceText
    language: Language
    section: str = ""
    is_english: bool = False
    now: PassageText = field(default_factory=PassageText)

    def passages(self) -> Iterator[Passage]:
        """All passages; those without words too."""
        text, start = self.source.text, 0
        if front := _FRONT.match(text):
            yield from self._settings(front.start("settings"), front.end("settings"))
            start = front.end()
        shown = HIDDEN * start + _shown(text[start:], self.language.tag)
        at = start
        for line in shown[start:].split("\n"):
            yield from self._line(shown, at, at + len(line))
            at += len(line) + 1
        yield from self._ended()

    def _line(self, shown: str, start: int, end: int) -> Iterator[Passage]:
        line = shown[start:end]
        if not line.strip(" \t>\0") or _NO_TEXT.match(line):
            yield from self._ended()
            return
        beginning = _BEGINNING.match(shown, start, end)
        assert beginning is not None  # every part of it may be missing
        content = beginning.end()
        if beginning["marker"]:
            yield from self._ended()
        if beginning["heading"]:
            attributes = _ID.search(line)
            self.section = attributes["id"] if attributes else ""
            self.is_english = is_untranslated_heading(line)
        if "|" in line and not beginning["marker"]:
            yield from self._ended()
            yield from self._cells(shown, content, end)
            return
        if self.now.signs:
            self.now.add("\n", start - 1, content)
        is_note = (beginning["marker"] or "")[:3] in {"!!!", "???", "==="}
        if is_note:  # of such a line only the title in quotes is read
            end = shown.rfind('"', content, end) if beginning["marker"].endswith('"') else content
        read_inline(self.now, shown, content, max(content, end))
        if beginning["heading"] or is_note:
            yield from self._ended()

    def _cells(self, shown: str, start: int, end: int) -> Iterator[Passage]:
        for cell in _CELL.finditer(shown, start, end):
            read_inline(self.now, shown, *cell.span())
            yield from self._ended()

    def _ended(self) -> Iterator[Passage]:
        if self.now.signs and not self.is_english:
            yield self.now.passage(self.source, section=self.section)
        self.now = PassageText()

    def _settings(self, start: int, end: int) -> Iterator[Passage]:
        text = self.source.text
        if _STILL_ENGLISH.search(text, start, end):
            return
        for found in _SETTING.finditer(text, start, end):
            first, last = found.span("value")
            quote = text[first] if text[first : first + 1] in {"'", '"'} else ""
            if quote:
                first, last = first + 1, max(first + 1, text.rfind(quote, first, last))
            _read_setting(self.now, text, first, last, quote)
            yield self.now.passage(self.source, section=found["name"])
            self.now = PassageText()


def _read_setting(into: PassageText, text: str, start: int, end: int, quote: str) -> None:
    r"""Read a value of YAML: `''` between single quotes is one, as is `\"` between double ones."""
    special = {"'": r"''", '"': r"\\."}.get(quote, r"(?!)") + r"|\n[ ]*"
    at = start
    for found in re.compile(special).finditer(text, start, end):
        into.copy(text, at, found.start())
        at = found.end()
        into.add("\n" if found[0][0] == "\n" else found[0][1], found.start(), at)
    into.copy(text, at, end)
