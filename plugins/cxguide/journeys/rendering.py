"""A map as a file, in any form and language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, Protocol, cast

from markupsafe import Markup

from cxguide.core.catalogs import Texts
from cxguide.core.places import Faults, SourceError
from cxguide.drawing.extra import HOW_TO_GET_IT, is_installed
from cxguide.journeys.model import Journey
from cxguide.journeys.page.html import render_journey
from cxguide.journeys.page.styles import journey_styles
from cxguide.journeys.plain import PlainMap, plain_map
from cxguide.journeys.tables import csv_file, markdown_table

__all__ = ["DOWNLOADS", "FORMS", "PICTURES", "picture_faults", "rendered"]

FORMS = ("html", "svg", "png", "pdf", "csv", "md")
"""The forms, by the endings of their files' names."""
PICTURES = ("svg", "png", "pdf")
"""Those that need the extra `downloads`."""
DOWNLOADS = (*PICTURES, "csv")
"""What a site offers for a map in each language."""

_PAGE = Markup(
    '<!doctype html>\n<html lang="{tag}">\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="color-scheme" content="light dark">\n<title>{title}</title>\n'
    "<style>body {{ font-family: system-ui, sans-serif; margin: 1.5rem; }}\n{styles}</style>\n"
    "<main>\n{figure}\n</main>\n</html>\n"
)


class _Renderer(Protocol):
    """What the modules of pictures have."""

    def file(self, plain: PlainMap, *, source: str = "") -> bytes: ...


def rendered(journey: Journey, texts: Texts, form: str, *, source: str = "") -> bytes:
    """The map as a file; the same input gives the same bytes.

    Args:
        journey: the map.
        texts: the texts of the language that it shall speak.
        form: what kind of file, one of `FORMS`.
        source: an address for the foot of pictures: where the map comes from.

    Raises:
        SourceError: the language lacks a text, or the libraries for pictures are missing.
        SourceFaults: characters of the map are in none of our fonts (pictures only).
    """
    if form in PICTURES:
        return _picture(journey, texts, form, source)
    return _WITHOUT_EXTRA[form](journey, texts)


def _picture(journey: Journey, texts: Texts, form: str, source: str) -> bytes:
    if not is_installed():
        raise SourceError(
            journey.title.place,
            f"a map as {form} needs libraries that are not installed",
            fix=HOW_TO_GET_IT,
        )
    faults = Faults()
    for fault in picture_faults(journey, texts):
        faults.add(fault)
    faults.raise_if_any()
    renderer = cast("_Renderer", _module(form))
    return renderer.file(plain_map(journey, texts), source=source)


def picture_faults(journey: Journey, texts: Texts) -> tuple[SourceError, ...]:
    """Characters of the map that its pictures cannot show; none without the extra."""
    if not is_installed():
        return ()
    return tuple(_module("coverage").coverage_faults(journey, texts, plain_map(journey, texts)))


def _module(name: str) -> Any:
    """One of those that are slow to import, and that sites without the extra cannot import."""
    return import_module(f"cxguide.journeys.pictures.{name}")


def _page(journey: Journey, texts: Texts) -> bytes:
    page = _PAGE.format(
        tag=texts.tag,
        title=texts(journey.title.key, journey.title.english),
        styles=Markup(journey_styles()),
        figure=Markup(render_journey(journey, texts)),
    )
    return page.encode()


_WITHOUT_EXTRA: Mapping[str, Callable[[Journey, Texts], bytes]] = MappingProxyType(
    {
        "html": _page,
        "csv": lambda journey, texts: csv_file(plain_map(journey, texts)),
        "md": lambda journey, texts: markdown_table(plain_map(journey, texts)).encode(),
    }
)
