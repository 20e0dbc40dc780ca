"""What a map shows at a glance, for people who read or hear it."""

from __future__ import annotations

from dataclasses import dataclass

from cxguide.journeys.model import Journey, PainPoint, Stage

__all__ = ["Gap", "Mood", "Summary", "summary_of", "worst_pain_point"]


@dataclass(frozen=True, slots=True)
class Mood:
    """A score, and the stages that have it, in the map's order."""

    score: int
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a stage is from its target."""

    stage: Stage
    emotion: int
    target_emotion: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The facts of a map.

    Attributes:
        lowest: the lowest mood; `None` when all known moods are the same.
        highest: the highest mood; `None` when `lowest` is.
        widest_gap: the first of the stages that are furthest below their target.
        pain_points: how many the map lists.
        moments_of_truth: how many stages are one.
    """

    lowest: Mood | None
    highest: Mood | None
    widest_gap: Gap | None
    pain_points: int
    moments_of_truth: int


def summary_of(journey: Journey) -> Summary:
    """The facts of a map, for its generated summary."""
    scores = [stage.emotion for stage in journey.stages if stage.emotion is not None]
    differ = len(set(scores)) > 1
    return Summary(
        lowest=_mood(journey, min(scores)) if differ else None,
        highest=_mood(journey, max(scores)) if differ else None,
        widest_gap=_widest_gap(journey),
        pain_points=sum(len(stage.pain_points) for stage in journey.stages),
        moments_of_truth=sum(stage.moment_of_truth for stage in journey.stages),
    )


def worst_pain_point(stage: Stage) -> PainPoint | None:
    """The first of the most severe pain points of a stage; `None` when it has none."""
    return max(stage.pain_points, key=lambda pain_point: pain_point.severity, default=None)


def _mood(journey: Journey, score: int) -> Mood:
    return Mood(score, tuple(stage for stage in journey.stages if stage.emotion == score))


def _widest_gap(journey: Journey) -> Gap | None:
    gaps = [
        Gap(stage, stage.emotion, stage.target_emotion)
        for stage in journey.stages
        if stage.emotion is not None
        and stage.target_emotion is not None
        and stage.target_emotion > stage.emotion
    ]
    return max(gaps, key=lambda gap: gap.target_emotion - gap.emotion, default=None)
