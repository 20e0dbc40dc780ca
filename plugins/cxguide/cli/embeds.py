"""`cx embed`: exact releases for partners, and what a deployed site says of them."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from cxguide.adapters.embed_projects import embeds_of
from cxguide.adapters.projects import project_config
from cxguide.cli.options import project, told
from cxguide.embeds.releases import changes_since, read_releases, write_release
from cxguide.embeds.smoke import smoke as faults_of_site

__all__ = ["embed"]


@click.group()
def embed() -> None:
    """What other people's pages load: make exact releases, check a deployed site."""


@embed.command()
@click.argument("version", required=False)
@project
@click.option("--check", is_flag=True, help="Only compare the sources with the release.")
def release(version: str | None, config_file: Path, check: bool) -> None:
    """Keep the files of now as VERSION, for ever: cx embed release 1.4.2.

    With --check nothing is written: the sources must give the bytes of VERSION, or of the newest
    release. A release that is there never changes.
    """
    if version is None and not check:
        raise click.UsageError("name the version, such as 1.4.2")
    with told():
        found = embeds_of(project_config(config_file))
        releases = read_releases(found.folder)
        if not check:
            today = datetime.now(UTC).date().isoformat()
            made = write_release(found.folder, str(version), today, found.files, found.formulas)
            size = made.archive.stat().st_size // 1000
            click.echo(f"{made.archive}: written, {len(made.files)} files in {size} kB")
            return
        asked = [one for one in releases if version in {None, one.version}]
        if not asked:
            known = ", ".join(one.version for one in releases) or "none"
            raise click.UsageError(f"there is no release {version or ''}; known: {known}")
        changes_since(asked[0], found.files).raise_if_any()
    click.echo(f"{asked[0].version}: the sources give the same {len(found.files)} files")


@embed.command()
@click.argument("address", metavar="URL")
def smoke(address: str) -> None:
    """Ask a deployed site for its embeds, and tell what partners' pages would miss.

    URL is the address of the site: types, compression, policies, releases and the headers that
    other sites need are looked at. Nothing else is asked for, nothing is sent.
    """
    if not address.startswith(("https://", "http://")):
        raise click.UsageError(f"{address!r} is no address of a site; it begins with https://")
    faults = list(faults_of_site(address))
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        sys.exit(1)
    click.echo(f"{address}: no faults found")
