"""No slip of a translator goes untold, no good page is complained of, and `fix` takes slips back.

The slips are those of `mutations.py`, one of each kind in every page of the guide that it fits.
"""

from __future__ import annotations

import pytest

from translations.mutations import KINDS, TranslatedPage, faults, fixed, outcomes, pages, remarks

ERRORS = [name for name, kind in KINDS.items() if not kind.check]
WARNINGS = [name for name, kind in KINDS.items() if kind.check in {"links", "lists", "blocks"}]
NOTICES = [name for name, kind in KINDS.items() if kind.check in {"code", "numbers"}]
MENDED = [name for name, kind in KINDS.items() if kind.is_mended]


def share_told(name: str) -> float:
    """The share of the slips that are told; it is printed with their number."""
    done = outcomes(name)
    told = sum(one.is_told for one in done)
    print(f"{name:32}{KINDS[name].check or 'error':8}{told:4} of {len(done)}")
    return told / len(done)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.file)
def test_a_good_page_is_not_complained_of(page: TranslatedPage) -> None:
    assert () == (*faults(page, page.text), *remarks(page, page.text))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.file)
def test_a_good_page_is_not_changed(page: TranslatedPage) -> None:
    assert page.text == fixed(page, page.text)


@pytest.mark.parametrize("name", ERRORS)
def test_every_error_is_told_at_its_place_with_a_remedy(name: str) -> None:
    assert 1 == share_told(name)


@pytest.mark.parametrize("name", WARNINGS)
def test_nearly_every_warning_is_told_at_its_place_with_a_remedy(name: str) -> None:
    assert share_told(name) >= 0.95


@pytest.mark.parametrize("name", NOTICES)
def test_most_notices_are_told_at_their_place_with_a_remedy(name: str) -> None:
    assert share_told(name) >= 0.9


@pytest.mark.parametrize("name", MENDED)
def test_a_slip_that_can_be_mended_is_taken_back(name: str) -> None:
    assert [] == [one.page.file for one in outcomes(name) if not one.is_mended]


@pytest.mark.parametrize("name", MENDED)
def test_mending_twice_changes_nothing(name: str) -> None:
    assert [] == [one.page.file for one in outcomes(name) if one.fixed != one.fixed_twice]
