"""A journey map after reading: nothing in it needs checking again.

Every text is a `Message`, that is its English wording with its key and place; a renderer asks
the texts of its language for the key. Ids, scores and numbers are shared by all languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from cxguide.core.catalogs import Message

__all__ = [
    "BLUEPRINT_LINES",
    "ROWS",
    "Channel",
    "Confidence",
    "Evidence",
    "Journey",
    "Lens",
    "Metric",
    "Opportunity",
    "PainPoint",
    "Persona",
    "Row",
    "Stage",
    "StandardStage",
]

Row = Literal[
    "goal",
    "physical_evidence",
    "actions",
    "frontstage",
    "backstage",
    "support",
    "touchpoints",
    "thought",
    "emotion",
    "evidence",
    "pain_points",
    "opportunities",
    "metric",
    "owner",
]
"""A row of a map: one aspect of every stage."""

ROWS: tuple[Row, ...] = get_args(Row)
"""All rows in their usual order; those of a service blueprint stand around the actions."""

BLUEPRINT_LINES: tuple[Row, ...] = ("frontstage", "backstage", "support")
"""Above each of these rows runs a line of a service blueprint: of interaction, of visibility, of
internal interaction."""

StandardStage = Literal["awareness", "consideration", "purchase", "retention", "advocacy"]
"""The stages that every journey has; several stages of a map may share one."""


Confidence = Literal["researched", "assumed"]
"""What an emotion rests on: on what customers said or did, or on what the team believes."""


@dataclass(frozen=True, slots=True)
class Lens:
    """Whose journey it is and in what situation.

    Attributes:
        evidence: what the map as a whole rests on, in words.
        reviewed: when somebody last compared the map with reality.
    """

    persona: Message
    scenario: Message
    goals: tuple[Message, ...]
    evidence: Message | None
    reviewed: date | None
    note: Message | None


@dataclass(frozen=True, slots=True)
class Persona:
    """One of several people whose emotions a map shows."""

    id: str
    name: Message


@dataclass(frozen=True, slots=True)
class Channel:
    """A place where customer and organization can meet; `icon` is a key of `icons.ICONS`."""

    id: str
    label: Message
    icon: str


@dataclass(frozen=True, slots=True)
class PainPoint:
    """What costs the customer time, money or comfort; severity 1 (minor) to 3 (severe)."""

    id: str | None
    text: Message
    severity: int


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A possible improvement, and the role that would make it."""

    id: str | None
    text: Message
    owner: Message | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about a stage; `source` says from where."""

    confidence: Confidence
    source: Message | None


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
        emotions: -2 (very negative) to 2 (very positive), one for each persona of the map, or one
            where it names none; `None` when nobody knows.
        target_emotion: what it should become; `None` when no target is set.
        moment_of_truth: here customers decide whether they stay or leave.
        physical_evidence: what the customer can see or hold.
        frontstage: what is done before the customer's eyes.
        backstage: what is done where the customer cannot see it.
        support: what others or systems do, so that the rest can happen.
    """

    id: str
    name: Message
    standard_stage: StandardStage
    moment_of_truth: bool
    goal: Message | None
    actions: tuple[Message, ...]
    touchpoints: tuple[Channel, ...]
    thought: Message | None
    emotions: tuple[int | None, ...]
    target_emotion: int | None
    evidence: Evidence | None
    pain_points: tuple[PainPoint, ...]
    opportunities: tuple[Opportunity, ...]
    metric: Metric | None
    owner: Message | None
    physical_evidence: tuple[Message, ...] = ()
    frontstage: tuple[Message, ...] = ()
    backstage: tuple[Message, ...] = ()
    support: tuple[Message, ...] = ()

    @property
    def emotion(self) -> int | None:
        """The emotion of the first persona, whose journey it is."""
        return self.emotions[0]

    @property
    def has_own_name(self) -> bool:
        """Whether its name says more than its standard stage."""
        return self.standard_stage != self.name.english.lower()

    def has(self, row: Row) -> bool:
        """Whether the stage has something to show in a row."""
        if row == "emotion":
            return self.target_emotion is not None or any(
                score is not None for score in self.emotions
            )
        return bool(getattr(self, row))


@dataclass(frozen=True, slots=True)
class Journey:
    """A journey map.

    Attributes:
        short_title: for narrow places; the title where the file has none.
        summary: the editor's own summary; `None` means one is made from the content.
        personas: those whose emotions are told apart, up to three; none where there is one.
        rows: the rows shown, top to bottom.
        stages: 2 to 9, in the order the customer lives them.
        is_draft: nobody must translate it yet; readers of other languages see the English.
    """

    id: str
    title: Message
    short_title: Message
    summary: Message | None
    lens: Lens
    personas: tuple[Persona, ...]
    rows: tuple[Row, ...]
    channels: tuple[Channel, ...]
    stages: tuple[Stage, ...]
    is_draft: bool = False
