"""Quantiles and intervals once more, from their definitions, with 50 digits."""

from __future__ import annotations

from functools import cache
from typing import Any

import mpmath

__all__ = ["Number", "mp", "poisson_ends", "student_quantile", "wilson_ends", "z"]

mp = mpmath.mp.clone()  # a context of our own: the precision of others stays as it is
mp.dps = 50

Number = Any


@cache
def z(confidence: float) -> Number:
    """The two-sided quantile of the normal distribution, from the error function."""
    return mp.sqrt(2) * mp.erfinv(mp.mpf(str(confidence)))


@cache
def student_quantile(confidence: float, degrees: int) -> Number:
    """The two-sided quantile of Student's distribution, from the incomplete beta function."""
    outside, start = 1 - mp.mpf(str(confidence)), z(confidence)

    def excess(quantile: Number) -> Number:
        share = mp.mpf(degrees) / (degrees + quantile * quantile)
        return mp.betainc(mp.mpf(degrees) / 2, mp.mpf(1) / 2, 0, share, regularized=True) - outside

    return mp.findroot(excess, (start, start * (1 + mp.mpf(2) / degrees)), solver="anderson")


def wilson_ends(part: int, whole: int, confidence: float) -> tuple[Number, Number]:
    """The shares s that the score test does not refuse: (part/whole - s)^2 <= z^2 s(1-s)/whole."""
    square, share = z(confidence) ** 2, mp.mpf(part) / whole
    a, b, c = 1 + square / whole, -(2 * share + square / whole), share * share
    low, high = _roots(a, b, c)
    return (mp.mpf(0) if part == 0 else low), (mp.mpf(1) if part == whole else high)


def poisson_ends(events: int, confidence: float) -> tuple[Number, Number]:
    """The means m that the score test does not refuse: (events - m)^2 <= z^2 m."""
    low, high = _roots(mp.mpf(1), -(2 * events + z(confidence) ** 2), mp.mpf(events) ** 2)
    return (mp.mpf(0) if events == 0 else low), high


def _roots(a: Number, b: Number, c: Number) -> tuple[Number, Number]:
    """Both solutions of a s^2 + b s + c = 0 for b < 0 < a, the smaller one first."""
    larger = (-b + mp.sqrt(b * b - 4 * a * c)) / (2 * a)
    return c / (a * larger), larger
