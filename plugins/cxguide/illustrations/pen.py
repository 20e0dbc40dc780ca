"""What all kinds of pictures are drawn with: the sizes of a format, texts in lines, shapes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxguide.core.catalogs import Message, Texts
from cxguide.core.languages import Language
from cxguide.drawing.blocks import EMPTY, Block, Style, paragraph
from cxguide.drawing.line_breaks import joints, pieces, shown
from cxguide.drawing.palette import Ink
from cxguide.drawing.parts import Area, Mark
from cxguide.drawing.typeface import BOLD, width_of
from cxguide.illustrations.scene import Paragraph

__all__ = [
    "NARROW",
    "RADIUS",
    "WIDE",
    "Format",
    "Pen",
    "Setting",
    "arrow_head",
    "card",
    "centred",
    "line",
    "placed",
    "ring",
    "rounded",
    "stacked",
]

RADIUS = 10.0
_EDGE = 3.0
"""How thick the upper edge of a card is in its middle."""
_ROOM = 0.05
"""Part of a line that stays free: Serbian is a little wider in Latin letters, and so are the
fonts that stand in for ours."""
_HALVINGS = 6
"""How often a width is halved to find the narrowest that needs no more lines."""


@dataclass(frozen=True, slots=True)
class Format:
    """A size that a picture is laid out for; the page scales it to the room it has.

    Attributes:
        name: for the class of the drawing.
        width: of the drawing in px.
        size: of an em of texts, the smallest there are.
        name_size: of names.
    """

    name: str
    width: float
    size: float
    name_size: float

    @property
    def is_wide(self) -> bool:
        """Whether things stand beside each other."""
        return self.width > 600


WIDE = Format("wide", 720, 16, 18)
"""For 640 px and more: its texts are at least 14 px high there."""
NARROW = Format("narrow", 300, 15, 17)
"""For phones: a window of 320 px has about 290 px for it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A text in lines from (0, 0) on, and how much room it takes.

    Attributes:
        block: the lines.
        joints: what the text has between each line and the next, a space or nothing.
    """

    block: Block = EMPTY
    joints: tuple[str, ...] = ()

    @property
    def width(self) -> float:
        """Of the longest line."""
        return self.block.width

    @property
    def height(self) -> float:
        """Of all lines."""
        return self.block.height

    def __bool__(self) -> bool:
        return bool(self.block.words)


@dataclass(frozen=True)
class Pen:
    """Sets texts of a language in a format.

    Attributes:
        texts: of the language.
        format: that the picture is laid out for.
    """

    texts: Texts
    format: Format

    @property
    def language(self) -> Language:
        """Of the texts."""
        return self.texts.language

    @property
    def plain(self) -> Style:
        """How texts look."""
        return Style(self.format.size)

    @property
    def soft(self) -> Style:
        """How texts look that are less important."""
        return Style(self.format.size, ink="soft")

    @property
    def bold(self) -> Style:
        """How names look."""
        return Style(self.format.name_size, BOLD)

    @property
    def small_bold(self) -> Style:
        """How names look that stand close together."""
        return Style(self.format.size, BOLD)

    @property
    def number(self) -> Style:
        """How numbers in rings look."""
        return Style(self.format.size, BOLD, "accent")

    def set(self, message: Message, width: float, style: Style) -> Setting:
        """A text of the picture in lines of at most a width, from (0, 0) on."""
        return self.write(self.texts(message.key, message.english), width, style)

    def optional(self, message: Message | None, width: float, style: Style) -> Setting:
        """A text that may be missing; then nothing."""
        return Setting() if message is None else self.set(message, width, style)

    def write(self, text: str, width: float, style: Style) -> Setting:
        """Any text in lines of at most a width, of like length where there are several."""
        widest = width * (1 - _ROOM)
        block = paragraph(text, widest, style, self.language)
        narrowest = max(widest / 2, self._widest_piece(text, style))
        for _ in range(_HALVINGS if len(block.words) > 1 and narrowest < widest else 0):
            middle = (narrowest + widest) / 2
            tried = paragraph(text, middle, style, self.language)
            if tried.height > block.height or tried.width > middle:
                narrowest = middle
            else:
                widest, block = middle, tried
        return Setting(block, joints(text, [words.text for words in block.words]))

    def _widest_piece(self, text: str, style: Style) -> float:
        """As narrow as lines may be without dividing a word."""
        found = (shown(piece) for piece in pieces(text, self.language))
        return max(width_of(piece, style.weight, self.language) for piece in found) * style.size


def placed(text: Setting, x: float, y: float) -> Paragraph:
    """A text in its place: its upper left corner."""
    return Paragraph(text.block.moved(x, y).words, text.joints)


def centred(text: Setting, x: float, y: float) -> Paragraph:
    """A text around a vertical line at `x`, from `y` downwards."""
    lines = (
        replace(words, area=replace(words.area, x=x - words.area.width / 2))
        for words in text.block.moved(0, y).words
    )
    return Paragraph(tuple(lines), text.joints, is_centred=True)


def stacked(
    settings: Sequence[Setting], x: float, y: float, *, gap: float = 4
) -> tuple[tuple[Paragraph, ...], float]:
    """Texts one under the other from a corner on, and where they end; empty ones take no room."""
    texts = []
    for text in filter(None, settings):
        texts.append(placed(text, x, y))
        y += text.height + gap
    return tuple(texts), y - gap if texts else y


def rounded(area: Area, radius: float = RADIUS) -> str:
    """The outline of an area with rounded corners, as a path."""
    r, right, bottom = radius, area.right - radius, area.bottom - radius
    corner = f"a{r:g} {r:g} 0 0 1"
    return (
        f"M{area.x + r:.2f} {area.y:.2f}H{right:.2f}{corner} {r:g} {r:g}V{bottom:.2f}"
        f"{corner} {-r:g} {r:g}H{area.x + r:.2f}{corner} {-r:g} {-r:g}V{area.y + r:.2f}"
        f"{corner} {r:g} {-r:g}z"
    )


def card(area: Area) -> tuple[Mark, ...]:
    """A card as the guide has them: a thin line around it, a thick one along its upper edge."""
    r, flat = RADIUS, RADIUS - _EDGE
    top = (
        f"M{area.x:.2f} {area.y + r:.2f}a{r:g} {r:g} 0 0 1 {r:g} {-r:g}"
        f"H{area.right - r:.2f}a{r:g} {r:g} 0 0 1 {r:g} {r:g}"
        f"a{r:g} {flat:g} 0 0 0 {-r:g} {-flat:g}"
        f"H{area.x + r:.2f}a{r:g} {flat:g} 0 0 0 {-r:g} {flat:g}z"
    )
    return (
        Mark(rounded(area), fill="paper", stroke="line", stroke_width=1.25),
        Mark(top, fill="accent"),
    )


def ring(x: float, y: float, radius: float) -> Mark:
    """A ring around a place, for a number."""
    r = radius
    path = f"M{-r:g} 0A{r:g} {r:g} 0 0 1 {r:g} 0A{r:g} {r:g} 0 0 1 {-r:g} 0z"
    return Mark(path, x, y, fill="paper", stroke="accent", stroke_width=2)


def line(path: str, ink: Ink = "accent", *, width: float = 2, dash: str = "") -> Mark:
    """A line along a path."""
    return Mark(path, stroke=ink, stroke_width=width, dash=dash)


def arrow_head(x: float, y: float, direction: str, ink: Ink = "accent") -> Mark:
    """The head of an arrow whose tip is at a place; it points `right`, `down` or `left`."""
    path = {
        "right": "M-6 -5.5L0 0L-6 5.5",
        "down": "M-5.5 -6L0 0L5.5 -6",
        "left": "M6 -5.5L0 0L6 5.5",
    }[direction]
    return Mark(path, x, y, stroke=ink, stroke_width=2)
