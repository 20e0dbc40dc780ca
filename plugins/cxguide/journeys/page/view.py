"""What the templates of maps show: curves, marks and words, stage by stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from cxguide.journeys.curve import Cubic, curve_pieces
from cxguide.journeys.model import Stage

__all__ = [
    "Column",
    "FeelingView",
    "Lane",
    "PlotView",
    "StageView",
    "arc_path",
    "dots_path",
    "plot_views",
]

_LANES = ("today", "second", "third")


@dataclass(frozen=True, slots=True)
class Lane:
    """One of the emotions that a curve tells apart: `id` chooses its shape and its dashes."""

    id: str
    name: str

    @classmethod
    def of(cls, names: Iterable[str]) -> tuple[Lane, ...]:
        """A lane for each name, up to three."""
        return tuple(cls(lane, name) for lane, name in zip(_LANES, names, strict=False))


@dataclass(frozen=True, slots=True)
class Column:
    """What a stage gives to the curve.

    Attributes:
        emotions: one for each lane; `None` for no data.
        target_emotion: what they should become.
        distances: in words, how far each is from what it is compared with; empty for nothing.
        is_moment_of_truth: its mark is a star, where there is one curve.
    """

    emotions: tuple[int | None, ...]
    target_emotion: int | None
    distances: tuple[str, ...]
    is_moment_of_truth: bool = False


@dataclass(frozen=True, slots=True)
class FeelingView:
    """One emotion of a stage.

    Attributes:
        name: whose or when it is; empty where there is nothing to tell apart.
        score: -2 to 2; `None` for no data.
        path: the piece of its curve; empty where it breaks off.
        distance: how far it is from its target, in words.
        shift: how many marks stand at the same place before it.
    """

    lane: Lane
    name: str
    score: int | None
    path: str
    distance: str
    shift: int


@dataclass(frozen=True, slots=True)
class PlotView:
    """What a stage shows of the curves.

    Attributes:
        feelings: its emotions, one for each lane.
        target_emotion: what they should become.
        target_shift: how many marks stand at the target's place before it.
        target: the piece of the curve of targets, as an SVG path; empty where it breaks off.
        area: what lies between the curve and neutral; empty with several curves.
        has_star: its mark is a star, as it is a moment of truth.
    """

    feelings: tuple[FeelingView, ...]
    target_emotion: int | None
    target_shift: int
    target: str
    area: str
    has_star: bool

    @property
    def has_curve(self) -> bool:
        """Whether any curve passes through it."""
        return bool(self.target) or any(feeling.path for feeling in self.feelings)


@dataclass(frozen=True, slots=True)
class StageView:
    """A stage as the templates show it.

    Attributes:
        number: its position from 1.
        anchor: its id in the page.
        name: its name, with breaks.
        plot: its part of the curves.
        stage: what it is made from; `None` in a comparison.
        standard: its standard stage in words, where its name says more; else empty.
        anchors: the ids of its pain points and opportunities in the page, by their key.
        calculator: the address of the metric's calculator, filled in; empty without one.
        metric_name: the metric's name in the page's language; empty without one.
        pair: in a comparison the stages of both maps, each with the map's name.
    """

    number: int
    anchor: str
    name: Markup
    plot: PlotView
    stage: Stage | None = None
    standard: str = ""
    anchors: Mapping[str, str] = field(default_factory=dict)
    calculator: str = ""
    metric_name: str = ""
    pair: tuple[tuple[str, Stage | None], ...] = ()


def plot_views(columns: Sequence[Column], lanes: Sequence[Lane]) -> tuple[PlotView, ...]:
    """What each stage shows of the curves.

    Args:
        columns: the stages.
        lanes: the emotions that are told apart.
    """
    curves = [
        curve_pieces([column.emotions[index] for column in columns]) for index in range(len(lanes))
    ]
    targets = curve_pieces([column.target_emotion for column in columns])
    is_alone = len(lanes) == 1
    return tuple(
        PlotView(
            feelings=tuple(
                FeelingView(
                    lane=lane,
                    name="" if is_alone and column.target_emotion is None else lane.name,
                    score=score,
                    path=_path(curve[at]),
                    distance=column.distances[index],
                    shift=column.emotions[:index].count(score),
                )
                for index, (lane, curve, score) in enumerate(
                    zip(lanes, curves, column.emotions, strict=True)
                )
            ),
            target_emotion=column.target_emotion,
            target_shift=column.emotions.count(column.target_emotion),
            target=_path(targets[at]),
            area=_area(curves[0][at]) if is_alone else "",
            has_star=is_alone and column.is_moment_of_truth,
        )
        for at, column in enumerate(columns)
    )


# Drawings are 100 units high, 100 wide for each stage; +2 is at 10 and -2 at 90. Whole units are
# exact enough: half of one is less than a pixel.


def _path(piece: Sequence[Cubic], stage: int = 0) -> str:
    """A piece of a curve as an SVG path, in the place of the stage with that index."""
    if not piece:
        return ""
    return f"M{_at(piece[0].start, stage)}" + "".join(
        f"C{_at(cubic.control_1, stage)} {_at(cubic.control_2, stage)} {_at(cubic.end, stage)}"
        for cubic in piece
    )


def arc_path(scores: Sequence[int | None]) -> str:
    """The whole curve in one drawing, for the cards."""
    return "".join(_path(piece, at) for at, piece in enumerate(curve_pieces(scores)))


def dots_path(scores: Sequence[int | None]) -> str:
    """Strokes of no length at the scores; round caps make dots of them at any stretch."""
    return "".join(
        f"M{_at((0.5, score), index)}h0" for index, score in enumerate(scores) if score is not None
    )


def _area(piece: Sequence[Cubic]) -> str:
    if not piece:
        return ""
    left, right = piece[0].start[0], piece[-1].end[0]
    return f"{_path(piece)}L{_at((right, 0))} {_at((left, 0))}z"


def _at(point: tuple[float, float], stage: int = 0) -> str:
    x, y = 100 * (point[0] + stage), 50 - 20 * point[1]
    return f"{round(x)} {round(y)}"
