"""A formula as one tree, from which everything else is made.

Formulas are written like Python expressions and read by `parsing.py`. The tree is evaluated
(`evaluation.py`), sent to the browser as plain data (`compact`), and written as mathematics and
as words (`notation.py`).

What may stand in a formula: numbers, names of inputs and earlier steps, `null`, texts in
quotes (names of options and bands), `+ - * /`, comparisons, `and or not`,
`a if condition else b`, and the functions in `FUNCTIONS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

__all__ = [
    "FUNCTIONS",
    "Formula",
    "Name",
    "Null",
    "Number",
    "Operation",
    "Type",
    "Word",
    "compact",
    "names_in",
    "words_in",
]


class Type(StrEnum):
    """What a value is. Any value may also be `null`: not given, or not shown."""

    NUMBER = "number"
    TRUTH = "true or false"
    WORD = "text"
    LIST = "list of numbers"
    ANSWERS = "answers per value of a scale"


@dataclass(frozen=True, slots=True)
class Number:
    """A finite number."""

    value: float


@dataclass(frozen=True, slots=True)
class Word:
    """A text: the name of an option or a band."""

    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """An input or an earlier step."""

    name: str


@dataclass(frozen=True, slots=True)
class Null:
    """No value."""


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator or a function with its operands, in reading order.

    `if` has the operands condition, then, else.
    """

    operator: str
    operands: tuple[Formula, ...]


Formula = Number | Word | Name | Null | Operation

_N, _T, _W, _L, _A = Type.NUMBER, Type.TRUTH, Type.WORD, Type.LIST, Type.ANSWERS

FUNCTIONS: Mapping[str, tuple[tuple[tuple[Type, ...], Type], ...]] = {
    # name: its signatures, each (operands, result)
    "abs": (((_N,), _N),),
    "sqrt": (((_N,), _N),),
    "exp": (((_N,), _N),),
    "ln": (((_N,), _N), ((_L,), _L)),
    "power": (((_N, _N), _N),),  # base >= 0; whole exponents up to 100 by multiplication
    "min": (((_N, _N), _N), ((_L,), _N)),
    "max": (((_N, _N), _N), ((_L,), _N)),
    "round_up": (((_N,), _N),),  # a value within 1e-9 above a whole number is that number
    "given": (((_N,), _T), ((_W,), _T), ((_L,), _T), ((_A,), _T)),
    "count": (((_L,), _N),),
    "sum": (((_L,), _N),),
    "mean": (((_L,), _N), ((_A,), _N)),
    "median": (((_L,), _N),),
    "sd": (((_L,), _N), ((_A,), _N)),  # sample standard deviation, null below two values
    "total": (((_A,), _N),),  # number of answers
    "answers": (((_A, _N, _N), _N),),  # answers from one value of the scale to another
    "geometric_sum": (((_N, _N), _N),),  # 1 + q + ... + q^(n-1)
    "z": (((_N,), _N),),  # two-sided normal quantile of a confidence level
    "t": (((_N, _N), _N),),  # the same of Student's distribution: level, degrees of freedom
    "wilson_low": (((_N, _N, _N), _N),),  # successes, trials, confidence -> share from 0 to 1
    "wilson_high": (((_N, _N, _N), _N),),
    "poisson_low": (((_N, _N), _N),),  # events, confidence -> expected events
    "poisson_high": (((_N, _N), _N),),
}


def compact(formula: Formula) -> object:
    """The tree as JSON for the browser.

    Numbers are numbers, names are strings, `null` is null, a text is `["'", text]`, and an
    operation is a list that begins with its operator.
    """
    match formula:
        case Number(value):
            return int(value) if value.is_integer() and abs(value) < 2**53 else value
        case Word(text):
            return ["'", text]
        case Name(name):
            return name
        case Null():
            return None
        case Operation(operator, operands):
            return [operator, *map(compact, operands)]


def names_in(formula: Formula) -> tuple[str, ...]:
    """The names that a formula uses, each once, in reading order."""
    match formula:
        case Name(name):
            return (name,)
        case Operation(_, operands):
            return tuple(dict.fromkeys(name for part in operands for name in names_in(part)))
        case _:
            return ()


def words_in(formula: Formula) -> set[str]:
    """The texts that stand in a formula."""
    match formula:
        case Word(text):
            return {text}
        case Operation(_, operands):
            return {text for part in operands for text in words_in(part)}
        case _:
            return set()
