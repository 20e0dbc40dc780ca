"""How languages stand: for people, for programs, for the pages of a forge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cxguide.core.places import Severity, SourceError
from cxguide.core.section_markers import MARKER
from cxguide.translations.headings import heading_line
from cxguide.translations.markers import SETTING
from cxguide.translations.sections import META
from cxguide.translations.states import (
    DONE,
    NEEDS_WORK,
    WAITING,
    LanguageState,
    PageState,
    SectionState,
    State,
)
from cxguide.translations.tables import counted

__all__ = ["line_to_paste", "state_faults", "states_data", "states_text"]

VERSION = 1
"""Of the shape of the data; it grows when something that programs read changes."""

_SHOWN = (State.STALE, State.NEW, State.RENAMED, State.GONE, State.UNTRANSLATED, State.UNKNOWN)
"""What the text names, the most urgent first."""
_WORDS = {State.UNKNOWN: "unmarked"}


def line_to_paste(section: SectionState) -> str:
    """What the translation has to say once it is right: its heading, or a line at its head.

    Of a section that is missing the words are those of the English heading, to be translated.
    Nothing for one that the English page does not have.
    """
    if section.english is None:
        return ""
    ours = section.translation or section.english
    if ours.heading is None:
        return f"{SETTING}: {section.wanted}"
    return heading_line(ours.heading, section.id, attributes={MARKER: section.wanted})


def states_text(states: Iterable[LanguageState], *, changed: Mapping[str, int]) -> str:
    """The state of each language in a few lines, with what to do next.

    Args:
        states: of the languages.
        changed: words by which the English of a page has changed since, by the name of the
            translation's file, where the history knows it.
    """
    return "\n".join(line for state in states for line in _language_lines(state, changed))


def states_data(states: Iterable[LanguageState], *, original: str) -> dict[str, Any]:
    """The same for programs.

    Args:
        states: of the languages.
        original: tag of the language that is translated.
    """
    languages: dict[str, Any] = {}
    for state in states:
        languages[state.tag] = {
            "name": state.name,
            "sections": {kind.value: state.count(kind) for kind in State},
            "pages": [_page_data(page) for page in state.pages],
            "texts": [
                {
                    "file": one.file,
                    "texts": one.texts,
                    "missing": one.missing,
                    "changed": one.changed,
                }
                for one in state.catalogs
            ],
        }
        languages |= {tag: {"follows": state.tag} for tag in state.scripts}
    return {"version": VERSION, "original": original, "languages": languages}


def state_faults(states: Iterable[LanguageState]) -> Iterator[SourceError]:
    """Notices of what waits for a translator, and warnings of sections without a marker."""
    for state in states:
        for page in state.pages:
            for section in page.sections if page.is_written else ():
                if section.state in WAITING:
                    yield _fault(page, section)


def _fault(page: PageState, section: SectionState) -> SourceError:
    name = section.name
    problems = {
        State.STALE: f"the English of {name} has changed since it was translated",
        State.NEW: f"{name} is missing here",
        State.UNTRANSLATED: f"{name} is still English",
        State.RENAMED: f"{name} has another id in English now",
        State.GONE: f"{name} does not exist in English any more",
        State.UNKNOWN: f"{name} does not say from which English it was made",
    }
    line = line_to_paste(section)
    remedies = {
        State.STALE: f"see 'cx i18n diff {page.argument}', bring it up to date, "
        f"and replace this line with: {line}",
        State.NEW: "translate it, or run 'cx i18n fix'",
        State.UNTRANSLATED: f"translate it, and replace this line with: {line}",
        State.RENAMED: f"replace this line with: {line}",
        State.GONE: f"remove it, or mark it {MARKER}=own if it is meant for this language",
        State.UNKNOWN: f"replace this line with: {line}",
    }
    severity = Severity.WARNING if section.state is State.UNKNOWN else Severity.NOTICE
    return SourceError(
        section.place,
        problems[section.state],
        fix=remedies[section.state],
        severity=severity,
        check=section.state.value,
    )


def _page_data(page: PageState) -> dict[str, Any]:
    return {
        "path": page.path,
        "file": page.file,
        "written": page.is_written,
        "sections": [
            {
                "id": one.id,
                "state": one.state.value,
                "line": one.place.line if one.translation is not None else None,
                "marker": one.marker or None,
                "wanted": one.wanted,
                "write": line_to_paste(one) or None,
            }
            for one in page.sections
        ],
    }


def _language_lines(state: LanguageState, changed: Mapping[str, int]) -> Iterator[str]:
    pages = sum(page.is_current for page in state.pages)
    all_sections = sum(len(page.sections) for page in state.pages)
    current = state.count(*DONE)
    texts = sum(one.texts for one in state.catalogs)
    done = sum(one.current for one in state.catalogs)
    yield (
        f"{state.tag}  {state.name}    pages {pages}/{len(state.pages)}   "
        f"sections {current}/{all_sections} current   texts {done}/{texts}"
    )
    first = ""
    for kind in _SHOWN:
        for page in state.pages:
            if found := [one for one in page.sections if one.state is kind]:
                if kind in NEEDS_WORK:
                    first = first or page.argument
                yield f"    {_page_line(page, kind, found, changed)}".rstrip()
    for one in state.catalogs:
        if one.missing or one.changed:
            yield f"    {one.missing} to translate, {one.changed} to check   {one.file}"
    if first:
        yield f"next: cx i18n diff {first}"


def _page_line(
    page: PageState, kind: State, found: list[SectionState], changed: Mapping[str, int]
) -> str:
    head = f"{len(found)} {_WORDS.get(kind, kind.value)}   {page.path}"
    if not page.is_written:
        return f"{head} (not started)"
    names = ", ".join("title" if one.id == META else f"#{one.id}" for one in found)
    if len(found) == len(page.sections):
        names = "(the whole page)"
    words = changed.get(page.file) if kind is State.STALE else None
    since = f"   English changed {counted(words, 'word')}" if words else ""
    return f"{head}  {names}{since}"
