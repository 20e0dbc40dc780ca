"""What tests of elements on partners' pages have in common."""

from __future__ import annotations

import json

from playwright.sync_api import Locator, Page, expect

from cxguide.metrics import built_in_metrics, calculate
from partner_pages import PartnerSite

__all__ = ["METRICS", "NPS", "element_of", "show_nps", "shown", "value"]

METRICS = built_in_metrics()
NPS = '<cx-calculator id="nps" metric="nps" lang="en"><a href="/nps">Our NPS</a></cx-calculator>'


def value(metric: str, output: str, **inputs: float) -> str:
    """What an output shows canonically, where the other inputs are those of the example."""
    entered = dict(METRICS[metric].shape.examples[0].inputs) | inputs
    return json.dumps(calculate(METRICS[metric], entered).outputs[output]).removesuffix(".0")


def shown(page: Page, element: str) -> str | None:
    """The canonical value of the first output in an element."""
    return page.locator(f"#{element} output").first.get_attribute("data-cx-value")


def show_nps(page: Page, promoters: float, element: str = "nps") -> None:
    """Expect the score with that many promoters."""
    output = page.locator(f"#{element} output").first
    expect(output).to_have_attribute("data-cx-value", value("nps", "nps", promoters=promoters))


def element_of(partner: PartnerSite, attributes: str = "", styles: str = "") -> Locator:
    """The calculator in an element."""
    page = partner.visited(
        f"<style>{styles}</style><cx-calculator metric='nps' {attributes}></cx-calculator>"
        + partner.script("nps.en")
    )
    return page.locator(".cx-calculator")
