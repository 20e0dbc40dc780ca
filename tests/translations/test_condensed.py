from __future__ import annotations

from cxguide.core.places import Place, Severity, SourceError
from cxguide.language import CHECKS
from cxguide.translations import claims, remarks
from cxguide.translations.condensed import _BY_WEIGHT, condensed
from cxguide.translations.states import State


def fault(file: str, line: int = 1, column: int = 1, *, check: str = "typography") -> SourceError:
    place = Place(file, line, column)
    return SourceError(place, f"{check} is wrong", severity=Severity.WARNING, check=check)


def test_what_weighs_more_is_not_hidden_by_eleven_straight_quotation_marks():
    quotes = [fault(f"docs/cs/a{number:02}.md") for number in range(11)]

    shown = condensed([*quotes, fault("docs/cs/z.md", check="freshness")])

    assert 10 == len(shown)
    assert "docs/cs/z.md" == shown[0].place.file
    assert "2 more are told in the summary" == shown[-1].known


def test_spelling_comes_last_and_what_nobody_has_weighed_first():
    shown = condensed([fault("a.md", check=one) for one in ("spelling", "typography", "unheard")])

    assert ["unheard", "typography", "spelling"] == [one.check for one in shown]


def test_every_check_has_its_weight():
    states = {one.value for one in State} - {State.OWN.value, State.CURRENT.value}
    known = {*CHECKS, *remarks.CHECKS, *states, claims.CHECK, "cx-allow", "follows", "terms"}

    assert known == set(_BY_WEIGHT)


def test_the_first_of_a_check_in_a_file_counts_the_others_and_names_their_lines():
    [same_line] = condensed([fault("a.md", 21, 4), fault("a.md", 21, 9)])
    [three] = condensed([fault("a.md", 40), fault("a.md", 21, 9), fault("a.md", 3)])

    assert "1 more in this file, on line 21" == same_line.known
    assert "2 more in this file, on lines 21, 40" == three.known


def test_faults_that_can_be_walked_once_are_told_of_every_severity():
    found = [fault("a.md"), SourceError(Place("b.md"), "an error")]

    assert ["b.md", "a.md"] == [one.place.file for one in condensed(iter(found))]
