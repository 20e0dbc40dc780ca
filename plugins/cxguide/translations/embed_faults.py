"""Where the calculators and maps of a translated page differ from those of the original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from cxguide.core.places import SourceError
from cxguide.translations.fence_contents import content_faults, outvoted_contents
from cxguide.translations.fenced import EMBED_KEYS
from cxguide.translations.page_source import Embed, PageShape

__all__ = ["embed_faults", "outvoted_embeds"]


def embed_faults(page: PageShape, original: PageShape) -> Iterator[SourceError]:
    """Calculators and maps that a translation lacks, or has alone, elsewhere or otherwise.

    Sections are told apart where both pages have the same; else a heading is at fault.
    """
    known = {heading.id for heading in original.headings}
    alone = {heading.id for heading in page.headings if heading.is_own} - known
    ids = {heading.id for heading in page.headings} - alone
    embeds = [embed for embed in page.embeds if embed.section not in alone]
    ours, theirs = (_keys(one, by_section=ids == known) for one in (embeds, original.embeds))
    extra: list[Embed] = []
    missing: list[Embed] = []
    steps = SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
    for kind, their_start, their_end, our_start, our_end in steps:
        found, wanted = embeds[our_start:our_end], original.embeds[their_start:their_end]
        if kind == "equal":
            for here, there in zip(found, wanted, strict=True):
                yield from content_faults(here.content, there.content)
        elif [key[0] for key in theirs[their_start:their_end]] == [
            key[0] for key in ours[our_start:our_end]
        ]:
            yield from _replaced_faults(found, wanted)
        else:
            extra += found
            missing += wanted
    yield from _moved_faults(extra, missing)
    for embed in extra:
        yield SourceError(
            embed.place,
            f"the {embed} does not stand at this place in {original.file}",
            fix="remove it, or bring both pages into the same order",
        )
    for embed in missing:
        if None not in ids and embed.section not in {None, *ids}:
            continue  # the whole section is missing, which is told
        yield SourceError(
            page.section_place(embed.section),
            f"the {embed} of {embed.place} is missing here",
            fix=f"copy the fence from line {embed.place.line} of that page into this section",
        )


def _keys(embeds: Sequence[Embed], *, by_section: bool) -> list[tuple[str | None, tuple[str, str]]]:
    return [(embed.section if by_section else None, embed.names) for embed in embeds]


def _replaced_faults(found: Sequence[Embed], wanted: Sequence[Embed]) -> Iterator[SourceError]:
    for here, there in zip(found, wanted, strict=True):
        yield SourceError(
            here.place,
            f"the {here} stands where {there.place} has the {there}",
            fix="copy that fence here",
        )


def _moved_faults(extra: list[Embed], missing: list[Embed]) -> Iterator[SourceError]:
    """Those that stand in another section; they leave the lists."""
    for here in tuple(extra):
        there = next((one for one in missing if one.names == here.names), None)
        if there is not None and there.section != here.section:
            extra.remove(here)
            missing.remove(there)
            yield SourceError(
                here.place,
                f"the {here} stands in the section {here.section!r}; "
                f"in {there.place} it stands in {there.section!r}",
                fix=f"move the fence into the section {there.section!r}",
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
