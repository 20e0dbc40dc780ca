"""Metrics: one YAML file each, from which everything readers and partners see is made."""

from cxguide.metrics.calculation import Failure, Outcome, calculate
from cxguide.metrics.model import Metric
from cxguide.metrics.reading import read_metric, read_metrics

__all__ = ["Failure", "Metric", "Outcome", "calculate", "read_metric", "read_metrics"]
