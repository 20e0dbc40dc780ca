"""A map as HTML: a semantic table that CSS lays out, with the emotion curve in its cells.

One table row for each stage, so that the source order is the story's order: right for screen
readers, for the cards on a phone, for plain text. No script, no measuring, no inline styles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from babel.lists import format_list
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cxguide.core.catalogs import Message, Texts
from cxguide.core.languages import Language
from cxguide.core.numbers import canonical, format_number
from cxguide.core.resources import TEMPLATES
from cxguide.journeys.curve import Cubic, curve_pieces
from cxguide.journeys.icons import ICONS, STAR
from cxguide.journeys.model import Journey, Metric, PainPoint, Row, Stage
from cxguide.journeys.summary import summary_of, worst_pain_point

__all__ = ["render_journey", "signed"]


@dataclass(frozen=True, slots=True)
class StageView:
    """A stage as the template shows it.

    Attributes:
        number: its position from 1.
        anchor: its id in the page.
        today: the piece of the curve in its cell, as an SVG path; empty where it breaks off.
        target: the piece of the curve of target emotions, likewise.
        area: what lies between the curve and neutral.
        calculator: the address of the metric's calculator, filled in; empty without one.
        metric_name: the metric's name in the page's language; empty without one.
        worst: the most severe pain point.
    """

    stage: Stage
    number: int
    anchor: str
    today: str
    target: str
    area: str
    calculator: str
    metric_name: str
    worst: PainPoint | None


def render_journey(
    journey: Journey,
    texts: Texts,
    *,
    rows: Sequence[Row] | None = None,
    unique_id: Callable[[str], str] = str,
    calculator_links: Mapping[str, str] | None = None,
    metric_names: Mapping[str, str] | None = None,
) -> str:
    """The map as one `<figure>`; the same input gives the same bytes.

    Args:
        journey: the map.
        texts: the texts of the language that the map shall speak.
        rows: the rows to show, in this order; the map's own when not given.
        unique_id: makes an id that the page does not have yet from a wanted one.
        calculator_links: where the calculator of a metric is, by the metric's id, as an address
            without a query; the metric's numbers are added to it.
        metric_names: what a metric is called in the language, by its id.

    Raises:
        SourceError: the language lacks a text.
    """
    template = _environment().get_template("journey.html.jinja")
    figure_id = unique_id(f"cx-map-{journey.id}")
    html = template.render(
        journey=journey,
        rows=tuple(rows or journey.rows),
        stages=_stage_views(journey, unique_id, calculator_links or {}, metric_names or {}),
        summary=summary_of(journey),
        figure_id=figure_id,
        arc=_arc(journey),
        dots=_dots(journey),
        has_targets=any(stage.target_emotion is not None for stage in journey.stages),
        icons=ICONS,
        star=STAR,
        t=texts,
        counted=texts.counted,
        own=lambda message: texts(message.key, message.english),
        signed=lambda score: signed(score, texts.language),
        listed=lambda stages: _listed((stage.name for stage in stages), texts),
    )
    # Indentation is for the template's readers; a page has thousands of such lines.
    return "\n".join(line for line in map(str.strip, html.split("\n")) if line)


def signed(score: int, language: Language) -> str:
    """A score with its sign, which is a real minus and not a hyphen.

    >>> [signed(score, Language("en")) for score in (-2, 0, 1)]
    ['−2', '0', '+1']
    """
    sign = "\N{MINUS SIGN}" if score < 0 else "+" if score > 0 else ""
    return sign + format_number(abs(score), 0, language)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )


def _listed(names: Iterable[Message], texts: Texts) -> str:
    own = [texts(name.key, name.english) for name in names]
    return format_list(own, locale=texts.language.locale)


def _stage_views(
    journey: Journey,
    unique_id: Callable[[str], str],
    calculator_links: Mapping[str, str],
    metric_names: Mapping[str, str],
) -> tuple[StageView, ...]:
    today = curve_pieces([stage.emotion for stage in journey.stages])
    target = curve_pieces([stage.target_emotion for stage in journey.stages])
    return tuple(
        StageView(
            stage=stage,
            number=index + 1,
            anchor=unique_id(f"{journey.id}--{stage.id}"),
            today=_path(today[index]),
            target=_path(target[index]),
            area=_area(today[index]),
            calculator=_calculator(stage.metric, calculator_links),
            metric_name=metric_names.get(stage.metric.calculator, "") if stage.metric else "",
            worst=worst_pain_point(stage),
        )
        for index, stage in enumerate(journey.stages)
    )


def _calculator(metric: Metric | None, links: Mapping[str, str]) -> str:
    """The address of a calculator with the metric's numbers in it."""
    if metric is None or metric.calculator not in links:
        return ""
    page, _, anchor = links[metric.calculator].partition("#")
    query = urlencode(
        {
            name: ",".join(map(canonical, value if isinstance(value, tuple) else (value,)))
            for name, value in metric.inputs.items()
        },
        safe=",",
    )
    return f"{page}?{query}" + (f"#{anchor}" if anchor else "")


# Drawings are 100 units high, 100 wide for each stage; +2 is at 10 and -2 at 90.


def _path(piece: Sequence[Cubic], stage: int = 0) -> str:
    if not piece:
        return ""
    return f"M{_at(piece[0].start, stage)}" + "".join(
        f"C{_at(cubic.control_1, stage)} {_at(cubic.control_2, stage)} {_at(cubic.end, stage)}"
        for cubic in piece
    )


def _area(piece: Sequence[Cubic]) -> str:
    if not piece:
        return ""
    left, right = piece[0].start[0], piece[-1].end[0]
    return f"{_path(piece)}L{_at((right, 0))} {_at((left, 0))}z"


def _arc(journey: Journey) -> str:
    """The whole curve in one drawing, for the cards."""
    pieces = curve_pieces([stage.emotion for stage in journey.stages])
    return "".join(_path(piece, index) for index, piece in enumerate(pieces))


def _dots(journey: Journey) -> str:
    """Strokes of no length at the scores; round caps make dots of them at any stretch."""
    return "".join(
        f"M{_at((0.5, stage.emotion), index)}h0"
        for index, stage in enumerate(journey.stages)
        if stage.emotion is not None
    )


def _at(point: tuple[float, float], stage: int = 0) -> str:
    x, y = 100 * (point[0] + stage), 50 - 20 * point[1]
    return f"{round(x, 1):g} {round(y, 1):g}"
