"""Pictures of a result, as shapes.

The build writes them and `calculators/element/pictures.js` draws them anew: both make the same
shapes from the same numbers (`tests/browser/test_pictures_js.py`). Positions across are
percentages, so that a picture fits any width while its text keeps its size.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from cxguide.core.languages import Language
from cxguide.core.numbers import Style
from cxguide.metrics.calculation import Outcome
from cxguide.metrics.curves import curve_shapes, curve_words
from cxguide.metrics.evaluation import Answers
from cxguide.metrics.model import Metric
from cxguide.metrics.notation import plain_number
from cxguide.metrics.shape import AnswersChart, CurveChart, SharesChart, ValuesChart
from cxguide.metrics.svg import Shape, line, percent, short, text, tick

__all__ = [
    "HEIGHTS_PX",
    "chart_points",
    "chart_shapes",
    "scale_shapes",
    "summary_of",
]

HEIGHTS_PX: Mapping[str, int] = {
    "scale": 46, "shares": 20, "answers": 120, "values": 70, "curve": 156,
}  # fmt: skip

_COLUMNS_BASE, _COLUMNS_HEIGHT = 100, 80
_MOST_SIGNS = 40
"""Digits that fit beside each other on a phone."""


def scale_shapes(metric: Metric, outcome: Outcome, language: Language) -> tuple[Shape, ...]:
    """The scale of the main output with its value, and its interval where it has one."""
    assert metric.shape.scale
    lowest, highest = metric.shape.scale

    def along(value: float) -> float:
        return min(max(100 * (value - lowest) / (highest - lowest), 0.0), 100.0)

    shapes = [line("axis", "0%", "100%", 16)]
    for value, anchor in (
        (lowest, "start"), ((lowest + highest) / 2, "middle"), (highest, "end")
    ):  # fmt: skip
        x = percent(along(value))
        shapes.append(Shape("line", {"class": "cx-tick", "x1": x, "x2": x, "y1": "10", "y2": "22"}))
        shapes.append(text(x, 40, anchor, plain_number(value, language)))
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
            return curve_shapes(chart, metric, outcome, language)
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
            return curve_words(chart, metric, outcome, language)
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
                    "class": "cx-range", "x": percent(low), "y": str(y - 5),
                    "width": percent(high - low), "height": "10", "rx": "5",
                },
            )
        )  # fmt: skip
    if isinstance(main, float):
        point = {"class": "cx-point", "cx": percent(along(main)), "cy": str(y), "r": "7"}
        shapes.append(Shape("circle", point))
    return shapes


def _shares(chart: SharesChart, outcome: Outcome) -> tuple[Shape, ...]:
    shapes, x = [], 0.0
    for name, tone in chart.parts.items():
        value = outcome.outputs[name]
        width = value if isinstance(value, float) else 0.0
        attributes = {
            "class": f"cx-bar cx-tone-{tone}", "x": percent(x), "width": percent(width),
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
        answer, middle = answers.first + index, percent(slot * (index + 0.5))
        height = _COLUMNS_HEIGHT * count / most
        tone = next((t for t, (a, b) in chart.tones.items() if a <= answer <= b), "plain")
        attributes = {
            "class": f"cx-bar cx-tone-{tone}", "x": percent(slot * (index + 0.12)),
            "y": short(_COLUMNS_BASE - height), "width": percent(slot * 0.76),
            "height": short(height),
        }  # fmt: skip
        shapes.append(Shape("rect", attributes))
        if count and not is_narrow:
            shapes.append(text(middle, _COLUMNS_BASE - height - 4, "middle", texts[index]))
        shapes.append(text(middle, _COLUMNS_BASE + 16, "middle", str(answer)))
    shapes.append(line("axis", "0%", "100%", _COLUMNS_BASE))
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
        Shape("circle", {"class": "cx-dot", "cx": percent(along(value)), "cy": "16", "r": "5"})
        for value in values
    ]
    if metric.main.style is Style.NUMBER:
        shapes += _interval(metric, outcome, along, 36)
    shapes.append(line("axis", "0%", "100%", 50))
    ends = ((lowest, "0%", "start"), (highest, "100%", "end"))
    for value, x, anchor in ends if lowest < highest else ((lowest, "50%", "middle"),):
        shapes.append(text(x, 66, anchor, tick(value, language)))
    return tuple(shapes)


def summary_of(points: Sequence[tuple[str, str]], pattern: str) -> str:
    """The pairs as a list in words."""
    return "; ".join(pattern.format(x=x, y=y) if y else x for x, y in points)
