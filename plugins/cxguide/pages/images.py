"""Pictures of a page say how large they are, so that nothing moves when they come."""

from __future__ import annotations

from collections.abc import Callable

from cxguide.core.markup import StartTag, pieces
from cxguide.pages.image_sizes import image_size

__all__ = ["may_hold_pictures", "with_image_sizes"]


def may_hold_pictures(markdown: str) -> bool:
    """Whether a text in Markdown may show a picture.

    >>> may_hold_pictures("![A map](map.png)"), may_hold_pictures("<IMG src=map.png>")
    (True, True)
    >>> may_hold_pictures("A map!")
    False
    """
    return "![" in markdown or "<img" in markdown.lower()


def with_image_sizes(content: str, read: Callable[[str], bytes | None]) -> str:
    """The page with width and height at every picture whose file is known.

    A picture that says one of the two itself stays as it is.

    Args:
        content: HTML of the page.
        read: the file at an address as the page says it; `None` for one that is not of the site.
    """
    if "<img" not in content.lower():
        return content
    written = []
    for piece in pieces(content):
        raw = piece.raw
        if isinstance(piece, StartTag) and piece.name == "img":
            address, said = piece.value("src"), (piece.value("width"), piece.value("height"))
            if address and said == (None, None):
                found = read(address)
                size = image_size(found) if found is not None else None
                raw = _with(raw, size) if size else raw
        written.append(raw)
    return "".join(written)


def _with(tag: str, size: tuple[int, int]) -> str:
    end = len(tag) - (2 if tag.endswith("/>") else 1)
    return f'{tag[:end].rstrip()} width="{size[0]}" height="{size[1]}"{tag[end:]}'
