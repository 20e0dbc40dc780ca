"""What is done when every page of every language is on disk."""

from __future__ import annotations

import gzip
from pathlib import Path

from cxguide.core.keeping import Keeper
from cxguide.site.search import write_search_indexes
from cxguide.site.variant_folder import derive_version
from cxguide.site.versions import SiteModel

__all__ = ["finalize"]


def finalize(folder: Path, model: SiteModel, kept: Keeper | None = None) -> None:
    """Complete a built site: search per version, versions in other scripts.

    Works on the output of any builder with our addresses. Files that are to be found from a
    derived version (`nps.sr-latn.html`) must be there already.

    Raises:
        SourceError: a derived version cannot be made.
    """
    write_search_indexes(folder, model)
    for version in model.derived:
        derive_version(folder, model, version, kept)
    _pack_sitemap(folder)


def _pack_sitemap(folder: Path) -> None:
    """Pack the sitemap again without the time of the build: same sources, same bytes."""
    packed, sitemap = folder / "sitemap.xml.gz", folder / "sitemap.xml"
    if packed.is_file() and sitemap.is_file():
        packed.write_bytes(gzip.compress(sitemap.read_bytes(), mtime=0))
