"""What drawings of maps have in common beside plain marks: the colours of the mood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from cxguide.drawing.elements import drawn, element, number
from cxguide.drawing.palette import Ink, light_paints
from cxguide.drawing.parts import Area, Mark

__all__ = ["mood_gradient", "picture"]


def picture(area: Area, marks: Iterable[Mark], mood: tuple[float, float] = (0, 0)) -> Markup:
    """Marks as a drawing of its own, in the light colours.

    Args:
        area: what of them is seen, in px.
        marks: the marks.
        mood: from where to where `mood` changes from good to bad, as y.
    """
    paints = light_paints("mood")
    return element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": area.width,
            "height": area.height,
            "viewBox": " ".join(map(number, (area.x, area.y, area.width, area.height))),
        },
        mood_gradient(mood, paints, "mood"),
        *drawn(marks, paints),
    )


def mood_gradient(mood: tuple[float, float], paints: Mapping[Ink, str], identifier: str) -> Markup:
    """What `mood` is painted with: good at the top of the curve, bad at its bottom."""
    top, bottom = mood
    stops: tuple[tuple[float, Ink], ...] = ((0, "good"), (0.5, "middle"), (1, "bad"))
    return element(
        "linearGradient",
        {
            "id": identifier,
            "gradientUnits": "userSpaceOnUse",
            "x1": 0,
            "y1": top,
            "x2": 0,
            "y2": bottom,
        },
        *(element("stop", {"offset": offset, "stop-color": paints[ink]}) for offset, ink in stops),
    )
