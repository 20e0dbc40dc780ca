from pathlib import Path

import pytest

from cxguide.metrics import Metric, read_metrics


@pytest.fixture(scope="session")
def metrics(root: Path) -> dict[str, Metric]:
    """The built-in metrics."""
    return read_metrics(root / "calculators" / "metrics", root)


@pytest.fixture(scope="session")
def nps(metrics: dict[str, Metric]) -> Metric:
    return metrics["nps"]
