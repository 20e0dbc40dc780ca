"""Maps as HTML, and what a test asks of them."""

from __future__ import annotations

from collections.abc import Callable

from lxml import html
from lxml.html import HtmlElement

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.journeys import Journey, render_journey

MakeJourney = Callable[..., Journey]


def figure(journey: Journey, **options: object) -> HtmlElement:
    return html.fragment_fromstring(render_journey(journey, Texts(ENGLISH), **options))


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def cells(map_: HtmlElement, row: str) -> list[HtmlElement]:
    return map_.xpath(f".//td[@data-row='{row}']")
