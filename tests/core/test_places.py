import pytest

from cxguide.core.places import Faults, Place, SourceError, SourceFaults


def test_a_fault_tells_place_problem_known_values_and_fix():
    fault = SourceError(
        Place("a.yml", 3, 5), "unknown stage 'by'", known="stages are: buy", fix="write 'buy'"
    )

    expected = "a.yml:3:5: unknown stage 'by'\n  stages are: buy\n  fix: write 'buy'"
    assert expected == str(fault)


def test_a_fault_that_is_still_there_is_told_again_in_the_next_run():
    faults = Faults()
    fault = SourceError(Place("a.yml"), "wrong", fix="mend it")
    faults.add(fault)

    first = faults.taken()
    faults.add(fault)

    assert [fault] == first == faults.taken()
    assert [] == faults.taken()


def test_all_faults_of_a_run_are_told_sorted_by_place():
    faults = Faults()
    for line in (12, 3, 7):
        with faults.caught():
            raise SourceError(Place("a.yml", line), f"fault {line}")

    with pytest.raises(SourceFaults) as told:
        faults.raise_if_any()

    assert [3, 7, 12] == [fault.place.line for fault in told.value.faults]


def test_the_same_fault_is_told_once():
    faults = Faults()
    for _ in range(2):
        faults.add(SourceError(Place("a.yml"), "wrong"))

    assert 1 == len(faults.found)
