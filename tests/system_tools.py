"""Programs of the system that some tests drive: a browser, a spelling checker."""

from __future__ import annotations

import os

import pytest

__all__ = ["required"]


def required(present: object, how_to_get_it: str) -> None:
    """Skip the test where the program is missing, and say how to get it; on the forge, fail.

    The README promises that its test command passes on a machine that has Python and nothing
    else, so a missing program is no fault there. `.ci/run` installs them all.
    """
    if not present:
        # No check is let off: where the project is judged, CI is set, and it fails.
        (pytest.fail if "CI" in os.environ else pytest.skip)(how_to_get_it)
