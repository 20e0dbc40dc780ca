"""What editors are told about faults in map files; one case a file, its faults at the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxguide.core.places import SourceFaults
from cxguide.core.sources import SourceText
from cxguide.journeys import read_journey, read_journeys

CASES = Path(__file__).parents[1] / "cases" / "journeys" / "faults"
MARK = "# The faults:\n"


def faults_of(path: Path) -> str:
    with pytest.raises(SourceFaults) as caught:
        read_journey(SourceText.of(path, CASES))
    return str(caught.value)


@pytest.mark.parametrize("case", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_every_fault_is_told_with_its_place_and_remedy(case: Path, golden) -> None:
    written, _, _ = case.read_text(encoding="utf-8").partition(MARK)
    actual = "".join(f"# {line}".rstrip() + "\n" for line in faults_of(case).splitlines())

    golden(case, written + MARK + actual)


def test_the_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("id: a\n", encoding="utf-8")
    (tmp_path / "b.yml").write_text("id: [\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("id: c\n", encoding="utf-8")

    with pytest.raises(SourceFaults) as caught:
        read_journeys(tmp_path, tmp_path)

    assert {fault.place.file for fault in caught.value.faults} == {"a.yml", "b.yml", "c.yaml"}


def test_a_missing_folder_holds_no_maps(tmp_path: Path) -> None:
    assert dict(read_journeys(tmp_path / "journeys", tmp_path)) == {}
