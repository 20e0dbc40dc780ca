"""`cx i18n`: the work of translators."""

from __future__ import annotations

import click

from cxguide.cli.exchange import add_commands
from cxguide.cli.i18n_changes import done, fix, new, sync, typo
from cxguide.cli.i18n_views import check, diff, preview, serve, status

__all__ = ["i18n"]


@click.group()
def i18n() -> None:
    """The work of translators.

    PAGE is a path that all languages share, metrics/nps.md; a section of it is
    metrics/nps.md#formula, title and description together are metrics/nps.md#_meta.
    """


add_commands(i18n)
for command in (status, diff, check, serve, preview, done, typo, fix, sync, new):
    i18n.add_command(command)
