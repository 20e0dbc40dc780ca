"""A page that was saved, built alone within what the last build of its language has left.

The settings, the menu and the state of the plugins are put back as they were when the pages of
that language were built, and MkDocs reads and builds the one page by its own events. What other
pages show of it (titles in menus, the search, feeds) comes with the next whole build.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.plugins import CombinedEvent, event_priority

from cxguide.adapters.i18n import forget_build, is_last_build
from cxguide.adapters.kept_pages import KEPT_PAGES
from cxguide.adapters.plugin import Plugin

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

__all__ = ["SAVED_PAGES", "SavedPages", "Superseded"]

SAVED_PAGES = "cx-saved-pages"
_LAST = -1_000_000
"""When all others are done."""


class Superseded(Exception):
    """Stops a build whose sources have changed meanwhile."""


@dataclass(frozen=True)
class _Language:
    """How a language was built; each mapping holds what its object knew then.

    Attributes:
        config: of the build, which all languages share.
        settings: its values.
        theme: the values of the theme.
        plugins: those of every plugin.
        files: of the language.
        nav: its menu.
        env: of the theme.
    """

    config: MkDocsConfig
    settings: Mapping[str, Any]
    theme: Mapping[str, Any]
    plugins: Mapping[str, Mapping[str, Any]]
    files: Files
    nav: Navigation
    env: Environment


class SavedPages(Plugin):
    """Remembers how each language was built; one instance serves all builds of a preview."""

    def __init__(self) -> None:
        self._built: list[_Language] = []
        self._building: list[_Language] = []
        self._config: MkDocsConfig | None = None
        self._nav: Navigation | None = None
        self.is_superseded: Callable[[], bool] = lambda: False
        """Whether the sources have changed since the build began."""
        self.error: Exception | None = None
        """What has stopped the last build; whoever begins one forgets it before."""

    @event_priority(_LAST)
    def on_config(self, config: MkDocsConfig) -> None:
        """Keep the settings."""
        self._go_on()
        self._config = config

    @event_priority(_LAST)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the menu."""
        self._go_on()
        self._nav = nav

    @event_priority(_LAST)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Remember the language."""
        self._go_on()
        assert self._nav is not None
        plugins = {
            name: dict(vars(plugin))
            for name, plugin in config.plugins.items()
            # It would keep what is made of the new text as if it were made of the old one.
            if name not in (SAVED_PAGES, KEPT_PAGES)
        }
        settings = {**config.data, "mdx_configs": _copied(config.mdx_configs)}
        theme = _copied(vars(config.theme))
        self._building.append(_Language(config, settings, theme, plugins, files, self._nav, env))

    @event_priority(-_LAST)
    def _on_post_build_check(self, config: MkDocsConfig) -> None:
        self._go_on()

    @event_priority(_LAST)
    def _on_post_build_remember(self, config: MkDocsConfig) -> None:
        """Forget the build before, now that this one is complete."""
        if is_last_build(config):
            self._built, self._building = self._building, []

    on_post_build = CombinedEvent(_on_post_build_check, _on_post_build_remember)

    def on_build_error(self, *, error: Exception) -> None:
        """Forget what is not complete; pages are built within the last site that is."""
        self._building = []
        self.error = error
        if self._config is not None:
            forget_build(self._config)

    def _go_on(self) -> None:
        if self.is_superseded():
            raise Superseded

    def can_show(self, changed: Collection[str]) -> bool:
        """Whether all these files, by absolute path, are pages that there were and are."""
        known = {
            file.abs_src_path for one in self._built for file in one.files.documentation_pages()
        }
        return known.issuperset(changed) and all(map(Path.is_file, map(Path, changed)))

    def show(self, changed: Collection[str], root: Path) -> set[str]:
        """Build these pages into the folder of the site, in every language that shows them.

        Args:
            changed: the files, as `can_show` has them.
            root: the folder.

        Returns:
            Paths of what was written, from the folder.

        Raises:
            Exception: whatever a page can have for a fault; nothing else is harmed by it.
        """
        written = set()
        for language in self._built:
            pages = language.files.documentation_pages()
            for file in pages:
                if file.abs_src_path in changed and file.page is not None:
                    with _put_back(language, root):
                        _build(file, language, pages)
                    written.add(file.dest_uri)
        return written


def _build(file: File, language: _Language, pages: Any) -> None:
    vars(file).pop("_cx", None)  # what was found in its text
    file.abs_dest_path = str(Path(language.config.site_dir) / file.dest_uri)
    assert file.page is not None
    _populate_page(file.page, language.config, language.files)
    _build_page(file.page, language.config, pages, language.nav, language.env)


@contextmanager
def _put_back(language: _Language, root: Path) -> Iterator[None]:
    """Everything as it was for the language, and after that as it is now."""
    config = language.config
    places = [vars(config.plugins[name]) for name in language.plugins]
    places += [config.data, vars(config.theme)]
    thens = [*language.plugins.values(), language.settings, language.theme]
    nows = [dict(place) for place in places]
    try:
        for place, then in zip(places, thens, strict=True):
            place.update(then)
        config.site_dir = str(root)
        yield
    finally:
        for place, now in zip(places, nows, strict=True):
            place.clear()
            place.update(now)


def _copied(values: Mapping[str, Any]) -> dict[str, Any]:
    """A copy with copies of what is in it, where that is plain."""
    return {
        name: type(value)(value) if type(value) in (dict, list, set) else value
        for name, value in values.items()
    }
