"""Fences in Markdown that hold one of our things: a calculator, a map.

A fence's content is YAML. Its renderer is called by Markdown with the text alone, so the page
being built is kept in a context variable, and the line of the fence is found in the page.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from cxguide.core.languages import ENGLISH, Language
from cxguide.core.places import Faults, SourceError, SourceFaults
from cxguide.core.sources import SourceText

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["FencePage", "add_fence", "current_page"]


@dataclass
class FencePage:
    """The page that is being rendered.

    Attributes:
        language: the language of the address (fences speak it even on a fallback page).
        file: the page's source, as an editor knows it: `docs/sr/index.md`.
        text: the whole source with its front matter.
        faults: what was wrong in its fences.
        used_ids: ids that fences of this page have taken.
    """

    language: Language = ENGLISH
    file: str = "(Markdown)"
    text: str = ""
    faults: Faults = field(default_factory=Faults)
    used_ids: dict[str, int] = field(default_factory=dict)
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
            return render(page.fence(name, source), page)
        except (SourceError, SourceFaults) as fault:
            with page.faults.caught():
                raise
            return f'<pre class="cx-fault" translate="no">{escape(str(fault))}</pre>'

    extension = "pymdownx.superfences"
    if extension not in config.markdown_extensions:
        config.markdown_extensions.append(extension)
    fences = config.mdx_configs.setdefault(extension, {}).setdefault("custom_fences", [])
    fences[:] = [fence for fence in fences if fence["name"] != name]
    fences.append({"name": name, "class": name, "format": formatter})
