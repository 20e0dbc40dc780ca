"""Files that one build keeps for the next."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from cxguide.adapters.kept_files import KeptFiles

DAY = 24 * 60 * 60


def unmade() -> bytes:
    pytest.fail("the file is there")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_made_once_for_all_builds(tmp_path: Path):
    assert b"a" == KeptFiles(tmp_path / "kept").made("a.png", lambda: b"a")
    assert b"a" == KeptFiles(tmp_path / "kept").made("a.png", unmade)


def test_what_no_build_has_needed_for_long_goes(tmp_path: Path):
    kept = KeptFiles(tmp_path)
    for name, days in {"old.png": 15, "new.png": 13, "used.png": 15, "making-1": 15}.items():
        kept.made(name, lambda: b"")
        os.utime(tmp_path / name, times=(time.time() - days * DAY,) * 2)
    kept.made("used.png", unmade)

    kept.forget_old()

    assert ["new.png", "used.png"] == names(tmp_path)


def test_a_file_that_cannot_be_made_leaves_nothing(tmp_path: Path):
    with pytest.raises(ZeroDivisionError):
        KeptFiles(tmp_path).made("a.png", lambda: bytes([1 // 0]))

    assert [] == names(tmp_path)
