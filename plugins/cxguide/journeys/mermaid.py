"""Journeys of Mermaid become map files: sections are stages, tasks actions, actors personas.

Mermaid's `journey` has a title, sections, and in each section tasks with a score from 1 to 5 and
the actors who do them. Everything else a map can hold is left to the editor.

Source: mermaid.js.org/syntax/userJourney, read in version 11.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

import yaml

from cxguide.core.names import is_id
from cxguide.core.numbers import rounded
from cxguide.core.places import Faults, Place, SourceError
from cxguide.core.sources import SourceText
from cxguide.journeys.model import StandardStage
from cxguide.journeys.shape import FEWEST_STAGES, MOST_PERSONAS, MOST_STAGES
from cxguide.journeys.skeleton import with_schema

__all__ = ["journey_from_mermaid"]

_NEUTRAL_SCORE = 3
"""Mermaid's scores are 1 to 5, ours -2 to 2."""
_IGNORED = re.compile(r"(%%.*|accTitle\s*:.*|accDescr\s*:.*)?")
_TASK = re.compile(r"(?P<name>[^:]+):\s*(?P<score>[^:]*?)\s*(:\s*(?P<actors>[^:]*))?")


@dataclass(frozen=True, slots=True)
class _Task:
    """What somebody does, and how it feels (-2 to 2)."""

    name: str
    score: int
    actors: tuple[str, ...]


@dataclass(slots=True)
class _Section:
    name: str
    place: Place
    tasks: list[_Task] = field(default_factory=list)


def journey_from_mermaid(source: SourceText, journey_id: str, schema: str = "") -> str:
    """The text of a map file with what a Mermaid journey says.

    A stage's emotion is the mean of its tasks' scores, rounded half away from zero; with two or
    three actors each is a persona with the mean of the tasks in which it takes part. What Mermaid
    does not say is filled in by position (`standard_stage`) or asked for, and marked in comments.

    Args:
        source: the Mermaid text, with or without its fence.
        journey_id: of the new map.
        schema: address of the schema of map files, for completion in editors.

    Raises:
        SourceFaults: lines that Mermaid itself would not understand, or too many sections.
    """
    title, sections = _parsed(source)
    actors = list(
        dict.fromkeys(actor for one in sections for task in one.tasks for actor in task.actors)
    )
    personas = (
        dict(zip(_ids(actors), actors, strict=True)) if 1 < len(actors) <= MOST_PERSONAS else {}
    )
    stage_ids = _ids(section.name for section in sections)
    content = {
        "id": journey_id,
        "draft": True,
        "title": title,
        "lens": {
            "persona": ", ".join(actors) or "Who the customer is",
            "scenario": title,
            "goals": ["What the customer wants"],
        },
        **(
            {"personas": {name: {"name": actor} for name, actor in personas.items()}}
            if personas
            else {}
        ),
        "stages": [
            {
                "id": stage_id,
                "name": section.name,
                "standard_stage": _standard_stage(index, len(sections)),
                "actions": [task.name for task in section.tasks],
                **_emotion(section.tasks, personas),
            }
            for index, (section, stage_id) in enumerate(zip(sections, stage_ids, strict=True))
        ],
    }
    written = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100)
    return with_schema(
        "# Made from a Mermaid journey. Complete lens and goals; standard_stage was chosen by\n"
        "# position; emotion is the mean of the tasks' scores.\n"
        f"{written}",
        schema,
    )


def _parsed(source: SourceText) -> tuple[str, list[_Section]]:
    faults = Faults()
    title, sections = "", list[_Section]()
    for number, line in _journey_lines(source):
        text = line.strip().rstrip(";")
        place = source.place(number, len(line) - len(line.lstrip()))
        word, _, rest = text.partition(" ")
        if word == "title":
            title = rest.strip()
        elif word == "section":
            sections.append(_Section(rest.strip(), place))
        else:
            with faults.caught():
                task = _task(text, place)
                if not sections:
                    sections.append(_Section(title or "Journey", place))
                sections[-1].tasks.append(task)
    if not FEWEST_STAGES <= len(sections) <= MOST_STAGES:
        over = sections[MOST_STAGES:] or sections
        faults.add(
            SourceError(
                over[0].place if over else source.place(),
                f"a map has {FEWEST_STAGES} to {MOST_STAGES} stages, "
                f"found {len(sections)} section{'' if len(sections) == 1 else 's'}",
                fix="join or split sections",
            )
        )
    faults.raise_if_any()
    return title or "Journey", sections


def _journey_lines(source: SourceText) -> Iterator[tuple[int, str]]:
    """The lines after `journey` that say something, with their numbers from 0.

    Raises:
        SourceError: it is another diagram, or none.
    """
    in_front_matter = is_journey = False
    for number, line in enumerate(source.text.splitlines()):
        text = line.strip()
        if text == "---" and not is_journey:
            in_front_matter = not in_front_matter
        elif in_front_matter or _IGNORED.fullmatch(text) or text.startswith("```"):
            continue
        elif is_journey:
            yield number, line
        elif text == "journey":
            is_journey = True
        else:
            raise SourceError(
                source.place(number),
                f"this is no journey of Mermaid: it begins with {text!r}",
                fix="write 'journey' in its first line, if it is one",
            )
    if not is_journey:
        raise SourceError(source.place(), "there is no journey in it", fix="write 'journey' first")


def _task(text: str, place: Place) -> _Task:
    found = _TASK.fullmatch(text)
    if found is None or not re.fullmatch("[1-5]", found["score"]):
        raise SourceError(
            place,
            f"this is no task with a score from 1 to 5: {text!r}",
            fix="write 'Name of the task: 4: Actor', with commas between actors, no other colon",
        )
    actors = tuple(filter(None, map(str.strip, (found["actors"] or "").split(","))))
    return _Task(found["name"].strip(), int(found["score"]) - _NEUTRAL_SCORE, actors)


def _emotion(tasks: Sequence[_Task], personas: Mapping[str, str]) -> dict[str, object]:
    if not personas:
        mean = _mean(task.score for task in tasks)
        return {} if mean is None else {"emotion": mean}
    means = {
        name: _mean(task.score for task in tasks if actor in task.actors)
        for name, actor in personas.items()
    }
    known = {name: mean for name, mean in means.items() if mean is not None}
    return {"emotion": known} if known else {}


def _mean(scores: Iterable[int]) -> int | None:
    found = list(scores)
    return int(rounded(sum(found) / len(found), 0)) if found else None


def _standard_stage(index: int, count: int) -> str:
    stages = get_args(StandardStage)
    return str(stages[index * len(stages) // count])


def _ids(names: Iterable[str]) -> tuple[str, ...]:
    """An id for each name, in Latin letters; with a number where letters do not tell apart."""
    found: list[str] = []
    for number, name in enumerate(names, start=1):
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        wanted = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
        if not is_id(wanted):
            wanted = f"id-{number}"
        found.append(wanted if wanted not in found else f"{wanted}-{number}")
    return tuple(found)
