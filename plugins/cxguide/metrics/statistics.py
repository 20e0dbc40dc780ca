"""The statistical functions of the formula language.

`calculators/element/statistics.js` does the same operations in the same order; shared vectors
hold both together (`tests/cases/statistics`). Nothing here depends on SciPy: the tests ask it
for a third opinion.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

__all__ = [
    "answer_mean",
    "answer_sd",
    "geometric_sum",
    "mean",
    "median",
    "poisson_interval",
    "power",
    "round_up",
    "sample_sd",
    "student_t",
    "wilson_interval",
    "z_quantile",
]

_Z = {
    0.8: 1.2815515655446004,
    0.9: 1.6448536269514722,
    0.95: 1.959963984540054,
    0.99: 2.5758293035489004,
}

CONFIDENCE_LEVELS = tuple(_Z)
MOST_TERMS = 10_000


def z_quantile(confidence: float) -> float:
    """The two-sided normal quantile of a confidence level, such as 1.96 of 0.95.

    NaN where the level is not one of `CONFIDENCE_LEVELS`.
    """
    return _Z.get(confidence, math.nan)


def wilson_interval(successes: float, trials: float, confidence: float) -> tuple[float, float]:
    """The Wilson score interval of a share, both ends from 0 to 1.

    The ends are exactly 0 for no success and exactly 1 for nothing but successes; NaN without
    trials.

    Source:
        Wilson, JASA 22(158), 1927, pages 209-212.
    """
    if not trials >= 1:
        return math.nan, math.nan
    z = z_quantile(confidence)
    share = successes / trials
    shrink = 1 + z * z / trials
    centre = (share + z * z / (2 * trials)) / shrink
    spread = share * (1 - share) / trials + z * z / (4 * trials * trials)
    if spread < 0:  # more successes than trials: an error that is told, but steps come first
        return math.nan, math.nan
    half = z * math.sqrt(spread) / shrink
    low = 0.0 if successes == 0 else centre - half
    high = 1.0 if successes == trials else centre + half
    return low, high


def poisson_interval(events: float, confidence: float) -> tuple[float, float]:
    """The score interval of the expected number of events; the lower end of 0 events is 0.

    NaN below 0 events.
    """
    if not events >= 0:
        return math.nan, math.nan
    z = z_quantile(confidence)
    centre = events + z * z / 2
    half = z * math.sqrt(events + z * z / 4)
    return (0.0 if events == 0 else centre - half), centre + half


def student_t(confidence: float, degrees: float) -> float:
    """The two-sided quantile of Student's t distribution, exact to about 1e-12.

    Args:
        confidence: the share between -t and t, one of `CONFIDENCE_LEVELS`.
        degrees: degrees of freedom, a whole number >= 1; NaN of any other.

    Source:
        Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3-4 (distribution for
        whole degrees of freedom) and 26.7.5 (expansion used as the start, and alone from
        2,000 degrees on, where its error is below 1e-13).
    """
    if not degrees >= 1 or degrees % 1 != 0:
        return math.nan
    start = _student_expansion(z_quantile(confidence), degrees)
    if math.isnan(start):
        return math.nan
    if degrees >= 2000:
        return start
    if degrees == 1:
        return math.tan(math.pi * confidence / 2)
    if degrees == 2:
        return confidence * math.sqrt(2 / (1 - confidence * confidence))
    before, now = start, start * 1.001
    error_before = _student_share(before, degrees) - confidence
    for _ in range(50):
        error = _student_share(now, degrees) - confidence
        if error in (error_before, 0):
            return now
        step = error * (now - before) / (error - error_before)
        before, error_before, now = now, error, now - step
        if abs(step) <= 1e-15 * now:
            return now
    return now


def _student_expansion(z: float, degrees: float) -> float:
    square = z * z
    first = z * (square + 1) / 4
    second = z * ((5 * square + 16) * square + 3) / 96
    third = z * (((3 * square + 19) * square + 17) * square - 15) / 384
    fourth = z * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92160
    return z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees


def _student_share(t: float, degrees: float) -> float:
    """The share of the distribution between -t and t."""
    angle = math.atan(t / math.sqrt(degrees))
    cosine = math.cos(angle)
    square = cosine * cosine
    odd = degrees % 2 == 1
    term = cosine if odd else 1.0
    total = term
    index = 3 if odd else 2
    while index <= degrees - 2:
        term = term * square * (index - 1) / index
        total += term
        index += 2
    if odd:
        return (angle + math.sin(angle) * total) * 2 / math.pi
    return math.sin(angle) * total


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean; NaN of nothing."""
    return _sum(values) / len(values) if values else math.nan


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the middle two; NaN of nothing, and where one is NaN."""
    if not values or any(map(math.isnan, values)):
        return math.nan
    ordered, middle = sorted(values), len(values) // 2
    if len(values) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def sample_sd(values: Sequence[float]) -> float | None:
    """The standard deviation with n - 1; `None` below two values."""
    if len(values) < 2:
        return None
    centre = mean(values)
    return math.sqrt(_sum([(v - centre) * (v - centre) for v in values]) / (len(values) - 1))


def answer_mean(counts: Sequence[float], first: float) -> float:
    """The mean answer, where `counts[i]` people answered `first + i`; NaN without answers."""
    total = _sum(counts)
    if total == 0:
        return math.nan
    return _sum([count * (first + index) for index, count in enumerate(counts)]) / total


def answer_sd(counts: Sequence[float], first: float) -> float | None:
    """The standard deviation of the answers with n - 1; `None` below two answers."""
    total = _sum(counts)
    if total < 2:
        return None
    centre = answer_mean(counts, first)
    squares = [
        count * ((first + index - centre) * (first + index - centre))
        for index, count in enumerate(counts)
    ]
    return math.sqrt(_sum(squares) / (total - 1))


def power(base: float, exponent: float) -> float:
    """The power of a base >= 0; whole exponents from 0 to 100 are exact multiplications.

    NaN of a negative base with any other exponent.
    """
    if 0 <= exponent <= 100 and exponent == math.floor(exponent):
        result = 1.0
        for _ in range(int(exponent)):
            result *= base
        return result
    if base < 0:
        return math.nan
    if base == 0:
        return 0.0 if exponent > 0 else math.inf
    try:
        return math.exp(exponent * math.log(base))
    except OverflowError:
        return math.inf


def geometric_sum(ratio: float, terms: float) -> float:
    """1 + q + q^2 + ... with that many terms; NaN below 0 and above `MOST_TERMS`."""
    if not 0 <= terms <= MOST_TERMS:
        return math.nan
    total, term = 0.0, 1.0
    for _ in range(int(terms)):
        total += term
        term *= ratio
    return total


def round_up(value: float) -> float:
    """The next whole number; a value within 1e-9 above a whole number is that number."""
    if not math.isfinite(value):
        return value
    whole = math.floor(value)
    return float(whole) if value - whole < 1e-9 else float(whole + 1)


def _sum(values: Sequence[float]) -> float:
    """The sum from left to right, as the browser adds (Python 3.12's `sum` compensates)."""
    total = 0.0
    for value in values:
        total += value
    return total
