"""The day on which each page was last changed, as the history of the project knows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cxguide.adapters.fences import source_name
from cxguide.adapters.i18n import written_files
from cxguide.adapters.settings import site_root
from cxguide.core.history import History

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

__all__ = ["changed_days"]


def changed_days(files: Files, config: MkDocsConfig) -> dict[tuple[str, str], str]:
    """By shared address and prefix, the day of the last commit that touched the source of a page.

    Pages that no commit knows are left out. To be called with all files of the site, so before
    static-i18n has chosen those of a language.
    """
    root, docs = site_root(config), Path(config.docs_dir).resolve()
    if not docs.is_relative_to(root):
        return {}
    days = History(root).last_days(docs.relative_to(root).as_posix())
    if not days:
        return {}
    return {
        (address, prefix): days[name]
        for address, by_prefix in written_files(files, config).items()
        for prefix, file in by_prefix.items()
        if (name := source_name(file, config)) in days
    }
