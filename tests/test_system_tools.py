"""A missing program lets nothing off where changes are judged."""

from __future__ import annotations

import pytest

from system_tools import required

HOW = "a browser is missing: apt-get install chromium"


def test_where_changes_are_judged_a_missing_program_is_a_failure(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CI", "true")

    with pytest.raises(pytest.fail.Exception, match=HOW):
        required(None, HOW)


def test_at_home_a_test_without_its_program_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("CI", raising=False)

    with pytest.raises(pytest.skip.Exception, match=HOW):
        required(None, HOW)


def test_with_its_program_a_test_goes_on():
    required("/usr/bin/chromium", HOW)
