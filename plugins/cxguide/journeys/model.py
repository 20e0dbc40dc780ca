"""A journey map after reading: nothing in it needs checking again.

Every text is a `Message`, that is its English wording with its key and place; a renderer asks
the texts of its language for the key. Ids, scores and numbers are shared by all languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from cxguide.core.catalogs import Message

__all__ = [
    "ROWS",
    "Channel",
    "Journey",
    "Lens",
    "Metric",
    "Opportunity",
    "PainPoint",
    "Row",
    "Stage",
    "StandardStage",
]

Row = Literal[
    "goal",
    "actions",
    "touchpoints",
    "thought",
    "emotion",
    "pain_points",
    "opportunities",
    "metric",
    "owner",
]
"""A row of a map: one aspect of every stage."""

ROWS: tuple[Row, ...] = get_args(Row)
"""All rows in their usual order."""

StandardStage = Literal["awareness", "consideration", "purchase", "retention", "advocacy"]
"""The stages that every journey has; several stages of a map may share one."""


@dataclass(frozen=True, slots=True)
class Lens:
    """Whose journey it is and in what situation."""

    persona: Message
    scenario: Message
    goals: tuple[Message, ...]
    note: Message | None


@dataclass(frozen=True, slots=True)
class Channel:
    """A place where customer and organization can meet; `icon` is a key of `icons.ICONS`."""

    id: str
    label: Message
    icon: str


@dataclass(frozen=True, slots=True)
class PainPoint:
    """What costs the customer time, money or comfort; severity 1 (minor) to 3 (severe)."""

    text: Message
    severity: int


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A possible improvement."""

    text: Message


@dataclass(frozen=True, slots=True)
class Metric:
    """What is measured in a stage, as the calculator `calculator` would be filled in.

    `label` says it in words, so that a site without that calculator still tells it.
    """

    calculator: str
    label: Message
    inputs: Mapping[str, float | tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Stage:
    """One part of a journey, with its own goal.

    Attributes:
        emotion: -2 (very negative) to 2 (very positive); `None` when nobody knows.
        target_emotion: what it should become; `None` when no target is set.
        moment_of_truth: here customers decide whether they stay or leave.
    """

    id: str
    name: Message
    standard_stage: StandardStage
    moment_of_truth: bool
    goal: Message | None
    actions: tuple[Message, ...]
    touchpoints: tuple[Channel, ...]
    thought: Message | None
    emotion: int | None
    target_emotion: int | None
    pain_points: tuple[PainPoint, ...]
    opportunities: tuple[Opportunity, ...]
    metric: Metric | None
    owner: Message | None


@dataclass(frozen=True, slots=True)
class Journey:
    """A journey map.

    Attributes:
        summary: the editor's own summary; `None` means one is made from the content.
        rows: the rows shown, top to bottom.
        stages: 2 to 9, in the order the customer lives them.
    """

    id: str
    title: Message
    summary: Message | None
    lens: Lens
    rows: tuple[Row, ...]
    channels: tuple[Channel, ...]
    stages: tuple[Stage, ...]
