"""The files of a theme, listed once for all languages of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader
from mkdocs.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["list_once"]


class _ListedOnce(FileSystemLoader):
    """Remembers which files there are; their content is read each time."""

    def __init__(self, folders: Sequence[str], listed: dict[tuple[str, ...], list[str]]) -> None:
        super().__init__(folders)
        self._listed = listed

    def list_templates(self) -> list[str]:
        folders = tuple(self.searchpath)
        if folders not in self._listed:
            self._listed[folders] = super().list_templates()
        return self._listed[folders]


class _ListedTheme(Theme):
    """A theme that hands out environments which share their list of files."""

    def __init__(self, theme: Theme) -> None:
        vars(self).update(vars(theme))
        self._listed: dict[tuple[str, ...], list[str]] = {}

    def get_env(self) -> Environment:
        """As of the theme whose place this takes."""
        env = super().get_env()
        if type(env.loader) is FileSystemLoader:
            env.loader = _ListedOnce(env.loader.searchpath, self._listed)
        return env


def list_once(config: MkDocsConfig) -> None:
    """Let MkDocs list the theme for the first language of a run alone; to be called at its begin.

    Material has more than ten thousand files, and MkDocs looks at all of them for each language.
    """
    config.theme = _ListedTheme(config.theme)
