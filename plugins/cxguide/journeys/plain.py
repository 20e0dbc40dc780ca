"""A map as plain texts in one language: what every form without HTML is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxguide.core.catalogs import Texts
from cxguide.core.dates import format_day
from cxguide.journeys.model import Journey, Row, Stage
from cxguide.journeys.summary import feelings_of
from cxguide.journeys.words import Words

__all__ = ["PlainMap", "PlainStage", "plain_map"]


@dataclass(frozen=True, slots=True)
class PlainStage:
    """A stage in words.

    Attributes:
        stage: what it is made from.
        number: its position from 1.
        name: its name.
        remarks: what is told beside the name: the standard stage, a moment of truth.
        cells: the lines of each row, in the order of the stage's lists.
    """

    stage: Stage
    number: int
    name: str
    remarks: tuple[str, ...]
    cells: Mapping[Row, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PlainMap:
    """A map in words.

    Attributes:
        journey: what it is made from.
        words: the words of its language.
        title: its title.
        lens: head and texts of what stands above the map.
        summary: some sentences.
        stage_head: what the row of the stages' names is called.
        heads: what each row is called, in the order of the rows shown.
        stages: the stages.
    """

    journey: Journey
    words: Words
    title: str
    lens: tuple[tuple[str, tuple[str, ...]], ...]
    summary: str
    stage_head: str
    heads: Mapping[Row, str]
    stages: tuple[PlainStage, ...]


def plain_map(journey: Journey, texts: Texts) -> PlainMap:
    """The map in the language of the texts.

    Args:
        journey: the map.
        texts: the texts of the language.

    Raises:
        SourceError: the language lacks a text.
    """
    words = Words(texts)
    return PlainMap(
        journey=journey,
        words=words,
        title=words.own(journey.title),
        lens=_lens(journey, words),
        summary=words.summary(journey),
        stage_head=words.fixed.stage,
        heads={row: words.fixed.rows[row] for row in journey.rows},
        stages=tuple(
            PlainStage(
                stage=stage,
                number=number,
                name=words.own(stage.name),
                remarks=_remarks(stage, words),
                cells={row: _cell(journey, stage, row, words) for row in journey.rows},
            )
            for number, stage in enumerate(journey.stages, start=1)
        ),
    )


def _lens(journey: Journey, words: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
    lens, heads = journey.lens, words.fixed.lens
    told = {
        "persona": (words.own(lens.persona),),
        "scenario": (words.own(lens.scenario),),
        "goals": tuple(map(words.own, lens.goals)),
        "evidence": (words.own(lens.evidence),) if lens.evidence else (),
        "reviewed": (format_day(lens.reviewed, words.language),) if lens.reviewed else (),
    }
    return tuple((heads[name], texts) for name, texts in told.items() if texts)


def _remarks(stage: Stage, words: Words) -> tuple[str, ...]:
    standard = words.fixed.standard_stages[stage.standard_stage]
    return (
        *((standard,) if stage.has_own_name else ()),
        *((words.fixed.moment_of_truth,) if stage.moment_of_truth else ()),
    )


def _cell(journey: Journey, stage: Stage, row: Row, words: Words) -> tuple[str, ...]:
    own, fixed = words.own, words.fixed
    match row:
        case "emotion":
            return tuple(_emotion(journey, stage, words))
        case "thought":
            return (fixed.quoted.format(text=own(stage.thought)),) if stage.thought else ()
        case "touchpoints":
            return tuple(own(channel.label) for channel in stage.touchpoints)
        case "pain_points":
            return tuple(
                words.remark(own(point.text), fixed.severities[point.severity])
                for point in stage.pain_points
            )
        case "opportunities":
            return tuple(
                words.remark(own(one.text), own(one.owner)) if one.owner else own(one.text)
                for one in stage.opportunities
            )
        case "evidence":
            if stage.evidence is None:
                return ()
            known = fixed.confidences[stage.evidence.confidence]
            source = stage.evidence.source
            return (words.pair(known, own(source)) if source else known,)
        case "metric":
            return (own(stage.metric.label),) if stage.metric else ()
        case "goal":
            return (own(stage.goal),) if stage.goal else ()
        case "owner":
            return (own(stage.owner),) if stage.owner else ()
        case _:
            return tuple(map(own, getattr(stage, row)))


def _emotion(journey: Journey, stage: Stage, words: Words) -> list[str]:
    target = stage.target_emotion
    lines = []
    for persona, score in feelings_of(journey, stage):
        told = words.level(score)
        if score is not None and target is not None:
            told = f"{told}, {words.to_target(target - score)}"
        name = words.own(persona.name) if persona else words.fixed.today
        lines.append(words.pair(name, told) if persona or target is not None else told)
    if target is not None:
        lines.append(words.pair(words.fixed.target, words.level(target)))
    return lines
