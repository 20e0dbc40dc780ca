"""`cx site`: what is made from a built site."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from cxguide.adapters.projects import project_config
from cxguide.adapters.texts import texts_of_versions
from cxguide.cli.options import project, told, waiting
from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.site.book import (
    BookVersion,
    NoBrowser,
    PrintFailed,
    book_html,
    book_of,
    book_versions,
    chromium_on_path,
    print_pdf,
    sheets_of,
    site_address,
)

__all__ = ["site"]

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group()
def site() -> None:
    """What is made from a built site."""


@site.command()
@click.argument("site_dir", required=False, type=_FOLDER)
@click.option("--lang", "tags", multiple=True, help="Language, such as th or sr; all without it.")
@click.option("-o", "--out", type=_FOLDER, default="pdf", show_default=True, help="The folder.")
@project
def pdf(site_dir: Path | None, tags: tuple[str, ...], out: Path, config_file: Path) -> None:
    """Write the whole site as a PDF for each language: cx site pdf site --lang cs -o pdf.

    SITE_DIR is a built site with cx-site; that of the project when it is not given. Pages come in
    the order of the menu, with their contents, links among themselves and numbers of sheets. A
    Chromium makes them: the one that CHROMIUM names, or one on the path.
    """
    config = project_config(config_file)
    folder = site_dir or Path(config.site_dir)
    with told():
        address = site_address(folder)
        versions = book_versions(folder, address)
        texts = texts_of_versions(config)
        chosen = _chosen(versions, tags)
        out.mkdir(parents=True, exist_ok=True)
        for version in chosen:
            target = out / f"{_file_name(versions[0].name)}.{version.tag.lower()}.pdf"
            with waiting(f"printing {target.name}"):
                made = _printed(version, folder, address, texts.get(version.tag, Texts(ENGLISH)))
            target.write_bytes(made)
            count = len(version.chapters)
            counted = "1 page" if count == 1 else f"{count} pages"
            click.echo(f"{target}: written, {counted} of the site in {len(made) // 1000} kB")


def _chosen(versions: tuple[BookVersion, ...], tags: tuple[str, ...]) -> list[BookVersion]:
    known = {one.tag.lower(): one for one in versions}
    for tag in tags:
        if tag.lower() not in known:
            there = ", ".join(one.tag for one in versions)
            raise click.UsageError(f"the site has no language {tag!r}; it has: {there}")
    return [known[tag.lower()] for tag in dict.fromkeys(tags)] if tags else [*versions]


def _printed(version: BookVersion, folder: Path, address: str, texts: Texts) -> bytes:
    """The PDF, printed twice: the first time to learn on which sheets the pages begin."""
    pages = {one.file: (folder / one.file).read_text("utf-8") for one in version.chapters}
    book = book_of(version, address, pages)
    try:
        chromium = chromium_on_path()
        draft = print_pdf(book_html(book, texts), folder, address, chromium, draft=True)
        document = book_html(book, texts, sheets_of(draft))
        return print_pdf(document, folder, address, chromium)
    except (NoBrowser, PrintFailed) as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _file_name(name: str) -> str:
    """The name of the site in small Latin letters.

    >>> _file_name("CX Guide"), _file_name("คู่มือ")
    ('cx-guide', 'site')
    """
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "site"
