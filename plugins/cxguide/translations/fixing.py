"""What a machine can mend in a translated page without touching its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cxguide.translations.fence_repairs import FencedPage, fence_edits
from cxguide.translations.heading_repairs import heading_edits, renamed_ids
from cxguide.translations.page_source import read_page
from cxguide.translations.repairs import Edit, Repair, with_edits
from cxguide.translations.section_shapes import read_shapes
from cxguide.translations.target_repairs import target_edits

__all__ = ["Fixed", "fixed_page"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A page after its repairs; the very same text where nothing was to be mended."""

    text: str
    repairs: tuple[Repair, ...] = ()

    def then(self, fix: Callable[[str], Fixed]) -> Fixed:
        """What another kind of repair makes of it, such as that of typography."""
        done = fix(self.text)
        return Fixed(done.text, (*self.repairs, *done.repairs))


def fixed_page(text: str, *, file: str, original: str, original_file: str) -> Fixed:
    """A translated page with the headings' attributes, fences and addresses of its original.

    Mended are ids, levels and classes of headings, links to ids that have changed, paths of
    images, and calculators, maps, pictures and code that are missing, at the wrong place or have
    other values; amounts of money stay. What `data-en` says stays too: a repair makes no
    translation current. Mending a page twice changes nothing more.

    Args:
        text: the Markdown source with its front matter.
        file: the page as an editor knows it, such as `docs/cs/metrics/nps.md`.
        original: source of the page that this one translates.
        original_file: that page as an editor knows it.
    """
    model, model_lines = read_page(original, original_file), original.splitlines()
    theirs = read_shapes(original, original_file)
    repairs: list[Repair] = []

    def mended(now: str, edits: Iterable[Edit]) -> str:
        made = tuple(edits)
        repairs.extend(edit.repair(file) for edit in made)
        return with_edits(now, made) if made else now

    # Lines are counted as the editor sees them: what changes their number comes last.
    lines, page = text.splitlines(), read_page(text, file)
    renamed = renamed_ids(lines, page, model_lines, model)
    text = mended(text, heading_edits(lines, page, model_lines, model))
    sections = read_shapes(text, file)
    text = mended(text, target_edits(text.splitlines(), sections, theirs, renamed))
    ours = FencedPage(text.splitlines(), read_page(text, file), read_shapes(text, file))
    text = mended(text, fence_edits(ours, FencedPage(model_lines, model, theirs)))
    return Fixed(text, tuple(sorted(repairs)))
