"""`cx i18n status`, `diff`, `check`, `serve`, `preview`: how translations stand."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import click

from cxguide.adapters.i18n import default_language, site_languages
from cxguide.adapters.projects import project_config
from cxguide.adapters.side_by_side import SIDE_BY_SIDE
from cxguide.adapters.translation_previews import build_preview, serve_site
from cxguide.adapters.translation_projects import language_states, named_sources
from cxguide.adapters.translation_review import changed_paths, review
from cxguide.adapters.translation_review import summary as review_summary
from cxguide.adapters.translation_work import (
    SectionChange,
    changed_english,
    changes_of,
    pair_of,
    translated_language,
)
from cxguide.adapters.translations import ONLY_LANGUAGES
from cxguide.cli.asking import asked, named
from cxguide.cli.options import project, reported, told, waiting
from cxguide.core.places import Severity, SourceError
from cxguide.core.reports import REPORTS
from cxguide.translations.condensed import condensed
from cxguide.translations.sections import META
from cxguide.translations.state_report import (
    line_to_paste,
    state_faults,
    states_data,
    states_text,
)
from cxguide.translations.states import State
from cxguide.translations.tables import counted

__all__ = ["check", "diff", "preview", "serve", "status"]

_COLOURS = {"removed": "red", "added": "green"}
_SIGNS = {"removed": "[-{}-]", "added": "{{+{}+}}"}


@click.command()
@click.argument("language", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@project
def status(language: str | None, form: str, config_file: Path) -> None:
    """What is translated, what has changed since, what is missing: by section."""
    config = project_config(config_file)
    with told(form), asked(), waiting("reading the pages"):
        wanted = translated_language(config, language).language.tag if language else ""
        states = [one for one in language_states(config) if wanted in {"", one.tag}]
        if form == "json":
            data = states_data(states, original=default_language(config).language.tag)
            click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        elif form == "github":
            click.echo(reported(form, state_faults(states), config_file))
        else:
            click.echo(states_text(states, changed=changed_english(config, states)))


@click.command()
@click.argument("language")
@click.argument("page")
@project
def diff(language: str, page: str, config_file: Path) -> None:
    """What changed in the English of PAGE since it was translated, beside the translation."""
    config = project_config(config_file)
    path, names = named(page)
    with told(), asked():
        changes = changes_of(config, pair_of(config, language, path), names)
    for change in changes:
        click.echo(_change_text(change))
    if not changes:
        click.echo("nothing has changed")


@click.command()
@click.argument("files", nargs=-1)
@click.option("--changed-since", "since", metavar="REV", help="Remarks on what changed since.")
@click.option("--format", "form", type=click.Choice([*REPORTS]), default="text")
@click.option(
    "--summary",
    type=click.File("a", encoding="utf-8", lazy=False),  # refused before all the work, not after
    help="A file to which the whole story is added as Markdown.",
)
@project
def check(
    files: tuple[str, ...],
    since: str | None,
    form: str,
    summary: TextIO | None,
    config_file: Path,
) -> None:
    """Every fault, and what an editor should look at: structure, language, freshness.

    FILES are pages, catalogs or folders, docs/cs; all of them, if none is named.
    Errors alone fail. For a forge, which shows ten of a kind, the worst come first.
    """
    config = project_config(config_file)
    with told(form), asked(), waiting("looking through the translations"):
        found = review(config, since=since, files=named_sources(config, files))
    if summary is not None:
        summary.write(review_summary(found, project_config(config_file)))
    faults = condensed(found.faults) if form == "github" else found.faults
    if faults or form == "json":
        click.echo(reported(form, faults, config_file))
    if form == "text":
        click.echo(_counts(found.faults))
    sys.exit(1 if found.errors else 0)


@click.command()
@click.argument("language")
@click.argument("page", required=False)
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port.")
@project
def serve(language: str, page: str | None, address: str, config_file: Path) -> None:
    """English and LANGUAGE side by side in a browser; what is saved shows at once."""
    config = project_config(config_file)
    with told(), asked():
        translated_language(config, language)
        path = pair_of(config, language, page).path if page else ""
    os.environ[ONLY_LANGUAGES] = language
    click.echo(f"http://{address}/{language}/{SIDE_BY_SIDE}{f'#{path}' if path else ''}")
    serve_site(str(config_file), dev_addr=address)


@click.command()
@click.option("--changed-since", "since", metavar="REV", help="These pages come first.")
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), default="preview")
@project
def preview(since: str | None, site_dir: Path, config_file: Path) -> None:
    """A folder to look at without a server: the site, with English beside each translation."""
    config = project_config(config_file)
    with told(), asked():
        changed = changed_paths(config, since) if since is not None else ()
    with waiting("building the preview"):
        build_preview(config_file, site_dir, changed)
    for entry in site_languages(config)[1:]:
        click.echo(f"{site_dir / entry.prefix / SIDE_BY_SIDE}")


def _counts(faults: Iterable[SourceError]) -> str:
    found = [fault.severity for fault in faults]
    counts = (counted(found.count(one), one) for one in Severity if one in found)
    return ", ".join(counts) or "no faults found"


def _change_text(change: SectionChange) -> str:
    section = change.section
    name = "title and description" if section.id == META else f"#{section.id}"
    since = f" since {change.since}" if change.since else ""
    if section.state is State.STALE and not change.since:
        since = "; what it was made from is not in the history, so all of it is shown"
    lines = [click.style(f"{section.place}: {name}: {section.state}{since}", bold=True), ""]
    if section.state is State.STALE:
        runs = (
            click.style(_SIGNS.get(run.kind, "{}").format(run.text), fg=_COLOURS.get(run.kind))
            for run in change.runs
        )
        lines += [re.sub(r"\n ", "\n", " ".join(runs)), ""]
    else:  # all of it is to be translated: as it stands, so that it can be copied
        lines += [change.english, ""]
    if change.ours:
        lines += [change.ours, ""]
    if line := line_to_paste(section):
        kind = "front matter has" if section.id == META else "heading is"
        lines += [f"when it is right, its {kind}: {line}", ""]
    return "\n".join(lines)
