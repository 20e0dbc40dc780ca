"""What the reader of YAML stops at, in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.tokens import (
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
)

from cxguide.core.line_slips import line_slip, quoted
from cxguide.core.places import SourceError, short
from cxguide.core.source_text import SourceText

__all__ = ["YAML_LOADER", "syntax_fault"]

YAML_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_OPEN_QUOTE = re.compile(r'(?:^|[-:,]\s+|[\[{]\s*)"(?P<text>[^"]*)$')
_TAB = re.compile(r" *(?P<tab>\t)")
_KEY = re.compile(r" *(- +)*[\w-]+:\s+")
_STARTS = {FlowMappingStartToken: "}", FlowSequenceStartToken: "]"}
_ENDS = {FlowMappingEndToken: "}", FlowSequenceEndToken: "]"}


@dataclass(frozen=True)
class _Stop:
    """Where the reader stopped, in lines and columns from 0, and what it said."""

    source: SourceText
    lines: list[str]
    line: int
    column: int
    problem: str
    context: str
    began: tuple[int, int]
    """Where what it was reading begins."""

    @property
    def text(self) -> str:
        """The line it stopped in."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def rest(self) -> str:
        """What stands from there on in the line."""
        return self.text[self.column :].strip()

    @property
    def indentation(self) -> int:
        return _indent(self.text)

    def fault(
        self, problem: str, found: str, *, fix: str, line: int | None = None, column: int = 0
    ) -> SourceError:
        at = self.source.place(self.line if line is None else line, column)
        return SourceError(at, f"{problem}: found {short(repr(found.strip()))}", fix=fix)


def syntax_fault(source: SourceText, error: yaml.MarkedYAMLError) -> SourceError:
    """The fault for which a text is no YAML, at the place where it was made, as far as one sees."""
    mark = error.problem_mark or error.context_mark
    began = error.context_mark or mark
    stop = _Stop(
        source=source,
        lines=source.text.split("\n"),
        line=mark.line if mark else 0,
        column=mark.column if mark else 0,
        problem=str(error.problem or error.context),
        context=str(error.context or ""),
        began=(began.line, began.column) if began else (0, 0),
    )
    for told in _SLIPS:
        if (fault := told(stop)) is not None:
            return fault
    return stop.fault(
        f"this is not YAML ({stop.problem})",
        stop.text or stop.lines[max(0, stop.line - 1)],
        fix="check indentation, colons and quotes on this line and the one before",
        column=stop.column,
    )


def _tab(stop: _Stop) -> SourceError | None:
    if (found := _TAB.match(stop.text)) is None:
        return None
    return stop.fault(
        "this line begins with a tab",
        stop.text.replace("\t", "→"),
        fix="replace the tab with spaces, so that it begins like the lines it belongs to",
        column=found.start("tab"),
    )


def _open_quote(stop: _Stop) -> SourceError | None:
    """The nearest quote, in this line or above, that its own line does not close.

    YAML lets a quoted text go on until the next quote, and notices only there; ours never do.
    """
    for number in range(min(stop.line, len(stop.lines) - 1), -1, -1):
        if found := _OPEN_QUOTE.search(stop.lines[number]):
            return stop.fault(
                "the quote that opens here is not closed",
                stop.lines[number][found.end() - len(found["text"]) - 1 :],
                fix="close it in this line",
                line=number,
                column=found.end() - len(found["text"]) - 1,
            )
    if "quoted scalar" not in stop.context or "end of stream" not in stop.problem:
        return None
    line, column = stop.began
    return stop.fault(
        "the quote that opens here is not closed",
        stop.lines[line][column:],
        fix="close it in this line",
        line=line,
        column=column,
    )


def _open_bracket(stop: _Stop) -> SourceError | None:
    """The bracket that is not closed, also where the reader sees that only lines later."""
    if "flow" not in stop.context or (opened := _unclosed(stop.source.text)) is None:
        return None
    place, closing = opened
    return SourceError(
        stop.source.place(*place),
        "the bracket that opens here is not closed: "
        f"found {short(repr(stop.lines[place[0]][place[1] :].strip()))}",
        fix=f"close it with {closing!r}",
    )


def _unclosed(text: str) -> tuple[tuple[int, int], str] | None:
    """Line and column of the innermost bracket that stays open, and what would close it."""
    opened: list[tuple[tuple[int, int], str]] = []
    try:
        for token in _tokens(text):
            mark = token.start_mark
            if (closing := _STARTS.get(type(token))) is not None:
                opened.append(((mark.line, mark.column), closing))
            elif (closing := _ENDS.get(type(token))) is not None and opened:
                if opened[-1][1] != closing:
                    return opened[-1]
                opened.pop()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        if not opened or mark is None or mark.line == opened[-1][0][0]:
            return None  # it may be closed further on in the line
    return opened[-1] if opened else None


def _tokens(text: str) -> Iterator[Any]:
    tokens: Iterator[Any] = yaml.scan(text, Loader=YAML_LOADER)
    return tokens


def _stray_bracket(stop: _Stop) -> SourceError | None:
    if (sign := stop.rest[:1]) not in {"}", "]"} or "expected key" not in stop.problem:
        return None
    return stop.fault(
        "there is a closing bracket too many", stop.text, fix=f"remove {sign!r}", column=stop.column
    )


def _colon_in_braces(stop: _Stop) -> SourceError | None:
    """A second colon between commas in braces: of a text, or of a key after a lost comma."""
    if "flow" not in stop.context or not stop.rest.startswith(":"):
        return None
    start = max(stop.text.rfind(sign, 0, stop.column) for sign in "{[,:") + 1
    before = stop.text[start : stop.column].strip()
    text = re.split(r"[,}\]]", stop.text[start:], maxsplit=1)[0].strip()
    value, blank, key = before.rpartition(" ")
    comma = f"write a comma before {key!r}, or " if blank and value else ""
    return stop.fault(
        "a comma is missing here, or quotes" if comma else "a text with a colon needs quotes",
        text,
        fix=f"{comma}put quotes around the text: {quoted(text)}",
        column=start + len(stop.text[start:]) - len(stop.text[start:].lstrip()),
    )


def _missing_space(stop: _Stop) -> SourceError | None:
    if stop.problem != "found unexpected ':'":
        return None
    start = stop.began[1] if stop.began[0] == stop.line else stop.column
    return stop.fault(
        "a space is missing after this colon",
        stop.text[start : stop.column + 1],
        fix="write a space after it, and then a value",
        column=stop.column,
    )


def _missing_comma(stop: _Stop) -> SourceError | None:
    if "flow" not in stop.context or "expected ','" not in stop.problem or not stop.rest:
        return None
    return stop.fault(
        "a comma is missing before this", stop.rest, fix="write it", column=stop.column
    )


def _second_colon(stop: _Stop) -> SourceError | None:
    if not stop.problem.startswith("mapping values"):
        return None
    key = _KEY.match(stop.text)
    if key is None or stop.column < key.end():
        return _lost_colon_above(stop) or _indentation(stop)
    text = stop.text[key.end() :].partition(" #")[0].strip()
    return stop.fault(
        "a text with a colon needs quotes",
        text,
        fix=f"put quotes around the text: {quoted(text)}",
        column=key.end(),
    )


def _lost_colon_above(stop: _Stop) -> SourceError | None:
    """The line above that is no key with a value, where it begins as this one does."""
    number = stop.line - 1
    if number < 0 or _indent(stop.lines[number]) != stop.indentation:
        return None
    return line_slip(
        stop.source.place(number, stop.indentation), stop.lines[number].strip(), in_list=False
    )


def _lost_sign(stop: _Stop) -> SourceError | None:
    """A line that YAML took for the beginning of a key, up to the next line."""
    if stop.context != "while scanning a simple key" or "expected ':'" not in stop.problem:
        return None
    number, column = stop.began
    text = stop.lines[number]
    if text[:column].strip():
        return None
    above = [one for one in stop.lines[:number] if one.strip() and _indent(one) <= column]
    in_list = bool(above) and above[-1][column:].startswith("- ")
    return line_slip(stop.source.place(number, column), text.strip(), in_list=in_list)


def _lost_space_after_hyphen(stop: _Stop) -> SourceError | None:
    """`-id: x` for `- id: x`, here or in the line above."""
    for number in (stop.line, stop.line - 1):
        text = stop.lines[number].strip() if 0 <= number < len(stop.lines) else ""
        if re.match(r"-[A-Za-z_]", text):
            at = stop.source.place(number, _indent(stop.lines[number]))
            return line_slip(at, text, in_list=True)
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _indentation(stop: _Stop) -> SourceError | None:
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
    if above and _KEY.match(above[0]):
        column, is_item = _item_column(above[0]), above[0].lstrip().startswith("- ")
        if column < stop.indentation or (is_item and _indent(above[0]) == stop.indentation):
            columns = [column + 1]
    beginning = " or ".join(map(str, columns))
    return stop.fault(
        f"this line begins in column {stop.indentation + 1}, where none that it belongs to does",
        stop.text,
        fix=f"begin it in column {beginning}, like the lines it belongs to",
        column=stop.indentation,
    )


def _dedented_above(stop: _Stop) -> SourceError | None:
    """The line above, where it alone begins further left than the lines around it."""
    above = _lines_above(stop.lines[: stop.line])
    if not above or stop.text.lstrip().startswith("- "):
        return None
    moved, *others = above
    around = next((one for one in others if _indent(one) <= stop.indentation), "")
    is_moved = _KEY.match(moved) is not None and _item_column(moved) < stop.indentation
    if not is_moved or "- " in moved[: _item_column(moved)]:
        return None
    if not _KEY.match(around) or _item_column(around) != stop.indentation:
        return None
    number = max(n for n in range(stop.line) if stop.lines[n] == moved)
    return stop.fault(
        f"this line begins in column {_indent(moved) + 1}, "
        f"those around it in column {stop.indentation + 1}",
        moved,
        fix=f"begin it in column {stop.indentation + 1}",
        line=number,
        column=_indent(moved),
    )


def _lines_above(lines: list[str]) -> list[str]:
    """Lines with something in them, the nearest first."""
    return [one for one in reversed(lines) if one.strip() and not one.lstrip().startswith("#")]


def _item_column(line: str) -> int:
    """Where the text of a line begins, behind the hyphens of lists."""
    return len(line) - len(line.lstrip(" -"))


def _columns_above(stop: _Stop) -> Iterator[int]:
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


def _words_after_quotes(stop: _Stop) -> SourceError | None:
    before = stop.text[: stop.column].rstrip()
    if "block mapping" not in stop.context or not before.endswith(('"', "'")):
        return None
    return stop.fault(
        "there are words after the quote that ends the text",
        stop.rest,
        fix="put the whole text into the quotes, and write quotes inside it twice",
        column=stop.column,
    )


def _first_sign(stop: _Stop) -> SourceError | None:
    if "cannot start any token" not in stop.problem and "alphabetic" not in stop.problem:
        return None
    column = stop.column - (stop.text[stop.column - 1 : stop.column] in {"*", "&"})
    found = stop.text[column:].strip()
    return stop.fault(
        f"a text that begins with {found[:1]!r} needs quotes",
        found,
        fix="put quotes around it",
        column=column,
    )


_SLIPS: tuple[Callable[[_Stop], SourceError | None], ...] = (
    _tab,
    _open_quote,
    _open_bracket,
    _stray_bracket,
    _colon_in_braces,
    _missing_space,
    _missing_comma,
    _lost_sign,
    _lost_space_after_hyphen,
    _second_colon,
    _words_after_quotes,
    _indentation,
    _first_sign,
)
"""From the surest to the least sure."""
