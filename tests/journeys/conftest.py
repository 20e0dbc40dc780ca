"""Maps for tests: the guide's own, and small ones made from a few scores."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from cxguide.core.sources import SourceText
from cxguide.journeys import Journey, read_journey, read_journeys


@pytest.fixture(scope="session")
def retailer(root: Path) -> Journey:
    """The guide's own map."""
    return read_journeys(root / "docs" / "journeys", root)["retailer"]


@pytest.fixture(scope="session")
def journey_of() -> Callable[..., Journey]:
    """A map with stages `a`, `b`, ... from the text of each (YAML, flow style)."""
    return _journey_of


@pytest.fixture(scope="session")
def journey_with() -> Callable[[Sequence[int | None]], Journey]:
    """A map whose stages have only emotions."""
    return _journey_with


def _journey_of(*stages: str, more: str = "") -> Journey:
    lines = [
        "id: small",
        "title: Small & simple",
        "lens: {persona: Mina, scenario: First purchase, goals: [A jacket]}",
        "channels: {cart: {label: Cart, icon: cart}, shop: {label: Shop, icon: shop}}",
        more,
        "stages:",
        *(
            f"  - {{id: {name}, name: Stage {name}, standard_stage: purchase, {stage}}}"
            for name, stage in zip("abcdefghi", stages, strict=False)
        ),
    ]
    return read_journey(SourceText("small.yml", "\n".join(lines)))


def _journey_with(emotions: Sequence[int | None]) -> Journey:
    return _journey_of(*("" if score is None else f"emotion: {score}" for score in emotions))
