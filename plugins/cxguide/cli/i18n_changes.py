"""`cx i18n done`, `typo`, `fix`, `sync`, `new`: what changes pages and catalogs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from cxguide.adapters.new_language import begin_language
from cxguide.adapters.previews import lacking_for_previews
from cxguide.adapters.projects import catalogs_of, project_config
from cxguide.adapters.translation_projects import named_sources
from cxguide.adapters.translation_repairs import mend
from cxguide.adapters.translation_work import (
    begin_page,
    begun_pages,
    correct_page,
    correct_text,
    finish,
    pair_of,
)
from cxguide.cli.asking import asked, named
from cxguide.cli.options import project, told, waiting
from cxguide.core.places import SourceError
from cxguide.core.reports import REPORTS
from cxguide.translations.claims import no_change
from cxguide.translations.merging import sync_catalog
from cxguide.translations.repairs import Repair
from cxguide.translations.sections import META
from cxguide.translations.tables import counted

__all__ = ["done", "fix", "new", "new_language", "new_page", "sync", "typo"]


@click.command()
@click.argument("language")
@click.argument("page", required=False)
@click.option("--all", "every", is_flag=True, help="Every page of the language that is begun.")
@click.option("--unchanged", is_flag=True, help="The English changed without consequence.")
@project
def done(language: str, page: str | None, every: bool, unchanged: bool, config_file: Path) -> None:
    """Say that PAGE, or a section of it, was made from the English of now."""
    if every == (page is not None):
        raise click.UsageError("name a page, or say --all")
    config = project_config(config_file)
    path, names = named(page or "")
    refused: list[SourceError] = []
    with told(), asked():
        pairs = begun_pages(config, language) if every else (pair_of(config, language, path),)
        for pair in pairs:
            marking = finish(config, pair, names, may_be_unchanged=unchanged)
            refused += marking.refused
            for name in marking.markers:
                shown = ": title and description" if name == META else f"#{name}"
                click.echo(f"{pair.file}{shown}: current")
                if unchanged:
                    trailer = no_change(f"{language} {pair.path}", name)
                    click.echo(f"  in the message of the commit: {trailer}")
            if page and not marking.markers and not marking.refused:
                click.echo(f"{pair.file}: nothing to mark")
    if refused:
        click.echo(REPORTS["text"](refused), err=True)
        sys.exit(1)


@click.command()
@click.argument("target", metavar="PAGE|KEY")
@click.option("--since", default="HEAD", show_default=True, help="The version before it.")
@project
def typo(target: str, since: str, config_file: Path) -> None:
    """A correction of the English that leaves every translation right.

    Corrects first: PAGE in a language is current again where it was current before. KEY is the
    msgctxt of a short text.
    """
    config = project_config(config_file)
    path, names = named(target)
    with told(), asked():
        if path.endswith(".md"):
            found = correct_page(config, path, names, since=since)
        else:
            found = correct_text(config, path)
    for file, kept in found.items():
        click.echo(f"{file}: {', '.join(kept) if kept else 'nothing was current'}")


@click.command()
@click.argument("files", nargs=-1)
@project
def fix(files: tuple[str, ...], config_file: Path) -> None:
    """Mend what a machine can: ids, calculators, maps, paths, fences, typography.

    FILES are pages, catalogs or folders, docs/cs; all of them, if none is named.
    """
    count = 0
    config = project_config(config_file)
    with told(), asked(), waiting("mending"):
        for _, fixed in mend(config, named_sources(config, files)):
            count += len(fixed.repairs)
            for done, (first, *others) in _alike(fixed.repairs):
                also = f", and at {counted(len(others), 'other place')}" if others else ""
                click.echo(f"{first.place}: {done}{also}")
    click.echo(f"{count} mended" if count else "nothing to mend")


@click.command()
@project
def sync(config_file: Path) -> None:
    """Bring all catalogs up to date with the English texts, key by key."""
    root = config_file.resolve().parent
    for language, catalogs in catalogs_of(project_config(config_file)):
        with told():
            messages = catalogs.messages()
            path = catalogs.catalog(language)
            if messages or path.exists():
                done = sync_catalog(messages, path, language, root)
                state = "changed" if done.changed else "unchanged"
                shown = path.relative_to(root) if path.is_relative_to(root) else path
                click.echo(
                    f"{shown}: {counted(len(messages), 'text')}, "
                    f"{done.missing} to translate, {done.fuzzy} to check, {state}"
                )


@click.group()
def new() -> None:
    """A page or a language to begin with."""


@new.command("page")
@click.argument("page")
@click.argument("language")
@project
def new_page(page: str, language: str, config_file: Path) -> None:
    """Write PAGE in LANGUAGE: the English text with every section marked as still English."""
    config = project_config(config_file)
    with told(), asked():
        pair = pair_of(config, language, page)
        begin_page(config, pair)
    click.echo(
        f"{pair.file}: written; translate a section, then: cx i18n done {language} {page}#id"
    )


@new.command("language")
@click.argument("language")
@click.option("--name", default="", help="What the language calls itself; as in CLDR, if not said.")
@project
def new_language(language: str, name: str, config_file: Path) -> None:
    """Begin LANGUAGE: a line in mkdocs.yml, the home page, catalogs to be filled in.

    It is built. With the plugin cx-site no reader is led to it until its home page, five others (in
    a smaller site all of them) and all short texts are translated.
    """
    config = project_config(config_file)
    with told():
        files = begin_language(config, language, name)
    for file in files:
        click.echo(f"{file}: written")
    if lacking := lacking_for_previews(config):
        click.echo(f"without the plugin {lacking[0]} readers are led to it at once")
    click.echo(f"next: cx i18n status {language}")


def _alike(repairs: Iterable[Repair]) -> Iterator[tuple[str, list[Repair]]]:
    """Repairs of a file by what was done."""
    by_deed: dict[str, list[Repair]] = {}
    for repair in repairs:
        by_deed.setdefault(repair.done, []).append(repair)
    yield from by_deed.items()
