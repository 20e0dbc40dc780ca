"""Programs of the system that some tests drive: a browser, a spelling checker."""

from __future__ import annotations

import os

import pytest

__all__ = ["required"]


def required(present: object, how_to_get_it: str) -> None:
    """Fail the test where its program is missing; only at home, where `CI` is not set, skip it.

    Either way it says how to get the program. Where a change is judged nothing is let off:
    `.ci/run` installs every program and sets `CI`.
    """
    if present:
        return
    if "CI" in os.environ:
        pytest.fail(how_to_get_it)
    # The README promises its test command to whoever has Python alone. A browser is not a package
    # that pip could bring, and nobody may be allowed to install one: these tests can not be run
    # there, which is neither a pass nor a fault of the code.
    pytest.skip(how_to_get_it)
