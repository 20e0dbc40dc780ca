"""Fences in Markdown that hold one of our things: a calculator, a map.

A fence's content is YAML. Its renderer is called by Markdown with the text alone, so the page
being built is kept in a context variable, and the line of the fence is found in the page.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pymdownx.superfences import SuperFencesException

from cxguide.adapters.faults import faulty_fences, stop_with
from cxguide.adapters.i18n import building_language, once_for, written_files
from cxguide.adapters.settings import site_root
from cxguide.core.languages import ENGLISH, Language
from cxguide.core.places import Faults, Place, SourceError, SourceFaults, nearest
from cxguide.core.sources import SourceText
from cxguide.translations.fenced import FLAWS, Fenced, comment_lines
from cxguide.translations.page_source import fences_in

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

BLOCK_TAG = "cx-calculator"
"""An element that Markdown does not know: it would put it into a paragraph."""

__all__ = [
    "FencePage",
    "add_fence",
    "begin_page",
    "check_fences",
    "current_page",
    "end_page",
    "may_hold",
    "page_text",
    "refuse_content",
    "source_name",
]


@dataclass
class FencePage:
    """The page that is being rendered.

    Attributes:
        language: the language of the address (fences speak it even on a fallback page).
        file: the page's source, as an editor knows it: `docs/sr/index.md`.
        text: the whole source with its front matter.
        faults: what was wrong in its fences.
        used_ids: ids that fences of this page have taken.
        owner: the page of MkDocs that this belongs to.
    """

    language: Language = ENGLISH
    file: str = "(Markdown)"
    text: str = ""
    faults: Faults = field(default_factory=Faults)
    used_ids: dict[str, int] = field(default_factory=dict)
    owner: object = None
    _lines_seen: set[int] = field(default_factory=set)

    def fence(self, name: str, content: str) -> SourceText:
        """The content of a fence with its place in the page's file."""
        wanted = [line.strip() for line in content.strip("\n").splitlines()]
        lines = self.text.splitlines()
        for index, line in enumerate(lines):
            opens = line.lstrip(" >").startswith(("```", "~~~")) and line.rstrip().endswith(name)
            body = [text.lstrip(" >").rstrip() for text in lines[index + 1 :][: len(wanted)]]
            if opens and index not in self._lines_seen and body == wanted:
                self._lines_seen.add(index)
                indent = len(line) - len(line.lstrip(" >"))
                return SourceText(self.file, content, index + 2, indent + 1)
        return SourceText(self.file, content)

    def unique_id(self, wanted: str) -> str:
        """The id, with a number after it when the page has it already."""
        count = self.used_ids[wanted] = self.used_ids.get(wanted, 0) + 1
        return wanted if count == 1 else f"{wanted}-{count}"


current_page: ContextVar[FencePage] = ContextVar("current_page")


def begin_page(page: Page, config: MkDocsConfig) -> None:
    """Tell the fences which page comes next; every plugin with fences may call it."""
    known = current_page.get(None)
    if known is None or known.owner is not page:
        language = building_language(config).language
        text = page.file.content_string
        current_page.set(FencePage(language, source_name(page.file, config), text, owner=page))


def end_page(page: Page) -> None:
    """Stop the build with what was wrong in fences that only rendering could read.

    Markdown renders fences in comments as well, which nobody sees.

    Raises:
        FaultsFound: there was something.
    """
    known = current_page.get(None)
    if known is None or known.owner is not page:
        return
    unseen = comment_lines(known.text)
    if faults := [one for one in known.faults.taken() if one.place.line not in unseen]:
        stop_with(SourceFaults(faults))


def check_fences(
    name: str, check: Callable[[SourceText], object], files: Files, config: MkDocsConfig
) -> None:
    """Check the fences of all pages of all languages.

    Raises:
        SourceFaults: with the faults of all of them; `faulty_fences` knows where they begin.
    """
    faults = Faults()
    good: set[str] = set()  # the same stands on the page of every language
    for by_prefix in written_files(files, config).values():
        for file in by_prefix.values():
            fences: tuple[Fenced, ...] = ()
            with faults.caught():
                fences = fences_in(page_text(file, config), source_name(file, config))
            for fence in fences:
                already = len(faults.found)
                with faults.caught():
                    _check_opening(fence, name)
                    if fence.name == name and fence.content.text not in good:
                        check(fence.content)
                        good.add(fence.content.text)
                if len(faults.found) > already:
                    faulty_fences().add(fence.place)
    faults.raise_if_any()


def may_hold(name: str, text: str) -> bool:
    """Whether a page may have a fence; sometimes also where one is only shown.

    >>> may_hold("journey", "> ~~~ {.journey}"), may_hold("journey", "A journey")
    (True, False)
    """
    lines = text.splitlines() if name in text else ()
    return any(name in line and line.lstrip(" \t>").startswith(("```", "~~~")) for line in lines)


def refuse_content(source: SourceText, *, fence: str, fix: str) -> None:
    """Refuse what somebody wrote into a fence that holds nothing.

    Raises:
        SourceError: there is something.
    """
    if found := source.text.strip():
        raise SourceError(
            source.place(), f"the fence {fence!r} holds nothing, found {found[:40]!r}", fix=fix
        )


def _check_opening(fence: Fenced, name: str) -> None:
    """Refuse a fence of ours that Markdown would show as text.

    Raises:
        SourceError: its name is mistyped, or it has a flaw.
    """
    if fence.name != name and nearest(fence.name.lower(), [name], likeness=0.8):
        raise SourceError(
            fence.place, f"there is no fence {fence.name!r}", fix=f"write {name!r} after the signs"
        )
    if fence.name == name and fence.flaw:
        problem, fix = (text.format(name=name) for text in FLAWS[fence.flaw])
        raise SourceError(fence.place, problem, fix=fix)


def page_text(file: File, config: MkDocsConfig) -> str:
    """The source of a page.

    Raises:
        SourceError: it is not UTF-8.
    """
    try:
        return once_for(file, "text", lambda: file.content_string)
    except UnicodeDecodeError as error:
        before = file.content_bytes[: error.start]
        raise SourceError(
            Place(source_name(file, config), before.count(b"\n") + 1),
            f"byte {error.start} is not UTF-8",
            fix="save the file as UTF-8",
        ) from None


def source_name(file: File, config: MkDocsConfig) -> str:
    """The source of a page as an editor knows it: `docs/sr/index.md`."""
    return once_for(file, "name", lambda: _source_name(file, config))


def _source_name(file: File, config: MkDocsConfig) -> str:
    path, root = Path(file.abs_src_path or file.src_uri), site_root(config)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else file.src_uri


def add_fence(
    config: MkDocsConfig, name: str, render: Callable[[SourceText, FencePage], str]
) -> None:
    """Make the fence `name` known to Markdown; safe to call once per language.

    `render` may raise `SourceError` or `SourceFaults`: the page's `faults` get them and the
    reader of a preview sees them in place of the thing.
    """

    def formatter(
        source: str, language: str, css_class: str, options: Any, md: Any, **others: Any
    ) -> str:
        page = current_page.get(FencePage())
        try:
            if BLOCK_TAG not in md.block_level_elements:
                md.block_level_elements.append(BLOCK_TAG)
            return render(page.fence(name, source), page)
        except (SourceError, SourceFaults) as fault:
            with page.faults.caught():
                raise
            return f'<pre class="cx-fault" translate="no">{escape(str(fault))}</pre>'
        except Exception as bug:
            # Any other exception superfences would swallow and show the fence as code.
            raise SuperFencesException(f"the fence {name!r} in {page.file} failed") from bug

    extension = "pymdownx.superfences"
    if extension not in config.markdown_extensions:
        config.markdown_extensions.append(extension)
    fences = config.mdx_configs.setdefault(extension, {}).setdefault("custom_fences", [])
    fences[:] = [fence for fence in fences if fence["name"] != name]
    fences.append({"name": name, "class": name, "format": formatter})
