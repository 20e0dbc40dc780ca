"""`cx build`, `cx serve` and `cx cache`: MkDocs with what the guide adds to it."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from cxguide.adapters.cache import FOLDER, cache_folder, clear, kept_parts
from cxguide.adapters.projects import build_strictly, project_config
from cxguide.adapters.timings import TIMINGS
from cxguide.adapters.translation_previews import serve_site
from cxguide.adapters.translations import ONLY_LANGUAGES
from cxguide.cli.options import project

__all__ = ["build", "cache", "serve"]


@click.command()
@project
@click.option("--site-dir", type=click.Path(file_okay=False, path_type=Path), help="The folder.")
@click.option("--no-cache", "fresh", is_flag=True, help="Make everything anew, and keep nothing.")
@click.option("--timings", is_flag=True, help="Say at the end where the time went.")
def build(config_file: Path, site_dir: Path | None, fresh: bool, timings: bool) -> None:
    """Build the site as 'mkdocs build --strict' does; the last good one stays until it is done."""
    chosen = ["-d", str(site_dir.resolve())] if site_dir else []
    if timings:
        os.environ[TIMINGS] = "1"
    with TemporaryDirectory() if fresh else nullcontext() as folder:
        if folder:
            os.environ[FOLDER] = folder
        build_strictly(config_file, *chosen)


@click.command()
@project
@click.option("--lang", "tags", multiple=True, help="Only these beside English, such as cs.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port.")
def serve(config_file: Path, tags: tuple[str, ...], address: str) -> None:
    """Show the site while you write: cx serve --lang cs."""
    if tags:
        os.environ[ONLY_LANGUAGES] = ",".join(tags)
    serve_site(str(config_file), dev_addr=address)


@click.group()
def cache() -> None:
    """What builds keep for the next one; it can always be made again."""


@cache.command()
@project
def info(config_file: Path) -> None:
    """Say what is kept, and where."""
    config = project_config(config_file)
    click.echo(cache_folder(config))
    for part in kept_parts(config):
        click.echo(f"{part.path.name}: {part.name}, {part.files} files, {part.bytes / 1e6:.1f} MB")


@cache.command("clear")
@project
def clear_cache(config_file: Path) -> None:
    """Remove what is kept."""
    clear(project_config(config_file))
