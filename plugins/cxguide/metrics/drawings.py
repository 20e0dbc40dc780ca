"""The pictures of a calculator with their words, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxguide.core.catalogs import Texts
from cxguide.metrics import pictures
from cxguide.metrics.calculation import Outcome
from cxguide.metrics.model import Metric
from cxguide.metrics.shape import CurveChart, SharesChart
from cxguide.metrics.svg import svg
from cxguide.metrics.view import DrawingView, PartView, Shown

__all__ = ["Drawings"]


@dataclass(frozen=True)
class Drawings:
    """What is drawn of one result.

    Attributes:
        labels: what readers call inputs and named steps.
        shown: every output as it stands in the page, by id.
        says: the phrases for pictures.
    """

    metric: Metric
    outcome: Outcome
    texts: Texts
    labels: Mapping[str, str]
    shown: Mapping[str, Shown]
    says: Mapping[str, str]

    def scale(self) -> DrawingView | None:
        """The main output on its scale, where no chart shows it."""
        chart = self.metric.shape.chart
        if not self.metric.shape.scale or (chart and not isinstance(chart, SharesChart)):
            return None
        shapes = pictures.scale_shapes(self.metric, self.outcome, self.texts.language)
        return DrawingView("scale", pictures.HEIGHTS_PX["scale"], svg(shapes))

    def chart(self) -> DrawingView | None:
        """The chart that the metric's file asks for."""
        chart = self.metric.shape.chart
        if chart is None:
            return None
        title = across = ""
        if isinstance(chart, CurveChart):
            key = f"metric/{self.metric.id}/chart"
            title = self.texts(f"{key}/label", chart.label)
            across = self.texts(f"{key}/across", chart.across)
        parts = chart.parts if isinstance(chart, SharesChart) else {}
        return DrawingView(
            chart.kind,
            pictures.HEIGHTS_PX[chart.kind],
            svg(pictures.chart_shapes(self.metric, self.outcome, self.texts.language)),
            words=self._words(title, across),
            title=title,
            across=across,
            legend=tuple(PartView(tone, self.shown[name]) for name, tone in parts.items()),
        )

    def _words(self, title: str, across: str) -> str:
        """The same for those who do not see it; shares have their legend."""
        chart = self.metric.shape.chart
        if chart is None or isinstance(chart, SharesChart):
            return ""
        points = pictures.chart_points(self.metric, self.outcome, self.texts.language)
        return self.says[chart.kind].format(
            name=title if isinstance(chart, CurveChart) else self.labels[chart.of],
            across=across,
            points=pictures.summary_of(points, self.says["point"]),
        )
