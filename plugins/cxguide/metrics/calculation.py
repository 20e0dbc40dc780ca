"""One calculation: from what was entered to a result, or to the one error that is told.

`calculators/element/calculation.js` is the twin. The order of errors is a contract: fields
one by one in the order of the file (each: missing, not_a_number, not_integer, out_of_range),
then the checks of the file in their order.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxguide.metrics.evaluation import Answers, Value, evaluate
from cxguide.metrics.model import LONGEST_LIST, Input, Kind, Metric

__all__ = ["Entered", "Failure", "Outcome", "calculate", "parse_canonical"]

Entered = str | float | int | bool | None | Sequence["str | float | int | bool | None"]
"""What came in: a number, a canonical text, a list of them, or nothing."""

_CANONICAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Failure:
    """The one error that is told."""

    code: str
    field: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result.

    Attributes:
        status: `ok`, or `infinite` (then every output is null).
        values: every input and step by name.
        outputs: the outputs by id, unrounded; null where a value is not shown.
        notes: ids of the notes whose condition holds.
        band: id of the band that the main output is in.
    """

    status: str
    values: Mapping[str, Value]
    outputs: Mapping[str, Value]
    notes: tuple[str, ...] = ()
    band: str | None = None

    def value(self, name: str) -> Value:
        """An output by its id, or else an input or a step."""
        return self.outputs[name] if name in self.outputs else self.values[name]


class _Refused(Exception):
    def __init__(self, code: str, field: str) -> None:
        self.failure = Failure(code, field)


def calculate(metric: Metric, entered: Mapping[str, Entered]) -> Outcome | Failure:
    """The result for what was entered; unknown names are ignored.

    Texts are canonical: numbers as JSON writes them, items of lists separated by commas,
    semicolons or spaces.
    """
    values: dict[str, Value] = {}
    try:
        for field in metric.inputs:
            values[field.id] = _field_value(field, entered.get(field.id), entered, values)
    except _Refused as refused:
        return refused.failure
    for name, formula in metric.steps.items():
        values[name] = _finite(evaluate(formula, values))
    # An empty list is a lack of data, which is told last.
    empty = next((field.id for field in metric.inputs if _is_empty_list(values[field.id])), None)
    for check in metric.checks:
        if empty is not None and check.code == "no_data":
            break
        if evaluate(check.when, values):
            return Failure(check.code, check.field)
    return Failure("no_data", empty) if empty is not None else _outcome(metric, values)


_BLANKS = "\t\n\v\f\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What browsers trim; Python's own list differs."""


def parse_canonical(text: str) -> float | None:
    """The number that a canonical text writes (JSON's grammar), `None` if it writes none.

    >>> parse_canonical("1e3"), parse_canonical("-0"), parse_canonical("1,5")
    (1000.0, 0.0, None)
    """
    trimmed = text.strip(_BLANKS)
    if not _CANONICAL.fullmatch(trimmed):
        return None
    number = float(trimmed)
    return number + 0.0 if math.isfinite(number) else None


def _outcome(metric: Metric, values: Mapping[str, Value]) -> Outcome:
    if metric.infinite is not None and evaluate(metric.infinite, values):
        return Outcome("infinite", values, dict.fromkeys(metric.shown))
    main = values[metric.main.step]
    band = None
    for candidate in metric.bands:
        if isinstance(main, float) and (
            (candidate.above is not None and main > candidate.above)
            or (candidate.lower is not None and main >= candidate.lower)
        ):
            band = candidate.id
    if metric.shape.bands and metric.shape.bands.by:
        named = values[metric.shape.bands.by]
        band = named if isinstance(named, str) else None
    notes = tuple(
        note.id for note in metric.notes if note.when is None or evaluate(note.when, values)
    )
    outputs = {name: values[output.step] for name, output in metric.shown.items()}
    return Outcome("ok", values, outputs, notes, band)


def _finite(value: Value) -> Value:
    """Infinity and NaN are not shown; minus zero is zero."""
    if isinstance(value, float) and not isinstance(value, bool):
        return value + 0.0 if math.isfinite(value) else None
    return value


def _field_value(
    field: Input, raw: Entered, entered: Mapping[str, Entered], values: Mapping[str, Value]
) -> Value:
    if field.unless and _is_given(entered.get(field.unless)):
        return None
    if _is_missing(field, raw):
        if field.default is not None:
            return field.default
        if field.together_with and _is_given(entered.get(field.together_with)):
            raise _Refused("missing", field.id)
        if field.optional:
            return None
        raise _Refused("missing", field.id)
    if field.kind is Kind.OPTION:
        if raw not in field.options:
            raise _Refused("out_of_range", field.id)
        return str(raw)
    if field.is_list:
        return _list_value(field, raw, values)
    number = _number(field, raw)
    if field.kind is Kind.CONFIDENCE and number not in field.options:
        raise _Refused("out_of_range", field.id)
    _refuse_fraction(field, number)
    _refuse_out_of_range(field, number, values)
    return number


def _list_value(field: Input, raw: Entered, values: Mapping[str, Value]) -> Value:
    if isinstance(raw, str):
        raw = _items(raw)
    items: Sequence[object] = raw if isinstance(raw, Sequence) else [raw]
    if any(_is_empty(item) for item in items):
        raise _Refused("missing", field.id)
    numbers = [_number(field, item) for item in items]
    for number in numbers:
        _refuse_fraction(field, number)
    for number in numbers:
        _refuse_out_of_range(field, number, values)
    if not numbers:
        return Answers(field.scale[0], ()) if field.scale else ()
    if len(numbers) > LONGEST_LIST:
        raise _Refused("out_of_range", field.id)
    if field.scale:
        first, length = field.scale
        if len(numbers) != length:
            raise _Refused("out_of_range", field.id)
        return Answers(first, tuple(numbers))
    return tuple(numbers)


def _items(text: str) -> list[str]:
    """The items of a list: nothing between two signs is an item too, nothing after the last not."""
    items = re.split(r"\s*[,;]\s*|\s+", text.strip())
    return items[: -1 if items[-1] == "" else None]


def _number(field: Input, raw: object) -> float:
    number = None
    if isinstance(raw, str):
        number = parse_canonical(raw)
    elif isinstance(raw, int | float) and not isinstance(raw, bool):
        # Python's own whole numbers have no largest one.
        number = float(raw) + 0.0 if abs(raw) <= sys.float_info.max else None
    if number is None:
        raise _Refused("not_a_number", field.id)
    return number


def _refuse_fraction(field: Input, number: float) -> None:
    if field.is_whole and number != math.floor(number):
        raise _Refused("not_integer", field.id)


def _refuse_out_of_range(field: Input, number: float, values: Mapping[str, Value]) -> None:
    lowest, highest, above = (
        values.get(bound) if isinstance(bound, str) else bound
        for bound in (field.lowest, field.highest, field.above)
    )
    if (
        (isinstance(lowest, float | int) and number < lowest)
        or (isinstance(highest, float | int) and number > highest)
        or (isinstance(above, float | int) and number <= above)
    ):
        raise _Refused("out_of_range", field.id)


def _is_empty_list(value: Value) -> bool:
    return value == () or (isinstance(value, Answers) and not value.counts)


def _is_missing(field: Input, raw: Entered) -> bool:
    """Whether nothing was given."""
    return not _is_given(raw) if field.is_list else _is_empty(raw)


def _is_given(raw: Entered) -> bool:
    """An empty list was given, but holds nothing."""
    return bool(raw.strip()) if isinstance(raw, str) else raw is not None


def _is_empty(raw: object) -> bool:
    if isinstance(raw, str):
        return not raw.strip()
    return raw is None or (isinstance(raw, Sequence) and not raw)
