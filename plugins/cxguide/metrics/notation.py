"""A formula as mathematics to look at and as words to listen to."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from cxguide.core.languages import Language
from cxguide.core.numbers import canonical, format_number
from cxguide.metrics.formula import Formula, Name, Null, Number, Operation, Word
from cxguide.metrics.model import Metric

__all__ = ["expanded", "mathml", "spoken"]

_SYMBOLS = {
    "+": "+", "-": "−", "*": "×", "<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠",
}  # fmt: skip
_STRENGTH = {"if": 0, "<": 1, "<=": 1, ">": 1, ">=": 1, "==": 1, "!=": 1, "+": 2, "-": 2, "*": 3}
_ATOM = 9


def expanded(formula: Formula, metric: Metric, named: Mapping[str, str]) -> Formula:
    """The formula in which every step without a name for readers stands as its own formula.

    Args:
        formula: what is to be shown.
        metric: where the steps are.
        named: the names that readers know.
    """
    match formula:
        case Name(name) if name in metric.steps and name not in named:
            return expanded(metric.steps[name], metric, named)
        case Operation(operator, operands):
            return Operation(operator, tuple(expanded(part, metric, named) for part in operands))
        case _:
            return formula


def mathml(formula: Formula, names: Mapping[str, str], language: Language) -> Markup:
    """Presentation MathML of a formula, without the `math` element around it.

    Args:
        formula: the tree; every name in it is in `names`.
        names: what readers call inputs and steps.
        language: for the numbers.
    """
    match formula:
        case Number(value):
            return Markup("<mn>{}</mn>").format(_number(value, language))
        case Word(text):
            return Markup("<mtext>{}</mtext>").format(text)
        case Name(name):
            return Markup("<mtext>{}</mtext>").format(names[name])
        case Null():
            return Markup("<mo>–</mo>")
        case Operation("/", (above, below)):
            return Markup("<mfrac>{}{}</mfrac>").format(
                _row(mathml(above, names, language)), _row(mathml(below, names, language))
            )
        case Operation("negative", (part,)):
            return Markup("<mo>−</mo>") + _bracketed(part, 3, names, language)
        case Operation("sqrt", (part,)):
            return Markup("<msqrt>{}</msqrt>").format(mathml(part, names, language))
        case Operation("power", (base, exponent)):
            return Markup("<msup>{}{}</msup>").format(
                _row(_bracketed(base, _ATOM, names, language)),
                _row(mathml(exponent, names, language)),
            )
        case Operation(operator, (left, right)) if operator in _SYMBOLS:
            strength = _STRENGTH[operator]
            return (
                _bracketed(left, strength, names, language)
                + Markup("<mo>{}</mo>").format(_SYMBOLS[operator])
                + _bracketed(right, strength + (operator == "-"), names, language)
            )
        case Operation(operator, operands):
            separated = Markup("<mo>;</mo>").join(
                mathml(part, names, language) for part in operands
            )
            return Markup("<mi>{}</mi><mo>(</mo>{}<mo>)</mo>").format(operator, separated)


def spoken(
    formula: Formula, names: Mapping[str, str], patterns: Mapping[str, str], language: Language
) -> str:
    """The formula as a phrase that is unambiguous to the ear.

    Args:
        formula: the tree.
        names: what readers call inputs and steps.
        patterns: by operator, a phrase with `{a}` and `{b}`; `call` has `{name}` and `{a}`.
        language: for the numbers.
    """

    def speak(part: Formula) -> str:
        return spoken(part, names, patterns, language)

    match formula:
        case Number(value):
            return _number(value, language)
        case Word(text):
            return text
        case Name(name):
            return names[name]
        case Null():
            return "–"
        case Operation("if", (condition, then, otherwise)):
            return patterns["if"].format(a=speak(then), b=speak(condition), c=speak(otherwise))
        case Operation(operator, operands) if operator in patterns and len(operands) <= 2:
            return patterns[operator].format(**dict(zip("ab", map(speak, operands), strict=False)))
        case Operation(operator, operands):
            return patterns["call"].format(name=operator, a="; ".join(map(speak, operands)))


def _number(value: float, language: Language) -> str:
    _, _, decimals = canonical(value).partition(".")
    return format_number(value, len(decimals), language)


def _row(content: Markup) -> Markup:
    return content if content.count("<") == 2 else Markup("<mrow>{}</mrow>").format(content)


def _bracketed(
    part: Formula, strength: int, names: Mapping[str, str], language: Language
) -> Markup:
    inner = mathml(part, names, language)
    if isinstance(part, Operation) and _STRENGTH.get(part.operator, _ATOM) < strength:
        return Markup("<mo>(</mo>{}<mo>)</mo>").format(inner)
    return inner
