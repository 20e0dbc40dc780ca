"""Formulas that nobody would write: every operator and function, edges among the numbers."""

from __future__ import annotations

import random

from cxguide.metrics.evaluation import Answers, Value
from cxguide.metrics.formula import FUNCTIONS, Formula, Name, Null, Number, Operation, Type, Word

__all__ = ["VALUES", "random_formula"]

VALUES: dict[str, Value] = {
    "a": 7.0,
    "b": -2.5,
    "zero": 0.0,
    "absent": None,
    "confidence": 0.95,
    "timing": "immediate",
    "times": (38.0, -52.0, 0.0, 41.5),
    "counts": Answers(1, (0.0, 1.0, 2.0, 4.0, 9.0)),
}
"""What the names of the formulas stand for."""

_NAMES = {
    Type.NUMBER: ("a", "b", "zero", "absent", "confidence"),
    Type.WORD: ("timing",),
    Type.LIST: ("times",),
    Type.ANSWERS: ("counts",),
}
_EDGES = (0.0, 0.5, 0.95, 1.0, 2.0, 3.0, 100.0, 1e-300, 1e15, 1e300)
_NUMBERS, _WORDS, _TRUTHS = Type.NUMBER, Type.WORD, Type.TRUTH
_OPERATIONS: list[tuple[str, tuple[Type, ...], Type]] = [
    *((sign, (_NUMBERS, _NUMBERS), _NUMBERS) for sign in "+-*/"),
    *((sign, (_NUMBERS, _NUMBERS), _TRUTHS) for sign in ("<", "<=", ">", ">=", "==", "!=")),
    *((sign, (_WORDS, _WORDS), _TRUTHS) for sign in ("==", "!=")),
    ("negative", (_NUMBERS,), _NUMBERS),
    ("if", (_TRUTHS, _NUMBERS, _NUMBERS), _NUMBERS),
    ("and", (_TRUTHS, _TRUTHS), _TRUTHS),
    ("or", (_TRUTHS, _TRUTHS), _TRUTHS),
    ("not", (_TRUTHS,), _TRUTHS),
    *(
        (name, operands, result)
        for name, signatures in FUNCTIONS.items()
        for operands, result in signatures
    ),
]


def random_formula(chance: random.Random, wanted: Type = Type.NUMBER, depth: int = 5) -> Formula:
    """A formula of a type, at most that deep."""
    operations = [operation for operation in _OPERATIONS if operation[2] is wanted]
    is_leaf = wanted is not Type.TRUTH and (depth <= 0 or chance.random() < 0.2)
    if not operations or is_leaf:
        return _leaf(chance, wanted)
    name, operands, _ = chance.choice(operations)
    return Operation(name, tuple(random_formula(chance, part, depth - 1) for part in operands))


def _leaf(chance: random.Random, wanted: Type) -> Formula:
    if wanted is Type.NUMBER and chance.random() < 0.6:
        return Number(chance.choice(_EDGES))
    if wanted is Type.WORD and chance.random() < 0.5:
        return Word("immediate")
    return Null() if chance.random() < 0.05 else Name(chance.choice(_NAMES[wanted]))
