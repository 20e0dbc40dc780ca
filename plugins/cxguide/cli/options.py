"""What the commands have in common."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from cxguide.core.places import SourceError, SourceFaults
from cxguide.core.reports import REPORTS

__all__ = ["project", "told"]

project = click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    help="The project's mkdocs.yml.",
)


@contextmanager
def told(form: str = "text") -> Iterator[None]:
    """Tell faults of sources and exit with 1; for programs on standard output."""
    try:
        yield
    except (SourceError, SourceFaults) as error:
        faults = error.faults if isinstance(error, SourceFaults) else (error,)
        click.echo(REPORTS[form](faults), err=form == "text")
        sys.exit(1)
