"""Lines that YAML stops at for how they begin: their column, or a sign that they lack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cxguide.core.line_slips import line_slip
from cxguide.core.places import SourceError
from cxguide.core.yaml_stops import KEY, Stop, indent_of

__all__ = [
    "leading_tab",
    "lost_colon_above",
    "lost_sign",
    "lost_space_after_hyphen",
    "wrong_indentation",
]

_TAB = re.compile(r" *(?P<tab>\t)")


def leading_tab(stop: Stop) -> SourceError | None:
    """A tab where a line begins; YAML knows only spaces there."""
    if (found := _TAB.match(stop.text)) is None:
        return None
    return stop.fault(
        "this line begins with a tab",
        stop.text.replace("\t", "→"),
        fix="replace the tab with spaces, so that it begins like the lines it belongs to",
        column=found.start("tab"),
    )


def lost_colon_above(stop: Stop) -> SourceError | None:
    """The line above that is no key with a value, where it begins as this one does."""
    number = stop.line - 1
    if number < 0 or indent_of(stop.lines[number]) != stop.indentation:
        return None
    return line_slip(
        stop.source.place(number, stop.indentation), stop.lines[number].strip(), in_list=False
    )


def lost_sign(stop: Stop) -> SourceError | None:
    """A line that YAML took for the beginning of a key, up to the next line."""
    if stop.context != "while scanning a simple key" or "expected ':'" not in stop.problem:
        return None
    number, column = stop.began
    text = stop.lines[number]
    if text[:column].strip():
        return None
    above = [one for one in stop.lines[:number] if one.strip() and indent_of(one) <= column]
    in_list = bool(above) and above[-1][column:].startswith("- ")
    return line_slip(stop.source.place(number, column), text.strip(), in_list=in_list)


def lost_space_after_hyphen(stop: Stop) -> SourceError | None:
    """`-id: x` for `- id: x`, here or in the line above."""
    for number in (stop.line, stop.line - 1):
        text = stop.lines[number].strip() if 0 <= number < len(stop.lines) else ""
        if re.match(r"-[A-Za-z_]", text):
            at = stop.source.place(number, indent_of(stop.lines[number]))
            return line_slip(at, text, in_list=True)
    return None


def wrong_indentation(stop: Stop) -> SourceError | None:
    """A line that begins where no line around it does."""
    expects_line = "mapping values" in stop.problem or "block" in stop.context
    begins = stop.column == stop.indentation or "mapping values" in stop.problem
    if not expects_line or not begins or not stop.text.strip():
        return None
    if (dedented := _dedented_above(stop)) is not None:
        return dedented
    columns = sorted({column + 1 for column in _columns_above(stop)} - {stop.indentation + 1})
    if not columns:
        return None
    above = _lines_above(stop.lines[: stop.line])
    if above and KEY.match(above[0]):
        column, is_item = _item_column(above[0]), above[0].lstrip().startswith("- ")
        if column < stop.indentation or (is_item and indent_of(above[0]) == stop.indentation):
            columns = [column + 1]
    beginning = " or ".join(map(str, columns))
    return stop.fault(
        f"this line begins in column {stop.indentation + 1}, where none that it belongs to does",
        stop.text,
        fix=f"begin it in column {beginning}, like the lines it belongs to",
        column=stop.indentation,
    )


def _dedented_above(stop: Stop) -> SourceError | None:
    """The line above, where it alone begins further left than the lines around it."""
    above = _lines_above(stop.lines[: stop.line])
    if not above or stop.text.lstrip().startswith("- "):
        return None
    moved, *others = above
    around = next((one for one in others if indent_of(one) <= stop.indentation), "")
    is_moved = KEY.match(moved) is not None and _item_column(moved) < stop.indentation
    if not is_moved or "- " in moved[: _item_column(moved)]:
        return None
    if not KEY.match(around) or _item_column(around) != stop.indentation:
        return None
    number = max(n for n in range(stop.line) if stop.lines[n] == moved)
    return stop.fault(
        f"this line begins in column {indent_of(moved) + 1}, "
        f"those around it in column {stop.indentation + 1}",
        moved,
        fix=f"begin it in column {stop.indentation + 1}",
        line=number,
        column=indent_of(moved),
    )


def _lines_above(lines: list[str]) -> list[str]:
    """Lines with something in them, the nearest first."""
    return [one for one in reversed(lines) if one.strip() and not one.lstrip().startswith("#")]


def _item_column(line: str) -> int:
    """Where the text of a line begins, behind the hyphens of lists."""
    return len(line) - len(line.lstrip(" -"))


def _columns_above(stop: Stop) -> Iterator[int]:
    """The indentations of the lines above that are still open at a line, from the nearest on."""
    nearest = None
    for text in reversed(stop.lines[: stop.line]):
        column = len(text) - len(text.lstrip(" "))
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        if nearest is None or column < nearest:
            nearest = column
            yield column
        if column == 0:
            return
