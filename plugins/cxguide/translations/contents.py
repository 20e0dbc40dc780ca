"""What stands in a part of a page: blocks, links, images, code, and the words around them.

Read by markdown-it, which keeps lines, after what only Python-Markdown knows (admonitions, tabs,
footnotes) has become something that both understand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from cxguide.core.most_pages import MOST_PAGES

__all__ = ["Block", "Contents", "Found", "read_contents"]

_CONTAINER = re.compile(r"(?P<indent>[ \t>]*)(?P<signs>[!?]{3}\+?|===[+!]*)[ ]+\S.*$")
_FENCE = re.compile(r"[ \t>]*(?P<signs>`{3,}|~{3,})[^`]*$")
_FOOTNOTE = re.compile(r"(?P<indent>[ ]{0,3})\[(?P<rest>\^(?P<label>[^\]\s]+)\]:)")
_REFERENCE = re.compile(r"\[\^(?P<label>[^\]\s]+)\]")
_MARK = re.compile(r"<!--(?P<kind>admonition|tab)-->")
_ATTRIBUTES = re.compile(r"\{:?[ ]*[#.\w][^{}\n]*\}")
_NO_PARAGRAPH = re.compile(r"\{:?[ ]*[#.\w][^{}\n]*\}|\\\^[^\]\s]+\]:.*|\*\[[^\]]+\]:.*", re.S)
"""What markdown-it takes for a paragraph: attributes of the block before, footnotes, tooltips."""
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)(\{[^}]*\})?")
_HTML_LINK = re.compile(r"""<a\b[^>]*?\bhref\s*=\s*["'](?P<target>[^"']*)""", re.IGNORECASE)
_HTML_IMAGE = re.compile(r"""<img\b[^>]*?\bsrc\s*=\s*["'](?P<target>[^"']*)[^>]*""", re.IGNORECASE)
_HTML_ALT = re.compile(r"""\balt\s*=\s*["'](?P<alt>[^"']*)""", re.IGNORECASE)
_BLOCKS = {
    "paragraph_open": "paragraph",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "blockquote_open": "quote",
    "table_open": "table",
    "hr": "rule",
}


@dataclass(frozen=True, slots=True)
class Found:
    """Something inside a block: a link, an image, code, a footnote, or its words.

    Attributes:
        what: the target of a link, the path of an image, the code, the label, the words.
        line: of the part of the page, counted from 1, as `column` is.
        words: those of the link, or for who does not see the image; of words, their source.
    """

    what: str
    line: int
    column: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block, or an item of a list.

    Attributes:
        kind: `paragraph`, `list`, `item`, `quote`, `table`, `rule`, `admonition`, `tab`, `image`,
            `html` or `comment`.
        source: its lines as they are written.
        depth: 0 unless it stands in another block.
        items: of a list, its own alone.
    """

    kind: str
    line: int
    column: int
    source: str
    depth: int = 0
    items: list[Block] = field(default_factory=list, compare=False)

    @property
    def last_line(self) -> int:
        """The line on which it ends."""
        return self.line + self.source.count("\n")


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in a part of a page, in reading order.

    Attributes:
        texts: the words of every paragraph, cell and heading, without code.
        references: footnotes that its words lead to.
        footnotes: those whose text stands here.
    """

    blocks: list[Block] = field(default_factory=list)
    links: list[Found] = field(default_factory=list)
    images: list[Found] = field(default_factory=list)
    codes: list[Found] = field(default_factory=list)
    texts: list[Found] = field(default_factory=list)
    references: list[Found] = field(default_factory=list)
    footnotes: list[Found] = field(default_factory=list)


@lru_cache(maxsize=MOST_PAGES)  # a page is read again when one of its sections has changed
def read_contents(text: str, definitions: str = "") -> Contents:
    r"""What stands in a part of a page, such as a section.

    Args:
        text: its lines.
        definitions: of links, which stand elsewhere in the page.

    >>> found = read_contents("## A { #a }\n\nSee [this](b.md).\n\n- `x`\n- y\n")
    >>> [block.kind for block in found.blocks], [link.what for link in found.links]
    (['paragraph', 'list'], ['b.md'])
    """
    lines = text.split("\n")
    reading = _Reading(_prepared(lines), lines)
    reading.read(definitions)
    return reading.contents


class _Markdown(MarkdownIt):
    """Leaves addresses as editors write them."""

    def normalizeLink(self, url: str) -> str:
        return url

    def validateLink(self, url: str) -> bool:
        return True


_MARKDOWN = _Markdown("commonmark").enable("table").disable("code")


def _prepared(lines: Sequence[str]) -> list[str]:
    """The lines as markdown-it understands them, one for one.

    What stands in an admonition, a tab or a footnote loses its indent: lists that begin so far
    to the right are none in CommonMark.
    """
    prepared, signs = [], ""
    around: list[int] = []  # where what the line stands in begins, outermost first
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        while not signs and line.strip() and around and indent < around[-1] + 4:
            around.pop()
        fence = _FENCE.match(line)
        shown = line[min(indent, 4 * len(around)) :]
        if signs:
            signs = "" if line.strip(" \t>") == signs else signs
        elif fence is not None:
            signs = fence["signs"]
        elif (container := _CONTAINER.match(line)) is not None:
            kind = "tab" if container["signs"].startswith("=") else "admonition"
            shown = f"{container['indent'][4 * len(around) :]}<!--{kind}-->"
            around += [indent] if ">" not in container["indent"] else []
        elif _FOOTNOTE.match(line):  # what CommonMark would take for the address of a link
            shown = _FOOTNOTE.sub(r"\g<indent>\\\g<rest>", line)
            around.append(indent)
        prepared.append(shown)
    return prepared


@dataclass(slots=True)
class _Reading:
    """One walk over the tokens of a part of a page."""

    prepared: list[str]
    lines: list[str]
    contents: Contents = field(default_factory=Contents)
    _open: list[Block | str] = field(default_factory=list)
    _first: int = 0
    _end: int = 0

    def read(self, definitions: str) -> None:
        """Fill the contents."""
        for token in _MARKDOWN.parse("\n".join([*self.prepared, "", definitions])):
            if token.map is not None:
                self._first, self._end = token.map[0], self._end_of(*token.map)
            if token.type == "inline":
                self._read_inline(token)
            elif token.type == "html_block":
                self._read_html(token)
            elif token.nesting < 0:
                self._open.pop()
            else:
                self._read_block(token)
        for number, (line, was) in enumerate(zip(self.prepared, self.lines, strict=True), 1):
            if line.lstrip().startswith("\\^") and (note := _FOOTNOTE.match(was)):
                found = Found(note["label"], number, len(note["indent"]) + 1)
                self.contents.footnotes.append(found)

    def _read_block(self, token: Token) -> None:
        block = self._new_block(token)
        if block is not None and block.kind != "item":
            self.contents.blocks.append(block)
        if token.nesting > 0:
            self._open.append(block or token.type)

    def _new_block(self, token: Token) -> Block | None:
        if token.type == "list_item_open":
            item = self._block("item")
            around = self._open[-1]
            if isinstance(around, Block):
                around.items.append(item)
            return item
        kind = _BLOCKS.get(token.type)
        if kind != "paragraph":
            return self._block(kind) if kind else None
        text = "\n".join(self.prepared[self._first : self._end]).strip(" \t>")
        around = self._open[-1] if self._open else ""
        if isinstance(around, Block) and around.kind == "item" and around.line == self._first + 1:
            return None  # the words of the item itself
        if _NO_PARAGRAPH.fullmatch(text):
            return None
        return self._block("image" if _IMAGE.fullmatch(text) else kind)

    def _read_html(self, token: Token) -> None:
        mark = _MARK.fullmatch(token.content.strip())
        is_comment = token.content.lstrip().startswith("<!--")
        kind = mark["kind"] if mark else "comment" if is_comment else "html"
        self.contents.blocks.append(self._block(kind))
        if kind == "html":
            self._read_raw(token.content, self._cursor())

    def _read_raw(self, html: str, cursor: _Cursor) -> None:
        if html.startswith("<!--"):
            return
        for link in _HTML_LINK.finditer(html):
            self.contents.links.append(cursor.found(link["target"]))
        for image in _HTML_IMAGE.finditer(html):
            alt = _HTML_ALT.search(image[0])
            words = alt["alt"] if alt else ""
            self.contents.images.append(cursor.found(image["target"], words))

    def _read_inline(self, token: Token) -> None:
        cursor = self._cursor()
        words: list[str] = []
        links: list[tuple[str, int]] = []
        for child in token.children or ():
            if child.type == "link_open":
                links.append((str(child.attrs.get("href", "")), len(words)))
            elif child.type == "link_close":
                target, first = links.pop()
                self.contents.links.append(cursor.found(target, "".join(words[first:])))
            elif child.type == "image":
                path = str(child.attrs.get("src", ""))
                self.contents.images.append(cursor.found(path, child.content))
            elif child.type == "code_inline":
                self.contents.codes.append(cursor.found(child.content))
                words.append(" ")
            elif child.type == "html_inline":
                self._read_raw(child.content, cursor)
            else:
                words.append("\n" if child.type in {"softbreak", "hardbreak"} else child.content)
        text = "".join(words)
        source = "\n".join(self.lines[self._first : self._end])
        self.contents.texts.append(Found(_ATTRIBUTES.sub("", text), self._first + 1, 1, source))
        references = self._cursor()
        for one in _REFERENCE.finditer(text):
            shown = references.found(one[0])
            self.contents.references.append(Found(one["label"], shown.line, shown.column))

    def _block(self, kind: str) -> Block:
        line = self.lines[self._first]
        column = len(line) - len(line.lstrip(" \t>")) + 1
        source = "\n".join(self.lines[self._first : self._end])
        return Block(kind, self._first + 1, column, source, len(self._open))

    def _cursor(self) -> _Cursor:
        return _Cursor(self.lines, self._first, self._end)

    def _end_of(self, first: int, end: int) -> int:
        """Where a block ends, without empty lines after it."""
        while end > first + 1 and not self.lines[min(end, len(self.lines)) - 1].strip(" \t>"):
            end -= 1
        return min(end, len(self.lines))


class _Cursor:
    """Finds what a block holds, from its beginning on."""

    def __init__(self, lines: Sequence[str], first: int, end: int) -> None:
        self._first = first
        self._text = "\n".join(lines[first:end])
        self._offset = 0

    def found(self, what: str, words: str = "") -> Found:
        """The next place with this, or with these words; that of the block without any."""
        for needle in (what, words):
            offset = self._text.find(needle, self._offset) if needle else -1
            if offset >= 0:
                self._offset = offset + len(needle)
                before = self._text[:offset]
                line = self._first + before.count("\n") + 1
                return Found(what, line, offset - before.rfind("\n"), words)
        indent = len(self._text) - len(self._text.lstrip(" \t>"))
        return Found(what, self._first + 1, indent + 1, words)
