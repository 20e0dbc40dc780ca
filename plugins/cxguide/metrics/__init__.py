"""Metrics: one YAML file each, from which everything readers and partners see is made.

The same calculations as on the pages, for programs:

>>> from cxguide.metrics import Failure, built_in_metrics, calculate
>>> nps = built_in_metrics()["nps"]
>>> answer = calculate(nps, {"promoters": 110, "passives": 54, "detractors": 36})
>>> answer.status, answer.outputs["nps"], round(answer.outputs["ci_low"], 5)
('ok', 37.0, 25.85359)

A mistake is an answer, too: the one error that is told, with its field.

>>> calculate(nps, {"promoters": 0, "passives": 0, "detractors": 0})
Failure(code='no_data', field='respondents')

Entries are numbers or canonical texts (`"1234.5"`, lists `"38,52,41"`). Outputs are unrounded
doubles in the unit that the metric's file states (per cent: 0 to 100); `None` where a value is
not shown. What would it take to reach 50 points, and what matters most:

>>> seek(nps, {"promoters": 110, "passives": 54, "detractors": 36}, "promoters", 50)
162.0
>>> [move.input for move in moves(nps, {"promoters": 110, "passives": 54, "detractors": 36})]
['promoters', 'detractors', 'passives']
"""

from cxguide.metrics.calculation import Failure, Outcome, calculate
from cxguide.metrics.goal import levers, seek
from cxguide.metrics.model import Metric
from cxguide.metrics.reading import built_in_metrics, read_metric, read_metrics
from cxguide.metrics.sensitivity import grid, moves

__all__ = [
    "Failure",
    "Metric",
    "Outcome",
    "built_in_metrics",
    "calculate",
    "grid",
    "levers",
    "moves",
    "read_metric",
    "read_metrics",
    "seek",
]
