"""How a translated page stands to the English one, section by section."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cxguide.core.places import Place
from cxguide.core.section_markers import OWN, UNTRANSLATED
from cxguide.translations.markers import marker_of
from cxguide.translations.sections import META

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxguide.translations.sections import PageSections, Section

__all__ = [
    "DONE",
    "NEEDS_WORK",
    "WAITING",
    "CatalogState",
    "LanguageState",
    "PageState",
    "SectionState",
    "State",
    "page_state",
]


class State(StrEnum):
    """How a section of a translation stands to the English one."""

    CURRENT = "current"
    """Made from the English of now."""
    STALE = "stale"
    """Made from other English words."""
    NEW = "new"
    """English, and missing in the translation."""
    UNTRANSLATED = "todo"
    """There, and said to be English still."""
    UNKNOWN = "unknown"
    """There, without a word on what it was made from."""
    RENAMED = "renamed"
    """Made from the English of now, which has another id."""
    GONE = "gone"
    """Not in the English page any more."""
    OWN = "own"
    """Said in this language alone, or in its own way."""


DONE = frozenset({State.CURRENT, State.OWN})
"""What nobody is asked to look at."""
NEEDS_WORK = frozenset({State.STALE, State.NEW, State.UNTRANSLATED, State.RENAMED, State.GONE})
"""What a translator is asked to do something about."""
WAITING = NEEDS_WORK | {State.UNKNOWN}
"""That, and what nobody has said anything of."""


@dataclass(frozen=True, slots=True)
class SectionState:
    """The state of a section.

    Attributes:
        id: that the English page has now; `META` for title and description.
        state: its state.
        place: of the translation; where it is missing, where it would stand.
        marker: as the translation has it, or nothing.
        english: the original, `None` where there is none any more.
        translation: `None` where it is missing.
    """

    id: str
    state: State
    place: Place
    marker: str = ""
    english: Section | None = None
    translation: Section | None = None

    @property
    def name(self) -> str:
        """What an editor calls it, in a sentence."""
        return "title and description" if self.id == META else f"the section {self.id!r}"

    @property
    def english_percent(self) -> float:
        """The share of the translation's words that the English section has as well."""
        if self.translation is None or self.english is None or not self.translation.words:
            return 0
        same = Counter(self.translation.words) & Counter(self.english.words)
        return 100 * same.total() / len(self.translation.words)

    @property
    def is_shown_in_english(self) -> bool:
        """Whether readers of the translation see the English section."""
        return self.state in {State.UNTRANSLATED, State.NEW}

    @property
    def wanted(self) -> str:
        """What the marker has to be once the translation is right."""
        return self.english.fingerprint if self.english is not None else OWN


@dataclass(frozen=True, slots=True)
class PageState:
    """The state of a page.

    Attributes:
        tag: of the language of the translation.
        path: that all languages share: `metrics/nps.md`.
        file: of the translation, as an editor knows it, also where it does not exist.
        is_written: whether it exists.
        sections: in the order of the English page; what it does not have comes last.
    """

    tag: str
    path: str
    file: str
    is_written: bool
    sections: tuple[SectionState, ...]

    def count(self, *states: State) -> int:
        """How many sections are in one of these states."""
        return sum(one.state in states for one in self.sections)

    @property
    def argument(self) -> str:
        """What commands are told to mean it."""
        return f"{self.tag} {self.path}"

    @property
    def is_current(self) -> bool:
        """Whether nothing on it waits for a translator."""
        return self.is_written and not self.count(*NEEDS_WORK)


@dataclass(frozen=True, slots=True)
class CatalogState:
    """How many short texts of a catalog there are, lack a translation, or have another English."""

    file: str
    texts: int
    missing: int
    changed: int

    @property
    def current(self) -> int:
        """How many texts are translated from the English of now."""
        return self.texts - self.missing - self.changed


@dataclass(frozen=True, slots=True)
class LanguageState:
    """How a language stands.

    Attributes:
        tag: of the language.
        name: what it calls itself.
        pages: in reading order.
        catalogs: of its short texts.
        scripts: tags of versions that are made from it, and follow it.
    """

    tag: str
    name: str
    pages: tuple[PageState, ...]
    catalogs: tuple[CatalogState, ...]
    scripts: tuple[str, ...] = ()

    def count(self, *states: State) -> int:
        """How many sections are in one of these states."""
        return sum(page.count(*states) for page in self.pages)


def page_state(
    original: PageSections, translation: PageSections | None, *, tag: str, path: str, file: str
) -> PageState:
    """How a page stands.

    Args:
        original: the English page.
        translation: `None` where nobody has begun it.
        tag: of the language of the translation.
        path: that all languages share.
        file: of the translation, as an editor knows it.
    """
    if translation is None:
        untouched = (
            SectionState(one.id, State.UNTRANSLATED, Place(file), english=one)
            for one in original.sections
        )
        return PageState(tag, path, file, False, tuple(untouched))
    states = list(_states(original.sections, translation))
    return PageState(tag, path, file, True, tuple(states))


def _states(original: Sequence[Section], page: PageSections) -> Iterator[SectionState]:
    known = {one.id for one in original}
    extra = {one.id: one for one in page.sections if one.id not in known}
    markers = {one.id: marker_of(one, page) for one in page.sections}
    place = Place(page.file)
    for english in original:
        ours = page.section(english.id) or _renamed(english, extra, markers)
        if ours is None:
            yield SectionState(english.id, State.NEW, place, english=english)
            continue
        extra.pop(ours.id, None)
        place = ours.place
        marker = markers[ours.id]
        state = _state(marker, english.fingerprint)
        if ours.id != english.id:
            state = State.RENAMED
        yield SectionState(english.id, state, place, marker, english, ours)
    for ours in extra.values():
        state = State.OWN if markers[ours.id] == OWN else State.GONE
        yield SectionState(ours.id, state, ours.place, markers[ours.id], translation=ours)


def _renamed(
    english: Section, extra: dict[str, Section], markers: dict[str, str]
) -> Section | None:
    """The translation of a section whose id was another one, if its marker tells."""
    wanted = english.fingerprint
    return next((one for one in extra.values() if markers[one.id] == wanted), None)


def _state(marker: str, wanted: str) -> State:
    said = {
        "": State.UNKNOWN,
        UNTRANSLATED: State.UNTRANSLATED,
        OWN: State.OWN,
        wanted: State.CURRENT,
    }
    return said.get(marker, State.STALE)
