"""The search of a built site: an index for each version, and whether the site has one of ours."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cxguide.adapters.kept_results import kept_results
from cxguide.adapters.settings import option_place, settings_file
from cxguide.adapters.texts import texts_of_versions
from cxguide.core.built_pages import file_of
from cxguide.core.places import SourceError
from cxguide.core.templating import phrases
from cxguide.search.analyzer import Analyzer
from cxguide.search.index import index_files
from cxguide.search.reading import read_page_text
from cxguide.search.rules import rules_data, rules_for
from cxguide.search.sections import page_text_from
from cxguide.search.synonyms import same_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from cxguide.adapters.kept_results import KeptResults
    from cxguide.core.languages import Language
    from cxguide.site.versions import SiteModel, SiteVersion

__all__ = ["FOLDER", "TEMPLATE", "ask_nothing_of_theirs", "has_own_search", "search_files"]

TEMPLATE = "search.html"
"""Of `plugins/theme/site`; becomes `<version>/search/index.html`."""
FOLDER = "search/"
"""The address of the search page of a version, and the folder of its index."""
_THEIRS = ("search", "material/search")


def has_own_search(config: MkDocsConfig, wanted: bool | None) -> bool:
    """Whether the site has our search.

    Args:
        config: of the site.
        wanted: as mkdocs.yml says; when it says nothing, ours takes the place of Material's.

    Raises:
        SourceError: it is wanted where no page could show it.
    """
    if config.theme.name != "material":
        if wanted:
            raise _not_shown(
                config,
                "our search is made for the theme 'material'",
                "set 'theme: {name: material}'",
            )
        return False
    if wanted is None:
        return _has_theirs(config)
    if wanted and not (_has_theirs(config) or config.theme.custom_dir):
        raise _not_shown(
            config,
            "Material shows a search only with its plugin 'search'",
            "add 'search' to the plugins",
        )
    return wanted


def _has_theirs(config: MkDocsConfig) -> bool:
    found = (config.plugins[name] for name in _THEIRS if name in config.plugins)
    return any(getattr(plugin.config, "enabled", True) for plugin in found)


def _not_shown(config: MkDocsConfig, what: str, fix: str) -> SourceError:
    return SourceError(
        option_place(settings_file(config), "search"),
        what,
        fix=f"{fix}, or remove 'search: true' from cx-site",
    )


def ask_nothing_of_theirs(config: MkDocsConfig) -> None:
    """Let Material's plugin read no page for an index that no page would show.

    Its settings stay, by which templates know that there is a search.
    """
    theirs = [config.plugins[name] for name in _THEIRS if name in config.plugins]
    for event in ("page_context", "post_build"):
        heard = config.plugins.events[event]
        heard[:] = [one for one in heard if getattr(one, "__self__", None) not in theirs]


def search_files(model: SiteModel, config: MkDocsConfig) -> dict[str, str]:
    """The files of the index of every version of a complete site, by their address.

    Raises:
        SourceError: a language lacks its catalog.
    """
    texts, kept = texts_of_versions(config), kept_results(config)
    found: dict[str, str] = {}
    for version in model.versions:
        words = phrases("search/words.jinja", texts[version.language.tag])
        pages = [*_pages(Path(config.site_dir), model, version, kept)]
        files = kept.files(
            "index",
            repr((version.language.tag, words, pages)),
            partial(_index, version.language, words, pages),
        )
        found |= {version.address(FOLDER + name): text for name, text in files.items()}
    return found


def _index(
    language: Language, words: Mapping[str, Mapping[str, str]], pages: Sequence[str]
) -> Iterable[tuple[str, str]]:
    return index_files(
        [page_text_from(page) for page in pages],
        Analyzer(rules_for(language)),
        labels=words["labels"],
        settings={
            "rules": rules_data(language),
            "words": {**words["words"], **words["labels"]},
        },
        same=same_words(language),
    ).items()


def _pages(site: Path, model: SiteModel, version: SiteVersion, kept: KeptResults) -> Iterator[str]:
    """The texts of all pages of a version that a search may show, each as JSON."""
    for path in model.translations:
        file = file_of(site, version.address(path))
        if model.is_written(path, version) and file.is_file():
            html = file.read_bytes().decode()
            read = partial(_read, html, path, is_preview=version.is_preview)
            if page := kept.made("page text", f"{path}\0{version.is_preview}\0{html}", read):
                yield page


def _read(html: str, path: str, *, is_preview: bool) -> str:
    page = read_page_text(html, path, is_preview=is_preview)
    return "" if page is None else page.as_json
