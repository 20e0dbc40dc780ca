"""Two maps stage by stage: their emotions on one curve, and how far they are apart in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import get_args

from cxguide.core.catalogs import Texts
from cxguide.journeys.model import Journey, Stage, StandardStage
from cxguide.journeys.page.html import Surroundings, figure, shown
from cxguide.journeys.page.view import Column, Lane, StageView, plot_views
from cxguide.journeys.words import Words

__all__ = ["Pair", "pairs_of", "render_comparison"]

_ROWS = ("stages", "emotion", "pain_points")


@dataclass(frozen=True, slots=True)
class Pair:
    """What two maps have at the same point of the journey; one of both may be missing."""

    first: Stage | None
    second: Stage | None

    @property
    def stage(self) -> Stage:
        """The stage that names the pair."""
        stage = self.first or self.second
        assert stage is not None
        return stage

    @property
    def emotions(self) -> tuple[int | None, int | None]:
        """Those of the persona whose journey each map is."""
        return (
            None if self.first is None else self.first.emotion,
            None if self.second is None else self.second.emotion,
        )

    @property
    def difference(self) -> int | None:
        """How many levels the second is higher; `None` where one of both is not known."""
        first, second = self.emotions
        return None if first is None or second is None else second - first


def pairs_of(first: Journey, second: Journey) -> tuple[Pair, ...]:
    """The stages of two maps side by side, in the order of the first.

    Maps with the same stages are compared by the stages' ids. Others are by their standard
    stages; where several stages share one, in their order.
    """
    by_id = {stage.id: stage for stage in second.stages}
    if {stage.id for stage in first.stages} == by_id.keys():
        return tuple(Pair(stage, by_id[stage.id]) for stage in first.stages)
    return tuple(_by_standard_stage(first, second))


def _by_standard_stage(first: Journey, second: Journey) -> Iterator[Pair]:
    for standard in get_args(StandardStage):
        sides = [
            [stage for stage in journey.stages if stage.standard_stage == standard]
            for journey in (first, second)
        ]
        for one, other in zip_longest(*sides):
            yield Pair(one, other)


def render_comparison(
    first: Journey, second: Journey, texts: Texts, page: Surroundings | None = None
) -> str:
    """Both maps as one `<figure>`, laid out as a map; for `texts` and `page` see there.

    Raises:
        SourceError: the language lacks a text.
    """
    page = page or Surroundings()
    words = Words(texts)
    pairs = pairs_of(first, second)
    titles = [words.own(journey.short_title) for journey in (first, second)]
    figure_id = page.unique_id(f"cx-map-{first.id}--{second.id}")
    lanes = Lane.of(titles)
    plots = plot_views(
        [Column(pair.emotions, None, _distances(pair, words)) for pair in pairs], lanes
    )
    return figure(
        "journey/comparison.html.jinja",
        words,
        figure_id=figure_id,
        journey_id=f"{first.id} {second.id}",
        title=words.fixed.compared.format(first=titles[0], second=titles[1]),
        rows=_ROWS,
        lanes=lanes,
        stages=[
            StageView(
                number=number,
                anchor=page.unique_id(f"{figure_id}-{number}"),
                name=shown(pair.stage.name, words)
                if _is_same(pair)
                else words.fixed.standard_stages[pair.stage.standard_stage],
                plot=plot,
                pair=tuple(zip(titles, (pair.first, pair.second), strict=True)),
            )
            for number, (pair, plot) in enumerate(zip(pairs, plots, strict=True), start=1)
        ],
        arc="",
        dots="",
        has_targets=False,
        has_truths=False,
        summary=_summary(pairs, titles, words),
    )


def _is_same(pair: Pair) -> bool:
    return pair.first is not None and pair.second is not None and pair.first.id == pair.second.id


def _distances(pair: Pair, words: Words) -> tuple[str, str]:
    difference = pair.difference
    return ("", "" if difference is None else words.difference(difference))


def _summary(pairs: tuple[Pair, ...], titles: list[str], words: Words) -> str:
    """Where both are furthest apart; of several such places the first."""
    known = [pair for pair in pairs if pair.difference]
    widest = max(known, key=lambda pair: abs(pair.difference or 0), default=None)
    if widest is None:
        return words.apart(titles, None)
    names = [words.own(stage.name) for stage in (widest.first, widest.second) if stage]
    return words.apart(titles, (dict.fromkeys(names), widest.emotions))
