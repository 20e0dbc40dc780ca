"""A map in every form that it can be taken along in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from markupsafe import Markup

from cxguide.core.catalogs import Texts
from cxguide.journeys.html import render_journey
from cxguide.journeys.model import Journey
from cxguide.journeys.styles import journey_styles
from cxguide.journeys.words import Words

__all__ = ["FORMS", "rendered"]

Render = Callable[[Journey, Texts], bytes]


def rendered(journey: Journey, texts: Texts, form: str) -> bytes:
    """The map as a file of the form, one of `FORMS`."""
    return FORMS[form](journey, texts)


def _html(journey: Journey, texts: Texts) -> bytes:
    """A page of its own with the map and its styles."""
    title = Markup.escape(Words(texts).own(journey.title))
    return (
        f'<!doctype html>\n<html lang="{texts.tag}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n"
        f"<style>{journey_styles()}</style>\n{render_journey(journey, texts)}\n"
    ).encode()


FORMS: Mapping[str, Render] = MappingProxyType({"html": _html})
"""How a map becomes a file, by the name of the form."""
