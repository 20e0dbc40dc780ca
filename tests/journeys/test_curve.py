"""Laws of the emotion curve."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cxguide.journeys.curve import Cubic, curve_pieces

scores = st.lists(st.none() | st.integers(-2, 2), min_size=2, max_size=9)


def heights(cubic: Cubic) -> tuple[float, ...]:
    return tuple(y for _, y in (cubic.start, cubic.control_1, cubic.control_2, cubic.end))


def slope_at_end(cubic: Cubic) -> float:
    return cubic.end[1] - cubic.control_2[1]


def slope_at_start(cubic: Cubic) -> float:
    return cubic.control_1[1] - cubic.start[1]


@given(scores)
def test_every_stage_has_its_piece(emotions: list[int | None]) -> None:
    assert len(curve_pieces(emotions)) == len(emotions)


@given(scores)
def test_the_curve_goes_through_every_score_in_the_middle_of_its_stage(
    emotions: list[int | None],
) -> None:
    ends = {
        (index, point)
        for index, piece in enumerate(curve_pieces(emotions))
        for cubic in piece
        for point in (cubic.start, cubic.end)
        if point[0] == 0.5
    }
    assert ends <= {(index, (0.5, score)) for index, score in enumerate(emotions)}


@given(scores)
def test_neighbours_meet_with_the_same_value_and_slope(emotions: list[int | None]) -> None:
    edges = [
        (left[-1], right[0])
        for left, right in pairwise(curve_pieces(emotions))
        if left and left[-1].end[0] == 1
    ]

    assert [left.end[1] for left, _ in edges] == [right.start[1] for _, right in edges]
    assert all(abs(slope_at_end(left) - slope_at_start(right)) < 0.001 for left, right in edges)


@given(st.lists(st.integers(-2, 2), min_size=2, max_size=9))
def test_the_curve_never_leaves_the_range_of_the_scores_beside_it(emotions: list[int]) -> None:
    """The control points bound a Bézier curve."""
    outside = [
        (index, cubic)
        for index, piece in enumerate(curve_pieces(emotions))
        for cubic, other in zip(piece[::-1], (index + 1, index - 1), strict=False)
        for y in heights(cubic)
        if 0 <= other < len(emotions)
        and not (
            min(emotions[max(0, index - 1) : index + 2]) - 1e-9
            <= y
            <= max(emotions[max(0, index - 1) : index + 2]) + 1e-9
        )
    ]
    assert outside == []


def test_the_curve_breaks_off_at_a_gap() -> None:
    actual = [len(piece) for piece in curve_pieces([1, 2, None, 0, -1, 1])]
    expected = [1, 1, 0, 1, 2, 1]
    assert actual == expected


def test_two_scores_are_joined_by_a_straight_line() -> None:
    first, _ = curve_pieces([0, 1])

    steps = [round(right - left, 3) for left, right in pairwise(heights(first[0]))]

    assert steps == [0.167, 0.167, 0.167]


@given(st.lists(st.integers(-2, 2), min_size=2, max_size=9))
def test_a_mirrored_journey_has_a_mirrored_curve(emotions: list[int]) -> None:
    there = [cubic.end[1] for piece in curve_pieces(emotions) for cubic in piece]
    back = [cubic.start[1] for piece in curve_pieces(emotions[::-1]) for cubic in piece]
    assert there == back[::-1]
