"""Pages of a built site: which file an address means, and which part of a page says something."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

__all__ = ["address_from_root", "file_of", "from_main_part"]

_MAIN = (
    re.compile(r"<article(?=[\s>])"),
    re.compile(r"""<[a-zA-Z]+[^>]*\srole=["']?main(?=["'\s>])"""),
    re.compile(r"<main(?=[\s>])"),
    re.compile(r"<body(?=[\s>])"),
)


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


def from_main_part(page: str) -> str:
    """The page from where it begins to say something: behind the bar and the menus.

    That is the first `article`, or else the element that says that it is the main part.
    """
    starts = (found.start() for one in _MAIN if (found := one.search(page)) is not None)
    return page[next(starts, 0) :]
