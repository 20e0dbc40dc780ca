"""Programs of the system that some tests drive: a browser, a spelling checker."""

from __future__ import annotations

import os

import pytest

__all__ = ["required"]


def required(present: object, how_to_get_it: str) -> None:
    """Skip the test where the program is missing, and say how to get it; on the forge, fail.

    It is promised to users (README, "Start"): on a machine with Python and nothing else, where
    nobody may be allowed to install a browser, the tests of the README pass, and those that need
    one say so. Where a change is judged nothing is let off: with `CI` set, as `.ci/run` sets it
    after it has installed them all, a missing program is a failure.
    """
    if not present:  # skipped for who has only what the README asks for, a failure for a change
        (pytest.fail if "CI" in os.environ else pytest.skip)(how_to_get_it)
