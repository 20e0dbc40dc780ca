"""Sections of translated pages in Markdown: their markers go, and readers are told the state."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from xml.etree import ElementTree

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from cxguide.core.section_markers import MARKER, UNTRANSLATED

if TYPE_CHECKING:
    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["ShownSections", "add_section_marks", "shown_sections"]


@dataclass(frozen=True, slots=True)
class ShownSections:
    """The sections of the page that is being rendered.

    Attributes:
        english: tag of the language that untranslated sections are in.
        notice: what readers are told at a section, as HTML, by its id; `""` for nothing.
    """

    english: str
    notice: Callable[[str], str]


shown_sections: ContextVar[ShownSections | None] = ContextVar("shown_sections", default=None)
"""`None` while a page is rendered that nobody translates."""

_HEADING = re.compile(r"h[1-6]")
_AFTER_IDS_BEFORE_CONTENTS = 6
"""Between the priorities of Python-Markdown's `attr_list` (8) and `toc` (5)."""


class _SectionMarks(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        processor = _MarkingTree(md)
        md.treeprocessors.register(processor, "cx-sections", _AFTER_IDS_BEFORE_CONTENTS)


def add_section_marks(config: MkDocsConfig) -> None:
    """Make Markdown know the markers; safe to call once per language."""
    # MkDocs reads names from mkdocs.yml, and hands objects on to Markdown as well.
    extensions = cast("list[object]", config.markdown_extensions)
    if not any(isinstance(one, _SectionMarks) for one in extensions):
        extensions.append(_SectionMarks())


class _MarkingTree(Treeprocessor):
    def run(self, root: ElementTree.Element) -> None:
        for parent in list(root.iter()):
            for heading in [one for one in parent if MARKER in one.attrib]:
                marker = heading.attrib.pop(MARKER)
                if (shown := shown_sections.get()) is not None:
                    self._tell(parent, heading, shown, is_english=marker == UNTRANSLATED)

    def _tell(
        self,
        parent: ElementTree.Element,
        heading: ElementTree.Element,
        shown: ShownSections,
        *,
        is_english: bool,
    ) -> None:
        at = list(parent).index(heading) + 1
        if is_english:
            heading.set("lang", shown.english)
            following = list(parent)[at:]
            is_end = (n for n, one in enumerate(following) if _HEADING.fullmatch(str(one.tag)))
            section = ElementTree.Element("div", {"lang": shown.english})
            for one in following[: next(is_end, None)]:
                parent.remove(one)
                section.append(one)
            parent.insert(at, section)
        if html := shown.notice(heading.get("id", "")):
            place = ElementTree.Element("p")
            place.text = self.md.htmlStash.store(html)
            parent.insert(at, place)
