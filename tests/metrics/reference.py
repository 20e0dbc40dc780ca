"""Every metric once more, from its definition in words, with 50 digits.

Nothing here calls our code or reads a metric file: each function is what the definitions of the
metrics say, with mpmath in place of doubles. `None` is a value that is not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from metrics.reference_statistics import Number, mp, poisson_ends, student_quantile, wilson_ends, z

__all__ = ["REFERENCES"]

TOLERANCE = mp.mpf("1e-9")
"""What the definitions allow at the edges of bands and above whole numbers."""

Outputs = Mapping[str, Number]


def nps(promoters: int, passives: int, detractors: int, confidence: float = 0.95) -> Outputs:
    n = promoters + passives + detractors
    p, d = mp.mpf(promoters) / n, mp.mpf(detractors) / n
    score, se = 100 * (p - d), 100 * mp.sqrt((p + d - (p - d) ** 2) / n)
    n_ = n + 3
    p_, d_ = (promoters + mp.mpf("0.75")) / n_, (detractors + mp.mpf("0.75")) / n_
    half = z(confidence) * mp.sqrt((p_ + d_ - (p_ - d_) ** 2) / n_)
    return {
        "nps": score,
        "respondents": n,
        "promoters_pct": 100 * p,
        "passives_pct": 100 * mp.mpf(passives) / n,
        "detractors_pct": 100 * d,
        "se": se,
        "moe": z(confidence) * se if se > 0 else None,
        "ci_low": min(max(100 * (p_ - d_ - half), -100), score),
        "ci_high": max(min(100 * (p_ - d_ + half), 100), score),
    }


def nps_ratings(ratings: Sequence[int], confidence: float = 0.95) -> Outputs:
    return nps(sum(ratings[9:]), sum(ratings[7:9]), sum(ratings[:7]), confidence)


def csat(
    satisfied: int = 0,
    respondents: int = 0,
    counts: Sequence[int] | None = None,
    confidence: float = 0.95,
) -> Outputs:
    if counts is None:
        return _rate(satisfied, respondents, confidence)
    n = sum(counts)
    mean = mp.mpf(sum(answer * count for answer, count in enumerate(counts, start=1))) / n
    return {**_rate(counts[3] + counts[4], n, confidence), "respondents": n, "mean": mean}


def ces(counts: Sequence[int], confidence: float = 0.95) -> Outputs:
    n = sum(counts)
    mean = mp.mpf(sum(answer * count for answer, count in enumerate(counts, start=1))) / n
    squares = sum(count * (answer - mean) ** 2 for answer, count in enumerate(counts, start=1))
    ends = (None, None)
    if n > 1:
        half = student_quantile(confidence, n - 1) * mp.sqrt(squares / (n - 1)) / mp.sqrt(n)
        ends = max(mean - half, 1), min(mean + half, 7)
    agreeing = _rate(sum(counts[4:]), n, confidence)
    return {
        "mean": mean,
        "respondents": n,
        "mean_ci_low": ends[0],
        "mean_ci_high": ends[1],
        "agree_pct": agreeing["rate"],
        "agree_ci_low": agreeing["ci_low"],
        "agree_ci_high": agreeing["ci_high"],
    }


def churn(start: int, lost: int, period_months: float = 1) -> Outputs:
    share = mp.mpf(lost) / start
    annual = 100 * (1 - (1 - share) ** (12 / mp.mpf(period_months)))
    return {
        "churn": 100 * share,
        "retention": 100 - 100 * share,
        "annual_churn": annual,
        "annual_retention": 100 - annual,
    }


def retention(start: int, end: int, new: int, period_months: float = 1) -> Outputs:
    kept = end - new
    rate = 100 * mp.mpf(kept) / start
    return {
        "retention": rate,
        "kept": kept,
        "churn": 100 - rate,
        "annual_retention": 100 * (rate / 100) ** (12 / mp.mpf(period_months)),
    }


def lifespan(churn: float, period_months: float = 1) -> Outputs:
    if churn == 0:  # nobody leaves
        return dict.fromkeys(
            ("lifespan_periods", "lifespan_months", "lifespan_years", "half_life_periods")
        )
    share = mp.mpf(churn) / 100
    months = mp.mpf(period_months) / share
    return {
        "lifespan_periods": 1 / share,
        "lifespan_months": months,
        "lifespan_years": months / 12,
        "half_life_periods": mp.log(0.5) / mp.log(1 - share) if churn < 100 else 0,
    }


def clv_simple(order_value: float, orders_per_year: float, lifespan_years: float) -> Outputs:
    annual = mp.mpf(order_value) * mp.mpf(orders_per_year)
    return {"clv": annual * mp.mpf(lifespan_years), "annual_value": annual}


def clv_margin(
    order_value: float,
    orders_per_year: float,
    margin: float,
    lifespan_years: float,
    acquisition_cost: float = 0,
) -> Outputs:
    annual = mp.mpf(order_value) * mp.mpf(orders_per_year) * mp.mpf(margin) / 100
    return {"annual_margin": annual, **_worth(annual * mp.mpf(lifespan_years), acquisition_cost)}


def clv_discounted(
    margin_per_period: float,
    retention: float,
    discount: float,
    acquisition_cost: float = 0,
    timing: str = "immediate",
    horizon: int | None = None,
) -> Outputs:
    m, r, d = mp.mpf(margin_per_period), mp.mpf(retention) / 100, mp.mpf(discount) / 100
    first = {"immediate": mp.mpf(1), "end_of_period": 1 / (1 + d), "after_renewal": r / (1 + d)}
    if horizon is not None:
        payments = sum((r / (1 + d)) ** period for period in range(horizon))
    elif (retention, discount) != (100, 0):
        payments = (1 + d) / (1 + d - r)
    elif m == 0:
        payments = mp.mpf(0)
    else:  # the same margin for ever
        return dict.fromkeys(("clv_before_acquisition", "clv", "clv_to_cac"))
    return _worth(m * payments * first[timing], acquisition_cost)


def loyalty_index(
    scale_min: float, scale_max: float, recommend: float, repurchase: float, try_other: float
) -> Outputs:
    mean = (mp.mpf(recommend) + mp.mpf(repurchase) + mp.mpf(try_other)) / 3
    width = mp.mpf(scale_max) - mp.mpf(scale_min)
    return {"mean": mean, "index": 100 * (mean - mp.mpf(scale_min)) / width}


def repeat_purchase(
    repeat_customers: int, customers: int, orders: int | None = None, confidence: float = 0.95
) -> Outputs:
    return {
        **_rate(repeat_customers, customers, confidence),
        "orders_per_customer": None if orders is None else mp.mpf(orders) / customers,
    }


def task_success(successes: int, attempts: int, confidence: float = 0.95) -> Outputs:
    return _rate(successes, attempts, confidence)


def abandonment(started: int, completed: int, confidence: float = 0.95) -> Outputs:
    abandoned = started - completed
    return {**_rate(abandoned, started, confidence), "abandoned": abandoned}


def bounce(bounced: int, sessions: int, confidence: float = 0.95) -> Outputs:
    return _rate(bounced, sessions, confidence)


def error_rate(errors: int, opportunities: int, confidence: float = 0.95) -> Outputs:
    return _rate(errors, opportunities, confidence)


def errors_per_task(errors: int, attempts: int, confidence: float = 0.95) -> Outputs:
    low, high = poisson_ends(errors, confidence)
    return {
        "errors_per_attempt": mp.mpf(errors) / attempts,
        "ci_low": low / attempts,
        "ci_high": high / attempts,
    }


def time_on_task(times: Sequence[float], confidence: float = 0.95) -> Outputs:
    n, ordered = len(times), sorted(map(mp.mpf, times))
    logs = [mp.log(time) for time in ordered]
    centre = mp.fsum(logs) / n
    ends = (None, None)
    if n > 1:
        deviation = mp.sqrt(mp.fsum((log - centre) ** 2 for log in logs) / (n - 1))
        half = student_quantile(confidence, n - 1) * deviation / mp.sqrt(n)
        ends = mp.exp(centre - half), mp.exp(centre + half)
    return {
        "geometric_mean": mp.exp(centre),
        "n": n,
        "median": (ordered[(n - 1) // 2] + ordered[n // 2]) / 2,
        "arithmetic_mean": mp.fsum(ordered) / n,
        "ci_low": ends[0],
        "ci_high": ends[1],
    }


def click_efficiency(minimum: int, clicks: Sequence[int]) -> Outputs:
    mean = mp.mpf(sum(clicks)) / len(clicks)
    return {
        "efficiency": 100 * minimum / mean,
        "n": len(clicks),
        "mean_clicks": mean,
        "extra_clicks": mean - minimum,
    }


def lostness(minimum: int, unique: int, total: int) -> Outputs:
    value = mp.sqrt((mp.mpf(unique) / total - 1) ** 2 + (mp.mpf(minimum) / unique - 1) ** 2)
    bands = {
        "not_lost": value < mp.mpf("0.4") - TOLERANCE,
        "lost": value > mp.mpf("0.5") + TOLERANCE,
    }
    band = next((name for name, holds in bands.items() if holds), "unclear")
    return {"lostness": value, "band": band, "below_minimum": unique < minimum}


def conversion(conversions: int, visitors: int, confidence: float = 0.95) -> Outputs:
    return _rate(conversions, visitors, confidence)


def response_rate(responses: int, invitations: int, confidence: float = 0.95) -> Outputs:
    return _rate(responses, invitations, confidence)


def sample_size_proportion(
    margin: float,
    expected: float = 50,
    population: int | None = None,
    response_rate: float | None = None,
    confidence: float = 0.95,
) -> Outputs:
    p = mp.mpf(expected) / 100
    size = _sample(p * (1 - p), margin, population, confidence)
    invitations = None
    if response_rate is not None:
        invitations = mp.ceil(size / (mp.mpf(response_rate) / 100) - TOLERANCE)
    return {"sample_size": size, "invitations": invitations}


def sample_size_nps(
    margin: float,
    promoters_pct: float | None = None,
    detractors_pct: float | None = None,
    population: int | None = None,
    confidence: float = 0.95,
) -> Outputs:
    variance = mp.mpf(1)
    if promoters_pct is not None and detractors_pct is not None:
        p, d = mp.mpf(promoters_pct) / 100, mp.mpf(detractors_pct) / 100
        variance = p + d - (p - d) ** 2
    return {"sample_size": _sample(variance, margin, population, confidence)}


def _rate(part: int, whole: int, confidence: float) -> dict[str, Number]:
    low, high = wilson_ends(part, whole, confidence)
    return {"rate": 100 * mp.mpf(part) / whole, "ci_low": 100 * low, "ci_high": 100 * high}


def _worth(before: Number, cost: float) -> dict[str, Number]:
    return {
        "clv_before_acquisition": before,
        "clv": before - mp.mpf(cost),
        "clv_to_cac": before / mp.mpf(cost) if cost > 0 else None,
    }


def _sample(variance: Number, margin: float, population: int | None, confidence: float) -> Number:
    """The sample, rounded up; what is within 1e-9 above a whole number counts as that number."""
    size = z(confidence) ** 2 * variance / (mp.mpf(margin) / 100) ** 2
    if population is not None:
        size = size / (1 + (size - 1) / population) if size > 0 else size
    size = max(mp.ceil(size - TOLERANCE), 1)
    return size if population is None else min(size, population)


REFERENCES: Mapping[str, Callable[..., Outputs]] = {
    reference.__name__: reference
    for reference in (
        abandonment, bounce, ces, churn, click_efficiency, clv_discounted, clv_margin, clv_simple,
        conversion, csat, error_rate, errors_per_task, lifespan, lostness, loyalty_index, nps,
        nps_ratings, repeat_purchase, response_rate, retention, sample_size_nps,
        sample_size_proportion, task_success, time_on_task,
    )
}  # fmt: skip
