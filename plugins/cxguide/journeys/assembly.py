"""From the shape of a faultless file to the map; every text gets its key, place and hint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from cxguide.core.catalogs import Message
from cxguide.core.sources import Keys, Places
from cxguide.journeys.model import (
    Channel,
    Evidence,
    Journey,
    Lens,
    Metric,
    Opportunity,
    PainPoint,
    Persona,
    Stage,
)
from cxguide.journeys.shape import (
    EvidenceShape,
    JourneyShape,
    MetricShape,
    OpportunityShape,
    PainPointShape,
    StageShape,
)

__all__ = ["assembled"]

LABEL_LENGTH = 30
"""Characters that a name or label has room for."""
TEXT_LENGTH = 160
"""Characters that a cell can hold before its row is too high to be read across."""


def assembled(written: JourneyShape, places: Places) -> Journey:
    """The map of a file without faults."""
    return _Assembly(written, places).journey()


@dataclass(frozen=True)
class _Assembly:
    """Makes the map of a faultless file; every text gets its key, place and hint."""

    written: JourneyShape
    places: Places

    def journey(self) -> Journey:
        written = self.written
        channels = {
            name: Channel(
                name,
                self.label(channel.label, "channels", name, "label", note="Touchpoint"),
                channel.icon,
            )
            for name, channel in written.channels.items()
        }
        personas = tuple(
            Persona(
                name,
                self.label(
                    persona.name, "personas", name, "name", note="Who feels it, in a legend"
                ),
            )
            for name, persona in written.personas.items()
        )
        stages = tuple(
            self.stage(stage, index, channels) for index, stage in enumerate(written.stages)
        )
        is_chosen = "rows" in written.model_fields_set
        title = self.text(written.title, "title", note="Title of a journey map")
        return Journey(
            id=written.id,
            title=title,
            short_title=title
            if written.short_title is None
            else self.label(written.short_title, "short_title", note="Short title of a map"),
            summary=self.optional(written.summary, "summary", note="One or two sentences"),
            lens=self.lens(),
            personas=personas,
            rows=tuple(
                row for row in written.rows if is_chosen or any(stage.has(row) for stage in stages)
            ),
            channels=tuple(channels.values()),
            stages=stages,
            is_draft=written.draft,
        )

    def lens(self) -> Lens:
        lens = self.written.lens
        return Lens(
            persona=self.text(lens.persona, "lens", "persona", note="Who the customer is"),
            scenario=self.text(lens.scenario, "lens", "scenario", note="The situation"),
            goals=self.numbered(lens.goals, "lens", "goals", note="What the customer wants"),
            evidence=self.optional(lens.evidence, "lens", "evidence", note="What the map rests on"),
            reviewed=lens.reviewed,
            note=self.optional(lens.note, "lens", "note", note="A remark to the reader"),
        )

    def stage(self, stage: StageShape, index: int, channels: Mapping[str, Channel]) -> Stage:
        at, key = ("stages", index), ("stages", stage.id)

        def optional(name: str, english: str | None, note: str) -> Message | None:
            return self.optional(english, *at, name, key=(*key, name), note=note)

        def numbered(name: str, english: Sequence[str], note: str) -> tuple[Message, ...]:
            return self.numbered(english, *at, name, key=(*key, name), note=note)

        name_at = (*at, "name")
        return Stage(
            id=stage.id,
            name=self.label(stage.name, *name_at, key=(*key, "name"), note="Stage name"),
            standard_stage=stage.standard_stage,
            moment_of_truth=stage.moment_of_truth,
            goal=optional("goal", stage.goal, "What the customer wants to reach in this stage"),
            actions=numbered(
                "actions",
                stage.actions,
                "What the customer does; the customer is the subject and is not named",
            ),
            touchpoints=tuple(channels[name] for name in stage.touchpoints),
            thought=optional(
                "thought",
                stage.thought,
                "What the customer thinks, in the first person; without quotation marks",
            ),
            emotions=self.emotions(stage),
            target_emotion=stage.target_emotion,
            evidence=self.evidence(stage.evidence, at, key),
            pain_points=tuple(
                PainPoint(item.id, self.item(item, place, at, key, "pain_points"), item.severity)
                for place, item in enumerate(stage.pain_points)
            ),
            opportunities=tuple(
                self.opportunity(item, place, at, key)
                for place, item in enumerate(stage.opportunities)
            ),
            metric=self.metric(stage.metric, at, key),
            owner=optional("owner", stage.owner, "The role that answers for this stage"),
            physical_evidence=numbered(
                "physical_evidence", stage.physical_evidence, "What the customer can see or hold"
            ),
            frontstage=numbered(
                "frontstage", stage.frontstage, "What staff or a system does, seen by the customer"
            ),
            backstage=numbered(
                "backstage", stage.backstage, "What staff does where the customer cannot see it"
            ),
            support=numbered(
                "support", stage.support, "What others or systems do, so that the rest can happen"
            ),
        )

    def emotions(self, stage: StageShape) -> tuple[int | None, ...]:
        """One for each persona, or one."""
        written = stage.emotion
        if isinstance(written, Mapping):
            return tuple(written.get(name) for name in self.written.personas)
        return (written,) * max(1, len(self.written.personas))

    def evidence(self, evidence: EvidenceShape | None, at: Keys, key: Keys) -> Evidence | None:
        if evidence is None:
            return None
        way = ("evidence", "source")
        source = self.optional(
            evidence.source, *at, *way, key=(*key, *way), note="Where it is known from, in brief"
        )
        return Evidence(evidence.confidence, source)

    def opportunity(self, item: OpportunityShape, index: int, at: Keys, key: Keys) -> Opportunity:
        owner = self.optional(
            item.owner,
            *at,
            "opportunities",
            index,
            "owner",
            key=(*key, "opportunities", item.id or index + 1, "owner"),
            note="The role that would do it; in brackets",
        )
        text = self.item(item, index, at, key, "opportunities")
        return Opportunity(item.id, text, owner)

    def metric(self, metric: MetricShape | None, at: Keys, key: Keys) -> Metric | None:
        if metric is None:
            return None
        label = self.text(
            metric.label,
            *at,
            "metric",
            "label",
            key=(*key, "metric"),
            note="A metric with its numbers; write the numbers as your language does",
        )
        return Metric(metric.calculator, label, MappingProxyType(dict(metric.inputs)))

    def item(
        self, item: PainPointShape | OpportunityShape, index: int, at: Keys, key: Keys, name: str
    ) -> Message:
        return self.text(
            item.text,
            *at,
            name,
            index,
            "text",
            key=(*key, name, item.id or index + 1),
            note="Pain point of the customer" if name == "pain_points" else "Possible improvement",
        )

    def numbered(
        self, english: Sequence[str], *at: str | int, note: str, key: Keys = ()
    ) -> tuple[Message, ...]:
        return tuple(
            self.text(text, *at, index, key=(*(key or at), index + 1), note=note)
            for index, text in enumerate(english)
        )

    def optional(
        self, english: str | None, *at: str | int, note: str, key: Keys = ()
    ) -> Message | None:
        return None if english is None else self.text(english, *at, note=note, key=key)

    def label(self, english: str, *at: str | int, note: str, key: Keys = ()) -> Message:
        note = f"{note}, at most {LABEL_LENGTH} characters"
        return self.text(english, *at, note=note, key=key, at_most=LABEL_LENGTH)

    def text(
        self,
        english: str,
        *at: str | int,
        note: str,
        key: Keys = (),
        at_most: int = TEXT_LENGTH,
    ) -> Message:
        return Message(
            "/".join(map(str, ("journey", self.written.id, *(key or at)))),
            english,
            self.places.of(*at),
            note,
            is_draft=self.written.draft,
            at_most=at_most,
        )
