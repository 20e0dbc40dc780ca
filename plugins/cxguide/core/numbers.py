"""The only place that rounds and writes numbers for people.

Rounding is half away from zero on the shortest decimal text of the double, so that 1.005 at
two digits is 1.01 here and in the browser (`calculators/element/numbers.js`, held together by
`tests/cases/numbers`). Babel rounds half to even, so it always gets an already rounded number.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from babel.numbers import format_decimal

from cxguide.core.languages import Language

__all__ = ["Style", "canonical", "format_number", "format_value", "rounded", "with_percent_sign"]


class Style(StrEnum):
    """How a value is shown.

    `percent` values are 0-100 (25 means 25 %); one that is not exactly 0 or 100 is never shown
    as such. `money` has two decimals below 1,000 and none from there on.
    """

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"


def rounded(value: float, digits: int) -> Decimal:
    """The value with `digits` decimals, half away from zero, never minus zero.

    >>> rounded(12.25, 1), rounded(-0.5, 0), rounded(-0.2, 0)
    (Decimal('12.3'), Decimal('-1'), Decimal('0'))
    """
    if not math.isfinite(value):
        raise ValueError(f"{value} is a state, not a number to show")
    result = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return result if result else abs(result)


def canonical(value: float) -> str:
    """The value in addresses, events and attributes: the shortest JSON number of the double.

    The text is what `String(value)` gives in a browser for every finite double.

    >>> canonical(37.0), canonical(-0.0), canonical(0.1 + 0.2), canonical(1e21)
    ('37', '0', '0.30000000000000004', '1e+21')
    """
    if value == 0:
        return "0"
    if not math.isfinite(value):
        raise ValueError(f"{value} has no canonical form")
    sign, digits, exponent = Decimal(repr(float(value))).normalize().as_tuple()
    assert isinstance(exponent, int)
    text = "".join(map(str, digits))
    point = len(text) + exponent
    if 0 < point <= 21:
        text = (
            text + "0" * (point - len(text)) if exponent >= 0 else f"{text[:point]}.{text[point:]}"
        )
    elif -6 < point <= 0:
        text = "0." + "0" * -point + text
    else:
        mantissa = text[0] + ("." + text[1:] if len(text) > 1 else "")
        text = f"{mantissa}e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return ("-" if sign else "") + text


def format_number(value: float, digits: int, language: Language) -> str:
    r"""The value in the language's digits and separators, with exactly `digits` decimals.

    >>> format_number(1234.25, 1, Language("cs"))
    '1\xa0234,3'
    """
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(rounded(value, digits), pattern, locale=language.locale)


def format_value(value: float, style: Style, digits: int, language: Language) -> str:
    r"""The value as a person reads it, with its sign of unit where the style has one.

    >>> format_value(99.99, Style.PERCENT, 1, Language("cs"))
    '>99,9\xa0%'
    >>> format_value(1500.5, Style.MONEY, 2, Language("en"))
    '1,501'
    """
    if style is Style.PERCENT:
        return _format_percent(value, digits, language)
    if style is Style.MONEY:
        return format_number(value, 0 if abs(value) >= 1000 else digits, language)
    return format_number(value, digits, language)


def _format_percent(value: float, digits: int, language: Language) -> str:
    shown, step, prefix = rounded(value, digits), Decimal(1).scaleb(-digits), ""
    if shown == 0 and value > 0:
        shown, prefix = step, "<"
    elif shown == 100 and value < 100:
        shown, prefix = 100 - step, ">"
    return prefix + with_percent_sign(format_number(float(shown), digits, language), language)


def with_percent_sign(number: str, language: Language) -> str:
    r"""A written number with the language's per cent sign, and the blank it wants.

    >>> with_percent_sign("4,5", Language("cs")), with_percent_sign("4.5", Language("en"))
    ('4,5\xa0%', '4.5%')
    """
    pattern: str = language.locale.percent_formats[None].pattern
    return pattern.replace("#,##0", number)
