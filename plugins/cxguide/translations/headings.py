"""A heading in Markdown source, with the attributes behind it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from cxguide.core.section_markers import OWN, UNTRANSLATED, marker_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cxguide.core.places import Place

__all__ = [
    "ID_FORM",
    "Heading",
    "heading_line",
    "read_heading",
    "read_html_heading",
    "suggested_id",
    "with_each_id_once",
]

ID_FORM = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""What every language can share, type and read out in an address."""

# The forms that Python-Markdown reads: no blank needed after the signs, one needed before `{`.
_ATX = re.compile(r"(?P<signs>#{1,6})(?P<rest>.*?)#*\s*$")
_ATTRIBUTES = re.compile(r"\s+\{:?[ ]*(?P<inside>[^}\n ][^}\n]*?)[ ]*\}[ ]*$")
_BROKEN_ATTRIBUTES = re.compile(r"\s*\{:?[ ]*#[^{}\n]*\}*[ ]*$")
"""An id with a brace too few or too many: Markdown would show it as words."""
_ATTRIBUTE = re.compile(r"""[^ =}]+="[^"]*"|[^ =}]+='[^']*'|[^ =}]+=[^ =}]+|[^ =}]+""")
_HTML = re.compile(r"<h(?P<level>[1-6])\b(?P<attributes>[^>]*)>(?P<text>[^<]*)", re.IGNORECASE)
_HTML_ID = re.compile(r"""\bid\s*=\s*["']?(?P<id>[^"'\s>]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        level: 1 to 6.
        text: its words, as written in the source.
        id: the explicit id, `None` without one.
        other_attributes: what stands beside the id, such as `data-en=4f2a91c`.
        is_underlined: it is written with a line of `=` or `-` below it.
    """

    level: int
    text: str
    id: str | None
    place: Place
    other_attributes: tuple[str, ...] = ()
    is_underlined: bool = False

    @property
    def classes(self) -> tuple[str, ...]:
        """Those beside the id, as they may be written: `.cx-sheet`."""
        return tuple(
            name
            for attribute in self.other_attributes
            for name in ([attribute] if attribute.startswith(".") else _class_names(attribute))
        )

    @property
    def marker(self) -> str | None:
        """What a translation says of the section: a fingerprint, `todo` or `own`, or nothing."""
        return marker_in(self.other_attributes)

    @property
    def is_own(self) -> bool:
        """Whether the section stands in this language alone, on purpose."""
        return self.marker == OWN

    @property
    def is_untranslated(self) -> bool:
        """Whether the section is English still, so that readers see the English page's."""
        return self.marker == UNTRANSLATED


def read_heading(line: str, place: Place) -> Heading | None:
    """The heading that a line of Markdown is, or `None`.

    >>> from cxguide.core.places import Place
    >>> heading = read_heading("## Vzorec { #formula data-en=4f2a91c }", Place("a.md"))
    >>> heading.id, heading.other_attributes
    ('formula', ('data-en=4f2a91c',))
    >>> broken = read_heading("## Vzorec { #formula data-en=todo }}", Place("a.md"))
    >>> broken.id, broken.text, broken.other_attributes
    (None, 'Vzorec', ('data-en=todo',))
    """
    match = _ATX.match(line)
    if match is None:
        return None
    text, found, others = match["rest"], None, []
    attributes = _ATTRIBUTES.search(text)
    if attributes is not None:
        text = text[: attributes.start()]
        for attribute in _ATTRIBUTE.findall(attributes["inside"]):
            if attribute.startswith("#"):
                found = attribute[1:]
            elif attribute.startswith("id="):
                found = attribute[3:].strip("\"'")
            else:
                others.append(attribute)
    elif (broken := _BROKEN_ATTRIBUTES.search(text)) is not None:
        text = text[: broken.start()]
        inside = broken[0].strip(" {:}")
        others = [one for one in _ATTRIBUTE.findall(inside) if not one.startswith("#")]
    return Heading(
        len(match["signs"]), text.strip().rstrip("#").rstrip(), found, place, tuple(others)
    )


def read_html_heading(line: str, place: Place) -> Heading | None:
    """The heading that a line of HTML inside Markdown begins with, or `None`."""
    match = _HTML.match(line)
    if match is None:
        return None
    found = _HTML_ID.search(match["attributes"])
    return Heading(
        int(match["level"]), match["text"].strip(), found["id"] if found else None, place
    )


def heading_line(
    heading: Heading,
    identifier: str,
    *,
    level: int | None = None,
    classes: Sequence[str] | None = None,
    attributes: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The heading's line with this id, level and classes; what else stands in it is kept.

    Args:
        heading: as it is.
        identifier: its id.
        level: its level, where it is another one.
        classes: where they are others, as they are written: `.cx-sheet`.
        attributes: that it gets or has with another value, by name.
    """
    names = [f"#{identifier}"]
    others = [one for one in heading.other_attributes if one.partition("=")[0] not in attributes]
    others += [f"{name}={value}" for name, value in attributes.items()]
    if classes is not None:
        names += classes
        others = [one for one in others if one[:1] != "." and not one.startswith("class=")]
    forgotten = {name[1:] for name in names}  # the sign before it
    inside = " ".join([*names, *(one for one in others if one not in forgotten)])
    return f"{'#' * (level or heading.level)} {heading.text} {{ {inside} }}"


def suggested_id(text: str) -> str:
    """An id from English words; `""` where none of them has Latin letters.

    >>> suggested_id("What it tells (and what not)")
    'what-it-tells-and-what-not'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-").lstrip("0123456789-")


def with_each_id_once(
    ids: Sequence[str | None], original: Sequence[str | None]
) -> tuple[str | None, ...]:
    """The ids of a page, `None` for those that belong to another heading.

    Of an id that stands twice the right one is nearest to its place in the original; where this
    has none, the first.

    >>> with_each_id_once(["a", "c", "c"], ["a", "b", "c"])
    ('a', None, 'c')
    """
    kept: dict[str, int] = {}
    for at, one in enumerate(ids):
        if one is not None:
            place = original.index(one) if one in original else 0
            kept[one] = min((kept.get(one, at), at), key=lambda here: abs(here - place))
    return tuple(one if one and kept[one] == at else None for at, one in enumerate(ids))


def _class_names(attribute: str) -> list[str]:
    if not attribute.startswith("class="):
        return []
    return [f".{name}" for name in attribute.removeprefix("class=").strip("\"'").split()]
