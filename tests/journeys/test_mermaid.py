"""Journeys of Mermaid become maps that can be read."""

from __future__ import annotations

import pytest

from cxguide.core.places import SourceError, SourceFaults
from cxguide.core.sources import SourceText
from cxguide.journeys import Journey, read_journey
from cxguide.journeys.mermaid import journey_from_mermaid

# The shape of the example in Mermaid's documentation, in our words.
EXAMPLE = """\
```mermaid
journey
    %% a day at the office
    title A day at the office
    section Before noon
      Brew coffee: 5: Ann
      Climb the stairs: 3: Ann
      Answer letters: 1: Ann, Dog
    section After noon
      Take the lift: 4: Ann, Dog
      Rest: 5: Ann
```
"""


def imported(text: str) -> Journey:
    return read_journey(
        SourceText("office.yml", journey_from_mermaid(SourceText("day.mmd", text), "office"))
    )


def faults_of(text: str) -> list[str]:
    with pytest.raises(SourceFaults) as caught:
        imported(text)
    return [str(fault).partition("\n")[0] for fault in caught.value.faults]


def test_sections_become_stages_and_tasks_actions():
    journey = imported(EXAMPLE)

    assert "A day at the office" == journey.title.english
    assert {
        "before-noon": ["Brew coffee", "Climb the stairs", "Answer letters"],
        "after-noon": ["Take the lift", "Rest"],
    } == {stage.id: [action.english for action in stage.actions] for stage in journey.stages}


def test_each_of_two_actors_has_the_mean_of_its_own_tasks():
    journey = imported(EXAMPLE)

    assert ["Ann", "Dog"] == [persona.name.english for persona in journey.personas]
    assert [(0, -2), (2, 1)] == [stage.emotions for stage in journey.stages]


def test_one_actor_is_the_persona_of_the_lens():
    journey = imported(EXAMPLE.replace(", Dog", ""))

    assert () == journey.personas
    assert "Ann" == journey.lens.persona.english
    assert [0, 2] == [stage.emotion for stage in journey.stages]


def test_with_more_actors_than_a_map_tells_apart_the_mean_counts():
    journey = imported(EXAMPLE.replace("Ann, Dog", "Ann, Dog, Cat, Bird"))

    assert () == journey.personas
    assert "Ann, Dog, Cat, Bird" == journey.lens.persona.english


def test_a_map_of_mermaid_is_a_draft_until_somebody_completes_it():
    assert imported(EXAMPLE).is_draft


def test_names_without_latin_letters_get_an_id():
    journey = imported("journey\nsection Káva\nPít: 5\nsection กาแฟ\nดื่ม: 2\nsection Káva\nPít: 1")

    assert ["kava", "id-2", "kava-3"] == [stage.id for stage in journey.stages]


def test_every_line_that_mermaid_would_not_understand_is_told():
    told = faults_of("journey\nsection A\nRest: 6: Ann\nsection B\nWalk\nSit: 2")

    assert [
        "day.mmd:3:1: this is no task with a score from 1 to 5: 'Rest: 6: Ann'",
        "day.mmd:5:1: this is no task with a score from 1 to 5: 'Walk'",
    ] == told


def test_one_section_is_no_map():
    assert ["day.mmd:2:1: a map has 2 to 9 stages, found 1 section"] == faults_of(
        "journey\nsection A\nRest: 5"
    )


def test_front_matter_of_mermaid_is_passed_over():
    assert "A day at the office" == imported("---\ntitle: Day\n---\n" + EXAMPLE).title.english


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "graph TD\nA-->B",
            "day.mmd:1:1: this is no journey of Mermaid: it begins with 'graph TD'",
        ),
        ("", "day.mmd:1:1: there is no journey in it"),
    ],
)
def test_another_diagram_is_told(text: str, expected: str):
    with pytest.raises(SourceError) as caught:
        imported(text)

    assert str(caught.value).startswith(expected)


def test_the_first_section_too_many_is_named():
    text = "journey\n" + "".join(f"section S{number}\nDo: 3\n" for number in range(11))

    assert ["day.mmd:20:1: a map has 2 to 9 stages, found 11 sections"] == faults_of(text)
