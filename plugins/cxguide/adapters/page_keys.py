"""What the content and the output of a page are made from, told so that a kept one can be found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from cxguide.adapters.fences import page_text
from cxguide.adapters.i18n import building_language
from cxguide.adapters.plugin import Plugin
from cxguide.adapters.settings_digest import settings_digest, themes_digest, told
from cxguide.adapters.texts import texts_for
from cxguide.core.digests import digest
from cxguide.core.places import SourceError
from cxguide.core.resources import THEMES

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink
    from mkdocs.utils.templates import TemplateContext

__all__ = ["common_of_contents", "common_of_outputs", "content_key", "output_key"]

_IN_SETTINGS = frozenset({"i18n_config"})
"""What static-i18n gives templates of the settings, which are told already."""
_IN_MENUS = frozenset({"hide", "icon", "status", "subtitle", "template", "title"})
"""What our templates and Material's show of the front matter of other pages, or could."""


def common_of_contents(files: Files, config: MkDocsConfig) -> str:
    """What the contents of all pages of a language depend on: settings, addresses, short texts."""
    language = building_language(config).language
    addresses = [(file.src_uri, file.url, file.inclusion.name) for file in files]
    texts = texts_for(config, language).digest
    return digest(language.tag, settings_digest(config), texts, addresses)


def content_key(file: File, common: str, config: MkDocsConfig) -> str | None:
    """All that the content of a page is made from; `None` when nobody can tell."""
    try:
        parts = [common, file.src_uri, file.dest_uri, str(file.edit_uri), page_text(file, config)]
    except (OSError, SourceError):
        return None  # MkDocs has its own words for it
    for plugin in config.plugins.values():
        if isinstance(plugin, Plugin):
            if (own := plugin.content_told(file, config)) is None:
                return None
            parts += [f"{type(plugin).__name__} {own}"] if own else []
    return repr(parts)


def common_of_outputs(
    contents: str, nav: Navigation, env: Environment, config: MkDocsConfig
) -> str:
    """What the outputs of all pages of a language depend on.

    Args:
        contents: what the contents depend on.
        nav: the menu, whose pages have their titles by now.
        env: as templates get it.
        config: of the site.
    """
    custom = config.theme.custom_dir
    is_ours = custom is None or Path(custom).resolve().is_relative_to(THEMES.resolve())
    home = nav.homepage.url if nav.homepage is not None else None
    menu = [_in_menu(item, all_meta=not is_ours) for item in nav.items]
    return digest(contents, themes_digest(config), told(env.globals), home, menu)


def _in_menu(item: Any, *, all_meta: bool) -> object:
    """What templates can see of an item of the menu, whose page is not the one they show."""
    inside = [_in_menu(one, all_meta=all_meta) for one in item.children or ()]
    seen = getattr(item, "meta", {})
    meta = [(name, seen[name]) for name in seen if all_meta or name in _IN_MENUS]
    url = getattr(item, "url", "")
    return type(item).__name__, item.title, url, getattr(item, "typeset", None), meta, inside


def output_key(page: Page, common: str, nav: Navigation, config: MkDocsConfig) -> str:
    """All that a template can see of its page."""
    given = cast("TemplateContext", {})
    values = config.plugins.on_page_context(given, page=page, config=config, nav=nav)
    shown = [(name, value) for name, value in values.items() if name not in _IN_SETTINGS]
    place = [page.url, page.file.src_uri, page.file.dest_uri, page.canonical_url, page.edit_url]
    names = [page.title, getattr(page, "typeset", None), [_in_contents(one) for one in page.toc]]
    near = [one and one.url for one in (page.previous_page, page.next_page)]
    return repr((common, place, names, near, page.meta, shown, page.content))


def _in_contents(link: AnchorLink) -> object:
    inside = [_in_contents(one) for one in link.children]
    return link.title, link.id, link.level, getattr(link, "typeset", None), inside
