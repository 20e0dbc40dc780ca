"""What all our MkDocs plugins have in common."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.plugins import BasePlugin

from cxguide.adapters.settings import option_place
from cxguide.core.places import SourceError, nearest

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

__all__ = ["Options", "Plugin"]


class Options(Config):
    """Options of a plugin in mkdocs.yml; one that does not exist is told with its place."""

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """MkDocs' checks, after ours of the names."""
        known = [name for name, _ in self._schema]
        unknown = [name for name in self if name not in known]
        faults: ConfigErrors = [(name, self._unknown(name, known)) for name in unknown]
        for name in unknown:
            del self[name]  # MkDocs would tell it once more
        errors, warnings = super().validate()
        return [*faults, *errors], warnings

    def _unknown(self, name: str, known: list[str]) -> ValidationError:
        close = nearest(name, known)
        fault = SourceError(
            option_place(Path(self.config_file_path or "mkdocs.yml"), name),
            f"unknown option {name!r}",
            known=f"known: {', '.join(known) or 'none'}",
            fix=f"write {close!r}" if close else "remove it",
        )
        return ValidationError(str(fault))


class Plugin(BasePlugin[Options]):
    """A plugin that hears every event once per language.

    One instance serves all builds of a preview, because it defines `on_startup`.
    """

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Being here keeps this instance through all builds of a preview."""

    def content_told(self, file: File, config: MkDocsConfig) -> str | None:
        """What a plugin puts into the content of a page, or what that is made from.

        Args:
            file: of the page.
            config: of the site, whose settings and short texts need not be told.

        Returns:
            Beside what follows from the page's own text; `None` when it cannot be told before
            the page is read, so that it is read in each build.
        """
        return ""
