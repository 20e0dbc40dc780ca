"""Thai marks above each other are one glyph in a PDF, and look as they did."""

from __future__ import annotations

from io import BytesIO
from itertools import product

import pytest
import uharfbuzz as hb
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from cxguide.drawing.typeface import Face, faces
from cxguide.journeys.pictures.stacked_marks import add_stacked_marks

LETTERS, LOWER, UPPER = "กญฐดนปฝฟฬอฮ", "ัิีึื็ํ", "่้๊๋์"
THAI = [face for face in faces() if face.id == "thai"]


def font_of(face: Face, *, is_stacked: bool) -> TTFont:
    font = TTFont(BytesIO(face.ttf), recalcTimestamp=False)
    if is_stacked:
        add_stacked_marks(font)
    written = BytesIO()
    font.save(written)
    return TTFont(BytesIO(written.getvalue()))


def shaped(font: TTFont, text: str) -> list[tuple[str, int, int]]:
    """Glyphs and where they stand, to the right and up."""
    written = BytesIO()
    font.save(written)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(written.getvalue())), buffer)
    right, found = 0, []
    for one, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        name = font.getGlyphName(one.codepoint)
        found.append((name, right + place.x_offset, place.y_offset))
        right += place.x_advance
    return found


def outline(font: TTFont, text: str) -> list[tuple[float, float]]:
    """All points of what is drawn."""
    glyphs = font.getGlyphSet()
    points = []
    for name, right, up in shaped(font, text):
        pen = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(TransformPen(pen, (1, 0, 0, 1, right, up)))
        points += [point for _, operands in pen.value for point in operands if point]
    return sorted(points)


@pytest.mark.parametrize("face", THAI, ids=lambda face: str(face.weight))
def test_no_mark_is_raised_above_another(face: Face):
    font = font_of(face, is_stacked=True)
    text = "".join(map("".join, product(LETTERS, LOWER, UPPER)))

    glyphs = shaped(font, text)

    assert 2 * len(LETTERS) * len(LOWER) * len(UPPER) == len(glyphs)
    assert {0} == {up for _, _, up in glyphs}


@pytest.mark.parametrize("face", THAI, ids=lambda face: str(face.weight))
@pytest.mark.parametrize("text", ["ซื้อ", "ที่", "ปั้น", "ใหญ่", "น้ำ", "ฟื้น", "ผู้ใช้"])
def test_a_word_looks_as_it_did(face: Face, text: str):
    before, after = (outline(font_of(face, is_stacked=one), text) for one in (False, True))

    assert len(before) == len(after)
    assert (
        max(
            abs(a - b)
            for one, two in zip(before, after, strict=True)
            for a, b in zip(one, two, strict=True)
        )
        <= 5
    )


def test_a_font_without_thai_stays_as_it_is():
    face = next(face for face in faces() if face.id == "latin")
    font = TTFont(BytesIO(face.ttf))

    add_stacked_marks(font)

    assert TTFont(BytesIO(face.ttf)).getGlyphOrder() == font.getGlyphOrder()
