"""What commands for translators are asked for: a page, a section of it, an earlier version."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from cxguide.adapters.translation_projects import WrongTarget
from cxguide.core.history import NoHistory

__all__ = ["asked", "named"]


@contextmanager
def asked() -> Iterator[None]:
    """Tell what does not exist, as wrong use, and what the history does not know, with 1."""
    try:
        yield
    except WrongTarget as wrong:
        raise click.UsageError(str(wrong)) from None
    except NoHistory as missing:
        click.echo(f"no earlier version: {missing}", err=True)
        sys.exit(1)


def named(argument: str) -> tuple[str, tuple[str, ...]]:
    """The page of `metrics/nps.md#formula`, and the section if one is named.

    >>> named("metrics/nps.md#formula"), named("metrics/nps.md")
    (('metrics/nps.md', ('formula',)), ('metrics/nps.md', ()))

    Raises:
        click.UsageError: nothing stands behind `#`.
    """
    path, sign, name = argument.partition("#")
    if sign and not name:
        raise click.UsageError(
            f"{argument!r} names no section; write its id behind '#', or {path!r} for all of it"
        )
    return path, (name,) if name else ()
