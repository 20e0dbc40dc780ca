from collections.abc import Iterator
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


@pytest.fixture
def nothing_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is code in the cases would write the file `ran` into the current folder."""
    monkeypatch.chdir(tmp_path)
    yield
    assert not Path("ran").exists()
