"""What the reader of YAML stops at, in an editor's words: quotes, brackets, colons and commas.

Lines that begin wrongly are in `yaml_lines`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml.tokens import (
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
)

from cxguide.core.line_slips import quoted, sign_slip
from cxguide.core.places import SourceError, short
from cxguide.core.source_text import SourceText
from cxguide.core.yaml_lines import (
    leading_tab,
    lost_colon_above,
    lost_sign,
    lost_space_after_hyphen,
    wrong_indentation,
)
from cxguide.core.yaml_stops import KEY, Stop

__all__ = ["YAML_LOADER", "syntax_fault"]

YAML_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_OPEN_QUOTE = re.compile(r'(?:^|[-:,]\s+|[\[{]\s*)"(?P<text>[^"]*)$')
_STARTS = {FlowMappingStartToken: "}", FlowSequenceStartToken: "]"}
_ENDS = {FlowMappingEndToken: "}", FlowSequenceEndToken: "]"}


def syntax_fault(source: SourceText, error: yaml.MarkedYAMLError) -> SourceError:
    """The fault for which a text is no YAML, at the place where it was made, as far as one sees."""
    mark = error.problem_mark or error.context_mark
    began = error.context_mark or mark
    stop = Stop(
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


def _open_quote(stop: Stop) -> SourceError | None:
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


def _open_bracket(stop: Stop) -> SourceError | None:
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


def _stray_bracket(stop: Stop) -> SourceError | None:
    if (sign := stop.rest[:1]) not in {"}", "]"} or "expected key" not in stop.problem:
        return None
    return stop.fault(
        "there is a closing bracket too many", stop.text, fix=f"remove {sign!r}", column=stop.column
    )


def _colon_in_braces(stop: Stop) -> SourceError | None:
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


def _missing_space(stop: Stop) -> SourceError | None:
    if stop.problem != "found unexpected ':'":
        return None
    start = stop.began[1] if stop.began[0] == stop.line else stop.column
    return stop.fault(
        "a space is missing after this colon",
        stop.text[start : stop.column + 1],
        fix="write a space after it, and then a value",
        column=stop.column,
    )


def _missing_comma(stop: Stop) -> SourceError | None:
    if "flow" not in stop.context or "expected ','" not in stop.problem or not stop.rest:
        return None
    return stop.fault(
        "a comma is missing before this", stop.rest, fix="write it", column=stop.column
    )


def _second_colon(stop: Stop) -> SourceError | None:
    if not stop.problem.startswith("mapping values"):
        return None
    key = KEY.match(stop.text)
    if key is None or stop.column < key.end():
        return lost_colon_above(stop) or wrong_indentation(stop)
    text = stop.text[key.end() :].partition(" #")[0].strip()
    return stop.fault(
        "a text with a colon needs quotes",
        text,
        fix=f"put quotes around the text: {quoted(text)}",
        column=key.end(),
    )


def _words_after_quotes(stop: Stop) -> SourceError | None:
    before = stop.text[: stop.column].rstrip()
    if "block mapping" not in stop.context or not before.endswith(('"', "'")):
        return None
    return stop.fault(
        "there are words after the quote that ends the text",
        stop.rest,
        fix="put the whole text into the quotes, and write quotes inside it twice",
        column=stop.column,
    )


def _first_sign(stop: Stop) -> SourceError | None:
    if "cannot start any token" not in stop.problem and "alphabetic" not in stop.problem:
        return None
    column = stop.column - (stop.text[stop.column - 1 : stop.column] in {"*", "&"})
    found = stop.text[column:].strip()
    if not stop.text[:column].strip() and found[1:2].isspace():  # '*' can be a bullet as well
        bullet = sign_slip(stop.source.place(stop.line, column), found)
        if bullet is not None:
            return bullet
    return stop.fault(
        f"a text that begins with {found[:1]!r} needs quotes",
        found,
        fix="put quotes around it",
        column=column,
    )


_SLIPS: tuple[Callable[[Stop], SourceError | None], ...] = (
    leading_tab,
    _open_quote,
    _open_bracket,
    _stray_bracket,
    _colon_in_braces,
    _missing_space,
    _missing_comma,
    lost_sign,
    lost_space_after_hyphen,
    _second_colon,
    _words_after_quotes,
    wrong_indentation,
    _first_sign,
)
"""From the surest to the least sure."""
