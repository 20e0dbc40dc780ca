"""How long the maps of the guide take: run `python -m benchmarks.maps` in `tests`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import perf_counter

from cxguide.journeys import render_journey
from map_texts import MAPS, TAGS, journey_of, texts_in

ROUNDS = 20


def fastest_ms(work: Callable[[], object]) -> float:
    """The best of some runs, which a busy machine disturbs least."""

    def once() -> float:
        start = perf_counter()
        work()
        return perf_counter() - start

    return 1000 * min(once() for _ in range(ROUNDS))


def main() -> None:
    """Print the time of each map in each language, without downloads."""
    print(f"{'ms per map':14}" + "".join(f"{tag:>9}" for tag in TAGS))
    for name in MAPS:
        times = [
            fastest_ms(partial(render_journey, journey_of(name), texts_in(tag))) for tag in TAGS
        ]
        print(f"{name:14}" + "".join(f"{time:9.1f}" for time in times))


if __name__ == "__main__":
    main()
