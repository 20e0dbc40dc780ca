"""Reading a formula: Python's own parser, then a whitelist. Nothing is ever executed."""

from __future__ import annotations

import ast
import keyword
import math
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cxguide.core.mistyped import UnknownName
from cxguide.core.places import Place, SourceError, nearest
from cxguide.core.sources import Keys, Places
from cxguide.metrics.formula import FUNCTIONS, Formula, Name, Null, Number, Operation, Type, Word
from cxguide.metrics.formula_slips import meant_digit, refuse_foreign_signs, slip

__all__ = ["max_depth", "parse_formula"]

LONGEST_FORMULA = 300
DEEPEST_FORMULA = 24

_N, _T, _W = Type.NUMBER, Type.TRUTH, Type.WORD

_ARITHMETIC: Mapping[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}
_ZEROS: tuple[Formula, ...] = (Number(0.0), Operation("negative", (Number(0.0),)))
_COMPARISONS: Mapping[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}


def parse_formula(
    text: str,
    known: Mapping[str, Type],
    places: Places,
    at: Keys,
    *,
    scales: Mapping[str, tuple[int, int]] = MappingProxyType({}),
) -> tuple[Formula, Type]:
    """The tree of a formula and the type of its value.

    Args:
        text: the formula as written.
        known: names that may be used, with their types.
        places: the places of the file, for errors.
        at: where the formula stands in the file.
        scales: the lowest and the highest answer of names that are answers.

    Raises:
        SourceError: with the column inside the formula.
    """
    if len(text) > LONGEST_FORMULA:
        raise SourceError(
            places.of(*at),
            f"the formula has {len(text)} characters, more than {LONGEST_FORMULA}",
            fix="name a part of it as a step of its own",
        )
    try:
        # Without this check the parser itself could run out of stack on hostile text.
        if max_depth(text) > DEEPEST_FORMULA:
            raise SourceError(
                places.of(*at), "the formula is nested too deeply", fix="split it into steps"
            )
        refuse_foreign_signs(text)
        with warnings.catch_warnings(action="error"):  # of what Python only frowns at, as in '\d'
            tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError) as error:
        column, fix = slip(text, error, known)
        reserved = [name for name in known if keyword.iskeyword(name) and name in text]
        raise SourceError(
            places.inside(column, *at),
            f"this formula cannot be read: {text!r}",
            fix=f"give {reserved[0]!r} another name" if reserved else fix,
        ) from None
    return _Reader(text, known, places, at, scales).read(tree, 0)


def max_depth(text: str) -> int:
    """How deep brackets and signs are nested in a text."""
    depth = deepest = signs = 0
    for character in text:
        depth += character in "([{"
        depth -= character in ")]}"
        signs = signs + 1 if character in "+-~ " else 0
        deepest = max(deepest, depth, signs)
    return deepest


@dataclass(frozen=True)
class _Reader:
    text: str
    known: Mapping[str, Type]
    places: Places
    at: Keys
    scales: Mapping[str, tuple[int, int]]

    def place(self, node: ast.AST) -> Place:
        """Where a part of the formula begins."""
        bytes_before = getattr(node, "col_offset", 0)
        characters_before = len(self.text.encode()[:bytes_before].decode(errors="ignore"))
        return self.places.inside(characters_before, *self.at)

    def fault(self, node: ast.AST, problem: str, *, known: str = "", fix: str) -> SourceError:
        return SourceError(self.place(node), problem, known=known, fix=fix)

    def lost_sign(self, before: ast.expr) -> SourceError:
        """The fault of a bracket right behind a value, which is a call in Python."""
        return self.fault(
            before,
            f"there is no sign between {ast.unparse(before)[:40]!r} and the bracket after it",
            fix="write * between them",
        )

    def read(self, node: ast.expr, depth: int) -> tuple[Formula, Type]:
        if depth > DEEPEST_FORMULA:
            raise self.fault(node, "the formula is nested too deeply", fix="split it into steps")
        match node:
            case ast.Constant(value=value):
                return self._constant(node, value)
            case ast.Name(id=name):
                return self._name(node, name)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return Operation("negative", (self.number(operand, depth),)), _N
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Operation("not", (self.truth(operand, depth),)), _T
            case ast.BinOp(left=left, op=operator, right=right):
                return self._arithmetic(node, left, operator, right, depth)
            case ast.Compare(left=left, ops=[operator], comparators=[right]):
                return self._comparison(node, left, operator, right, depth)
            case ast.BoolOp(op=operator, values=values):
                name = "and" if isinstance(operator, ast.And) else "or"
                return Operation(name, tuple(self.truth(part, depth) for part in values)), _T
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return self._choice(node, test, body, orelse, depth)
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
                return self._call(node, name, arguments, depth)
            case ast.Call(func=ast.Constant(value=int() | float()) | ast.BinOp() | ast.Call()):
                raise self.lost_sign(node.func)
            case ast.Tuple():
                raise self.fault(
                    node,
                    f"there is a comma between parts of {self.text[:40]!r}",
                    fix="write decimals with a point, as in 0.75",
                )
            case _:
                raise self.fault(
                    node,
                    f"{ast.unparse(node)[:40]!r} is not allowed in a formula",
                    known="allowed: + - * / comparisons, and or not, if else, "
                    f"null, and {', '.join(FUNCTIONS)}",
                    fix="write it with these; a power is power(base, exponent)",
                )

    def number(self, node: ast.expr, depth: int) -> Formula:
        return self._of_type(node, depth, _N)

    def truth(self, node: ast.expr, depth: int) -> Formula:
        return self._of_type(node, depth, _T)

    def _of_type(self, node: ast.expr, depth: int, wanted: Type) -> Formula:
        formula, found = self.read(node, depth + 1)
        if found is not wanted and not isinstance(formula, Null):
            raise self.fault(
                node,
                f"{ast.unparse(node)[:40]!r} is a {found}, where a {wanted} is needed",
                fix=f"write a {wanted} here",
            )
        return formula

    def _constant(self, node: ast.expr, value: object) -> tuple[Formula, Type]:
        if isinstance(value, str):
            return Word(value), _W
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fault(node, f"{value!r} is not allowed in a formula", fix="write a number")
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise self.fault(node, "this number is too large", fix="write a smaller one")
        return Number(number), _N

    def _name(self, node: ast.expr, name: str) -> tuple[Formula, Type]:
        if name == "null":
            if name in self.known:
                raise self.fault(
                    node, "'null' is no value, and also an input or a step", fix="rename that one"
                )
            return Null(), _N
        if name in self.known:
            return Name(name), self.known[name]
        close = meant_digit(name) or nearest(name, self.known)
        is_digit = close is not None and close.isdecimal()
        raise UnknownName(
            name,
            self.place(node),
            f"the formula uses {name!r}, which is neither an input nor an earlier step",
            known=f"known here: {', '.join(self.known)}",
            fix=f"write the digit {close}"
            if is_digit
            else (f"write {close!r}, or add" if close else "add")
            + f" {name!r} under inputs or steps",
        )

    def _arithmetic(
        self, node: ast.expr, left: ast.expr, operator: ast.operator, right: ast.expr, depth: int
    ) -> tuple[Formula, Type]:
        if type(operator) not in _ARITHMETIC:
            raise self.fault(
                node,
                "this operator is not allowed in a formula",
                known="allowed: + - * /",
                fix="write / to divide; a share in per cent is 100 * a / b"
                if isinstance(operator, ast.Mod)
                else "a power is power(base, exponent), a root is sqrt(x)",
            )
        operands = self.number(left, depth), self.number(right, depth)
        if isinstance(operator, ast.Div) and operands[1] in _ZEROS:
            raise self.fault(
                right,
                f"{ast.unparse(node)[:40]!r} divides by zero",
                fix="divide by an input or a step, or by a number that is not zero",
            )
        return Operation(_ARITHMETIC[type(operator)], operands), _N

    def _comparison(
        self, node: ast.expr, left: ast.expr, operator: ast.cmpop, right: ast.expr, depth: int
    ) -> tuple[Formula, Type]:
        if type(operator) not in _COMPARISONS:
            raise self.fault(
                node,
                "this comparison is not allowed in a formula",
                known=f"allowed: {' '.join(_COMPARISONS.values())}",
                fix="use one of them",
            )
        first, kind = self.read(left, depth + 1)
        if kind not in {_N, _W}:
            raise self.fault(left, f"a {kind} cannot be compared", fix="compare numbers or texts")
        second = self._of_type(right, depth, kind)
        return Operation(_COMPARISONS[type(operator)], (first, second)), _T

    def _choice(
        self, node: ast.expr, test: ast.expr, body: ast.expr, orelse: ast.expr, depth: int
    ) -> tuple[Formula, Type]:
        condition = self.truth(test, depth)
        first, kind = self.read(body, depth + 1)
        second, other = self.read(orelse, depth + 1)
        if isinstance(first, Null):
            kind = other
        elif not isinstance(second, Null) and other is not kind:
            raise self.fault(
                orelse,
                f"this is a {other}, but before 'if' stands a {kind}",
                fix="both must be of one kind, or null",
            )
        return Operation("if", (condition, first, second)), kind

    def _call(
        self, node: ast.Call, name: str, arguments: list[ast.expr], depth: int
    ) -> tuple[Formula, Type]:
        if name not in FUNCTIONS and name in self.known:
            raise self.lost_sign(node.func)
        if name not in FUNCTIONS:
            close = nearest(name, FUNCTIONS)
            raise self.fault(
                node,
                f"there is no function {name!r}",
                known=f"functions are: {', '.join(FUNCTIONS)}",
                fix=f"write {close!r}" if close else "use one of them",
            )
        read = [self.read(argument, depth + 1) for argument in arguments]
        for operands, result in FUNCTIONS[name]:
            if len(operands) == len(read) and all(
                kind is wanted or isinstance(formula, Null)
                for (formula, kind), wanted in zip(read, operands, strict=True)
            ):
                parts = tuple(formula for formula, _ in read)
                if name == "answers":
                    self._check_answers(arguments, parts)
                return Operation(name, parts), result
        forms = " or ".join(f"{name}({', '.join(operands)})" for operands, _ in FUNCTIONS[name])
        raise self.fault(node, f"{name} is used wrongly", known=f"it is {forms}", fix="write it so")

    def _check_answers(self, arguments: list[ast.expr], parts: tuple[Formula, ...]) -> None:
        """Refuse a number that is no answer of the scale it counts on."""
        answers = parts[0]
        if not isinstance(answers, Name) or answers.name not in self.scales:
            return
        lowest, highest = self.scales[answers.name]
        for node, part in zip(arguments[1:], parts[1:], strict=True):
            value = _written_number(part)
            if value is not None and not lowest <= value <= highest:
                raise self.fault(
                    node,
                    f"{value:g} is outside the scale of {answers.name!r}, "
                    f"which runs from {lowest} to {highest}",
                    fix=f"write a number from {lowest} to {highest}",
                )


def _written_number(formula: Formula) -> float | None:
    match formula:
        case Number(value):
            return value
        case Operation("negative", (Number(value),)):
            return -value
        case _:
            return None
