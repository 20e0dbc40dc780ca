"""Shapes of a drawing, and the markup that they are inside an `svg` element."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from cxguide.core.languages import Language
from cxguide.core.numbers import canonical, rounded
from cxguide.metrics.notation import plain_number

__all__ = ["Shape", "line", "percent", "place_of", "short", "svg", "text", "tick"]


@dataclass(frozen=True, slots=True)
class Shape:
    """An element of the drawing; attributes in a fixed order, then its text or its parts."""

    tag: str
    attributes: Mapping[str, str]
    content: str | tuple[Shape, ...] = ""


def svg(shapes: Iterable[Shape]) -> Markup:
    """The shapes as markup inside an `svg` element."""
    return Markup("").join(_markup(shape) for shape in shapes)


def _markup(shape: Shape) -> Markup:
    attributes = Markup("").join(
        Markup(' {}="{}"').format(name, value) for name, value in shape.attributes.items()
    )
    content = shape.content if isinstance(shape.content, str) else svg(shape.content)
    return Markup("<{0}{1}>{2}</{0}>").format(shape.tag, attributes, content)


def tick(value: float, language: Language) -> str:
    """What is written at a place of an axis."""
    return plain_number(place_of(value), language)


def place_of(value: float) -> float:
    """The place that a tick names: as exact as it is written."""
    return float(rounded(value, 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0))


def line(name: str, x1: str, x2: str, y: float) -> Shape:
    """A level line of the class `cx-<name>`."""
    attributes = {"class": f"cx-{name}", "x1": x1, "x2": x2, "y1": short(y), "y2": short(y)}
    return Shape("line", attributes)


def text(x: str, y: float, anchor: str, words: str) -> Shape:
    """Words at a place; `anchor` is the part of them that stands there."""
    return Shape("text", {"x": x, "y": short(y), "text-anchor": anchor}, words)


def percent(value: float) -> str:
    """A part of the width, in the words of SVG."""
    return f"{short(value)}%"


def short(value: float) -> str:
    """Two digits, rounded as the browser does: halves up."""
    return canonical(math.floor(value * 100 + 0.5) / 100)
