"""`cx i18n export`, `import`, `terms` and `fmt`: texts and terms for others and for us."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from cxguide.adapters.exchange import FORMS, Import, export, import_file, lay_out
from cxguide.adapters.projects import project_config
from cxguide.adapters.terms import Terms, terms
from cxguide.cli.options import project, told
from cxguide.core.places import Place, Severity
from cxguide.core.reports import REPORTS
from cxguide.glossary import Entry
from cxguide.translations.tables import counted

__all__ = ["add_commands"]


@click.command("export")
@click.argument("language")
@click.option("--to", "form", type=click.Choice(FORMS), required=True, help="csv, tbx: the terms.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, metavar="FILE"
)
@click.option(
    "--only",
    type=click.Choice(["missing"]),
    help="What has no translation, or one of another English text.",
)
@project
def export_texts(
    language: str, form: str, output: Path, only: str | None, config_file: Path
) -> None:
    """Write the texts of all catalogs of LANGUAGE into one FILE, for others to translate.

    csv and tbx hold the terms of the glossary.
    """
    with told():
        text = export(project_config(config_file), language, form, only_to_do=only is not None)
    if text is None:
        click.echo("nothing to translate; no file was written")
    else:
        output.write_bytes(text.encode())
        click.echo(f"{output}: written")


@click.command("import")
@click.argument("language")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--strict", is_flag=True, help="Take nothing where something is refused.")
@project
def import_texts(language: str, file: Path, strict: bool, config_file: Path) -> None:
    """Take the translations of FILE (.po, .xlf, .csv, .tbx) into the catalogs of LANGUAGE.

    A text is taken if its key and its English are those of now, and if it has all placeholders,
    markup and plural categories. Those that are not taken are told. Then the catalogs that have
    changed are checked as in a pull request. Errors fail, and so does what was not taken.
    """
    with told():
        done = import_file(project_config(config_file), language, file, strict=strict)
    for catalog, keys in done.taken.items():
        click.echo(f"{catalog}: {len(keys)} taken")
    click.echo(_counts(done, strict=strict))
    for faults in (done.refused, done.faults):
        if faults:
            click.echo(REPORTS["text"](faults), err=True)
    failed = any(fault.severity is Severity.ERROR for fault in done.faults)
    sys.exit(1 if done.refused or failed else 0)


@click.command("terms")
@click.argument("language")
@click.argument("word", required=False, default="")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@project
def show_terms(language: str, word: str, form: str, config_file: Path) -> None:
    """What LANGUAGE calls the terms of the glossary, what it must not say, where pages use them.

    WORD is English or of the language, in any form; only terms that have it are shown.
    """
    with told():
        found = terms(project_config(config_file), language, word)
    if form == "json":
        click.echo(json.dumps(_data(found), ensure_ascii=False, indent=2))
    elif found.entries or found.wrong:
        click.echo(_text(found))
    if not found.entries and not found.wrong:
        close = ", ".join(_both(entry) for entry in found.near)
        nearest = f"; nearest: {close}" if close else ""
        click.echo(f"no term has {word!r}{nearest}" if word else "no terms", err=True)
        sys.exit(1)


@click.command("fmt")
@click.option("--check", is_flag=True, help="Change nothing; fail if something would change.")
@project
def fmt(check: bool, config_file: Path) -> None:
    """Write every catalog in the one layout: by key, no dates, no wrapped lines.

    What they say stays, comments of translators as well. The English texts are not looked at.
    """
    with told():
        names = list(lay_out(project_config(config_file), is_check=check))
    for name in names:
        click.echo(f"{name}: {'would change' if check else 'changed'}")
    if not names:
        click.echo("nothing to change")
    sys.exit(1 if check and names else 0)


def add_commands(group: click.Group) -> None:
    """Add the commands of this module to a group."""
    for command in (export_texts, import_texts, show_terms, fmt):
        group.add_command(command)


def _counts(done: Import, *, strict: bool) -> str:
    taken = sum(map(len, done.taken.values()))
    parts = [f"{taken} taken", f"{done.same} as before", f"{done.empty} without a translation"]
    if done.refused:
        parts.append(f"{counted(len(done.refused), 'fault')} in what was not taken")
        if strict:
            parts[:2] = ["nothing taken"]
    return ", ".join(parts)


def _text(found: Terms) -> str:
    blocks = [_entry_text(entry, found.uses.get(entry.term.id, ())) for entry in found.entries]
    if found.wrong:
        blocks.append("\n".join(f"not {one.form!r}, but {one.instead!r}" for one in found.wrong))
    return "\n\n".join(blocks)


def _entry_text(entry: Entry, uses: tuple[Place, ...]) -> str:
    same = ", ".join(filter(None, (entry.term.short, *entry.term.also)))
    lines = [
        click.style(_both(entry) + (f" ({same})" if same else ""), bold=True),
        f"  {entry.definition or entry.term.definition.english}",
        *(f"  not {one.form!r}" for one in entry.wrong),
        *(f"  {place}" for place in uses),
    ]
    return "\n".join(lines if uses else [*lines, "  no page uses it"])


def _both(entry: Entry) -> str:
    english = entry.term.name.english
    return english if entry.name == english else f"{english}: {entry.name or 'not translated'}"


def _data(found: Terms) -> dict[str, Any]:
    return {
        "terms": [
            {
                "id": entry.term.id,
                "english": entry.term.name.english,
                "translation": entry.name,
                "short": entry.term.short,
                "also": entry.term.also,
                "definition": entry.definition,
                "english_definition": entry.term.definition.english,
                "wrong": [one.form for one in entry.wrong],
                "used": [
                    {"file": place.file, "line": place.line, "column": place.column}
                    for place in found.uses.get(entry.term.id, ())
                ],
            }
            for entry in found.entries
        ],
        "wrong": [{"form": one.form, "instead": one.instead} for one in found.wrong],
        "nearest": [entry.term.name.english for entry in found.near],
    }
