"""How translations stand, as a page of the site shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxguide.core.templating import rendered
from cxguide.translations.sections import META
from cxguide.translations.state_report import line_to_paste
from cxguide.translations.states import (
    DONE,
    WAITING,
    LanguageState,
    PageState,
    SectionState,
    State,
)

if TYPE_CHECKING:
    from cxguide.core.catalogs import Texts

__all__ = ["ShownPage", "state_html"]

SHORT_WORDS = 60
"""English words of a section that somebody translates between two other things."""
MOST_FIRST_TASKS = 5


@dataclass(frozen=True, slots=True)
class ShownPage:
    """Where a page leads.

    Attributes:
        title: of the English page, or of the reader's.
        address: of it, seen from the page that shows the state.
        is_english: the title is English among others.
    """

    title: str
    address: str
    is_english: bool


@dataclass(frozen=True, slots=True)
class _Cell:
    done: int
    sections: int
    edit: str
    is_begun: bool

    @property
    def is_current(self) -> bool:
        return self.done == self.sections


@dataclass(frozen=True, slots=True)
class _Row:
    page: ShownPage
    cells: tuple[_Cell, ...]


@dataclass(frozen=True, slots=True)
class _Task:
    """A section that waits; `line` is what its heading has to be once it is right.

    A whole page has no `id`; `title` is that of the section, in English where it is not translated.
    """

    page: ShownPage
    id: str
    title: str
    is_english: bool
    state: str
    words: int
    edit: str
    line: str


@dataclass(frozen=True, slots=True)
class _Work:
    """What a language waits for; `first` is short and alone on its page."""

    tag: str
    name: str
    tasks: tuple[_Task, ...]
    first: tuple[_Task, ...]


def state_html(
    states: Iterable[LanguageState],
    texts: Texts,
    *,
    pages: Mapping[str, ShownPage],
    edit: Callable[[str, PageState], str],
    data: str,
) -> str:
    """The table of all pages and languages, and below it what there is to do.

    Args:
        states: of the languages; on a translated page the reader's own alone has its tasks.
        texts: of the reader.
        pages: by path.
        edit: the address of the editor for a page of a language, which opens the file or begins
            it; `""` without one.
        data: address of the same for programs.
    """
    states = tuple(states)
    paths = [page.path for page in states[0].pages]
    columns = [{page.path: page for page in state.pages} for state in states]
    rows = [
        _Row(
            pages[path],
            tuple(
                _cell(column[path], edit(state.tag, column[path]))
                for state, column in zip(states, columns, strict=True)
            ),
        )
        for path in paths
        if path in pages
    ]
    own = [state for state in states if state.tag == texts.tag] or states
    return rendered(
        "translations/state.html.jinja",
        texts,
        languages=[(state.tag, state.name) for state in states],
        rows=rows,
        work=[_work(state, pages, edit) for state in own],
        data=data,
    )


def _cell(page: PageState, edit: str) -> _Cell:
    done = page.count(*DONE)
    return _Cell(done, len(page.sections), edit, page.is_written)


def _work(
    state: LanguageState,
    pages: Mapping[str, ShownPage],
    edit: Callable[[str, PageState], str],
) -> _Work:
    tasks: list[_Task] = []
    first: list[_Task] = []
    for page in (page for page in state.pages if page.path in pages):
        found = list(_tasks(page, pages[page.path], edit(state.tag, page)))
        tasks += found
        if len(found) == 1 and found[0].words <= SHORT_WORDS:
            first += found
    first.sort(key=lambda task: task.words)
    return _Work(state.tag, state.name, tuple(tasks), tuple(first[:MOST_FIRST_TASKS]))


def _tasks(page: PageState, links: ShownPage, edit: str) -> Iterator[_Task]:
    if not page.is_written:
        words = sum(len(one.english.words) for one in page.sections if one.english)
        yield _Task(links, "", "", False, "begin", words, edit, "")
        return
    for one in page.sections:
        if one.state in WAITING:
            yield _Task(
                links,
                "" if one.id == META else one.id,
                _title(one),
                one.is_shown_in_english,
                "meta" if one.id == META and one.state is State.STALE else one.state.value,
                _words(one),
                edit,
                line_to_paste(one),
            )


def _title(section: SectionState) -> str:
    """The words of its heading; of the front matter none."""
    shown = section.english if section.is_shown_in_english else section.translation
    return shown.prose.partition("\n")[0] if shown is not None and shown.heading else ""


def _words(section: SectionState) -> int:
    return len(section.english.words) if section.english is not None else 0
