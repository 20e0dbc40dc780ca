"""XML elements: escaped by construction, attributes in the order given, numbers short."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from cxguide.drawing.palette import Ink
from cxguide.drawing.parts import Mark

__all__ = ["drawn", "element", "number"]


def element(
    name: str, attributes: Mapping[str, str | float | None], *content: str | Markup
) -> Markup:
    """An element; an attribute that is `None` is left out.

    >>> element("text", {"x": 1.004, "lang": None}, "a < b")
    Markup('<text x="1">a &lt; b</text>')
    """
    written = Markup("").join(
        Markup(' {}="{}"').format(key, value if isinstance(value, str) else number(value))
        for key, value in attributes.items()
        if value is not None
    )
    if not content:
        return Markup("<{}{}/>").format(Markup(name), written)
    inside = Markup("").join(map(escape, content))
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), written, inside)


def number(value: float) -> str:
    """A number with at most two decimals.

    >>> number(2.0), number(-0.001), number(1234.567)
    ('2', '0', '1234.57')
    """
    return f"{round(value, 2) + 0:.2f}".rstrip("0").rstrip(".")


def drawn(marks: Iterable[Mark], paints: Mapping[Ink, str]) -> Iterable[Markup]:
    """Marks as paths; `paints` gives each ink as SVG wants it."""
    for mark in marks:
        stroke = paints[mark.stroke] if mark.stroke else None
        yield element(
            "path",
            {
                "d": mark.path,
                "transform": _transform(mark),
                "fill": paints[mark.fill] if mark.fill else "none",
                "fill-opacity": mark.opacity if mark.opacity != 1 else None,
                "stroke": stroke,
                "stroke-width": mark.stroke_width if stroke else None,
                "stroke-dasharray": mark.dash or None,
                "stroke-linecap": "round" if stroke and mark.stroke_width > 1 else None,
                "stroke-linejoin": "round" if stroke and mark.stroke_width > 1 else None,
            },
        )


def _transform(mark: Mark) -> str | None:
    moved = f"translate({number(mark.x)} {number(mark.y)})" if mark.x or mark.y else ""
    scaled = f"scale({number(mark.scale)})" if mark.scale != 1 else ""
    return " ".join(filter(None, (moved, scaled))) or None
