"""Pages kept whole from one build to the next: what stands in them, and what is written of them.

A page whose content is kept is not read by Markdown, and one whose output is kept passes no
template: MkDocs is told of neither. Keys hold all that either can show, so a change of a title
makes every page with a menu anew, and a change of a text that page alone. Where a plugin, a hook
or an extension could show what we do not know of, nothing is kept.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import write_file

from cxguide.adapters.fences import page_text
from cxguide.adapters.i18n import building_language
from cxguide.adapters.kept_results import kept_results
from cxguide.adapters.plugin import Plugin
from cxguide.adapters.section_notices import ENGLISH_SECTIONS
from cxguide.adapters.settings_digest import has_a_say, settings_digest, themes_digest, told
from cxguide.adapters.texts import texts_for
from cxguide.adapters.timings import step
from cxguide.core.places import SourceError
from cxguide.core.resources import THEMES

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files, InclusionLevel
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.toc import AnchorLink
    from mkdocs.utils.templates import TemplateContext

__all__ = ["keep_pages", "keeps_pages"]

_NAME = "cx-kept-pages"
_FIRST, _LAST = 900_000, -900_000
"""Before and behind all others but those who take the time."""
_CONTENT, _OUTPUT = "content of a page", "page"
_IN_SETTINGS = frozenset({"i18n_config"})
"""What static-i18n gives templates of the settings, which are told already."""
_IN_MENUS = frozenset({"hide", "icon", "status", "subtitle", "template", "title"})
"""What our templates and Material's show of the front matter of other pages, or could."""
_log = logging.getLogger("mkdocs.plugins.cxguide.site")
_mkdocs = logging.getLogger("mkdocs")


@dataclass
class _Language:
    """What is known while the pages of a language are built; pages by the path of their source.

    Attributes:
        files: of the language.
        nav: its menu.
        common: digest of what all contents are made from.
        contents: what each content is made from; without those nobody can tell.
        restored: whose content was kept.
        told_of: while it was read, MkDocs said something, which it has to say each time.
        outputs: what each output is made from.
        written: outputs that were kept.
        pages: all pages of the language, for templates.
    """

    files: Files
    nav: Navigation
    common: str
    contents: dict[str, str] = field(default_factory=dict)
    restored: set[str] = field(default_factory=set)
    told_of: set[str] = field(default_factory=set)
    outputs: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    pages: Sequence[File] = ()


class _Listener(logging.Handler):
    """Notes of which page MkDocs says something while it reads them."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.page = ""
        self.told_of: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        self.told_of.add(self.page)


class _KeptPagesPlugin(Plugin):
    """Hears the events of a page before or behind everybody else."""

    def __init__(self) -> None:
        self._now: _Language | None = None
        self._listener = _Listener()

    @property
    def is_keeping(self) -> bool:
        """Whether nobody has a say in the pages whom we do not know."""
        return self._now is not None

    @event_priority(_LAST)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Restore what is kept of contents, and let MkDocs read the other pages alone."""
        self._now = None
        if who := has_a_say(config):
            _log.debug("Pages are made anew in each build, because of %s", who)
            return
        with step("kept pages"):
            now = self._now = _Language(files, nav, _common(files, config))
            kept = kept_results(config)
            for file in files.documentation_pages():
                if (content := _content_told(file, now.common, config)) is None:
                    continue
                now.contents[file.src_uri] = content
                if (found := kept.found(_CONTENT, content)) is not None:
                    _restore(file, json.loads(found), files, config)
                    now.restored.add(file.src_uri)
            _leave_out(now.restored, files)
        self._listener.told_of = now.told_of
        _mkdocs.addHandler(self._listener)

    @event_priority(_FIRST)
    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> None:
        """Note which page MkDocs reads."""
        self._listener.page = page.file.src_uri

    @event_priority(_FIRST)
    def _on_env_keep(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the contents that were made, before others go on with them."""
        _mkdocs.removeHandler(self._listener)
        # Of what a quiet build does not say nobody knows whether there was something to say.
        if (now := self._now) is None or not _mkdocs.isEnabledFor(logging.INFO):
            return
        kept = kept_results(config)
        for path in now.contents.keys() - now.restored - now.told_of:
            page = files.src_uris[path].page
            if page is not None and page.content is not None:
                kept.put(_CONTENT, now.contents[path], json.dumps(_record(page)))

    @event_priority(_LAST)
    def _on_env_find(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Find what is kept of outputs, and let MkDocs build the other pages alone."""
        if (now := self._now) is None:
            return
        with step("kept pages"):
            now.pages = files.documentation_pages()
            kept = kept_results(config)
            common = _common_of_outputs(now.common, now.nav, env, config)
            for file in now.pages:
                if (page := file.page) is None:
                    continue
                output = now.outputs[file.src_uri] = _output_told(page, common, now.nav, config)
                if (found := kept.found(_OUTPUT, output)) is not None:
                    now.written[file.src_uri] = found
            _leave_out(now.written.keys(), files)

    on_env = CombinedEvent(_on_env_keep, _on_env_find)

    @event_priority(_FIRST)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Let templates see all pages, those included that MkDocs does not build."""
        if self._now is not None and "pages" in context:
            context["pages"] = self._now.pages

    @event_priority(_LAST)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> None:
        """Keep what was made."""
        if self._now is not None and (key := self._now.outputs.get(page.file.src_uri)):
            kept_results(config).put(_OUTPUT, key, output)

    @event_priority(_FIRST)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what was kept, and let MkDocs check its links as those of the other pages."""
        now, self._now = self._now, None
        if now is None:
            return
        for path, output in now.written.items():
            file = now.files.src_uris[path]
            if output.strip():
                write_file(output.encode("utf-8", errors="xmlcharrefreplace"), file.abs_dest_path)
            if file.page is not None:
                level = config.validation.links.anchors
                file.page.validate_anchor_links(files=now.files, log_level=level)

    def on_build_error(self, *, error: Exception) -> None:
        """Stop listening."""
        _mkdocs.removeHandler(self._listener)


def keeps_pages(config: MkDocsConfig) -> bool:
    """Whether the pages of the language that is being built are kept."""
    plugin = config.plugins.get(_NAME)
    return isinstance(plugin, _KeptPagesPlugin) and plugin.is_keeping


def keep_pages(config: MkDocsConfig) -> None:
    """Keep the pages of a site, if nobody has a say in them whom we do not know."""
    if _NAME not in config.plugins:
        config.plugins[_NAME] = _KeptPagesPlugin()


def _leave_out(paths: Collection[str], files: Files) -> None:
    """Let MkDocs, which asks for pages to read or to build, not hear of these; others hear of all.

    It names which pages it means; whoever asks for the pages of the site does not.
    """
    every = partial(type(files).documentation_pages, files)

    def documentation_pages(
        *, inclusion: Callable[[InclusionLevel], bool] | None = None
    ) -> Sequence[File]:
        if inclusion is None:
            return every()
        return [file for file in every(inclusion=inclusion) if file.src_uri not in paths]

    files.documentation_pages = documentation_pages  # type: ignore[method-assign]


def _common(files: Files, config: MkDocsConfig) -> str:
    """What the contents of all pages of a language depend on: settings, addresses, short texts."""
    language = building_language(config).language
    addresses = [(file.src_uri, file.url, file.inclusion.name) for file in files]
    told_of = (language.tag, settings_digest(config), texts_for(config, language).digest, addresses)
    return sha256(repr(told_of).encode()).hexdigest()


def _content_told(file: File, common: str, config: MkDocsConfig) -> str | None:
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


def _record(page: Page) -> dict[str, Any]:
    """What reading a page has given, in plain data."""
    links = page.links_to_anchors or {}
    return {
        "content": page.content,
        "title": page._title_from_render,
        "contents": [_token(one) for one in page.toc],
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": [(file.src_uri, [*found.items()]) for file, found in links.items()],
        "canonical": page.canonical_url,
        "edit": page.edit_url,
        "english": page.meta.get(ENGLISH_SECTIONS),
    }


def _restore(file: File, record: Mapping[str, Any], files: Files, config: MkDocsConfig) -> None:
    """Give a page what reading it has given before."""
    page = file.page if file.page is not None else Page(None, file, config)
    page.read_source(config)
    page.content = record["content"]
    page._title_from_render = record["title"]
    page.toc = get_toc(record["contents"])
    page.present_anchor_ids = set(record["anchors"])
    page.links_to_anchors = {files.src_uris[path]: dict(found) for path, found in record["links"]}
    page.canonical_url, page.edit_url = record["canonical"], record["edit"]
    if record["english"] is not None:
        page.meta[ENGLISH_SECTIONS] = record["english"]


def _token(link: AnchorLink) -> dict[str, Any]:
    """An entry of the contents as Python-Markdown tells it."""
    children = [_token(one) for one in link.children]
    return {"name": link.title, "id": link.id, "level": link.level, "children": children}


def _common_of_outputs(common: str, nav: Navigation, env: Environment, config: MkDocsConfig) -> str:
    """What the outputs of all pages of a language depend on."""
    custom = config.theme.custom_dir
    is_ours = custom is None or Path(custom).resolve().is_relative_to(THEMES.resolve())
    home = nav.homepage.url if nav.homepage is not None else None
    menu = [_menu_told(item, all_meta=not is_ours) for item in nav.items]
    told_of = (common, themes_digest(config), told(env.globals), home, menu)
    return sha256(repr(told_of).encode()).hexdigest()


def _menu_told(item: Any, *, all_meta: bool) -> object:
    """What templates can see of an item of the menu, whose page is not the one they show."""
    inside = [_menu_told(one, all_meta=all_meta) for one in item.children or ()]
    seen = getattr(item, "meta", {})
    meta = [(name, seen[name]) for name in seen if all_meta or name in _IN_MENUS]
    url = getattr(item, "url", "")
    return type(item).__name__, item.title, url, getattr(item, "typeset", None), meta, inside


def _output_told(page: Page, common: str, nav: Navigation, config: MkDocsConfig) -> str:
    """All that a template can see of its page."""
    given = cast("TemplateContext", {})
    values = config.plugins.on_page_context(given, page=page, config=config, nav=nav)
    shown = [(name, value) for name, value in values.items() if name not in _IN_SETTINGS]
    place = [page.url, page.file.src_uri, page.file.dest_uri, page.canonical_url, page.edit_url]
    names = [page.title, getattr(page, "typeset", None), [_entry(one) for one in page.toc]]
    near = [one and one.url for one in (page.previous_page, page.next_page)]
    return repr((common, place, names, near, page.meta, shown, page.content))


def _entry(link: AnchorLink) -> object:
    inside = [_entry(one) for one in link.children]
    return link.title, link.id, link.level, getattr(link, "typeset", None), inside
