"""A map as a file, in any form and language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, cast

from markupsafe import Markup

from cxguide.core.catalogs import Texts
from cxguide.core.places import Faults, SourceError
from cxguide.journeys.extra import HOW_TO_GET_IT, is_installed
from cxguide.journeys.html import render_journey
from cxguide.journeys.model import Journey
from cxguide.journeys.plain import PlainMap, plain_map
from cxguide.journeys.styles import journey_styles
from cxguide.journeys.tables import csv_file, markdown_table

__all__ = ["DOWNLOADS", "FORMS", "PICTURES", "rendered"]

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
    plain = plain_map(journey, texts)
    # Modules that are slow to import, and that sites without the extra cannot import.
    faults = Faults()
    for fault in import_module("cxguide.journeys.coverage").coverage_faults(journey, texts, plain):
        faults.add(fault)
    faults.raise_if_any()
    renderer = cast("_Renderer", import_module(f"cxguide.journeys.{form}"))
    return renderer.file(plain, source=source)


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
