"""`cx-site`: what makes several languages one site.

Alternates, the language switcher, "not found" pages, search per language, versions in
another script; and a build that fails leaves the last good site where it is.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.plugins import CombinedEvent, event_priority

from cxguide.adapters.announcements import Announcements
from cxguide.adapters.changed_days import changed_days
from cxguide.adapters.compiled_templates import compile_once
from cxguide.adapters.generated import write_files
from cxguide.adapters.i18n import (
    building_language,
    drop_own_sitemap,
    has_i18n,
    is_first_build,
    is_last_build,
    take_over,
)
from cxguide.adapters.kept_pages import keep_pages, keeps_pages
from cxguide.adapters.kept_results import kept_results
from cxguide.adapters.language_offers import language_files
from cxguide.adapters.light_files import (
    style_sheets,
    write_one_sheet,
    write_packed,
    write_small_scripts,
)
from cxguide.adapters.offline import check_offline, write_offline
from cxguide.adapters.plugin import Plugin
from cxguide.adapters.policies import write_policies
from cxguide.adapters.preview_server import PreviewServer
from cxguide.adapters.publishing import Publication
from cxguide.adapters.saved_pages import SAVED_PAGES, SavedPages
from cxguide.adapters.search import (
    FOLDER,
    TEMPLATE,
    ask_nothing_of_theirs,
    has_own_search,
    search_files,
)
from cxguide.adapters.site_options import SiteOptions
from cxguide.adapters.site_pages import (
    missing_page_links,
    other_versions,
    own_page_links,
    page_links,
    site_model,
)
from cxguide.adapters.templates import add_our_templates, install_texts, told
from cxguide.adapters.theme_files import list_once
from cxguide.adapters.timings import step, time_build
from cxguide.language.writing import script_of
from cxguide.site.alternates import sitemap_entries
from cxguide.site.finalize import finalize
from cxguide.site.foreign_words import with_marked_english
from cxguide.site.no_break import with_no_break_spaces_in
from cxguide.site.outside import Outside
from cxguide.site.versions import SiteModel
from cxguide.site.whole_words import with_whole_words_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from cxguide.core.languages import Language

__all__ = ["SitePlugin"]

NOT_FOUND = "404.html"
SITEMAP = "sitemap.xml"
HEADER_STYLES = "assets/cx/header.css"
"""Of `plugins/theme/site`; says how languages and search look in the header."""


class SitePlugin(Plugin):
    """Hears every event once per language; one instance serves all builds of a preview."""

    config_class = SiteOptions
    config: SiteOptions

    def __init__(self) -> None:
        self._model = SiteModel(())
        self._publication = Publication()
        self._announcements = Announcements()
        self._nav: Navigation | None = None
        self._is_served = False
        self._builds_beside = True
        self._saved_pages = SavedPages()
        self._has_search = False
        self._tell_times: Callable[[], None] = lambda: None

    @property
    def _wanted(self) -> Outside:
        return Outside(self.config.feeds, self.config.markdown_copies, self.config.cards)

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """A dirty build needs the last site's files."""
        self._is_served = command == "serve"
        self._builds_beside = not dirty

    def _on_config_first(self, config: MkDocsConfig) -> None:
        if is_first_build(config):
            self._tell_times = time_build(config)
            keep_pages(config)
            list_once(config)
            if self._is_served:
                config.plugins[SAVED_PAGES] = self._saved_pages
            if self._builds_beside:
                self._publication.begin(config)
        take_over(config)
        add_our_templates(config)
        with told():
            self._has_search = has_own_search(config, self.config.search)
        if self._has_search:
            ask_nothing_of_theirs(config)
            config.theme.static_templates.add(TEMPLATE)
        if self.config.offline:
            with told():
                check_offline(config, has_search=self._has_search)

    @event_priority(-150)  # after static-i18n has chosen the language (-100)
    def _on_config_last(self, config: MkDocsConfig) -> None:
        drop_own_sitemap(config)
        if has_i18n(config) and config.theme.name == "material":
            config.theme["language"] = building_language(config).language.tag
            # True makes Material's header show the switcher; as it is no list, Material's
            # base template writes no alternates of its own. Ours are in main.html.
            config.extra["alternate"] = True
        is_shown = has_i18n(config) or self._has_search
        if is_shown and config.theme.name == "material" and HEADER_STYLES not in config.extra_css:
            config.extra_css.append(HEADER_STYLES)

    on_config = CombinedEvent(_on_config_first, _on_config_last)

    @event_priority(-95)  # after faults were told (-90), before one language's are chosen (-100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Learn which page is written in which language."""
        if is_first_build(config):
            variants = [(v.locale, v.from_, v.name) for v in self.config.script_variants]
            with told():
                model = site_model(files, config, variants)
                self._model = replace(model, days=changed_days(files, config))
            self._announcements = Announcements()  # a preview still shows pages of the run before

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the menu, whose sections have their names in the language later on."""
        self._nav = nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Let templates speak the language and find its search; all pages are read by now."""
        install_texts(env, config)
        compile_once(env)
        env.globals["search_page"] = self._search_page(config) if self._has_search else ""
        # A preview would answer from what was kept when other projects are previewed.
        env.globals["offline"] = self.config.offline and not self._is_served
        if self.config.one_style_sheet:
            env.globals["style_sheets"] = style_sheets(config)
        assert self._nav is not None
        self._announcements.learn(self._nav, files, self._model, config, self.config.license)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Give the page its alternates, its switcher and what its head tells others."""
        values = cast("dict[str, Any]", context)
        values["links"] = page_links(page, self._model, config)
        values["head"] = self._announcements.head(page, self._model, config, self._wanted)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> None:
        """Give the sitemap its addresses and "not found" its languages."""
        values = cast("dict[str, Any]", context)
        if template_name == SITEMAP:
            values["sitemap"] = sitemap_entries(self._model)
        elif template_name == TEMPLATE:
            root = building_language(config).prefix
            values["base_url"] = "../.." if root else ".."
            values["links"] = own_page_links(_search_address(config), self._model, config)
        elif template_name == NOT_FOUND:
            values["links"] = missing_page_links(self._model, config)
            is_root = not building_language(config).prefix
            search = _search_address(config) if self._has_search else ""
            with told():
                values["other_versions"] = (
                    other_versions(self._model, config, search=search) if is_root else ()
                )

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Set the page as its language wants it."""
        language = building_language(config).language
        if keeps_pages(config):  # as it is set
            return self._set(output, language)
        return self._typeset(output, language, config)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str | None:
        """Put the page of a language that MkDocs would put at the root into its folder."""
        address = {NOT_FOUND: NOT_FOUND, TEMPLATE: FOLDER}.get(template_name)
        if address is None:
            return output_content
        entry = building_language(config)
        output_content = self._typeset(output_content, entry.language, config)
        target = self._model.version(entry.prefix).address(address)
        if target == template_name:
            return output_content
        write_files({target: output_content}, config)
        return ""  # MkDocs then writes nothing to the root

    def _typeset(self, html: str, language: Language, config: MkDocsConfig) -> str:
        """A page whose English is marked as such, and whose lines end nowhere where none may."""
        told = f"{language.tag}\0{self.config.mark_english}\0{html}"
        return kept_results(config).made("set page", told, partial(self._set, html, language))

    def _set(self, html: str, language: Language) -> str:
        if self.config.mark_english:
            is_latin = script_of(language) == "Latn"
            html = with_marked_english(html, language.tag, is_latin=is_latin)
        return with_no_break_spaces_in(with_whole_words_in(html, language), language)

    def _search_page(self, config: MkDocsConfig) -> str:
        """Its address from the root of the site."""
        version = self._model.version(building_language(config).prefix)
        return version.address(_search_address(config))

    @event_priority(-200)  # after static-i18n has built the other languages (-100)
    def _on_post_build_complete(self, config: MkDocsConfig) -> None:
        if is_last_build(config):
            with told():
                with step("cards"):
                    self._announcements.write_pictures(self._model, config, self._wanted)
                with step("pages in other scripts"):
                    finalize(Path(config.site_dir), self._model, kept_results(config))
                if self._has_search:
                    with step("search"):
                        write_files(search_files(self._model, config), config)
                with step("copies and feeds"):
                    self._announcements.write(self._model, config, self._wanted)
                write_files(language_files(self._model, config), config)

    @event_priority(-250)  # when all pages are there; cx-embeds tells hosts of it at -300
    def _on_post_build_protect(self, config: MkDocsConfig) -> None:
        # A preview has a script of MkDocs in its pages.
        if is_last_build(config) and self.config.content_security_policy and not self._is_served:
            with step("policies"):
                write_policies(config)

    @event_priority(-1000)  # after everybody who writes into the site
    def _on_post_build_publish(self, config: MkDocsConfig) -> None:
        if is_last_build(config):
            with told():
                write_small_scripts(config)
                if self.config.one_style_sheet:
                    write_one_sheet(config)
                if self.config.offline and not self._is_served:
                    with step("reading offline"):
                        write_offline(self._model, _search_address(config), config)
                write_packed(config, self.config.packed)
            self._publication.finish()
            self._tell_times()

    on_post_build = CombinedEvent(
        _on_post_build_complete, _on_post_build_protect, _on_post_build_publish
    )

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Serve the preview."""
        return PreviewServer(server, self._saved_pages)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last good site where it is."""
        self._publication.abandon()


def _search_address(config: MkDocsConfig) -> str:
    """Of the search page, from the root of its version."""
    return FOLDER if config.use_directory_urls else f"{FOLDER}index.html"
