"""Pages of a built site: which file an address means, and which part of a page says something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from cxguide.core.markup import EndTag, StartTag, closed_by, first_tag, pieces

__all__ = ["address_from_root", "file_of", "from_main_part", "language_of", "main_part"]

_PLACES = frozenset({"article", "body", "h1", "main"})
_ROOT_TAG = re.compile(r"<html(?=[\s>])[^>]*>", re.I)
_ARTICLE = re.compile(r"<article(?=[\s>])", re.I)
_ROLE = re.compile(r"role\s*=\s*[\"']?main")
_NOT_BEFORE = ("<h1", "</main", "<template")
_NOT_BEHIND = ("<article", "<main")
_TEMPLATE = re.compile(
    r"<template[\s>](?:[^<]++|<(?!/?template|!--|script|style|textarea|title))*+</template[\s>]"
)
"""One in which nothing hides where it ends."""
_HIDING = (("<!--", "-->"), *((f"<{name}", f"</{name}") for name in ("script", "style", "title")))


@dataclass(frozen=True, slots=True)
class _Element:
    """An element, and where its start tag begins."""

    name: str
    start: int
    has_role: bool = False

    @property
    def is_main(self) -> bool:
        """Whether it says that it is the main part."""
        return self.has_role or self.name == "main"


_Path = tuple[_Element, ...]
"""An element behind those in which it stands, the outermost first."""


def address_from_root(told: str, source: str) -> str | None:
    """An address from the root of the site; `None` for one of another site, or of none.

    Args:
        told: as a page, style sheet or script says it.
        source: address of that file from the root.

    >>> address_from_root("../a.css?v=1", "cs/index.html"), address_from_root("/b/", "cs/")
    ('a.css', 'b/')
    >>> address_from_root("https://other.example/a.css", "cs/") is None
    True
    """
    try:
        parts = urlsplit(urljoin(f"http://site.invalid/{source}", told))
    except ValueError:  # such as "//["
        return None
    return parts.path.lstrip("/") if parts.netloc == "site.invalid" else None


def file_of(site: Path, address: str) -> Path:
    """The file that a host sends for an address.

    Args:
        site: folder of the built site.
        address: relative to its root, as a link says it.

    >>> file_of(Path("site"), "cs/metrics/nps/").as_posix(), file_of(Path("site"), "").as_posix()
    ('site/cs/metrics/nps/index.html', 'site/index.html')
    >>> file_of(Path("site"), "m%C3%A1%20cesta.html").name
    'má cesta.html'
    """
    path = site / unquote(address)
    return path / "index.html" if not address or address.endswith("/") else path


def language_of(page: str) -> str:
    """The tag of the language that a page says for all of it; `""` when it says none.

    >>> language_of("<!doctype html><html lang=cs>"), language_of("<p lang=cs>")
    ('cs', '')
    """
    tag = first_tag(_ROOT_TAG, page)
    return (tag and tag.value("lang")) or ""


def main_part(page: str) -> slice:
    """Where a page says something: what holds all its articles, and the heading before them.

    That is most often the one article. Where an element says that it is the main part, only what
    stands in it counts, and without articles it is the main part; or else the body, or the text.

    >>> page = "<body><h1>Site</h1><main><h1>A</h1><article>b</article>c</main><footer>d</footer>"
    >>> page[main_part(page)]
    '<main><h1>A</h1><article>b</article>c</main>'
    """
    held = _held([path for path in _paths(page) if "template" not in {one.name for one in path}])
    levels = zip(*held, strict=False)  # as far as the shortest way to an element goes
    around = [same[0] for same in takewhile(lambda same: len({*same}) == 1, levels)]
    for one in reversed(around):
        if (end := _end(page, one)) is not None:
            return slice(one.start, end)
    return slice(around[-1].start if around else 0, len(page))


def from_main_part(page: str) -> str:
    """The page from where its main part begins: behind the bar and the menus."""
    article = _ARTICLE.search(page)
    if article is not None and _is_alone(page, article):
        return page[article.start() :]
    return page[main_part(page).start :]


def _is_alone(page: str, article: re.Match[str]) -> bool:
    """Whether an article is the main part, and nothing says otherwise.

    So it is on nearly every page, and reading one tag by tag takes a hundred times as long.
    """
    before = _TEMPLATE.sub("", page[: article.start()].lower())
    behind = page[article.end() :].lower()
    return (
        "</article>" in behind
        and not any(tag in before for tag in _NOT_BEFORE)
        and not any(tag in behind for tag in _NOT_BEHIND)
        and not any(_ROLE.search(text) for text in (before, behind))
        and all(before.rfind(opens) <= before.rfind(closes) for opens, closes in _HIDING)
    )


def _paths(page: str) -> Iterator[_Path]:
    """Every element that can tell what the main part is."""
    inside: list[_Element] = []
    start = 0
    for piece in pieces(page):
        if isinstance(piece, EndTag):
            at = closed_by(piece, inside)
            del inside[len(inside) if at is None else at :]
        elif isinstance(piece, StartTag) and not piece.closes_itself:
            inside.append(_Element(piece.name, start, piece.value("role") == "main"))
            if piece.name in _PLACES or inside[-1].has_role:
                yield (*inside,)
        start += len(piece.raw)


def _held(paths: Sequence[_Path]) -> Sequence[_Path]:
    """What the main part has to hold."""
    articles = [path for path in paths if path[-1].name == "article"]
    mains = [path for path in paths if path[-1].is_main]
    if not mains:
        return articles or [path for path in paths if path[-1].name == "body"][:1]
    within = [path for path in paths if any(one.is_main for one in path)]
    names = [path[-1].name for path in within]
    if "article" not in names:
        return [next((path for path in mains if path[-1].has_role), mains[0])]
    heading = [names.index("h1")] if "h1" in names[: names.index("article")] else []
    return [within[at] for at, name in enumerate(names) if name == "article" or at in heading]


def _end(page: str, element: _Element) -> int | None:
    """Behind the end tag of an element; `None` without one."""
    depth, at = 0, element.start
    for piece in pieces(page[element.start :]):
        at += len(piece.raw)
        if isinstance(piece, StartTag) and piece.name == element.name and not piece.closes_itself:
            depth += 1
        elif isinstance(piece, EndTag) and piece.name == element.name:
            depth -= 1
            if not depth:
                return at
    return None
