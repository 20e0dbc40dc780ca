"""Paragraphs, lists, quotations, code and headings as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from cxguide.site.copies.elements import Content, Element
from cxguide.site.copies.inline import Writing, escaped, words_of
from cxguide.site.copies.tables import outline_rows, pipe_table

__all__ = ["blocks"]

_BLOCKS = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "caption", "cx-calculator", "dd",
        "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section",
        "summary", "svg", "table", "ul",
    ]
)  # fmt: skip
_HEADING = re.compile("h([1-6])")
_NAMES = frozenset({"admonition-title", "cx-main", "cx-map-title", "cx-name", "cx-sources-title"})
"""Paragraphs that are the name of what follows."""
_ENDS = tuple(".!?:…。)”“")


@dataclass(frozen=True, slots=True)
class _List:
    """A list, whose marks must differ from those of the list before it."""

    items: tuple[str, ...]
    first: int | None
    is_loose: bool

    def text(self, mark: str) -> str:
        lines = []
        for number, item in enumerate(self.items, self.first or 0):
            sign = f"{mark} " if self.first is None else f"{number}. "
            lines.append(sign + item.replace("\n", "\n" + " " * len(sign)))
        text = ("\n\n" if self.is_loose else "\n").join(lines)
        return re.sub(r"^[ ]+$", "", text, flags=re.MULTILINE)


def blocks(content: Content, writing: Writing) -> str:
    """The content as Markdown, an empty line between two blocks."""
    written: list[str] = []
    mark = ""
    for block in _blocks(content, writing):
        if written and isinstance(block, str) and _level(block) <= _level(written[-1]) < 7:
            written.pop()  # a heading of what only a screen has
        if isinstance(block, _List):
            if not block.items:
                continue
            # Two lists with the same marks would be one.
            mark = "*" if mark == "-" else "-"
            written.append(block.text(mark))
        elif block:
            mark = ""
            written.append(block)
    return "\n\n".join(written)


def _level(block: str) -> int:
    """Of a heading: 1 to 6; 7 of any other block, 0 of the heading of the page, which stays."""
    found = re.match("(#{1,6}) ", block)
    return 7 if found is None else len(found[1]) if len(found[1]) > 1 else 0


def _blocks(content: Content, writing: Writing) -> Iterator[str | _List]:
    for is_block, group in groupby(content, _holds_blocks):
        if not is_block:
            if text := writing.paragraph(group):
                yield text
            continue
        for one in group:
            assert isinstance(one, Element)
            yield from _block(one, writing)


def _holds_blocks(one: Element | str) -> bool:
    if isinstance(one, str):
        return False
    if one.name in _BLOCKS or one.get("display") == "block":
        return True
    return one.name not in {"math", "svg"} and any(map(_holds_blocks, one.content))


def _block(one: Element, writing: Writing) -> Iterator[str | _List]:
    if heading := _HEADING.fullmatch(one.name):
        yield f"{'#' * int(heading[1])} {writing.line(one.content)}"
        return
    match one.name:
        case "p" | "math" | "summary" | "figcaption" if not any(map(_holds_blocks, one.content)):
            yield _paragraph(one, writing)
        case "ul" | "ol":
            yield from _labelled(one)
            yield _list(one, writing)
        case "dl":
            yield _definitions(one, writing)
        case "table":
            yield from _table(one, writing)
        case "pre":
            yield _code(one)
        case "hr":
            yield "---"
        case "blockquote" | "aside":
            yield _quoted(blocks(one.content, writing))
        case "svg":
            yield from _picture(one, writing)
        case _ if "admonition" in one.classes:
            yield _quoted(blocks(one.content, writing))
        case _ if "highlight" in one.classes:
            yield from _highlighted(one)
        case _:
            yield from _blocks(one.content, writing)


def _paragraph(one: Element, writing: Writing) -> str:
    if one.name == "math":
        return writing.paragraph([one])
    text = writing.paragraph(one.content)
    is_name = one.name == "summary" or not _NAMES.isdisjoint(one.classes)
    return f"**{text}**" if is_name and text and "**" not in text else text


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


# Lists


def _labelled(one: Element) -> Iterator[str]:
    """The name that a list has for the ear alone."""
    if label := one.get("aria-label"):
        yield f"{escaped(label)}:"


def _list(one: Element, writing: Writing) -> _List:
    items = list(one.all("li"))
    first = None if one.name == "ul" else int(one.get("start") or 1)
    texts = tuple(_item(item, writing) for item in items)
    return _List(texts, first, is_loose=any("\n\n" in text for text in texts))


def _item(item: Element, writing: Writing) -> str:
    parts = [
        part.text("-") if isinstance(part, _List) else part
        for part in _blocks(item.content, writing)
    ]
    is_tight = len(parts) <= 2 and len(list(item.all("p", "pre", "table", "div"))) <= 1
    text = ("\n" if is_tight else "\n\n").join(part for part in parts if part)
    return f"{text} ✓" if item.get("aria-current") == "true" else text


def _definitions(one: Element, writing: Writing) -> _List:
    items: list[str] = []
    for names, told in _entries(one):
        name = ", ".join(_name(dt, writing) for dt in names)
        if any(map(_holds_blocks, (part for dd in told for part in dd.content))):
            texts = [blocks(dd.content, writing) for dd in told]
            items.append("\n\n".join([f"**{name.strip('*')}**", *texts]))
        else:
            items.append(f"{name}: {_joined(writing.line(dd.content) for dd in told)}")
    return _List(tuple(items), None, is_loose=any("\n\n" in item for item in items))


def _name(dt: Element, writing: Writing) -> str:
    """What is told of; the name of a term in another language is a remark."""
    parts = []
    for one in dt.content:
        is_foreign = isinstance(one, Element) and one.name == "span" and "lang" in one.attributes
        text = writing.line([one])
        parts.append(f"({text})" if is_foreign else text)
    return " ".join(filter(None, parts))


def _entries(one: Element) -> Iterator[tuple[list[Element], list[Element]]]:
    """Names and what is told of them, whether or not a `div` holds them together."""
    names: list[Element] = []
    told: list[Element] = []
    for part in one.all("dt", "dd"):
        if part.name == "dt" and told:
            yield names, told
            names, told = [], []
        (names if part.name == "dt" else told).append(part)
    if names or told:
        yield names, told


def _joined(texts: Iterable[str]) -> str:
    """Several texts after one name, as a sentence has them."""
    written = ""
    for text in texts:
        written += ("" if not written else " " if written.endswith(_ENDS) else "; ") + text
    return written


# Code, tables, pictures


def _highlighted(one: Element) -> Iterator[str]:
    for code in one.all("pre"):
        found = next((c for c in one.classes if c.startswith("language-")), "")
        if "linenodiv" not in code.classes and not code.text.replace("\n", " ").isspace():
            yield _code(code, found.removeprefix("language-"))


def _code(one: Element, language: str = "") -> str:
    inner = next(one.all("code"), one)
    if not language:
        found = next((c for c in inner.classes if c.startswith("language-")), "")
        language = found.removeprefix("language-")
    text = one.text.strip("\n")
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def _table(one: Element, writing: Writing) -> Iterator[str | _List]:
    for caption in one.all("caption"):
        yield f"**{writing.line(caption.content)}**"
    if outline := outline_rows(one, writing):
        for name, items in outline:
            yield f"**{name}**"
            yield _List(items, None, is_loose=False)
    else:
        yield pipe_table(one, writing)


def _picture(one: Element, writing: Writing) -> Iterator[str | _List]:
    """What a picture says of itself, and the words in it."""
    for part in one.all("title"):
        yield f"**{writing.line(part.content)}**"
    for part in one.all("desc"):
        yield writing.line(part.content)
    if label := one.get("aria-label"):
        yield escaped(label)
    items = tuple(
        "; ".join(escaped(words_of(text.content)) for text in item.all("text"))
        for item in _items(one)
    )
    if items:
        yield _List(items, None, is_loose=False)


def _items(one: Element) -> Iterator[Element]:
    for part in one.content:
        if isinstance(part, Element):
            if part.get("role") == "listitem":
                yield part
            else:
                yield from _items(part)
