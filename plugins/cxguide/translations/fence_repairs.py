"""Repairs of fences: calculators, maps, pictures and code as the original has them.

Amounts of money stay those of the translation, which suit the currency of its language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from cxguide.translations.fence_contents import content_faults
from cxguide.translations.fence_money import with_own_money
from cxguide.translations.fenced import EMBED_KEYS, Fenced
from cxguide.translations.page_source import PageShape
from cxguide.translations.repairs import Edit
from cxguide.translations.section_shapes import SectionShape, section_pairs

__all__ = ["FencedPage", "fence_edits"]


@dataclass(frozen=True, slots=True)
class FencedPage:
    """A page with all that its fences are compared by."""

    lines: Sequence[str]
    shape: PageShape
    sections: Sequence[SectionShape]

    def key(self, fence: Fenced) -> tuple[str, str]:
        """What makes a fence the same one in another language."""
        for embed in self.shape.embeds:
            if embed.place == fence.place:
                return embed.names
        return ("code", fence.name)

    def source(self, fence: Fenced) -> list[str]:
        """The lines of a fence, first and last as well, without the indent of all of them."""
        indent = fence.content.first_column - fence.place.column
        return [line[indent:] for line in self.lines[fence.place.line - 1 : fence.last_line]]


def fence_edits(page: FencedPage, original: FencedPage) -> Iterator[Edit]:
    """What gives every section the fences of the original; it may change the number of lines.

    Sections with a fence that Markdown would not read are left to the editor.
    """
    for ours, theirs in section_pairs(page.sections, original.sections):
        if not any(map(_is_broken, (*ours.fences, *theirs.fences))):
            yield from _Repairs(page, original, ours, theirs).edits()


@dataclass(frozen=True, slots=True)
class _Repairs:
    """The repairs of one section."""

    page: FencedPage
    original: FencedPage
    ours: SectionShape
    theirs: SectionShape

    def edits(self) -> Iterator[Edit]:
        our_keys = [self.page.key(one) for one in self.ours.fences]
        their_keys = [self.original.key(one) for one in self.theirs.fences]
        if our_keys != their_keys and sorted(our_keys) == sorted(their_keys):
            for here, there in zip(self.ours.fences, self.theirs.fences, strict=True):
                yield from self._replaced(here, there)
            return
        steps = SequenceMatcher(None, their_keys, our_keys, autojunk=False).get_opcodes()
        for kind, their_start, their_end, our_start, our_end in steps:
            found = self.ours.fences[our_start:our_end]
            wanted = self.theirs.fences[their_start:their_end]
            if kind == "equal" or len(found) == len(wanted):
                for here, there in zip(found, wanted, strict=True):
                    yield from self._replaced(here, there)
                continue
            if kind in {"insert", "replace"}:
                yield from self._without(found)
            before = self.ours.fences[our_end - 1].last_line if our_end else 0
            yield from self._with(wanted, before)

    def _replaced(self, here: Fenced, there: Fenced) -> Iterator[Edit]:
        key, wanted_key = self.page.key(here), self.original.key(there)
        index = here.place.line - 1
        indent = self.page.lines[index][: here.content.first_column - here.place.column]
        if key == wanted_key and not any(content_faults(here.content, there.content)):
            return
        if key == wanted_key and here.name not in EMBED_KEYS:
            return
        if here.name not in EMBED_KEYS and there.name not in EMBED_KEYS:
            old, new = self.page.lines[index], self.original.source(there)[0]
            told = f"{old.strip()!r} is now {new!r}"
            yield Edit(index, index + 1, (indent + new,), told)
            return
        lines = [f"{indent}{line}".rstrip() for line in self._source(there, here)]
        if lines != [line.rstrip() for line in self.page.lines[index : here.last_line]]:
            told = f"the {here.name or 'code'} is that of {_at(there)} again"
            yield Edit(index, here.last_line, tuple(lines), told)

    def _source(self, there: Fenced, here: Fenced | None = None) -> list[str]:
        """The lines of a fence of the original with the amounts of money of this language."""
        key = self.original.key(there)
        twins = [
            fence
            for fence in (*((here,) if here else ()), *self.page.shape.fences)
            if self.page.key(fence) == key and fence.name in EMBED_KEYS
        ]
        for twin in twins:
            if not any(content_faults(twin.content, there.content)):
                return self.page.source(twin)
        first, *inside, last = self.original.source(there)
        own = twins[0].content if twins else None
        return [first, *with_own_money(inside, there.content, own), last]

    def _without(self, found: Sequence[Fenced]) -> Iterator[Edit]:
        """Calculators and maps that belong to other sections, taken away."""
        for here in found:
            key = self.page.key(here)
            homes = [
                section.id
                for section in self.original.sections
                if key in [self.original.key(fence) for fence in section.fences]
            ]
            if here.name not in EMBED_KEYS or not homes or self.theirs.id in homes:
                continue
            first, end = here.place.line - 1, here.last_line
            if end < len(self.page.lines) and not self.page.lines[end].strip():
                end += 1
            told = f"the {here.name} is in the section {homes[0]!r} again, not here"
            yield Edit(first, end, (), told)

    def _with(self, wanted: Sequence[Fenced], before: int) -> Iterator[Edit]:
        """Fences that are missing, at their places among the blocks of the section."""
        lines = self.page.lines
        together: dict[int, list[Fenced]] = {}
        for there in wanted:
            if there.content.first_column == there.place.column:  # else it stands in another block
                after = max(before, self._line_before(there))
                together.setdefault(after, []).append(there)
        for after, fences in together.items():
            new: list[str] = []
            for there in fences:
                is_apart = not new and (after == 0 or not lines[after - 1].strip())
                new += [*([] if is_apart else [""]), *self._source(there)]
            if after < len(lines) and lines[after].strip():
                new.append("")
            names = " and ".join(f"the {one.name or 'code'} of {_at(one)}" for one in fences)
            yield Edit(after, after, tuple(new), f"{names} is here again")

    def _line_before(self, there: Fenced) -> int:
        """The last line of what stands before a fence, counted from 1."""
        line = there.place.line - self.theirs.first_line + 1
        blocks = [one for one in self.theirs.contents.blocks if one.depth == 0]
        passed = sum(one.line < line for one in blocks)
        ours = [one for one in self.ours.contents.blocks if one.depth == 0]
        if passed == len(blocks):
            passed = len(ours)
        if not passed or not ours:
            heading = self.ours.heading
            return heading.place.line if heading else self.ours.first_line - 1
        last = ours[min(passed, len(ours)) - 1]
        return self.ours.first_line + last.last_line - 1


def _is_broken(fence: Fenced) -> bool:
    """Whether it is text for Markdown; behind the name of code there may be a title."""
    return bool(fence.flaw) and (fence.name in EMBED_KEYS or fence.flaw != "beginning")


def _at(fence: Fenced) -> str:
    return f"{fence.place.file}:{fence.place.line}"
