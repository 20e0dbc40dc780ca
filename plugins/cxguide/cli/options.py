"""What the commands have in common."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import click

from cxguide.core.history import History
from cxguide.core.places import SourceError, SourceFaults
from cxguide.core.reports import REPORTS, below

__all__ = ["project", "reported", "told", "waiting"]

project = click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    help="The project's mkdocs.yml.",
)


def reported(form: str, faults: Iterable[SourceError], config_file: Path) -> str:
    """Faults in a form; a forge finds their files from the root of the repository."""
    if form == "github":
        faults = below(History(config_file.resolve().parent).prefix, faults)
    return REPORTS[form](faults)


@contextmanager
def waiting(label: str) -> Iterator[None]:
    """Say on a terminal that something goes on, and for how long, once it takes over a second."""
    if not sys.stderr.isatty():
        yield
        return
    done = Event()

    def tick() -> None:
        seconds = 1
        while not done.wait(1):
            click.echo(f"\r{label} … {seconds} s", err=True, nl=False)
            seconds += 1

    ticking = Thread(target=tick, daemon=True)
    ticking.start()
    try:
        yield
    finally:
        done.set()
        ticking.join()
        click.echo("\r\x1b[K", err=True, nl=False)


@contextmanager
def told(form: str = "text") -> Iterator[None]:
    """Tell faults of sources and exit with 1; for programs on standard output."""
    try:
        yield
    except (SourceError, SourceFaults) as error:
        faults = error.faults if isinstance(error, SourceFaults) else (error,)
        click.echo(REPORTS[form](faults), err=form == "text")
        sys.exit(1)
