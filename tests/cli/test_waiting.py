"""Who waits for a command at a terminal sees that it goes on."""

from __future__ import annotations

import sys
import time

import pytest

from cxguide.cli.options import waiting


def test_a_terminal_is_told_after_a_second_and_left_clean(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    with waiting("reading"):
        time.sleep(1.3)

    shown = capsys.readouterr().err
    assert "\rreading … 1 s" in shown
    assert shown.endswith("\r\x1b[K")


def test_a_file_is_told_nothing(capsys: pytest.CaptureFixture[str]):
    with waiting("reading"):
        time.sleep(1.1)

    assert "" == capsys.readouterr().err
