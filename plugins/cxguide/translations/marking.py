"""Saying that sections of a translation are right again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxguide.core.places import SourceError
from cxguide.core.section_markers import OWN, UNTRANSLATED
from cxguide.translations.markers import marker_of
from cxguide.translations.sections import PageSections, read_sections
from cxguide.translations.state_report import line_to_paste
from cxguide.translations.states import PageState, SectionState, State

if TYPE_CHECKING:
    from cxguide.core.history import Version

__all__ = ["Marking", "marking_of", "read_back", "untouched_sections"]

_ENGLISH_PERCENT = 80
"""So many words of a section that are those of the English one are more than names and loans."""
_FEWEST_WORDS = 5
"""Of fewer, all but one may be names."""


@dataclass(frozen=True, slots=True)
class Marking:
    """Markers to be written, by id of the section, and why others are not."""

    markers: dict[str, str]
    refused: tuple[SourceError, ...]


def marking_of(
    page: PageState,
    names: Collection[str],
    *,
    untouched: Collection[str] = (),
    may_be_unchanged: bool = False,
) -> Marking:
    """The markers that say that sections were made from the English of now.

    Args:
        page: a written translation.
        names: ids of sections; all that wait for it, if there are none.
        untouched: those whose words are the same as when they were marked.
        may_be_unchanged: the English changed without consequence for the translation.
    """
    markers: dict[str, str] = {}
    refused: list[SourceError] = []
    for section in page.sections:
        if names and section.id not in names:
            continue
        if section.state not in {State.STALE, State.UNKNOWN, State.UNTRANSLATED}:
            if names and (reason := _out_of_reach(section)):
                refused.append(reason)
        elif _is_english_by_mistake(section) and not (names and may_be_unchanged):
            if names:
                fix = "translate it first, or add --unchanged if it is to stay as it is"
                refused.append(_refusal(section, "is still English", fix))
        elif section.id in untouched and not may_be_unchanged:
            words = "is as it was when the English changed"
            fix = "translate the change, or add --unchanged if it needs none"
            refused.append(_refusal(section, words, fix))
        else:
            markers[section.id] = section.wanted
    return Marking(markers, tuple(refused))


def read_back(marking: Marking, page: PageState) -> Marking:
    """The markers that are understood where they are written; the others are refused.

    Args:
        marking: as it was written.
        page: the state of the translation with it.
    """
    unread = [
        section
        for section in page.sections
        if section.id in marking.markers and section.state is not State.CURRENT
    ]
    if not unread:
        return marking
    names = {section.id for section in unread}
    refused = [
        _refusal(
            section,
            "cannot be marked as its line is written",
            f"replace this line with: {line_to_paste(section)}",
        )
        for section in unread
    ]
    kept = {name: marker for name, marker in marking.markers.items() if name not in names}
    return Marking(kept, (*marking.refused, *refused))


def untouched_sections(
    page: PageState, translation: PageSections, versions: Iterable[Version]
) -> frozenset[str]:
    """Sections of a translation that have the words with which they were marked, long ago.

    Of a section that has lost its marker the last one counts. Not those that were marked as made
    from the English of now.

    Args:
        page: its state.
        translation: the page.
        versions: of it, the newest first.
    """
    open_ = {
        one.id: one.marker for one in page.sections if one.state in {State.STALE, State.UNKNOWN}
    }
    current = {one.id: one.wanted for one in page.sections}
    marked_words: dict[str, tuple[str, ...]] = {}
    for version in versions:
        earlier = read_sections(version.text, version.commit)
        for name, marker in tuple(open_.items()):
            then = earlier.section(name)
            said = marker_of(then, earlier) if then is not None else ""
            marker = open_[name] = marker or said
            if then is None or said != marker or marker in {UNTRANSLATED, OWN, current[name]}:
                del open_[name]
            elif marker:
                marked_words[name] = then.words
        if not open_:
            break
    return frozenset(
        name
        for name, words in marked_words.items()
        if (now := translation.section(name)) is not None and now.words == words
    )


def _is_english_by_mistake(section: SectionState) -> bool:
    """Whether somebody began to translate it, and most of it is English still."""
    if section.state is not State.UNTRANSLATED:
        return False
    words = section.translation.words if section.translation is not None else ()
    needed = _ENGLISH_PERCENT if len(words) >= _FEWEST_WORDS else 100
    return section.english_percent >= needed


def _out_of_reach(section: SectionState) -> SourceError | None:
    match section.state:
        case State.NEW:
            return _refusal(section, "is missing here", "translate it first")
        case State.RENAMED:
            return _refusal(section, "has another id in English now", "run 'cx i18n fix'")
        case State.GONE:
            fix = "remove it, or mark it data-en=own if it is meant for this language"
            return _refusal(section, "does not exist in English any more", fix)
        case _:
            return None


def _refusal(section: SectionState, problem: str, fix: str) -> SourceError:
    return SourceError(section.place, f"{section.name}: {problem}", fix=fix)
