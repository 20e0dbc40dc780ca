"""Where the tables of a translated page differ from those of the original.

Words differ, sizes do not: every table has as many columns and rows in every language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from cxguide.core.places import Place, SourceError
from cxguide.translations.page_source import PageShape
from cxguide.translations.tables import Table, counted

__all__ = ["outvoted_tables", "table_faults"]

_Sizes = list[tuple[int, int]]


def table_faults(page: PageShape, original: PageShape) -> Iterator[SourceError]:
    """Tables that a translation lacks, has alone, or has in another size.

    Sections are compared that begin and end alike: in all others a heading is told.
    """
    for section in _sections(page):
        if section in _sections(original):
            place = page.section_place(section[0])
            yield from _section_faults(
                page.tables_in(section[0]), original.tables_in(section[0]), place, original.file
            )


def outvoted_tables(page: PageShape, translations: Sequence[PageShape]) -> Iterator[SourceError]:
    """Where an original differs from all translations, two at least, which agree."""
    for section in _sections(page):
        ours = page.tables_in(section[0])
        theirs = [one.tables_in(section[0]) for one in translations if section in _sections(one)]
        good = [tables for tables in theirs if not _any_faulty(tables)]
        votes = [_sizes(tables) for tables in good]
        if len(votes) < 2 or _any_faulty(ours) or any(one != votes[0] for one in votes):
            continue
        place = page.section_place(section[0])
        yield from _section_faults(ours, good[0], place)


def _sections(page: PageShape) -> list[tuple[str | None, str | None]]:
    """Each section, and the one behind it; those that a language has alone are passed over."""
    ids = [heading.id for heading in page.headings if not heading.is_own]
    return list(zip([None, *ids], [*ids, None], strict=True))


def _any_faulty(tables: Sequence[Table]) -> bool:
    return any(table.faults for table in tables)


def _sizes(tables: Sequence[Table]) -> _Sizes:
    return [(table.columns, table.rows) for table in tables]


def _section_faults(
    ours: Sequence[Table], theirs: Sequence[Table], section: Place, original: str = ""
) -> Iterator[SourceError]:
    """Faults of one section, against that of the original; of the original itself without one."""
    if len(ours) != len(theirs) and _any_faulty([*ours, *theirs]):
        return  # mending the fault shows whether one is missing
    for here, there in _pairs(ours, theirs):
        if here is None and there is not None:
            yield _missing_fault(there, section, original)
        elif there is None and here is not None:
            yield _extra_fault(here, original)
        elif here is not None and there is not None and not _any_faulty([here, there]):
            yield from _size_faults(here, there, original)


def _pairs(
    ours: Sequence[Table], theirs: Sequence[Table]
) -> Iterator[tuple[Table | None, Table | None]]:
    """Tables that stand for each other, in their order; where one is missing, by their sizes."""
    if len(ours) == len(theirs):
        yield from zip(ours, theirs, strict=True)
        return
    steps = SequenceMatcher(None, _sizes(theirs), _sizes(ours), autojunk=False).get_opcodes()
    for _, their_start, their_end, our_start, our_end in steps:
        yield from zip_longest(ours[our_start:our_end], theirs[their_start:their_end])


def _missing_fault(there: Table, section: Place, original: str) -> SourceError:
    if not original:
        return SourceError(
            section,
            f"the table of {there} is missing here, which all translations have",
            fix="write it in this section, or remove it in every language",
        )
    return SourceError(
        section,
        f"the table of {there} is missing here",
        fix="copy it from there into this section, and translate it",
    )


def _extra_fault(here: Table, original: str) -> SourceError:
    return SourceError(
        here.place,
        f"this table does not stand in this section of {original}"
        if original
        else "no translation has this table",
        fix="remove it, or add it in every language",
    )


def _size_faults(here: Table, there: Table, original: str) -> Iterator[SourceError]:
    columns, rows = here.columns != there.columns, here.rows != there.rows
    if not columns and not rows:
        return
    other = f"that of {there}" if original else "that of all translations"
    if columns and rows:
        ours = f"{counted(here.columns, 'column')} and {counted(here.rows, 'row')}"
        theirs = f"{there.columns} and {there.rows}"
    elif columns:
        ours, theirs = counted(here.columns, "column"), str(there.columns)
    else:
        ours, theirs = counted(here.rows, "row"), str(there.rows)
    yield SourceError(
        here.place,
        f"this table has {ours}, {other} has {theirs}",
        fix=_remedy(here, there),
    )


def _remedy(here: Table, there: Table) -> str:
    if here.columns != there.columns:
        return "give it the columns and rows of that one, or change them in every language"
    if here.rows < there.rows:
        return "add what is missing, or remove it in every language"
    return "remove what is not there, or add it in every language"
