"""A formula as mathematics to look at and as words to listen to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

from markupsafe import Markup

from cxguide.core.languages import Language
from cxguide.core.numbers import canonical, format_number
from cxguide.metrics.evaluation import Value, evaluate
from cxguide.metrics.formula import Formula, Name, Null, Number, Operation, Word, words_in
from cxguide.metrics.model import Metric

__all__ = [
    "Notation",
    "expanded",
    "mathml_width",
    "plain_number",
    "settled",
    "symbols_for",
    "with_percentages",
]

_SIGNS = {
    "+": "+", "-": "−", "*": "×", "<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠",
    "and": "∧", "or": "∨",
}  # fmt: skip
_STRENGTH = {
    "or": 0, "and": 1, "<": 2, "<=": 2, ">": 2, ">=": 2, "==": 2, "!=": 2, "+": 3, "-": 3, "*": 4,
}  # fmt: skip
_ATOM = 9
_PLACEHOLDER = re.compile(r"\{([abc])\}")


def mathml_width(markup: Markup) -> int:
    """About how many letters wide a formula is: of a fraction, its wider part.

    >>> mathml_width(Markup("<mfrac><mi>answers</mi><mn>100</mn></mfrac><mo>=</mo><mn>5</mn>"))
    11
    """

    def width(node: Element) -> int:
        inside = [width(part) for part in node]
        if node.tag in {"mfrac", "mtable"}:
            return max(inside)
        # Marks above and below Thai letters take no room; there is space around signs.
        letters = sum(unicodedata.category(letter) != "Mn" for letter in node.text or "")
        return letters + sum(inside) + (2 if node.tag in {"mo", "msqrt"} else 0)

    return width(fromstring(f"<math>{markup}</math>"))


def expanded(formula: Formula, metric: Metric, named: Mapping[str, object]) -> Formula:
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


def settled(formula: Formula, values: Mapping[str, Value], *, keep_options: bool = True) -> Formula:
    """The formula with only those choices that the reader makes by an option, or with none.

    Every other condition (is an optional field filled in, is there anything to divide by) is
    decided by the values of the example, so that the formula shows what happens there.
    """
    match formula:
        case Operation("if", (condition, then, otherwise)) if not (
            keep_options and words_in(condition)
        ):
            taken = then if evaluate(condition, values) else otherwise
            return settled(taken, values, keep_options=keep_options)
        case Operation(operator, operands):
            parts = (settled(part, values, keep_options=keep_options) for part in operands)
            return Operation(operator, tuple(parts))
        case _:
            return formula


def with_percentages(formula: Formula, percentages: Container[str]) -> Formula:
    """The formula without the hundreds that turn entries in per cent into shares.

    25% is 0.25: `r / 100` is `r`, and `(100 - r) / 100` is `1 - r`.

    Args:
        formula: the tree.
        percentages: names of the entries that are written with a per cent sign.
    """
    match formula:
        case Operation("/", (Name(name) as entry, Number(100.0))) if name in percentages:
            return entry
        case Operation(
            "/", (Operation("-", (Number(100.0), Name(name) as entry)), Number(100.0))
        ) if name in percentages:
            return Operation("-", (Number(1.0), entry))
        case Operation(operator, operands):
            parts = (with_percentages(part, percentages) for part in operands)
            return Operation(operator, tuple(parts))
        case _:
            return formula


def symbols_for(names: Iterable[str], reserved: Container[str] = ()) -> dict[str, str]:
    """A letter for each name: one of its own where that is free, else the next of the alphabet.

    Args:
        names: what needs a letter.
        reserved: letters that mean something else already.

    >>> symbols_for(["promoters", "passives", "detractors"])
    {'promoters': 'p', 'passives': 'a', 'detractors': 'd'}
    """
    taken: dict[str, str] = {}
    for name in names:
        letters = [*name, *"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"]
        taken[name] = next(
            letter
            for letter in letters
            if letter.isalpha() and letter not in taken.values() and letter not in reserved
        )
    return taken


def plain_number(value: float, language: Language) -> str:
    """A number with all its decimals, in the language's signs."""
    _, _, decimals = canonical(value).partition(".")
    return format_number(value, len(decimals), language)


@dataclass(frozen=True)
class Notation:
    """How formulas are written for one language.

    Attributes:
        language: for the numbers.
        names: what stands for inputs and steps: what readers call them, symbols or numbers.
        words: what readers call options and bands.
        functions: by function, a phrase with `{a}`, `{b}`, `{c}`.
        patterns: by operator, a phrase for the ear.
        is_symbolic: names are letters, not words.
    """

    language: Language
    names: Mapping[str, str]
    words: Mapping[str, str]
    functions: Mapping[str, str]
    patterns: Mapping[str, str]
    is_symbolic: bool = False

    def mathml(self, formula: Formula) -> Markup:
        """Presentation MathML of a formula, without the `math` element around it."""
        match formula:
            case Number(value):
                return Markup("<mn>{}</mn>").format(plain_number(value, self.language))
            case Word(text):
                return Markup("<mtext>{}</mtext>").format(self.words.get(text, text))
            case Name(name):
                element = "mi" if self.is_symbolic else "mtext"
                return Markup("<{0}>{1}</{0}>").format(Markup(element), self.names[name])
            case Null():
                return Markup("<mo>–</mo>")
            case Operation(operator, operands):
                return self._operation(operator, operands)

    def _operation(self, operator: str, operands: tuple[Formula, ...]) -> Markup:
        match operator, operands:
            case "*", (left, right) if left == right:
                return self._operation("power", (left, Number(2.0)))
            case "/", (above, below):
                return Markup("<mfrac>{}{}</mfrac>").format(self._row(above), self._row(below))
            case "negative", (part,):
                return Markup("<mo>−</mo>") + self._bracketed(part, _STRENGTH["*"])
            case "not", (part,):
                return Markup("<mo>¬</mo>") + self._bracketed(part, _ATOM)
            case "sqrt", (part,):
                return Markup("<msqrt>{}</msqrt>").format(self.mathml(part))
            case "exp", (part,):
                return Markup("<msup><mi>e</mi>{}</msup>").format(self._row(part))
            case "ln", (part,):
                return Markup("<mi>ln</mi><mo>(</mo>{}<mo>)</mo>").format(self.mathml(part))
            case "power", (base, exponent):
                return Markup("<msup><mrow>{}</mrow>{}</msup>").format(
                    self._bracketed(base, _ATOM), self._row(exponent)
                )
            case "round_up", (part,):
                return Markup("<mo>⌈</mo>{}<mo>⌉</mo>").format(self.mathml(part))
            case "z", _:
                return Markup("<mi>z</mi>")
            case "t", (_, degrees):
                return Markup("<msub><mi>t</mi>{}</msub>").format(self._row(degrees))
            case "geometric_sum", (ratio, terms):
                return Markup(
                    "<munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>0</mn></mrow>"
                    "<mrow>{}<mo>−</mo><mn>1</mn></mrow></munderover>"
                    "<msup><mrow>{}</mrow><mi>k</mi></msup>"
                ).format(self._bracketed(terms, _ATOM), self._bracketed(ratio, _ATOM))
            case "if", _:
                return self._cases(Operation(operator, operands))
            case (("and" | "or"), _):
                sign = Markup("<mo>{}</mo>").format(_SIGNS[operator])
                return sign.join(self._bracketed(part, _STRENGTH[operator]) for part in operands)
            case _, (left, right) if operator in _SIGNS:
                strength = _STRENGTH[operator]
                return (
                    self._bracketed(left, strength)
                    + Markup("<mo>{}</mo>").format(_SIGNS[operator])
                    + self._bracketed(right, strength + (operator == "-"))
                )
            case _:
                return self._phrase(operator, operands)

    def _cases(self, choice: Formula) -> Markup:
        rows = Markup()
        while isinstance(choice, Operation) and choice.operator == "if":
            condition, then, choice = choice.operands
            when = _filled(self.functions["if"], {"a": self.mathml(condition)})
            rows += Markup("<mtr><mtd>{}</mtd><mtd>{}</mtd></mtr>").format(self.mathml(then), when)
        rows += Markup("<mtr><mtd>{}</mtd><mtd><mtext>{}</mtext></mtd></mtr>").format(
            self.mathml(choice), self.functions["otherwise"]
        )
        return Markup('<mrow><mo>{{</mo><mtable columnalign="left">{}</mtable></mrow>').format(rows)

    def _phrase(self, function: str, operands: tuple[Formula, ...]) -> Markup:
        parts = dict(zip("abc", map(self.mathml, operands), strict=False))
        return Markup("<mrow>{}</mrow>").format(_filled(self._pattern(function, operands), parts))

    def _pattern(self, function: str, operands: tuple[Formula, ...]) -> str:
        """`min` and `max` of a list are other functions to the reader."""
        if function in {"min", "max"} and len(operands) == 1:
            function = {"min": "smallest", "max": "largest"}[function]
        return self.functions[function]

    def _row(self, formula: Formula) -> Markup:
        content = self.mathml(formula)
        return content if content.count("<") == 2 else Markup("<mrow>{}</mrow>").format(content)

    def _bracketed(self, part: Formula, strength: int) -> Markup:
        inner = self.mathml(part)
        if isinstance(part, Operation) and _STRENGTH.get(part.operator, _ATOM) < strength:
            return Markup("<mo>(</mo>{}<mo>)</mo>").format(inner)
        if isinstance(part, Operation) and part.operator == "/" and strength == _ATOM:
            return Markup("<mo>(</mo>{}<mo>)</mo>").format(inner)
        return inner

    def spoken(self, formula: Formula) -> str:
        """The formula as a phrase that is unambiguous to the ear."""
        match formula:
            case Number(value):
                return plain_number(value, self.language)
            case Word(text):
                return self.words.get(text, text)
            case Name(name):
                return self.names[name]
            case Null():
                return "–"
            case Operation("*", (left, right)) if left == right:
                return self.spoken(Operation("power", (left, Number(2.0))))
            case Operation("if", (condition, then, otherwise)):
                return self.patterns["if"].format(
                    a=self.spoken(then), b=self.spoken(condition), c=self.spoken(otherwise)
                )
            case Operation("and" | "or" as operator, (*first, last)) if len(first) > 1:
                return self.spoken(Operation(operator, (Operation(operator, tuple(first)), last)))
            case Operation(operator, operands):
                parts = dict(zip("abc", map(self.spoken, operands), strict=False))
                if operator in self.patterns:
                    return self.patterns[operator].format(**parts)
                return self._pattern(operator, operands).format(**parts)


def _filled(pattern: str, parts: Mapping[str, Markup]) -> Markup:
    """The phrase as MathML, with its parts at their placeholders."""
    pieces = _PLACEHOLDER.split(pattern)
    content = Markup()
    for index, piece in enumerate(pieces):
        if index % 2:
            content += parts[piece]
        elif piece:
            # MathML drops blanks at the ends of a text.
            content += Markup("<mtext>{}</mtext>").format(piece.replace(" ", "\u00a0"))
    return content
