"""The curve of a metric: survival, value so far, margin of error by size.

`calculators/element/pictures.js` draws the same.
"""

from __future__ import annotations

import math

from cxguide.core.languages import Language
from cxguide.core.numbers import Style, format_value
from cxguide.metrics.calculation import Outcome
from cxguide.metrics.evaluation import evaluate
from cxguide.metrics.model import Metric
from cxguide.metrics.notation import plain_number
from cxguide.metrics.shape import CurveChart
from cxguide.metrics.svg import Shape, percent, place_of, short, text, tick

__all__ = ["curve_shapes", "curve_words"]

_LONGEST_MIDDLE_TICK = 8
_PLOT_TOP, _PLOT_HEIGHT = 8, 120
_SEGMENTS = 40
_MOST_PERIODS = 60


def curve_words(
    chart: CurveChart, metric: Metric, outcome: Outcome, language: Language
) -> tuple[tuple[str, str], ...]:
    """A handful of places, and the value of each."""
    points = _curve_points(chart, metric, outcome)
    chosen = sorted({(part * (len(points) - 1) + 2) // 4 for part in range(5)})
    places = [place_of(points[index][0]) for index in (chosen if points else ())]
    # Each value belongs to the place that is written, not to one near it.
    return tuple(
        (plain_number(x, language), format_value(y, chart.style, 1, language))
        for x in places
        if (y := _value_at(metric, outcome, x)) is not None
    )


def _curve_points(
    chart: CurveChart, metric: Metric, outcome: Outcome
) -> tuple[tuple[float, float], ...]:
    assert metric.curve
    start, end = (evaluate(part, outcome.values) for part in (metric.curve.start, metric.curve.end))
    if not isinstance(start, float) or not isinstance(end, float) or not end > start:
        return ()
    if not math.isfinite(end) or outcome.status != "ok":
        return ()
    count = min(int(end - start), _MOST_PERIODS) if chart.whole else _SEGMENTS
    points = []
    for index in range(count + 1):
        x = start + (end - start) * index / count
        y = _value_at(metric, outcome, x)
        if y is None:
            return ()
        points.append((x, y))
    return tuple(points)


def _value_at(metric: Metric, outcome: Outcome, x: float) -> float | None:
    assert metric.curve
    value = evaluate(metric.curve.value, {**outcome.values, "x": x})
    return value if isinstance(value, float) and math.isfinite(value) else None


def curve_shapes(
    chart: CurveChart, metric: Metric, outcome: Outcome, language: Language
) -> tuple[Shape, ...]:
    """The line with its axis; nothing where it has no end or no value."""
    points = _curve_points(chart, metric, outcome)
    if not points:
        return ()
    values = [y for _, y in points]
    is_share = chart.style is Style.PERCENT
    lowest, highest = (0.0, 100.0) if is_share else (min(*values, 0.0), max(*values, 0.0))
    if highest == lowest:
        highest = lowest + 1
    first, last = points[0][0], points[-1][0]

    def down(value: float) -> float:
        return 100 * (highest - value) / (highest - lowest)

    line = "L".join(
        f"{short(100 * (x - first) / (last - first))} {short(down(y))}" for x, y in points
    )
    zero = short(down(min(max(0.0, lowest), highest)))
    style, digits = Style.PERCENT if is_share else Style.NUMBER, 0 if highest - lowest >= 10 else 1
    ticks = [
        (value, format_value(value, style, digits, language))
        for value in dict.fromkeys((highest, 0.0, lowest))
        # Zero is written where it does not run into the label of an end.
        if value in {highest, lowest} or 12 < down(value) < 88
    ]
    left = max(18, 3 * max(len(words) for _, words in ticks))
    plot = {
        "x": f"{left}%", "y": str(_PLOT_TOP), "width": f"{100 - left}%",
        "height": str(_PLOT_HEIGHT), "viewBox": "0 0 100 100", "preserveAspectRatio": "none",
    }  # fmt: skip
    inside = (
        Shape("path", {"class": "cx-area", "d": f"M0 {zero}L{line}L100 {zero}Z"}),
        Shape("path", {"class": "cx-axis", "d": f"M0 {zero}L100 {zero}"}),
        Shape("path", {"class": "cx-curve", "d": f"M{line}"}),
    )
    shapes = [Shape("svg", plot, inside)]
    for value, words in ticks:
        y = _PLOT_TOP + _PLOT_HEIGHT * down(value) / 100 + 4
        shapes.append(text(f"{left - 2}%", y, "end", words))
    for part, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        across = percent(left + (100 - left) * part)
        words = tick(first + (last - first) * part, language)
        if part != 0.5 or len(words) <= _LONGEST_MIDDLE_TICK:
            shapes.append(text(across, _PLOT_TOP + _PLOT_HEIGHT + 20, anchor, words))
    return tuple(shapes)
