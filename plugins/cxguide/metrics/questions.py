"""What would it take, and what matters most: what the page says of both for the worked example.

`calculators/element/questions.js` says it anew for what a visitor enters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context

from cxguide.core.languages import Language
from cxguide.core.numbers import format_value
from cxguide.metrics import sensitivity
from cxguide.metrics.calculation import Entered
from cxguide.metrics.goal import levers
from cxguide.metrics.model import Metric
from cxguide.metrics.notation import plain_number
from cxguide.metrics.view import ChoiceView, EndView, GridView, MoveView, RowView

__all__ = ["Questions"]

_THREE_DIGITS = Context(prec=3, rounding=ROUND_HALF_UP)
_UNDEFINED = "–"


@dataclass(frozen=True)
class Questions:
    """The questions about one calculation, in the numbers of one language.

    Attributes:
        metric: the metric.
        entered: the worked example.
        labels: what readers call the inputs.
        language: for the numbers.
    """

    metric: Metric
    entered: Mapping[str, Entered]
    labels: Mapping[str, str]
    language: Language

    def goals(self) -> tuple[ChoiceView, ...]:
        """The inputs that may change to reach a wanted result."""
        return tuple(ChoiceView(one.id, self.labels[one.id]) for one in levers(self.metric))

    def moves(self) -> tuple[MoveView, ...]:
        """How the result moves with each input, the largest change first."""
        return tuple(
            MoveView(
                self.labels[move.input],
                (self._end(move.low, move.low_change), self._end(move.high, move.high_change)),
            )
            for move in sensitivity.moves(self.metric, self.entered)
        )

    def grid(self) -> GridView | None:
        """The result for other values of two inputs, where the metric names two."""
        grid = sensitivity.grid(self.metric, self.entered)
        if grid is None:
            return None
        return GridView(
            self.labels[grid.down],
            self.labels[grid.across],
            tuple(self._plain(value) for value in grid.across_values),
            tuple(
                RowView(self._plain(value), tuple(self._result(cell) for cell in cells))
                for value, cells in zip(grid.down_values, grid.cells, strict=True)
            ),
        )

    def _end(self, value: float, change: float | None) -> EndView:
        """An entry and what it changes; of one that is not possible nothing is said."""
        if change is None:
            return EndView("", _UNDEFINED)
        return EndView(self._plain(value), self._change(change))

    def _change(self, change: float) -> str:
        """Three digits say enough, however small the change."""
        shown = float(_THREE_DIGITS.create_decimal_from_float(change))
        return ("+" if change > 0 else "") + self._plain(shown)

    def _result(self, value: float | None) -> str:
        if value is None:
            return _UNDEFINED
        return format_value(value, self.metric.main.style, self.metric.main.digits, self.language)

    def _plain(self, number: float) -> str:
        return plain_number(number, self.language)
