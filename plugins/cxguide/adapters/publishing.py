"""A build writes beside the last good site and takes its place when it is complete."""

from __future__ import annotations

import atexit
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import CountHandler

from cxguide.site.staging import discard, publish, staging_folder

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["Publication"]


class Publication:
    """The way of one run from a staging folder to the site's folder.

    All language builds of a run share MkDocs' configuration, so its `site_dir` names the
    staging folder from `begin` until `finish` or `abandon`.
    """

    def __init__(self) -> None:
        self._config: MkDocsConfig | None = None
        self._site = Path()
        self._staging = Path()

    def begin(self, config: MkDocsConfig) -> None:
        """Let the build write beside the site.

        Raises:
            OSError: the folder around the site cannot be written.
        """
        self.abandon()
        self._site = Path(config.site_dir)
        self._staging = staging_folder(self._site)
        self._config = config
        config.site_dir = str(self._staging)
        # Ctrl+C is not an error for MkDocs, so its error event does not come.
        atexit.register(discard, self._staging)

    def finish(self) -> None:
        """Publish what was built, unless a warning makes the strict build fail.

        Raises:
            OSError: the last site cannot be replaced; it is still there.
        """
        if self._config is None:
            return
        if not _has_warnings():
            publish(self._staging, self._site)
        self.abandon()

    def abandon(self) -> None:
        """Forget the run: the last site stays. Safe to call at any time."""
        if self._config is not None:
            self._config.site_dir = str(self._site)
            self._config = None
            discard(self._staging)
            atexit.unregister(discard)


def _has_warnings() -> bool:
    """Whether MkDocs has counted a warning, which it does in a strict build only."""
    # ProperDocs, the fork of MkDocs, counts on a logger with its own name.
    loggers = (logging.getLogger("mkdocs"), logging.getLogger("properdocs"))
    handlers = [handler for logger in loggers for handler in logger.handlers]
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
