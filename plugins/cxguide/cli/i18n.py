"""`cx i18n`: the work of translators."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from cxguide.adapters.i18n import default_language, site_languages
from cxguide.adapters.new_language import begin_language
from cxguide.adapters.projects import catalogs_of, project_config
from cxguide.adapters.side_by_side import SIDE_BY_SIDE
from cxguide.adapters.translation_previews import build_preview, serve_site
from cxguide.adapters.translation_projects import language_states
from cxguide.adapters.translation_repairs import mend
from cxguide.adapters.translation_review import changed_paths, review
from cxguide.adapters.translation_review import summary as review_summary
from cxguide.adapters.translation_work import (
    SectionChange,
    WrongTarget,
    begin_page,
    begun_pages,
    changed_english,
    changes_of,
    correct_page,
    correct_text,
    finish,
    pair_of,
)
from cxguide.adapters.translations import ONLY_LANGUAGES
from cxguide.cli.exchange import add_commands
from cxguide.cli.options import project, told, waiting
from cxguide.core.history import NoHistory
from cxguide.core.places import Severity, SourceError, nearest
from cxguide.core.reports import REPORTS
from cxguide.translations.condensed import condensed
from cxguide.translations.merging import sync_catalog
from cxguide.translations.repairs import Repair
from cxguide.translations.sections import META
from cxguide.translations.state_report import (
    line_to_paste,
    state_faults,
    states_data,
    states_text,
)
from cxguide.translations.states import LanguageState, State
from cxguide.translations.tables import counted

__all__ = ["i18n", "new_language", "new_page"]

_COLOURS = {"removed": "red", "added": "green"}
_SIGNS = {"removed": "[-{}-]", "added": "{{+{}+}}"}


@click.group()
def i18n() -> None:
    """The work of translators.

    PAGE is a path that all languages share, metrics/nps.md; a section of it is
    metrics/nps.md#formula, title and description together are metrics/nps.md#_meta.
    """


add_commands(i18n)


@i18n.command()
@click.argument("language", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@project
def status(language: str | None, form: str, config_file: Path) -> None:
    """What is translated, what has changed since, what is missing: by section."""
    config = project_config(config_file)
    with told(form), waiting("reading the pages"):
        states = _of_language(language_states(config), language)
        if form == "json":
            data = states_data(states, original=default_language(config).language.tag)
            click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        elif form == "github":
            click.echo(REPORTS[form](state_faults(states)))
        else:
            click.echo(states_text(states, changed=changed_english(config, states)))


@i18n.command()
@click.argument("language")
@click.argument("page")
@project
def diff(language: str, page: str, config_file: Path) -> None:
    """What changed in the English of PAGE since it was translated, beside the translation."""
    config = project_config(config_file)
    path, names = _target(page)
    with told(), _asked():
        changes = changes_of(config, pair_of(config, language, path), names)
    for change in changes:
        click.echo(_change_text(change))
    if not changes:
        click.echo("nothing has changed")


@i18n.command()
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
    path, names = _target(page or "")
    refused: list[SourceError] = []
    with told(), _asked():
        pairs = begun_pages(config, language) if every else (pair_of(config, language, path),)
        for pair in pairs:
            marking = finish(config, pair, names, may_be_unchanged=unchanged)
            refused += marking.refused
            for name in marking.markers:
                shown = ": title and description" if name == META else f"#{name}"
                click.echo(f"{pair.file}{shown}: current")
                if unchanged:
                    trailer = f"No-change: {language} {pair.path}#{name}"
                    click.echo(f"  in the message of the commit: {trailer}")
            if page and not marking.markers and not marking.refused:
                click.echo(f"{pair.file}: nothing to mark")
    if refused:
        click.echo(REPORTS["text"](refused), err=True)
        sys.exit(1)


@i18n.command()
@click.argument("files", nargs=-1)
@click.option("--changed-since", "since", metavar="REV", help="Remarks on what changed since.")
@click.option("--format", "form", type=click.Choice([*REPORTS]), default="text")
@click.option(
    "--summary",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file to which the whole story is added as Markdown.",
)
@project
def check(
    files: tuple[str, ...],
    since: str | None,
    form: str,
    summary: Path | None,
    config_file: Path,
) -> None:
    """Every fault, and what an editor should look at: structure, language, freshness.

    FILES are pages, catalogs or folders, docs/cs; all of them, if none is named.
    Errors alone fail. For a forge, which shows ten of a kind, the worst come first.
    """
    config = project_config(config_file)
    with told(form), _asked(), waiting("looking through the translations"):
        found = review(config, since=since, files=files)
    if summary is not None:
        with summary.open("a", encoding="utf-8") as file:
            file.write(review_summary(found, project_config(config_file)))
    faults = condensed(found.faults) if form == "github" else found.faults
    if faults or form == "json":
        click.echo(REPORTS[form](faults))
    if form == "text":
        click.echo(_counts(found.faults))
    sys.exit(1 if found.errors else 0)


@i18n.command()
@click.argument("files", nargs=-1)
@project
def fix(files: tuple[str, ...], config_file: Path) -> None:
    """Mend what a machine can: ids, calculators, maps, paths, fences, typography.

    FILES are pages and catalogs, docs/cs/metrics/nps.md; all of them, if none is named.
    """
    count = 0
    with told(), waiting("mending"):
        for _, fixed in mend(project_config(config_file), files):
            count += len(fixed.repairs)
            for done, (first, *others) in _alike(fixed.repairs):
                also = f", and at {counted(len(others), 'other place')}" if others else ""
                click.echo(f"{first.place}: {done}{also}")
    click.echo(f"{count} mended" if count else "nothing to mend")


@i18n.command()
@click.argument("language")
@click.argument("page", required=False)
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Host and port.")
@project
def serve(language: str, page: str | None, address: str, config_file: Path) -> None:
    """English and LANGUAGE side by side in a browser; what is saved shows at once."""
    config = project_config(config_file)
    with told(), _asked():
        path = pair_of(config, language, page).path if page else ""
    os.environ[ONLY_LANGUAGES] = language
    click.echo(f"http://{address}/{language}/{SIDE_BY_SIDE}{f'#{path}' if path else ''}")
    serve_site(str(config_file), dev_addr=address)


@i18n.command()
@click.option("--changed-since", "since", metavar="REV", help="These pages come first.")
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), default="preview")
@project
def preview(since: str | None, site_dir: Path, config_file: Path) -> None:
    """A folder to look at without a server: the site, with English beside each translation."""
    config = project_config(config_file)
    with told(), _asked():
        changed = changed_paths(config, since) if since else ()
    with waiting("building the preview"):
        build_preview(config_file, site_dir, changed)
    for entry in site_languages(config)[1:]:
        click.echo(f"{site_dir / entry.prefix / SIDE_BY_SIDE}")


@i18n.command()
@click.argument("target", metavar="PAGE|KEY")
@click.option("--since", default="HEAD", show_default=True, help="The version before it.")
@project
def typo(target: str, since: str, config_file: Path) -> None:
    """A correction of the English that leaves every translation right.

    Corrects first: PAGE in a language is current again where it was current before. KEY is the
    msgctxt of a short text.
    """
    config = project_config(config_file)
    path, names = _target(target)
    with told(), _asked():
        if path.endswith(".md"):
            found = correct_page(config, path, names, since=since)
        else:
            found = correct_text(config, path)
    for file, kept in found.items():
        click.echo(f"{file}: {', '.join(kept) if kept else 'nothing was current'}")


@i18n.group()
def new() -> None:
    """A page or a language to begin with."""


@new.command("page")
@click.argument("page")
@click.argument("language")
@project
def new_page(page: str, language: str, config_file: Path) -> None:
    """Write PAGE in LANGUAGE: the English text with every section marked as still English."""
    config = project_config(config_file)
    with told(), _asked():
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

    It is built and not shown to readers until its home page, five others and all short texts are
    translated.
    """
    config = project_config(config_file)
    with told():
        files = begin_language(config, language, name)
    for file in files:
        click.echo(f"{file}: written")
    click.echo(f"next: cx i18n status {language}")


@i18n.command()
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
                    f"{shown}: {len(messages)} texts, {done.missing} to translate, "
                    f"{done.fuzzy} to check, {state}"
                )


def _alike(repairs: Iterable[Repair]) -> Iterator[tuple[str, list[Repair]]]:
    """Repairs of a file by what was done."""
    by_deed: dict[str, list[Repair]] = {}
    for repair in repairs:
        by_deed.setdefault(repair.done, []).append(repair)
    yield from by_deed.items()


def _counts(faults: Iterable[SourceError]) -> str:
    found = [fault.severity for fault in faults]
    counts = (counted(found.count(one), one) for one in Severity if one in found)
    return ", ".join(counts) or "no faults found"


@contextmanager
def _asked() -> Iterator[None]:
    """Tell what does not exist, as wrong use, and what the history does not know, with 1."""
    try:
        yield
    except WrongTarget as wrong:
        raise click.UsageError(str(wrong)) from None
    except NoHistory as missing:
        click.echo(f"no earlier version: {missing}", err=True)
        sys.exit(1)


def _target(argument: str) -> tuple[str, tuple[str, ...]]:
    path, _, name = argument.partition("#")
    return path, (name,) if name else ()


def _of_language(
    states: tuple[LanguageState, ...], language: str | None
) -> tuple[LanguageState, ...]:
    tags = [state.tag for state in states]
    if language is None:
        return states
    if language not in tags:
        close = nearest(language, tags)
        hint = f"did you mean {close!r}?" if close else f"languages are: {', '.join(tags)}"
        raise click.UsageError(f"nobody translates into {language!r}; {hint}")
    return tuple(state for state in states if state.tag == language)


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
    elif section.state is State.NEW:
        lines += [f"its heading ends in: {{ #{section.id} data-en={section.wanted} }}", ""]
    return "\n".join(lines)
