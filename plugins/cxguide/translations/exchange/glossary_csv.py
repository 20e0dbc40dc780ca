"""The terms of a glossary as the CSV of Weblate: a term a row, with its key for context.

The columns are those of docs.weblate.org, "CSV files". What stands in `developer_comments` is for
reading; definitions are translated with the other short texts.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from cxguide.core.languages import Language
from cxguide.core.places import Place, SourceError
from cxguide.translations.exchange.returned_file import Returned, comment_lines
from cxguide.translations.exchange.units import Concept, Unit

__all__ = ["glossary_csv", "read_glossary_csv"]

_COLUMNS = ("source", "target", "context", "fuzzy", "translator_comments", "developer_comments")
_NEEDED = frozenset({"source", "target", "context"})
_TRUE = frozenset({"1", "true", "yes", "x", "fuzzy"})


def glossary_csv(concepts: Iterable[Concept], language: Language) -> str:
    """The terms as CSV."""
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(_COLUMNS)
    for one in concepts:
        names = ", ".join(filter(None, (one.short, *one.also)))
        same = f" The same in {language.tag}: {names}." if names else ""
        rows.writerow(
            (
                one.name.english,
                one.name.translation,
                one.name.key,
                "True" if one.name.needs_check else "",
                "\n".join(one.name.comments),
                one.definition.english + same,
            )
        )
    return file.getvalue()


def read_glossary_csv(text: str, language: Language, file: str) -> Returned:
    """The terms of a CSV file that came back, with commas, semicolons or tabs.

    Raises:
        SourceError: its first row names no columns, or it is no CSV.
    """
    del language  # the file does not say its own
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    units, faults = list[Unit](), list[SourceError]()
    columns: list[str] = []
    try:
        before = 0
        for row in rows:
            place, before = Place(file, before + 1), rows.line_num
            if not columns:
                columns = _columns(row, place)
            elif len(row) != len(columns) and any(row):
                faults.append(_uneven(place, row, columns))
            elif any(row):
                units.append(_unit(dict(zip(columns, row, strict=True)), place))
    except csv.Error as error:
        raise SourceError(
            Place(file, rows.line_num or 1),
            f"this is not CSV: {error}",
            fix="save it as CSV in UTF-8, with quotation marks around texts that have commas",
        ) from None
    return Returned(tuple(units), tuple(faults))


def _columns(row: list[str], place: Place) -> list[str]:
    columns = [name.strip().lower() for name in row]
    if not set(columns) >= _NEEDED:
        raise SourceError(
            place,
            f"the columns {', '.join(sorted(_NEEDED - set(columns)))} are missing",
            known=f"columns are: {', '.join(_COLUMNS)}",
            fix="let the first row name the columns, as the export does",
        )
    return columns


def _uneven(place: Place, row: list[str], columns: list[str]) -> SourceError:
    return SourceError(
        place,
        f"this row has {len(row)} cells, the first one {len(columns)}",
        fix="put a text with a comma into quotation marks",
    )


def _unit(row: dict[str, str], place: Place) -> Unit:
    return Unit(
        row["context"].strip(),
        row["source"],
        row["target"],
        place,
        comments=comment_lines([row.get("translator_comments", "")]),
        needs_check=bool(row["target"]) and row.get("fuzzy", "").strip().lower() in _TRUE,
    )
