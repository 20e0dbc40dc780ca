"""What makes a site light on the way: small scripts, one style sheet, files packed beforehand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rjsmin import jsmin

from cxguide.adapters.settings import option_place, settings_file
from cxguide.core.places import SourceError
from cxguide.core.resources import THEMES
from cxguide.site.packed import pack_files
from cxguide.site.style_sheets import one_sheet

if TYPE_CHECKING:
    from collections.abc import Collection

    from mkdocs.config.defaults import MkDocsConfig

__all__ = [
    "STYLE_SHEET",
    "style_sheets",
    "write_one_sheet",
    "write_packed",
    "write_small_scripts",
]

STYLE_SHEET = "assets/cx/styles.css"
"""Where the one sheet is, from the root of the site."""


def style_sheets(config: MkDocsConfig) -> tuple[str, ...]:
    """What a page links: the one sheet, and those of `extra_css` that are on other sites."""
    return (STYLE_SHEET, *filter(_is_elsewhere, config.extra_css))


def write_one_sheet(config: MkDocsConfig) -> None:
    """Write the one sheet, when all others are written, in the order of `extra_css`.

    Raises:
        SourceError: a sheet is not there, or imports another one.
    """
    site = Path(config.site_dir)
    place = option_place(settings_file(config), "extra_css")
    sheets = []
    for address in config.extra_css:
        if _is_elsewhere(address):
            continue
        try:
            path = urlsplit(address).path.lstrip("/")  # without what a browser's cache is told by
            # A mark at the beginning of a file would be a letter in the middle of one.
            sheets.append((path, (site / path).read_text(encoding="utf-8-sig")))
        except FileNotFoundError:
            raise SourceError(
                place,
                f"there is no style sheet {address!r}",
                fix="correct its path, or remove it from extra_css",
            ) from None
    try:
        text = one_sheet(sheets, STYLE_SHEET)
    except ValueError as fault:
        raise SourceError(
            place, str(fault), fix="or set 'one_style_sheet: false' at cx-site"
        ) from None
    target = site / STYLE_SHEET
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def write_small_scripts(config: MkDocsConfig) -> None:
    """Take comments and needless blanks out of the scripts of our themes."""
    for theme in sorted(THEMES.iterdir()):
        for script in sorted(theme.rglob("*.js")):
            text = script.read_text(encoding="utf-8")
            target = Path(config.site_dir, script.relative_to(theme))
            # A site may have its own in the place of ours.
            if target.is_file() and target.read_text(encoding="utf-8") == text:
                target.write_text(jsmin(text), encoding="utf-8")


def write_packed(config: MkDocsConfig, endings: Collection[str]) -> None:
    """Write the packed copies that are asked for.

    Raises:
        SourceError: a package is missing that one kind of them needs.
    """
    try:
        pack_files(Path(config.site_dir), endings)
    except ImportError:
        raise SourceError(
            option_place(settings_file(config), "packed"),
            "packed copies of the kind 'br' need the package brotli, which is not installed",
            fix="run \"pip install 'cx-guide[downloads]'\", or leave 'br' out",
        ) from None


def _is_elsewhere(address: str) -> bool:
    return "://" in address or address.startswith("//")
