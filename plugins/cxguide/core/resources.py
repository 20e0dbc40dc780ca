"""Where the package's files are: calculators, theme, fonts, templates, catalogs."""

from __future__ import annotations

from pathlib import Path

__all__ = ["CALCULATORS", "FONTS", "LOCALE", "TEMPLATES", "THEME", "THEMES"]

_PACKAGE = Path(__file__).resolve().parents[1]
_INSTALLED = _PACKAGE / "_data"
_WORKING_COPY = _PACKAGE.parents[1]

CALCULATORS = (_INSTALLED if _INSTALLED.is_dir() else _WORKING_COPY) / "calculators"
THEMES = _INSTALLED / "theme" if _INSTALLED.is_dir() else _WORKING_COPY / "plugins" / "theme"
THEME = THEMES / "site"
"""What every site with Material gets; beside it stands the face of this guide, as `custom_dir`."""
FONTS = _INSTALLED / "fonts" if _INSTALLED.is_dir() else _WORKING_COPY / "docs/assets/fonts"
TEMPLATES = _PACKAGE / "templates"
LOCALE = _PACKAGE / "locale"
