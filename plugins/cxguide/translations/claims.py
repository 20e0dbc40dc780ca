"""What a change of a translation says of its freshness, and whether that can be true."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from cxguide.core.places import Severity, SourceError
from cxguide.core.section_markers import OWN, UNTRANSLATED
from cxguide.translations.markers import marker_of

if TYPE_CHECKING:
    from cxguide.translations.sections import PageSections
    from cxguide.translations.states import PageState, SectionState

__all__ = ["claim_faults", "claimed_markers", "excused_sections", "no_change"]

CHECK = "freshness"
LONGEST_NAME = 8
"""Words; a title and an abbreviation may be the same in every language."""
_TRAILER = re.compile(r"^No-change:[ ]*(?P<tag>\S+)[ ]+(?P<path>[^#\s]+)#(?P<id>\S+)[ ]*$", re.M)


def no_change(argument: str, section: str) -> str:
    """What a commit says of a section that needed no change.

    Args:
        argument: what commands are told to mean its page: `cs metrics/nps.md`.
        section: its id.
    """
    return f"No-change: {argument}#{section}"


def excused_sections(messages: str) -> frozenset[tuple[str, str, str]]:
    r"""Tag, path and id of the sections of which commits say that they needed no change.

    >>> excused_sections("Look through nps\n\nNo-change: cs metrics/nps.md#formula\n")
    frozenset({('cs', 'metrics/nps.md', 'formula')})
    """
    return frozenset((one["tag"], one["path"], one["id"]) for one in _TRAILER.finditer(messages))


def claimed_markers(page: PageState, before: PageSections | None) -> dict[str, SectionState]:
    """The sections of a translation that a change has marked with a fingerprint, by id.

    Args:
        page: its state.
        before: as it was; `None` where it did not exist.
    """
    claimed: dict[str, SectionState] = {}
    for section in page.sections:
        if section.translation is None or section.marker in {"", UNTRANSLATED}:
            continue
        then = before.section(section.translation.id) if before is not None else None
        if before is None or then is None or marker_of(then, before) != section.marker:
            claimed[section.id] = section
    return claimed


def claim_faults(
    claimed: Collection[SectionState],
    *,
    argument: str,
    known: Collection[str],
    before: PageSections | None,
    excused: Collection[str],
    is_shallow: bool,
) -> Iterator[SourceError]:
    """Claims that are wrong, and those that need a word.

    Args:
        claimed: sections with a new marker.
        argument: what commands are told to mean the page: `cs metrics/nps.md`.
        known: fingerprints that the English page has or had.
        before: the translation as it was.
        excused: ids of the sections of which a commit says that they needed no change.
        is_shallow: the older part of the history is not here, so nobody can say "never".
    """
    for section in claimed:
        name, word = section.name, no_change(argument, section.id)
        is_excused = section.id in excused
        if section.marker == OWN:
            if section.english is not None and not is_excused and _is_unchanged(section, before):
                yield SourceError(
                    section.place,
                    f"{name} is said to be of this language alone now, and English has it as well",
                    fix=f"write {section.wanted!r} if it was made from the English of now, or "
                    f"say in the message of a commit: {word}",
                    severity=Severity.WARNING,
                    check=CHECK,
                )
        elif _is_english(section) and not is_excused:
            yield SourceError(
                section.place,
                f"{name} is marked as translated, and is English",
                fix=f"write {UNTRANSLATED!r} until somebody translates it; if it is to stay as it "
                f"is, say so in the message of a commit: {word}",
            )
        elif section.marker not in known:
            yield SourceError(
                section.place,
                f"{name} says that it was made from the English {section.marker!r}, "
                + ("which this copy does not know" if is_shallow else "which never was"),
                fix=f"run 'cx i18n done {argument}#{section.id}', or write {section.wanted!r} "
                "if it was made from the English of now",
                severity=Severity.NOTICE if is_shallow else Severity.ERROR,
                check=CHECK if is_shallow else "",
            )
        elif _is_unchanged(section, before) and not is_excused:
            yield SourceError(
                section.place,
                f"{name} is marked as brought up to date, and its words are the same as before",
                fix=f"if it needed no change, say so in the message of a commit: {word}",
                severity=Severity.WARNING,
                check=CHECK,
            )


def _is_english(section: SectionState) -> bool:
    """Whether a section that is no mere name has the words of the English one, and no other."""
    words = section.translation.words if section.translation is not None else ()
    return len(words) >= LONGEST_NAME and section.english_percent == 100


def _is_unchanged(section: SectionState, before: PageSections | None) -> bool:
    """Whether it had another fingerprint before, and the same words."""
    ours = section.translation
    then = before.section(ours.id) if before is not None and ours is not None else None
    if before is None or then is None or ours is None or then.words != ours.words:
        return False
    return marker_of(then, before) not in {"", UNTRANSLATED, OWN}
