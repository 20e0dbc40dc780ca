"""Pages that stand in one document: ids that are theirs alone, and links that still lead right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from html import escape, unescape
from itertools import pairwise
from urllib.parse import quote, unquote, urljoin, urlsplit

from cxguide.core.markup import Attribute, Piece, RawText, StartTag, Words
from cxguide.core.srcset import with_other_addresses

__all__ = ["PLAIN", "Linking", "own_markup", "resource"]

PLAIN = "data-cx-plain"
"""An attribute of links that name their address already, so that paper does not say it twice."""

_ID_LISTS = frozenset(
    [
        "aria-activedescendant",
        "aria-controls",
        "aria-describedby",
        "aria-details",
        "aria-errormessage",
        "aria-flowto",
        "aria-labelledby",
        "aria-owns",
        "for",
        "form",
        "headers",
        "itemref",
        "list",
    ]
)
_FILES = frozenset({"data", "poster", "src"})
_DROPPED = frozenset({"loading", "open"})
_URL_OF_ID = re.compile(r"url\((?P<sign>[\"']?)#(?P<id>[^\"')]+)(?P=sign)\)")
_SELECTOR_OF_ID = re.compile(r"#(?P<id>[a-zA-Z_][\w-]*)(?=[^{}]*\{)")
_BEHIND_THE_PATH = re.compile(r"[?#]")
_TRIMMED = "".join(map(chr, range(0x21)))
"""What browsers leave out around an address: blanks and control characters."""
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


@dataclass(frozen=True)
class Linking:
    """Where everything of a site stands in the document.

    Attributes:
        address: absolute address of the site, with a slash at the end.
        prefixes: of each page in the document, by its file; the page itself has it as its id.
        ids: the ids of each page, by its file.
    """

    address: str
    prefixes: Mapping[str, str]
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def own(self, file: str, name: str) -> str:
        """The id of an element of a page in the document."""
        return f"{self.prefixes[file]}-{name}"

    def target(self, file: str, href: str) -> str:
        """Where a link on a page leads: into the document, or to an absolute address.

        A link with a query presets something that only the site can show.

        >>> where = Linking("https://x.example/g/", {"a/index.html": "p1", "b/index.html": "p2"})
        >>> [where.target("a/index.html", one) for one in ("../b/#c", "https://x.example/g/b/")]
        ['#p2', '#p2']
        >>> [where.target("a/index.html", one) for one in ("../c/", "../b/?x=1", "mailto:a@b.c")]
        ['https://x.example/g/c/', 'https://x.example/g/b/?x=1', 'mailto:a@b.c']
        """
        base = self.address + quote(file.removesuffix("index.html"))
        try:
            full = urljoin(base, href)
        except ValueError:  # as on the page: it leads nowhere
            return href
        if not full.startswith(self.address):
            return full
        parts = urlsplit(full)
        path = unquote(full[len(self.address) :].partition("#")[0])
        page = f"{path}index.html" if not path or path.endswith("/") else path
        if parts.query or page not in self.prefixes:
            return full
        name = unquote(parts.fragment)
        if name in self.ids.get(page, ()):
            return f"#{quote(self.own(page, name))}"
        return f"#{self.prefixes[page]}"


def own_markup(main: Iterable[Piece], file: str, linking: Linking) -> Iterator[str]:
    """The main part of a page as it stands in the document, piece by piece."""
    found = (*main, None)
    for piece, following in pairwise(found):
        if isinstance(piece, StartTag):
            yield _start_tag(piece, following, file, linking)
        elif isinstance(piece, RawText):  # styles: scripts are not printed
            renamed = partial(_renamed, "#{}", file=file, linking=linking)
            yield _SELECTOR_OF_ID.sub(renamed, _urls(piece.raw, file, linking))
        elif piece is not None:
            yield piece.raw


def resource(file: str, href: str) -> str:
    """The address of a file that a page loads, seen from the root of the site.

    >>> resource("cs/nps/index.html", "../../assets/a.css"), resource("a.html", "https://b.c/d")
    ('assets/a.css', 'https://b.c/d')
    >>> resource("cs/nps/index.html", "../i.svg?v=1#sign")
    'cs/i.svg?v=1#sign'
    """
    href = href.strip(_TRIMMED)
    if _SCHEME.match(href) or href.startswith(("/", "#")) or not href:
        return href
    path: str = _BEHIND_THE_PATH.split(href, maxsplit=1)[0]
    return urljoin(f"/{quote(file)}", path).removeprefix("/") + href[len(path) :]


def _start_tag(tag: StartTag, following: Piece | None, file: str, linking: Linking) -> str:
    raw = tag.raw
    for attribute in reversed(tag.attributes):
        start, end = attribute.whole
        if attribute.name in _DROPPED or (tag.name == "details" and attribute.name == "name"):
            raw = raw[:start] + raw[end:]
        elif attribute.value:
            old = unescape(attribute.value)
            new = _value(tag, attribute, old, file, linking)
            if new != old:
                name = raw[start:end].lstrip()[: len(attribute.name)]
                raw = f'{raw[:start]} {name}="{escape(new)}"{raw[end:]}'
    if tag.name == "details":  # paper shows what is closed
        return f"{raw[:-1]} open>"
    if tag.name == "a" and isinstance(following, Words) and _is_address(tag, following):
        return f"{raw[:-1]} {PLAIN}>"
    return raw


def _value(tag: StartTag, attribute: Attribute, value: str, file: str, linking: Linking) -> str:
    name = attribute.name
    if name == "id" or (name == "name" and tag.name in {"a", "map"}):
        return linking.own(file, value)
    if name == "name" and (tag.value("type") or "").lower() == "radio":
        return linking.own(file, value)  # groups of two pages know nothing of each other
    if name in _ID_LISTS:
        return " ".join(linking.own(file, one) for one in value.split())
    if name == "usemap":
        return f"#{linking.own(file, value.removeprefix('#'))}"
    if name == "href" and tag.name in {"a", "area"}:
        return linking.target(file, value)
    if name in _FILES or name in {"href", "xlink:href"}:
        if value.startswith("#"):
            return f"#{linking.own(file, value[1:])}"
        return resource(file, value)
    if name == "srcset":
        return with_other_addresses(value, partial(resource, file))
    return _urls(value, file, linking) if "url(" in value else value


def _urls(text: str, file: str, linking: Linking) -> str:
    renamed = partial(_renamed, "url(#{})", file=file, linking=linking)
    return _URL_OF_ID.sub(renamed, text)


def _renamed(form: str, found: re.Match[str], *, file: str, linking: Linking) -> str:
    name = found["id"]
    known = name in linking.ids.get(file, ())
    return form.format(linking.own(file, name)) if known else found[0]


def _is_address(tag: StartTag, words: Words) -> bool:
    """Whether what readers see of a link is its address already."""
    shown = unescape(words.raw).strip().rstrip("/")
    href = unescape(tag.value("href") or "").rstrip("/")
    return bool(shown) and href in {shown, f"https://{shown}", f"http://{shown}"}
