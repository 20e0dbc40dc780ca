"""Many calculations at once: lines of JSON in, one answer of JSON for each line out.

A query is `{"metric", "inputs"}`. An answer is `{"metric", "status", "outputs"}`, or
`{"metric", "status": "error", "code", "field"}`; outputs are unrounded, `null` where not shown.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator, Mapping

from cxguide.metrics.calculation import Failure, Outcome, calculate
from cxguide.metrics.model import Metric

__all__ = ["answer_json", "answer_lines"]


def _first_of_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Of a repeated name the first counts, as in addresses."""
    return dict(reversed(pairs))


# Every number is a double. Python's whole numbers have no largest one and would overflow later.
_QUERIES = json.JSONDecoder(object_pairs_hook=_first_of_each, parse_int=float)
_NOT_A_CALCULATION = Failure("not_a_calculation", "line")


def answer_lines(lines: Iterable[bytes], metrics: Mapping[str, Metric]) -> Iterator[str]:
    r"""The answers to the lines of a batch: the n-th answer belongs to the n-th line.

    Nothing that stands in a line stops the others from being answered. What is not a query, be
    it blank, not UTF-8 or nested too deeply, is answered with the error `not_a_calculation`.
    Inputs that the metric does not have are ignored, as in addresses.

    Args:
        lines: UTF-8 with their line ends, as a file opened for bytes gives them; a byte-order
            mark at the start is ignored.
        metrics: by id.

    >>> from cxguide.metrics import built_in_metrics
    >>> lines = [b'{"metric": "nps", "inputs": {"promoters": -1}}\n', b"\n"]
    >>> for answer in answer_lines(lines, built_in_metrics()):
    ...     print(answer)
    {"metric": "nps", "status": "error", "code": "out_of_range", "field": "promoters"}
    {"metric": "", "status": "error", "code": "not_a_calculation", "field": "line"}
    """
    for index, line in enumerate(lines):
        content = line if index else line.removeprefix(codecs.BOM_UTF8)
        if content:  # a file of a byte-order mark alone has no line
            yield _answer_to_line(content, metrics)


def answer_json(metric_id: str, answer: Outcome | Failure) -> str:
    """An answer as one line of JSON.

    >>> answer_json("nps", Outcome("ok", {}, {"nps": 37.0, "moe": None}))
    '{"metric": "nps", "status": "ok", "outputs": {"nps": 37, "moe": null}}'
    """
    if isinstance(answer, Failure):
        content: dict[str, object] = {"status": "error", "code": answer.code, "field": answer.field}
    else:
        outputs = {name: _short(value) for name, value in answer.outputs.items()}
        content = {"status": answer.status, "outputs": outputs}
    return json.dumps({"metric": metric_id, **content})


def _answer_to_line(line: bytes, metrics: Mapping[str, Metric]) -> str:
    try:
        query = _QUERIES.decode(line.decode("utf-8"))
    except (ValueError, RecursionError):
        query = None
    if not isinstance(query, dict) or not isinstance(query.get("inputs"), dict):
        return answer_json("", _NOT_A_CALCULATION)
    name = query.get("metric")
    if not isinstance(name, str) or name not in metrics:
        return answer_json(
            name if isinstance(name, str) else "", Failure("unknown_metric", "metric")
        )
    return answer_json(name, calculate(metrics[name], query["inputs"]))


def _short(value: object) -> object:
    """The value as JSON writes it shortest: 37, not 37.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
