"""What a preview tells of faults that stay."""

import pytest

from cxguide.adapters.faults import FaultsFound, stop_with
from cxguide.core.places import Place, SourceError, SourceFaults


def test_a_fault_that_still_stands_after_a_save_is_told_again(caplog: pytest.LogCaptureFixture):
    """MkDocs tells the first time; the same text from it is dropped after that."""
    faults = SourceFaults([SourceError(Place("a.yml", 7), "told twice", fix="mend it")])
    logged = []

    for _ in range(3):
        with pytest.raises(FaultsFound):
            stop_with(faults)
        logged.append(len(caplog.records))

    assert [0, 1, 2] == logged
    assert "a.yml:7:1: told twice\n  fix: mend it" == caplog.records[0].getMessage()
