"""A map as HTML: a semantic table that CSS lays out, with the emotion curve in its cells.

One table row for each stage, so that the source order is the story's order: right for screen
readers, for the cards on a phone, for plain text. No script, no measuring, no inline styles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import urlencode

from markupsafe import Markup

from cxguide.core.catalogs import Message, Texts
from cxguide.core.dates import format_day
from cxguide.core.lists import listed
from cxguide.core.numbers import canonical, format_number
from cxguide.core.templating import environment
from cxguide.journeys.icons import ICONS, STAR
from cxguide.journeys.model import Journey, Lens, Metric, Opportunity, PainPoint, Row, Stage
from cxguide.journeys.page.breaks import with_breaks
from cxguide.journeys.page.view import Column, Lane, StageView, arc_path, dots_path, plot_views
from cxguide.journeys.words import Words

__all__ = ["Surroundings", "figure", "render_journey", "shown"]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The page around a map.

    Attributes:
        unique_id: makes an id that the page does not have yet from a wanted one.
        calculator_links: where the calculator of a metric is, by the metric's id, as an address
            without a query; the metric's numbers are added to it.
        metric_names: what a metric is called in the language, by its id.
        downloads: forms in which the map can be taken along, with their addresses.
    """

    unique_id: Callable[[str], str] = str
    calculator_links: Mapping[str, str] = field(default_factory=dict)
    metric_names: Mapping[str, str] = field(default_factory=dict)
    downloads: tuple[tuple[str, str], ...] = ()


def render_journey(
    journey: Journey,
    texts: Texts,
    *,
    rows: Sequence[Row] | None = None,
    page: Surroundings | None = None,
) -> str:
    """The map as one `<figure>`; the same input gives the same bytes.

    Args:
        journey: the map.
        texts: the texts of the language that the map shall speak.
        rows: the rows to show, in this order; the map's own when not given.
        page: what the map needs to know of the page it stands in.

    Raises:
        SourceError: the language lacks a text.
    """
    page = page or Surroundings()
    words = Words(texts)
    figure_id = page.unique_id(f"cx-map-{journey.id}")
    scores = [stage.emotion for stage in journey.stages]
    has_one_curve = not journey.personas
    lanes = _lanes(journey, words)
    return figure(
        "journey/map.html.jinja",
        words,
        figure_id=figure_id,
        journey_id=journey.id,
        title=words.own(journey.title),
        rows=tuple(rows or journey.rows),
        lanes=lanes,
        stages=_stage_views(journey, words, lanes, page),
        arc=arc_path(scores) if has_one_curve else "",
        dots=dots_path(scores),
        has_targets=any(stage.target_emotion is not None for stage in journey.stages),
        has_truths=has_one_curve and any(stage.moment_of_truth for stage in journey.stages),
        lens=_lens(journey.lens, words),
        summary=words.summary(journey),
        sentences=[words.sentence(journey, stage) for stage in journey.stages],
        frequent=_frequent(journey, words),
        downloads=page.downloads,
    )


def figure(template: str, words: Words, **values: object) -> str:
    """A template of a map, without the indentation that helps to read the template."""
    html = (
        environment()
        .get_template(template)
        .render(
            **{
                **words.context,
                "own": lambda message: shown(message, words),
                "said": partial(with_breaks, language=words.language),
            },
            icons=ICONS,
            star=STAR,
            **values,
        )
    )
    return "\n".join(line for line in map(str.strip, html.split("\n")) if line)


def shown(message: Message, words: Words) -> Markup:
    """A text for a cell: with its breaks, and marked where it is not in the map's language."""
    text = words.own(message)
    if words.texts.is_english(message.key):
        return Markup('<span lang="en">{}</span>').format(text)
    return with_breaks(text, words.language)


def _lanes(journey: Journey, words: Words) -> tuple[Lane, ...]:
    if journey.personas:
        return Lane.of(words.own(persona.name) for persona in journey.personas)
    return Lane.of([words.fixed.today])


def _lens(lens: Lens, words: Words) -> Iterable[tuple[str, tuple[str | Markup, ...]]]:
    """Heads and texts of what stands above a map."""
    told: dict[str, tuple[str | Markup, ...]] = {
        "persona": (shown(lens.persona, words),),
        "scenario": (shown(lens.scenario, words),),
        "goals": tuple(shown(goal, words) for goal in lens.goals),
    }
    if lens.evidence is not None:
        told["evidence"] = (shown(lens.evidence, words),)
    if lens.reviewed is not None:
        day = Markup('<time datetime="{}">{}</time>')
        told["reviewed"] = (
            day.format(lens.reviewed.isoformat(), format_day(lens.reviewed, words.language)),
        )
    return [(words.fixed.lens[name], texts) for name, texts in told.items()]


def _stage_views(
    journey: Journey, words: Words, lanes: Sequence[Lane], page: Surroundings
) -> tuple[StageView, ...]:
    columns = [
        Column(
            stage.emotions,
            stage.target_emotion,
            _distances(stage, words),
            stage.moment_of_truth,
        )
        for stage in journey.stages
    ]
    plots = plot_views(columns, lanes)
    return tuple(
        StageView(
            number=number,
            anchor=page.unique_id(f"{journey.id}--{stage.id}"),
            name=shown(stage.name, words),
            plot=plot,
            stage=stage,
            standard=words.fixed.standard_stages[stage.standard_stage]
            if stage.has_own_name
            else "",
            anchors=_anchors(journey, stage, page),
            calculator=_calculator(stage.metric, page.calculator_links),
            metric_name=page.metric_names.get(stage.metric.calculator, "") if stage.metric else "",
        )
        for number, (stage, plot) in enumerate(zip(journey.stages, plots, strict=True), start=1)
    )


def _distances(stage: Stage, words: Words) -> tuple[str, ...]:
    target = stage.target_emotion
    return tuple(
        "" if target is None or score is None else words.to_target(target - score)
        for score in stage.emotions
    )


def _anchors(journey: Journey, stage: Stage, page: Surroundings) -> dict[str, str]:
    """Ids of what has an id in its file, so that it can be linked to in every language."""
    items: Iterable[PainPoint | Opportunity] = (*stage.pain_points, *stage.opportunities)
    return {
        item.text.key: page.unique_id(f"{journey.id}--{stage.id}--{item.id}")
        for item in items
        if item.id
    }


def _frequent(journey: Journey, words: Words) -> str:
    """The touchpoints of more than one stage, with how many, the most frequent first."""
    stages = Counter(channel for stage in journey.stages for channel in stage.touchpoints)
    names = [
        words.remark(words.own(channel.label), format_number(count, 0, words.language))
        for channel, count in stages.most_common()
        if count > 1
    ]
    return listed(names, words.language)


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
