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
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import write_file

from cxguide.adapters.kept_results import kept_results
from cxguide.adapters.page_keys import (
    common_of_contents,
    common_of_outputs,
    content_key,
    output_key,
)
from cxguide.adapters.plugin import Plugin
from cxguide.adapters.section_notices import ENGLISH_SECTIONS
from cxguide.adapters.settings_digest import has_a_say
from cxguide.adapters.timings import step

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, InclusionLevel
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.toc import AnchorLink
    from mkdocs.utils.templates import TemplateContext

__all__ = ["KEPT_PAGES", "keep_pages", "keeps_pages"]

KEPT_PAGES = "cx-kept-pages"
_FIRST, _LAST = 900_000, -900_000
"""Before and behind all others but those who take the time."""
_CONTENT, _OUTPUT = "content of a page", "page"
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

    files: _ListedFiles
    nav: Navigation
    common: str
    contents: dict[str, str] = field(default_factory=dict)
    restored: set[str] = field(default_factory=set)
    told_of: set[str] = field(default_factory=set)
    outputs: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    pages: Sequence[File] = ()


class _ListedFiles(Files):
    """The files of a language, of which MkDocs hears of those pages alone that it has to do.

    It says which pages it means when it reads and builds them; whoever asks for the pages of the
    site does not, and hears of all.
    """

    def __init__(self, files: Files) -> None:
        super().__init__(files)
        self._given = files
        self.left_out: Collection[str] = ()

    def get_file_from_path(self, path: str) -> File | None:
        """As whoever has listed the files finds it: static-i18n looks into other languages."""
        return self._given.get_file_from_path(path)

    def append(self, file: File) -> None:
        """Add a file."""
        self._given.append(file)
        super().append(file)

    def remove(self, file: File) -> None:
        """Remove a file."""
        self._given.remove(file)
        super().remove(file)

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] | None = None
    ) -> Sequence[File]:
        """The pages that are left to do, of those that are meant; all pages for who means none."""
        if inclusion is None:
            return super().documentation_pages()
        meant = super().documentation_pages(inclusion=inclusion)
        return [file for file in meant if file.src_uri not in self.left_out]


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
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files | None:
        """List the files so that pages can be left out, if nobody has a say in them."""
        if who := has_a_say(config):
            _log.debug("Pages are made anew in each build, because of %s", who)
            return None
        return _ListedFiles(files)

    @event_priority(_LAST)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Restore what is kept of contents, and let MkDocs read the other pages alone."""
        self._now = None
        if not isinstance(files, _ListedFiles):
            return
        with step("kept pages"):
            now = self._now = _Language(files, nav, common_of_contents(files, config))
            kept = kept_results(config)
            for file in files.documentation_pages():
                if (content := content_key(file, now.common, config)) is None:
                    continue
                now.contents[file.src_uri] = content
                if (found := kept.found(_CONTENT, content)) is not None:
                    _restore(file, json.loads(found), files, config)
                    now.restored.add(file.src_uri)
            files.left_out = now.restored
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
            common = common_of_outputs(now.common, now.nav, env, config)
            for file in now.pages:
                if (page := file.page) is None:
                    continue
                output = now.outputs[file.src_uri] = output_key(page, common, now.nav, config)
                if (found := kept.found(_OUTPUT, output)) is not None:
                    now.written[file.src_uri] = found
            now.files.left_out = now.written.keys()

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
    plugin = config.plugins.get(KEPT_PAGES)
    return isinstance(plugin, _KeptPagesPlugin) and plugin.is_keeping


def keep_pages(config: MkDocsConfig) -> None:
    """Keep the pages of a site, if nobody has a say in them whom we do not know."""
    if KEPT_PAGES not in config.plugins:
        config.plugins[KEPT_PAGES] = _KeptPagesPlugin()


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
