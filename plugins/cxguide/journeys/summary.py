"""What a map shows at a glance, for people who read or hear it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxguide.journeys.model import Journey, PainPoint, Persona, Stage

__all__ = ["Feeling", "Gap", "Mood", "Summary", "feelings_of", "summary_of", "worst_pain_point"]


@dataclass(frozen=True, slots=True)
class Feeling:
    """Where something is felt, and by whom if the map tells several personas apart."""

    stage: Stage
    persona: Persona | None


@dataclass(frozen=True, slots=True)
class Mood:
    """A score, and where it is felt, in the map's order."""

    score: int
    feelings: tuple[Feeling, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """How far an emotion is from its target."""

    feeling: Feeling
    emotion: int
    target_emotion: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The facts of a map.

    Attributes:
        stages: how many the map has.
        lowest: the lowest mood; `None` when all known moods are the same.
        highest: the highest mood; `None` when `lowest` is.
        widest_gap: the first of the emotions that are furthest below their target.
        pain_points: how many the map lists.
        moments_of_truth: how many stages are one.
    """

    stages: int
    lowest: Mood | None
    highest: Mood | None
    widest_gap: Gap | None
    pain_points: int
    moments_of_truth: int


def summary_of(journey: Journey) -> Summary:
    """The facts of a map, for its generated summary."""
    known = [(feeling, score) for feeling, score in _feelings(journey) if score is not None]
    scores = [score for _, score in known]
    differ = len(set(scores)) > 1
    gaps = [
        Gap(feeling, score, feeling.stage.target_emotion)
        for feeling, score in known
        if feeling.stage.target_emotion is not None and feeling.stage.target_emotion > score
    ]

    def mood(score: int) -> Mood:
        return Mood(score, tuple(feeling for feeling, own in known if own == score))

    return Summary(
        stages=len(journey.stages),
        lowest=mood(min(scores)) if differ else None,
        highest=mood(max(scores)) if differ else None,
        widest_gap=max(gaps, key=lambda gap: gap.target_emotion - gap.emotion, default=None),
        pain_points=sum(len(stage.pain_points) for stage in journey.stages),
        moments_of_truth=sum(stage.moment_of_truth for stage in journey.stages),
    )


def feelings_of(journey: Journey, stage: Stage) -> tuple[tuple[Persona | None, int | None], ...]:
    """The emotions of a stage with whose they are; `None` in a map of one persona."""
    return tuple(zip(journey.personas or (None,), stage.emotions, strict=True))


def worst_pain_point(stage: Stage) -> PainPoint | None:
    """The first of the most severe pain points of a stage; `None` when it has none."""
    return max(stage.pain_points, key=lambda pain_point: pain_point.severity, default=None)


def _feelings(journey: Journey) -> Iterator[tuple[Feeling, int | None]]:
    for stage in journey.stages:
        for persona, score in feelings_of(journey, stage):
            yield Feeling(stage, persona), score
