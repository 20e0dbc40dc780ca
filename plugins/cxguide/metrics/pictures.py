"""Pictures of a result, as shapes.

The build writes them and `calculators/element/pictures.js` draws them anew: both make the same
shapes from the same numbers (`tests/browser/test_pictures_js.py`). Positions across are
percentages, so that a picture fits any width while its text keeps its size.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from cxguide.core.languages import Language
from cxguide.core.numbers import Style, canonical, format_value, rounded
from cxguide.metrics.calculation import Outcome
from cxguide.metrics.evaluation import Answers, evaluate
from cxguide.metrics.model import Metric
from cxguide.metrics.notation import plain_number
from cxguide.metrics.shape import AnswersChart, CurveChart, SharesChart, ValuesChart

__all__ = [
    "HEIGHTS_PX",
    "Shape",
    "chart_points",
    "chart_shapes",
    "scale_shapes",
    "summary_of",
    "svg",
]

HEIGHTS_PX: Mapping[str, int] = {
    "scale": 46, "shares": 20, "answers": 120, "values": 70, "curve": 156,
}  # fmt: skip

_COLUMNS_BASE, _COLUMNS_HEIGHT = 100, 80
_MOST_SIGNS = 40
"""Digits that fit beside each other on a phone."""
_LONGEST_MIDDLE_TICK = 8
_PLOT_TOP, _PLOT_HEIGHT = 8, 120
_SEGMENTS = 40
_MOST_PERIODS = 60


@dataclass(frozen=True, slots=True)
class Shape:
    """An element of the drawing; attributes in a fixed order, then its text or its parts."""

    tag: str
    attributes: Mapping[str, str]
    content: str | tuple[Shape, ...] = ""


def svg(shapes: Iterable[Shape]) -> Markup:
    """The shapes as markup inside an `svg` element."""
    return Markup("").join(_markup(shape) for shape in shapes)


def _markup(shape: Shape) -> Markup:
    attributes = Markup("").join(
        Markup(' {}="{}"').format(name, value) for name, value in shape.attributes.items()
    )
    content = shape.content if isinstance(shape.content, str) else svg(shape.content)
    return Markup("<{0}{1}>{2}</{0}>").format(shape.tag, attributes, content)


def scale_shapes(metric: Metric, outcome: Outcome, language: Language) -> tuple[Shape, ...]:
    """The scale of the main output with its value, and its interval where it has one."""
    assert metric.shape.scale
    lowest, highest = metric.shape.scale

    def along(value: float) -> float:
        return min(max(100 * (value - lowest) / (highest - lowest), 0.0), 100.0)

    shapes = [_line("axis", "0%", "100%", 16)]
    for value, anchor in (
        (lowest, "start"), ((lowest + highest) / 2, "middle"), (highest, "end")
    ):  # fmt: skip
        x = _percent(along(value))
        shapes.append(Shape("line", {"class": "cx-tick", "x1": x, "x2": x, "y1": "10", "y2": "22"}))
        shapes.append(_text(x, 40, anchor, plain_number(value, language)))
    shapes += _interval(metric, outcome, along, 16)
    return tuple(shapes)


def chart_shapes(metric: Metric, outcome: Outcome, language: Language) -> tuple[Shape, ...]:
    """The chart that the metric's file asks for; nothing where there is nothing to show."""
    match metric.shape.chart:
        case SharesChart() as chart:
            return _shares(chart, outcome)
        case AnswersChart() as chart:
            return _answers(chart, outcome, language)
        case ValuesChart() as chart:
            return _values(chart, metric, outcome, language)
        case CurveChart() as chart:
            return _curve(chart, metric, outcome, language)
        case None:
            return ()


def chart_points(
    metric: Metric, outcome: Outcome, language: Language
) -> tuple[tuple[str, str], ...]:
    """What the chart says, in words: pairs of place and value, a handful of a curve."""
    match metric.shape.chart:
        case AnswersChart(of=name):
            answers = outcome.values[name]
            if not isinstance(answers, Answers):
                return ()
            return tuple(
                (str(answers.first + index), plain_number(count, language))
                for index, count in enumerate(answers.counts)
            )
        case ValuesChart(of=name):
            values = outcome.values[name]
            assert isinstance(values, tuple)
            return tuple((plain_number(value, language), "") for value in sorted(values))
        case CurveChart() as chart:
            points = _curve_points(chart, metric, outcome)
            chosen = sorted({(part * (len(points) - 1) + 2) // 4 for part in range(5)})
            places = [_shown(points[index][0]) for index in (chosen if points else ())]
            # Each value belongs to the place that is written, not to one near it.
            return tuple(
                (plain_number(x, language), format_value(y, chart.style, 1, language))
                for x in places
                if (y := _value_at(metric, outcome, x)) is not None
            )
        case _:
            return ()


def _interval(metric: Metric, outcome: Outcome, along: object, y: int) -> list[Shape]:
    assert callable(along)
    main = outcome.outputs[metric.main.id]
    shapes = []
    ends = [outcome.outputs[end] for end in metric.main.interval or ()]
    if len(ends) == 2 and all(isinstance(end, float) for end in ends):
        low, high = (along(end) for end in ends)
        shapes.append(
            Shape(
                "rect",
                {
                    "class": "cx-range", "x": _percent(low), "y": str(y - 5),
                    "width": _percent(high - low), "height": "10", "rx": "5",
                },
            )
        )  # fmt: skip
    if isinstance(main, float):
        point = {"class": "cx-point", "cx": _percent(along(main)), "cy": str(y), "r": "7"}
        shapes.append(Shape("circle", point))
    return shapes


def _shares(chart: SharesChart, outcome: Outcome) -> tuple[Shape, ...]:
    shapes, x = [], 0.0
    for name, tone in chart.parts.items():
        value = outcome.outputs[name]
        width = value if isinstance(value, float) else 0.0
        attributes = {
            "class": f"cx-bar cx-tone-{tone}", "x": _percent(x), "width": _percent(width),
            "height": "20",
        }  # fmt: skip
        shapes.append(Shape("rect", attributes))
        x += width
    return tuple(shapes)


def _answers(chart: AnswersChart, outcome: Outcome, language: Language) -> tuple[Shape, ...]:
    answers = outcome.values[chart.of]
    if not isinstance(answers, Answers):
        return ()
    slot, most = 100 / len(answers.counts), max(*answers.counts, 1.0)
    texts = [plain_number(count, language) for count in answers.counts]
    # Where one of them does not fit over its column, they are in the fields and in words alone.
    is_narrow = max(map(len, texts)) * len(texts) > _MOST_SIGNS
    shapes = []
    for index, count in enumerate(answers.counts):
        answer, middle = answers.first + index, _percent(slot * (index + 0.5))
        height = _COLUMNS_HEIGHT * count / most
        tone = next((t for t, (a, b) in chart.tones.items() if a <= answer <= b), "plain")
        attributes = {
            "class": f"cx-bar cx-tone-{tone}", "x": _percent(slot * (index + 0.12)),
            "y": _short(_COLUMNS_BASE - height), "width": _percent(slot * 0.76),
            "height": _short(height),
        }  # fmt: skip
        shapes.append(Shape("rect", attributes))
        if count and not is_narrow:
            shapes.append(_text(middle, _COLUMNS_BASE - height - 4, "middle", texts[index]))
        shapes.append(_text(middle, _COLUMNS_BASE + 16, "middle", str(answer)))
    shapes.append(_line("axis", "0%", "100%", _COLUMNS_BASE))
    return tuple(shapes)


def _values(
    chart: ValuesChart, metric: Metric, outcome: Outcome, language: Language
) -> tuple[Shape, ...]:
    values = outcome.values[chart.of]
    assert isinstance(values, tuple)
    shown = [*values]
    for name in (metric.main.id, *(metric.main.interval or ())):
        number = outcome.outputs[name]
        # The dots and the main output share an axis only where they are of one kind.
        if isinstance(number, float) and metric.main.style is Style.NUMBER:
            shown.append(number)
    lowest, highest = min(shown), max(shown)
    place = math.log if chart.spacing == "logarithmic" else float

    def along(value: float) -> float:
        width = place(highest) - place(lowest)
        return 4 + 92 * (place(value) - place(lowest)) / width if width else 50.0

    shapes = [
        Shape("circle", {"class": "cx-dot", "cx": _percent(along(value)), "cy": "16", "r": "5"})
        for value in values
    ]
    if metric.main.style is Style.NUMBER:
        shapes += _interval(metric, outcome, along, 36)
    shapes.append(_line("axis", "0%", "100%", 50))
    ends = ((lowest, "0%", "start"), (highest, "100%", "end"))
    for value, x, anchor in ends if lowest < highest else ((lowest, "50%", "middle"),):
        shapes.append(_text(x, 66, anchor, _tick(value, language)))
    return tuple(shapes)


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


def _curve(
    chart: CurveChart, metric: Metric, outcome: Outcome, language: Language
) -> tuple[Shape, ...]:
    points = _curve_points(chart, metric, outcome)
    if not points:
        return ()
    values = [y for _, y in points]
    percent = chart.style is Style.PERCENT
    lowest, highest = (0.0, 100.0) if percent else (min(*values, 0.0), max(*values, 0.0))
    if highest == lowest:
        highest = lowest + 1
    first, last = points[0][0], points[-1][0]

    def down(value: float) -> float:
        return 100 * (highest - value) / (highest - lowest)

    line = "L".join(
        f"{_short(100 * (x - first) / (last - first))} {_short(down(y))}" for x, y in points
    )
    zero = _short(down(min(max(0.0, lowest), highest)))
    style, digits = Style.PERCENT if percent else Style.NUMBER, 0 if highest - lowest >= 10 else 1
    ticks = [
        (value, format_value(value, style, digits, language))
        for value in dict.fromkeys((highest, 0.0, lowest))
        # Zero is written where it does not run into the label of an end.
        if value in {highest, lowest} or 12 < down(value) < 88
    ]
    left = max(18, 3 * max(len(text) for _, text in ticks))
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
    for value, text in ticks:
        y = _PLOT_TOP + _PLOT_HEIGHT * down(value) / 100 + 4
        shapes.append(_text(f"{left - 2}%", y, "end", text))
    for part, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        across = _percent(left + (100 - left) * part)
        text = _tick(first + (last - first) * part, language)
        if part != 0.5 or len(text) <= _LONGEST_MIDDLE_TICK:
            shapes.append(_text(across, _PLOT_TOP + _PLOT_HEIGHT + 20, anchor, text))
    return tuple(shapes)


def _tick(value: float, language: Language) -> str:
    return plain_number(_shown(value), language)


def _shown(value: float) -> float:
    """A place on an axis as exactly as it is written there."""
    return float(rounded(value, 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0))


def _line(name: str, x1: str, x2: str, y: float) -> Shape:
    attributes = {"class": f"cx-{name}", "x1": x1, "x2": x2, "y1": _short(y), "y2": _short(y)}
    return Shape("line", attributes)


def _text(x: str, y: float, anchor: str, text: str) -> Shape:
    return Shape("text", {"x": x, "y": _short(y), "text-anchor": anchor}, text)


def _percent(value: float) -> str:
    return f"{_short(value)}%"


def _short(value: float) -> str:
    """Two digits, rounded as the browser does: halves up."""
    return canonical(math.floor(value * 100 + 0.5) / 100)


def summary_of(points: Sequence[tuple[str, str]], pattern: str) -> str:
    """The pairs as a list in words."""
    return "; ".join(pattern.format(x=x, y=y) if y else x for x, y in points)
