"""`cx journey`: maps outside a site build."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from cxguide.adapters.journey_projects import (
    calculators_of,
    journeys_folder,
    journeys_of,
    schema_address,
    texts_in,
    too_long_texts,
)
from cxguide.adapters.projects import project_config
from cxguide.adapters.settings import site_root
from cxguide.cli.options import project, told
from cxguide.core.reports import REPORTS
from cxguide.core.sources import SourceText
from cxguide.journeys import read_journey
from cxguide.journeys.mermaid import journey_from_mermaid
from cxguide.journeys.rendering import FORMS, rendered
from cxguide.journeys.skeleton import new_journey_text, write_journey

__all__ = ["journey"]

_file = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group()
def journey() -> None:
    """Journey maps: check them, draw them, begin new ones."""


@journey.command()
@project
@click.option("--format", "form", type=click.Choice([*REPORTS]), default="text")
def check(config_file: Path, form: str) -> None:
    """Check all maps of the project, and warn of texts that are too long in any language."""
    config = project_config(config_file)
    with told(form):
        maps = journeys_of(config)
    warnings = too_long_texts(config, maps.values())
    if form != "text":
        click.echo(REPORTS[form](warnings))
        return
    for warning in warnings:
        click.echo(f"warning: {warning}", err=True)
    counted = "1 map" if len(maps) == 1 else f"{len(maps)} maps"
    click.echo(f"{counted}, no faults, {len(warnings)} texts too long")


@journey.command()
@_file
@click.option("--lang", "tag", default="en", help="Language of the texts, such as th or sr.")
@click.option("--to", "form", type=click.Choice([*FORMS]), default="html")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path))
@project
def render(file: Path, tag: str, form: str, output: Path | None, config_file: Path) -> None:
    """Draw the map of FILE: cx journey render docs/journeys/retailer.yml --lang th --to svg.

    Texts that the language lacks are in English. Without -o the result goes to standard output.
    """
    config = project_config(config_file)
    with told():
        source = SourceText.of(file.resolve(), site_root(config))
        read = read_journey(source, calculators_of(config))
        result = rendered(read, texts_in(config, tag, read), form)
    if output is None:
        click.echo(result, nl=False)
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(result)
        click.echo(f"{output}: {len(result):,} bytes", err=True)


@journey.command()
@click.argument("journey_id", metavar="ID")
@project
def new(journey_id: str, config_file: Path) -> None:
    """Write the file of a new map, to be filled with its own stages."""
    config = project_config(config_file)
    with told():
        today = datetime.now().astimezone().date()  # where the editor is
        text = new_journey_text(journey_id, today, schema_address(config))
        name = write_journey(journey_id, text, journeys_folder(config), site_root(config))
    click.echo(f"{name}: written; edit it, then run 'cx journey check'")


@journey.command("import-mermaid")
@_file
@click.option("--id", "journey_id", help="Id of the new map; the file's name when not given.")
@project
def import_mermaid(file: Path, journey_id: str | None, config_file: Path) -> None:
    """Make a map of a Mermaid journey: sections become stages, tasks actions, actors personas."""
    config = project_config(config_file)
    wanted = journey_id or file.stem
    with told():
        source = SourceText.of(file.resolve(), site_root(config))
        text = journey_from_mermaid(source, wanted, schema_address(config))
        name = write_journey(wanted, text, journeys_folder(config), site_root(config))
    click.echo(f"{name}: written; complete it, then run 'cx journey check'")
