"""The picture that others show beside a link to a page, in the language of the page.

Letters are shaped by HarfBuzz and lines end where the language lets them, so that Thai marks and
words are right; the renderer gets outlines alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from resvg_py import svg_to_bytes

from cxguide.core.languages import Language
from cxguide.drawing.blocks import Block, Style, paragraph
from cxguide.drawing.coverage import missing_letters
from cxguide.drawing.elements import drawn, element
from cxguide.drawing.outlines import outlines
from cxguide.drawing.palette import Ink, light_paints
from cxguide.drawing.parts import Area, Cell, Mark
from cxguide.drawing.typeface import REGULAR
from cxguide.site.open_graph import CARD_PX

__all__ = ["Card", "card_cells", "card_png", "card_svg", "letters_without_font"]

WIDTH_PX, HEIGHT_PX = CARD_PX
_MARGIN = 88
_BOLD = 600
_BAR = 20
_TITLE = Area(_MARGIN, 204, WIDTH_PX - 2 * _MARGIN, 248)
_SIZES = (76, 68, 60, 52, 44, 36)
"""Of titles, in px: the largest with which the title has room."""
_HOST = Area(_MARGIN, 544, 600, 56)
_CURVE = Area(WIDTH_PX - _MARGIN - 380, 460, 380 + _MARGIN, HEIGHT_PX - 460)
LINE = "M40 96C76 84 112 72 160 72S232 96 280 150 352 216 400 196 468 84 520 40"
POINTS: tuple[tuple[float, float, Ink], ...] = (
    (40, 96, "good"), (160, 72, "good"), (280, 150, "middle"), (388, 201, "bad"), (520, 40, "good"),
)  # fmt: skip
"""The feelings of a journey, as on the home page (`theme/guide/partials/curve.html`): the line, and
x, y and mood of its points."""
_POINT = "M-11 0A11 11 0 0 1 11 0A11 11 0 0 1 -11 0z"


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says.

    Attributes:
        title: of the page.
        above: what the page is a part of; may be empty.
        site_name: what the site is called in the language.
        host: where the site is, without the protocol; may be empty.
        language: of all of it.
    """

    title: str
    above: str
    site_name: str
    host: str
    language: Language


def letters_without_font(card: Card) -> tuple[str, ...]:
    """The characters of a card that our fonts do not have; with any, there is no card."""
    return missing_letters(" ".join((card.title, card.above, card.site_name, card.host)))


def card_cells(card: Card) -> tuple[Cell, ...]:
    """The parts of a card, each in its own area; none overlaps another."""
    width = _TITLE.width
    name = _line(card.site_name, width, Style(32, _BOLD, "ink"), card)
    host = _line(card.host, _HOST.width, Style(26, REGULAR, "soft"), card)
    above = _line(card.above, width, Style(32, REGULAR, "accent"), card)
    return (
        Cell(
            Area(0, 0, _BAR, HEIGHT_PX),
            marks=(Mark(f"M0 0H{_BAR}V{HEIGHT_PX}H0z", fill="accent"),),
        ),
        name.within(Area(_MARGIN, 56, width, 64)),
        above.within(Area(_MARGIN, 136, width, 64)),
        _title(card).within(_TITLE),
        host.within(_HOST),
        Cell(_CURVE, marks=_ornament()),
    )


def card_svg(card: Card) -> str:
    """A card as SVG of paths alone.

    Raises:
        MissingGlyph: our fonts lack a character, see `letters_without_font`.
    """
    paints = light_paints("")
    return element(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "width": WIDTH_PX, "height": HEIGHT_PX},
        element("rect", {"width": WIDTH_PX, "height": HEIGHT_PX, "fill": paints["paper"]}),
        *(
            element(
                "g",
                {},
                *drawn(cell.marks, paints),
                *(outlines(words, paints[words.ink], card.language) for words in cell.words),
            )
            for cell in card_cells(card)
        ),
    )


def card_png(card: Card) -> bytes:
    """A card as PNG; the same bytes each time.

    Raises:
        MissingGlyph: as `card_svg` does.
    """
    return svg_to_bytes(svg_string=card_svg(card), skip_system_fonts=True)


def _line(text: str, width: float, style: Style, card: Card) -> Block:
    """A text in one line; in smaller letters if it has no room."""
    for size in (style.size, 0.8 * style.size, 0.6 * style.size):
        block = paragraph(text, width, Style(size, style.weight, style.ink), card.language)
        if len(block.words) < 2:
            break
    return Block(block.width, block.height, block.words[:1])


def _title(card: Card) -> Block:
    """The title in the largest letters with which it has room and no word is divided."""
    words = [word for word in card.title.split() if card.language.locale.language != "th"]
    block = _lines(card, _SIZES[0])
    for size in _SIZES:
        block = _lines(card, size)
        lines = " ".join(line.text for line in block.words).split()
        if block.height <= _TITLE.height and all(word in lines for word in words):
            break
    fitting = int(_TITLE.height // (block.height / len(block.words))) if block.words else 0
    return Block(block.width, min(block.height, _TITLE.height), block.words[:fitting])


def _lines(card: Card, size: float) -> Block:
    """The title with its lines closer than those of a text: so large, they are few."""
    leading = 1.5 if card.language.locale.language == "th" else 1.2
    return paragraph(card.title, _TITLE.width, Style(size, _BOLD, "ink", leading), card.language)


def _ornament() -> tuple[Mark, ...]:
    scale = 0.7
    left, top = WIDTH_PX - _MARGIN - 520 * scale, 444.0
    grid = tuple(
        Mark(f"M{_BAR} 0H{WIDTH_PX}", y=top + y * scale, stroke="line", stroke_width=1.5)
        for y in (24, 120, 216)
    )
    curve = Mark(LINE, left, top, scale, stroke="accent", stroke_width=5)
    points = tuple(
        Mark(_POINT, left + x * scale, top + y * scale, scale, fill=ink) for x, y, ink in POINTS
    )
    return (*grid, curve, *points)
