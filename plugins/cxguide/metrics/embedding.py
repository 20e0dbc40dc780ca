"""A calculator for pages that are not ours: for a frame, and as an element."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from cxguide.core.catalogs import Texts
from cxguide.core.markup_tree import markup_tree
from cxguide.core.partial_styles import needed_styles
from cxguide.core.resources import CALCULATORS
from cxguide.core.styles import compact
from cxguide.metrics.bundle import bundled
from cxguide.metrics.calculation import Outcome, calculate
from cxguide.metrics.model import Metric
from cxguide.metrics.view import Home
from cxguide.metrics.writing import calculator_html

__all__ = [
    "PARTS",
    "EmbeddedCalculator",
    "EmbeddingScripts",
    "embedded_calculator",
    "embedding_scripts",
]

PARTS = frozenset(
    [
        *("cx-name", "cx-example", "cx-entry", "cx-field", "cx-button", "cx-result"),
        *("cx-main-label", "cx-main-value", "cx-interval", "cx-bands", "cx-values", "cx-more"),
        "cx-home",
    ]
)
"""Classes that pages around an element can style as `::part(...)`, without their `cx-`."""

_ELEMENT = CALCULATORS / "element"
_DATA = '"EMBEDDED"'
"""What stands for the data in `embedded.js`."""
_DEFINITION = '<script type="application/json" class="cx-definition">'


@dataclass(frozen=True, slots=True)
class EmbeddingScripts:
    """What a metric needs in the browser, without a text in any language.

    Attributes:
        in_frame: for a page of its own.
        element: the element; its data are still missing.
    """

    in_frame: str
    element: str


@dataclass(frozen=True, slots=True)
class EmbeddedCalculator:
    """One metric in one language.

    Attributes:
        title: the name of the metric.
        html: the worked example, complete without a script.
        styles: for a frame.
        frame_script: gives life to `html` on a page of its own.
        element_script: defines `<cx-calculator>`, with everything in it.
    """

    title: str
    html: str
    styles: str
    frame_script: str
    element_script: str


def embedded_calculator(
    metric: Metric, scripts: EmbeddingScripts, texts: Texts, home: Home
) -> EmbeddedCalculator:
    """The calculator of a metric; the same input gives the same bytes.

    Args:
        metric: the metric; its first example is shown.
        scripts: of the metric.
        texts: of the language.
        home: where it comes from.
    """
    entered = metric.shape.examples[0].inputs
    outcome = calculate(metric, entered)
    assert isinstance(outcome, Outcome)  # examples are checked when the metric is read
    html = calculator_html(
        metric, entered, outcome, texts, element_id=f"{metric.id}-calculator",
        publisher=home.site, form="compact", is_own_example=True, home=home,
    )  # fmt: skip
    before, _, rest = html.partition(_DEFINITION)
    definition, _, after = rest.partition("</script>")
    markup = before + after
    styles = _styles("frame.css")
    data = [
        f"{metric.id}.{texts.language.path}",
        needed_styles(_styles("embedded.css"), markup + scripts.element),
        markup_tree(markup.strip(), PARTS),
        json.loads(definition),
    ]
    return EmbeddedCalculator(
        texts(f"metric/{metric.id}/name", metric.shape.name),
        html.strip(),
        needed_styles(styles, html + scripts.in_frame),
        scripts.in_frame,
        scripts.element.replace(_DATA, json.dumps(data, ensure_ascii=False, separators=(",", ":"))),
    )


def embedding_scripts(metric: Metric) -> EmbeddingScripts:
    """The scripts of a metric, which all languages share."""
    in_frame, element = (
        bundled(_ELEMENT, metric, entry=entry, asks=False).first
        for entry in ("frame.js", "embedded.js")
    )
    return EmbeddingScripts(in_frame, element)


@lru_cache
def _styles(own: str) -> str:
    names = ("cx-calculator.css", "away.css", own)
    return compact("\n".join((_ELEMENT / name).read_text(encoding="utf-8") for name in names))
