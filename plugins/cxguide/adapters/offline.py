"""Files for readers who keep a language of the site on their device."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cxguide.adapters.generated import write_files
from cxguide.adapters.language_offers import WORDS
from cxguide.adapters.settings import option_place, settings_file
from cxguide.core.places import SourceError
from cxguide.site.offline import MOST_BYTES, kept_files, without_offers

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from cxguide.site.versions import SiteModel

__all__ = ["check_offline", "write_offline"]

LIST = "search/offline.json"
"""What is kept of a version, beside the page that lists its pages."""
WORKER = "cx-offline.js"
"""At the root, since a service worker answers for its own folder alone."""
_WORKER_CODE = "assets/cx/offline-worker.js"
_SEARCH = "assets/cx/search*.*"
"""Found by no link: the search loads itself when somebody wants it."""
_log = logging.getLogger("mkdocs.plugins.cxguide.site")


def check_offline(config: MkDocsConfig, *, has_search: bool) -> None:
    """Refuse what no page could offer.

    Raises:
        SourceError: the site has not our search, on whose page it stands.
    """
    if not has_search:
        raise SourceError(
            option_place(settings_file(config), "offline"),
            "reading offline is offered on the page of our search, which this site does not have",
            fix="set 'search: true' at cx-site, or remove 'offline: true'",
        )


def write_offline(model: SiteModel, search_page: str, config: MkDocsConfig) -> None:
    """Write the list of each version of a complete site, and the worker that keeps its files.

    A version that is too large has none, and no page of it leads to an offer.

    Args:
        model: the site.
        search_page: address of the search page, from the root of each version.
        config: of the site.
    """
    site = Path(config.site_dir)
    offered = []
    for version in model.shown:
        page = version.address(search_page)
        pages = [
            version.address(path) for path in model.translations if model.exists(path, version)
        ]
        index = (site / version.address(LIST)).parent.glob("*.json")
        others = [*index, *site.glob(_SEARCH), site / WORDS]
        names = sorted(one.relative_to(site).as_posix() for one in others)
        kept = kept_files(site, [*pages, page], names)
        if kept.bytes > MOST_BYTES:
            _log.info(
                "The %s pages are not offered for reading offline: %.1f MB are more than %.1f",
                version.language.tag, kept.bytes / 1e6, MOST_BYTES / 1e6,
            )  # fmt: skip
            continue
        data = {"edition": kept.edition, "page": page, "bytes": kept.bytes, "files": kept.files}
        write_files({version.address(LIST): json.dumps(data, ensure_ascii=False)}, config)
        offered.append(version)
    if len(offered) < len(model.versions):
        _take_back_offers(site, lambda address: model.version_of(address) not in offered)
    write_files({WORKER: f'importScripts("{_WORKER_CODE}")\n'}, config)


def _take_back_offers(site: Path, is_concerned: Callable[[str], bool]) -> None:
    """Remove the links to what is not offered; only the complete site knows its size."""
    for file in site.rglob("*.html"):
        if is_concerned(file.relative_to(site).as_posix()):
            page = file.read_bytes().decode(errors="surrogateescape")  # a site may bring along any
            if (changed := without_offers(page)) != page:
                file.write_bytes(changed.encode(errors="surrogateescape"))
