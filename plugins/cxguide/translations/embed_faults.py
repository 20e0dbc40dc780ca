"""Where the calculators and maps of a translated page differ from those of the original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from cxguide.core.places import SourceError
from cxguide.translations.fence_contents import content_faults, outvoted_contents
from cxguide.translations.fenced import EMBED_KEYS
from cxguide.translations.page_source import PageShape

__all__ = ["embed_faults", "outvoted_embeds"]


def embed_faults(page: PageShape, original: PageShape) -> Iterator[SourceError]:
    """Calculators and maps that a translation lacks, has alone, or has with other values."""
    known = {heading.id for heading in original.headings}
    alone = {heading.id for heading in page.headings if heading.is_own} - known
    embeds = [embed for embed in page.embeds if embed.section not in alone]
    ours, theirs = [embed.names for embed in embeds], [e.names for e in original.embeds]
    ids = {heading.id for heading in page.headings}
    steps = SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
    for kind, their_start, their_end, our_start, our_end in steps:
        if kind == "equal":
            pairs = zip(
                embeds[our_start:our_end], original.embeds[their_start:their_end], strict=True
            )
            for here, there in pairs:
                yield from content_faults(here.content, there.content)
            continue
        if kind == "replace" and their_end - their_start == our_end - our_start:
            pairs = zip(
                embeds[our_start:our_end], original.embeds[their_start:their_end], strict=True
            )
            for ours_here, theirs_here in pairs:
                yield SourceError(
                    ours_here.place,
                    f"the {ours_here} stands where {theirs_here.place} has the {theirs_here}",
                    fix="copy that fence here",
                )
            continue
        for embed in embeds[our_start:our_end]:
            yield SourceError(
                embed.place,
                f"the {embed} does not stand at this place in {original.file}",
                fix="remove it, or bring both pages into the same order",
            )
        for embed in original.embeds[their_start:their_end]:
            if None not in ids and embed.section not in {None, *ids}:
                continue  # the whole section is missing, which is told
            yield SourceError(
                page.section_place(embed.section),
                f"the {embed} of {embed.place} is missing here",
                fix=f"copy the fence from line {embed.place.line} of that page into this section",
            )


def outvoted_embeds(page: PageShape, translations: Sequence[PageShape]) -> Iterator[SourceError]:
    """Calculators and maps that the original lacks, or has with other values.

    Every translation, two at least, has them.
    """
    votes = {tuple(embed.names for embed in one.embeds) for one in translations}
    if len(translations) < 2 or len(votes) != 1:
        return
    ours, wanted = [embed.names for embed in page.embeds], translations[0].embeds
    if ours == [embed.names for embed in wanted]:
        for number, embed in enumerate(page.embeds):
            contents = [one.embeds[number].content for one in translations]
            yield from outvoted_contents(embed.content, contents)
    steps = SequenceMatcher(None, [one.names for one in wanted], ours, autojunk=False)
    missing = [
        embed
        for kind, start, end, _, _ in steps.get_opcodes()
        if kind == "delete"
        for embed in wanted[start:end]
    ]
    for embed in missing:
        section = page.section_place(embed.section)
        # The first fence of the section that is none of ours is probably meant to be it.
        others = [
            fence.place
            for fence in page.fences
            if fence.name not in EMBED_KEYS and fence.place.line > section.line
        ]
        yield SourceError(
            others[0] if others else section,
            f"the {embed} is missing here, which all translations have",
            fix=f"write it as on line {embed.place.line} of {embed.place.file}, "
            "or remove it in every language",
        )
