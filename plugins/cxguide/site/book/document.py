"""The document that becomes a book: title page, list of contents, and every page of a version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape

from markupsafe import Markup

from cxguide.core.catalogs import Texts
from cxguide.core.dates import format_day
from cxguide.core.markup import StartTag
from cxguide.core.templating import phrases, rendered
from cxguide.site.book.chapters import Chapter, Group, grouped, in_reading_order
from cxguide.site.book.links import Linking, own_markup, resource
from cxguide.site.book.lists import BookVersion
from cxguide.site.book.parts import PagePart, part_of
from cxguide.site.style_sheets import rebased

__all__ = ["Book", "book_html", "book_of"]

_KEPT_ATTRIBUTES = ("class", "dir")
_SCHEME = "data-md-color-scheme"
"""Of themes like Material: what it is on the screen; paper is light."""


@dataclass(frozen=True)
class Book:
    """A version of a site, read.

    Attributes:
        version: what its list says of it.
        address: absolute address of its first page.
        chapters: in reading order.
        parts: what the pages give to it, by their file.
        linking: where everything stands in the document.
    """

    version: BookVersion
    address: str
    chapters: tuple[Chapter, ...]
    parts: Mapping[str, PagePart]
    linking: Linking


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the list of contents; the heading of a group has no id.

    Attributes:
        sheet: number of the sheet on which it begins; 0 while nobody knows.
    """

    title: str
    level: int
    id: str = ""
    sheet: int = 0


@dataclass(frozen=True, slots=True)
class _Shown:
    """A page in the document; `before` and `behind` are the elements around its main part."""

    id: str
    before: Markup
    main: Markup
    behind: Markup


def book_of(version: BookVersion, address: str, pages: Mapping[str, str]) -> Book:
    """A version as a book.

    Args:
        version: of a built site.
        address: absolute address of the site, with a slash at the end.
        pages: text of each page of the version, by its file.
    """
    chapters = in_reading_order(version.chapters, pages)
    parts = {one.file: part_of(pages[one.file]) for one in chapters}
    prefixes = {one.file: f"p{number}" for number, one in enumerate(chapters, start=1)}
    ids = {file: part.ids for file, part in parts.items()}
    return Book(version, address + version.prefix, chapters, parts, Linking(address, prefixes, ids))


def book_html(book: Book, texts: Texts, sheets: Mapping[str, int] | None = None) -> str:
    """The document, to be loaded from the root of the site; it has no scripts.

    Args:
        book: the version.
        texts: of its language.
        sheets: number of the sheet on which an id stands, as far as that is known already.
    """
    first = book.parts[book.chapters[0].file]
    changed = book.version.changed
    return rendered(
        "book/book.html.jinja",
        texts,
        tag=book.version.tag,
        root=_attributes(first.root),
        body=_attributes(first.body),
        version=book.version,
        address=book.address,
        day=format_day(changed, texts.language) if changed and texts.language.is_known else "",
        date=changed.isoformat() if changed else "",
        sheets=tuple(_sheets(book)),
        styles=tuple(Markup(one) for one in dict.fromkeys(_styles(book))),
        contents=tuple(_entries(_groups(book, texts), book, sheets or {})),
        pages=[_shown(one, book) for one in book.chapters],
    )


def _attributes(tag: StartTag) -> Markup:
    """Attributes by which styles know a page, with the blank before each."""
    kept = [
        (one.name, "default" if one.name == _SCHEME else unescape(one.value))
        for one in tag.attributes
        if one.name in _KEPT_ATTRIBUTES or one.name.startswith("data-")
    ]
    return Markup("".join(f' {name}="{escape(value)}"' for name, value in kept))


def _sheets(book: Book) -> Iterator[tuple[str, str]]:
    """Address and medium of every style sheet, once, in the order in which pages name them."""
    found = {
        (
            resource(file, unescape(link.value("href") or "")),
            unescape(link.value("media") or ""),
        ): None
        for file, part in book.parts.items()
        for link in part.sheets
    }
    return iter(found)


def _styles(book: Book) -> Iterator[str]:
    for file, part in book.parts.items():
        yield from (rebased(style, file, "index.html") for style in part.styles)


def _groups(book: Book, texts: Texts) -> tuple[Group, ...]:
    """The groups of the list of contents; pages that stand in no section need no heading."""
    without = phrases("site/phrases.jinja", texts)["outside"]["pages"]
    return tuple(
        Group("", one.entries) if one.name == without else one for one in grouped(book.chapters)
    )


def _entries(
    groups: Iterable[Group | Chapter], book: Book, sheets: Mapping[str, int], level: int = 0
) -> Iterator[_Entry]:
    for one in groups:
        if isinstance(one, Chapter):
            name = book.linking.prefixes[one.file]
            yield _Entry(one.title, level, name, sheets.get(name, 0))
            continue
        if one.name:
            yield _Entry(one.name, level)
        yield from _entries(one.entries, book, sheets, level + bool(one.name))


def _shown(chapter: Chapter, book: Book) -> _Shown:
    part, name = book.parts[chapter.file], book.linking.prefixes[chapter.file]
    before = "".join(f"<{one.name}{_attributes(one)}>" for one in part.around)
    behind = "".join(f"</{one.name}>" for one in reversed(part.around))
    main = "".join(own_markup(part.main, chapter.file, book.linking))
    return _Shown(name, Markup(before), Markup(main), Markup(behind))
