"""`cx-translations`: pages have the same shape in every language, and say when one is missing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, cast

from mkdocs.config import config_options as options
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files

from cxguide.adapters.catalog_sets import check_catalogs
from cxguide.adapters.fallbacks import fallback_of, lead_to_original, mark_sections, mark_titles
from cxguide.adapters.faults import found_faults, tell
from cxguide.adapters.fences import (
    add_fence,
    begin_page,
    check_fences,
    end_page,
    may_hold,
    page_text,
)
from cxguide.adapters.generated import write_files
from cxguide.adapters.i18n import (
    build_default_alone,
    building_language,
    default_language,
    is_fallback,
    is_first_build,
    is_last_build,
    keep_languages,
    originals,
    shared_path,
    written_language,
)
from cxguide.adapters.plugin import Options, Plugin
from cxguide.adapters.pseudo_language import (
    change_settings,
    is_pseudo,
    page_in_pseudo_language,
)
from cxguide.adapters.section_marks import add_section_marks
from cxguide.adapters.section_notices import ENGLISH_SECTIONS, begin_original, begin_translation
from cxguide.adapters.settings import leave_out, site_root
from cxguide.adapters.side_by_side import side_by_side_files
from cxguide.adapters.site_names import name_site
from cxguide.adapters.source_faults import place_faults, shape_faults
from cxguide.adapters.templates import add_our_templates, install_texts, told
from cxguide.adapters.texts import SITE_TEXTS, texts_for
from cxguide.adapters.translation_projects import begun_languages
from cxguide.adapters.translation_state import (
    FENCE,
    SiteState,
    check_content,
    site_state,
    state_files,
    state_part,
)
from cxguide.core.templating import phrases
from cxguide.translations.fallback import marked, with_own_heading_links
from cxguide.translations.states import State

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


__all__ = ["ONLY_LANGUAGES", "TranslationsOptions", "TranslationsPlugin"]

ONLY_LANGUAGES = "CX_LANGUAGES"
"""Of the environment: tags of the languages that a preview builds, with commas; all without it."""


class TranslationsOptions(Options):
    """Options of `cx-translations` in mkdocs.yml."""

    check_structure = options.Type(bool, default=True)
    locale_dir = options.Type(str, default="docs/locale")
    spelling_dir = options.Type(str, default="docs/spelling")
    """Folder with a list of right words for each language, for its spelling: `cs.txt`."""
    pseudo_language = options.Type(bool, default=False)
    """Whether to build the default language, English, alone in longer, accented, bracketed text."""


class TranslationsPlugin(Plugin):
    """Hears every event once per language; one instance serves all builds of a preview."""

    config_class = TranslationsOptions
    config: TranslationsOptions

    def __init__(self) -> None:
        self._english: dict[str, str | None] = {}
        self._named_files: tuple[str, ...] = ()
        self._originals: dict[str, File] = {}
        self._all_files = Files([])
        self._state = SiteState()
        self._previews: frozenset[str] | None = None
        self.side_by_side: Collection[str] | None = None
        """Paths of pages that come first on a page for translators; `None`: there is none."""
        self.may_lack: Callable[[str, str, str], bool] = lambda *_: True
        """Whether a file, of an English one, may lack a section; it is shown in English then."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """A preview has a page for translators."""
        if command == "serve":
            self.side_by_side = ()

    def previews(self, config: MkDocsConfig) -> frozenset[str]:
        """Tags of the languages that are being begun; found once a run."""
        if self._previews is None:
            self._previews = frozenset()  # for those who ask while it is being found
            with told():
                folder = site_root(config) / self.config.locale_dir
                self._previews = begun_languages(config, folder)
        return self._previews

    @event_priority(100)  # before plugins add files of their own
    def _on_config_named(self, config: MkDocsConfig) -> None:
        if is_first_build(config):
            self._previews = None
        self._named_files = (*config.extra_css, *map(str, config.extra_javascript))

    def _on_config_first(self, config: MkDocsConfig) -> None:
        if tags := os.environ.get(ONLY_LANGUAGES):
            keep_languages(config, tags.split(","))
        add_our_templates(config)
        if "attr_list" not in config.markdown_extensions:
            config.markdown_extensions.append("attr_list")  # reads the ids of headings
        add_section_marks(config)
        add_fence(config, FENCE, lambda source, page: state_part(self._state, source, page, config))
        if is_first_build(config):
            self._english = {name: config[name] for name in SITE_TEXTS}
            if is_pseudo(config):
                build_default_alone(config)
        config.update(self._english)  # the build before was in another language

    @event_priority(-150)  # after static-i18n has chosen the language (-100)
    def _on_config_last(self, config: MkDocsConfig) -> None:
        with told():
            words = phrases(
                "page_phrases.jinja", texts_for(config, building_language(config).language)
            )
        config.mdx_configs.setdefault("toc", {})["permalink_title"] = words["page"]["permalink"]

    on_config = CombinedEvent(_on_config_named, _on_config_first, _on_config_last)

    @event_priority(-80)  # when the plugins with fences have checked theirs
    def _on_files_check(self, files: Files, *, config: MkDocsConfig) -> None:
        """Check all sources of all languages, once, and tell all faults together."""
        leave_out(files, site_root(config) / self.config.locale_dir)
        if not is_first_build(config):
            return
        self._originals = originals(files, config)
        faults = found_faults()
        for fault in place_faults(files, config, self._named_files):
            faults.add(fault)
        if self.config.check_structure:
            for fault in shape_faults(files, config, self.may_lack):
                faults.add(fault)
        with faults.caught():
            check_catalogs(config)
        with faults.caught():
            check_fences(FENCE, check_content, files, config)
        self._all_files = Files(list(files))

    @event_priority(-90)  # when every plugin has added its faults
    def _on_files_tell(self, files: Files, *, config: MkDocsConfig) -> None:
        tell()

    on_files = CombinedEvent(_on_files_check, _on_files_tell)

    @event_priority(-150)  # after static-i18n has put the language's pages in place (-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Give site and menu their names in the language, when their English is not needed."""
        if is_first_build(config):
            with told():
                self._state = site_state(self._all_files, config)
        name_site(nav, config)

    def content_told(self, file: File, config: MkDocsConfig) -> str | None:
        """The original, whose sections stand where none is translated.

        What has changed in it since is found in the history of the project, by those who ask.
        """
        if is_pseudo(config) or may_hold(FENCE, page_text(file, config)):
            return None
        path = shared_path(file)
        original = self._originals.get(path)
        language = written_language(file, config)
        if original is None or language == default_language(config).language:
            return ""
        state = self._state.of(language.tag, path)
        is_stale = state is None or state.count(State.STALE)
        return None if is_stale else page_text(original, config)

    @event_priority(100)  # before all who change the text
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Put English where nobody has translated a section, and expect the page's headings."""
        begin_page(page, config)
        if is_pseudo(config):
            begin_original()
            change_settings(page.meta)
            return page_in_pseudo_language(markdown)
        original = self._originals.get(shared_path(page.file))
        if (
            original is None
            or written_language(page.file, config) == default_language(config).language
        ):
            begin_original()
            return None
        return begin_translation(markdown, page, original, config)

    @event_priority(-150)  # after all who change the content
    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Say of a text in the original language that it is one."""
        end_page(page)
        if is_fallback(page, config):
            lead_to_original(page, config)
            html = marked(html, written_language(page.file, config))
        elif not page.meta.get(ENGLISH_SECTIONS):
            return None
        return with_own_heading_links(html, building_language(config).language)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Let templates speak the language; all pages have their titles by now."""
        install_texts(env, config)
        for file in files.documentation_pages():
            if file.page is not None and is_fallback(file.page, config):
                mark_titles(file.page, config)
            elif file.page is not None:
                mark_sections(file.page, file.page.meta.get(ENGLISH_SECTIONS, ()), config)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Tell the template whether there is a translation."""
        cast("dict[str, Any]", context)["fallback"] = fallback_of(page, config)

    @event_priority(-200)  # when every language is written
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write how the translations stand."""
        if is_last_build(config):
            write_files(state_files(self._state, config), config)
            if self.side_by_side is not None:
                write_files(side_by_side_files(self._state, self.side_by_side, config), config)
