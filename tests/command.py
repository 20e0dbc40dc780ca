"""The command `cx` in tests."""

from __future__ import annotations

from click.testing import CliRunner, Result

from cxguide.cli import main


def cx(*arguments: str, stdin: bytes = b"") -> Result:
    """What the command answers."""
    return CliRunner().invoke(main, arguments, input=stdin)
