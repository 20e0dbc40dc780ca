"""The search of a built site: an index for each version, and whether the site has one of ours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cxguide.adapters.texts import texts_of_versions
from cxguide.core.templating import phrases
from cxguide.search.analyzer import Analyzer
from cxguide.search.index import index_files
from cxguide.search.rules import rules_data, rules_for
from cxguide.search.sections import PageText, read_page_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from cxguide.site.versions import SiteModel, SiteVersion

__all__ = ["FOLDER", "SEARCH_PAGE", "TEMPLATE", "has_own_search", "write_search"]

TEMPLATE = "search.html"
"""Of `plugins/theme/site`; becomes `<version>/search/index.html`."""
FOLDER = "search/"
"""The address of the search page of a version, and the folder of its index."""
SEARCH_PAGE = "search/index.html"
_THEIRS = ("search", "material/search")
_THEIR_INDEX = "search_index.json"


def has_own_search(config: MkDocsConfig, wanted: bool | None) -> bool:
    """Whether the site has our search.

    Args:
        config: of the site.
        wanted: as mkdocs.yml says; when it says nothing, ours takes the place of Material's.
    """
    if config.theme.name != "material":
        return False
    return any(name in config.plugins for name in _THEIRS) if wanted is None else wanted


def write_search(model: SiteModel, config: MkDocsConfig) -> None:
    """Write the index of every version of a complete site beside its search page.

    Raises:
        SourceError: a language lacks its catalog.
    """
    texts = texts_of_versions(config)
    for version in model.versions:
        folder = Path(config.site_dir, version.address(FOLDER))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _THEIR_INDEX).unlink(missing_ok=True)
        found = phrases("search/words.jinja", texts[version.language.tag])
        files = index_files(
            [*_pages(Path(config.site_dir), model, version)],
            Analyzer(rules_for(version.language)),
            labels=found["labels"],
            settings={
                "language": version.language.tag,
                "rules": rules_data(version.language),
                "words": {**found["words"], **found["labels"]},
            },
        )
        for name, text in files.items():
            (folder / name).write_bytes(text.encode())


def _pages(site: Path, model: SiteModel, version: SiteVersion) -> Iterator[PageText]:
    for path in model.translations:
        file = site / version.address(path)
        if file.is_dir() or not path:
            file /= "index.html"
        if model.is_written(path, version) and file.is_file():
            html = file.read_bytes().decode()
            page = read_page_text(html, path, is_preview=version.is_preview)
            if page is not None:
                yield page
