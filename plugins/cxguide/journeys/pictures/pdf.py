"""A map as a PDF file: a tagged table on one landscape page, by Typst.

`map.typ` is the page, the texts go to it as data. It has the fonts of the other forms and no
others. It breaks lines itself, but Thai comes to it in pieces that stay whole, so that lines
break where they do in the other forms.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from fontTools.ttLib import TTFont

from cxguide.core.languages import Language
from cxguide.drawing.line_breaks import pieces, shown
from cxguide.drawing.palette import PALETTE
from cxguide.drawing.typeface import Face, faces
from cxguide.journeys.model import Row
from cxguide.journeys.pictures.elements import picture
from cxguide.journeys.pictures.plot import Plot
from cxguide.journeys.pictures.signs import TRUTH, Sign, is_truth, legend, line_signs
from cxguide.journeys.pictures.stacked_marks import add_stacked_marks
from cxguide.journeys.plain import PlainMap, PlainStage

__all__ = ["file", "page_data"]

_PAGE = Path(__file__).with_name("map.typ")
_STAGES_ON_A4 = 6
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_EM = 12.5
"""Of the drawings' texts in px, to which signs have their measures."""
_PLOT_STAGE_WIDTH = 260.0
"""In px; wide, so that the curve is low on the page."""

_Data = Mapping[str, object]


def file(plain: PlainMap, *, source: str = "") -> bytes:
    """The map as PDF/UA-1; the same bytes each time.

    Up to six stages take one A4 page, more one A3 page, with type as large as fits.

    Args:
        plain: the map.
        source: where it comes from, as an address for the foot of the page.
    """
    written = json.dumps(page_data(plain, source=source), ensure_ascii=False)
    with TemporaryDirectory(prefix="cx-map-") as folder:
        for face in faces():
            Path(folder, f"{face.id}-{face.weight}.ttf").write_bytes(_named(face))
        return typst.compile(
            _PAGE,
            font_paths=[Path(folder)],
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="ua-1",
            sys_inputs={"map": written},
            timestamp=0,
        )


def page_data(plain: PlainMap, *, source: str = "") -> _Data:
    """What `map.typ` shows, ready for JSON."""
    return _Writer(plain.words.language).page(plain, source)


@dataclass(frozen=True)
class _Writer:
    language: Language

    def page(self, plain: PlainMap, source: str) -> _Data:
        locale = self.language.locale
        return {
            "paper": "a4" if len(plain.stages) <= _STAGES_ON_A4 else "a3",
            "lang": locale.language,
            "script": locale.script.lower() if locale.script else None,
            "leading": 0.9 if locale.language == "th" else 0.5,
            "families": list(dict.fromkeys(map(_family, faces()))),
            "colours": {ink: colour.light for ink, colour in PALETTE.items()},
            "title": plain.title,
            "description": plain.summary,
            "source": source,
            "name": self.text(plain.title),
            "summary": self.text(plain.summary),
            "lens": [[self.text(head), list(map(self.text, own))] for head, own in plain.lens],
            "legend": [self.line(label, sign) for sign, label in legend(plain)],
            "stage-head": self.text(plain.stage_head),
            "stages": list(map(self.stage, plain.stages)),
            "rows": [self.row(plain, row) for row in plain.heads],
        }

    def stage(self, stage: PlainStage) -> _Data:
        return {
            "number": str(stage.number),
            "name": self.text(stage.name),
            "remarks": [
                self.line(remark, TRUTH if is_truth(stage, remark) else None)
                for remark in stage.remarks
            ],
        }

    def row(self, plain: PlainMap, row: Row) -> _Data:
        lines = plain.words.fixed.lines
        return {
            "head": self.text(plain.heads[row]),
            "line": self.text(lines[row]) if row in lines else None,
            "plot": _curve(plain) if row == "emotion" else None,
            "cells": [
                self.lines(stage.cells[row], line_signs(stage.stage, row)) for stage in plain.stages
            ],
        }

    def lines(self, texts: tuple[str, ...], signs: Iterable[Sign]) -> list[_Data]:
        found: list[Sign | None] = list(signs)
        found = found or [None] * len(texts)
        return [self.line(text, sign) for text, sign in zip(texts, found, strict=True)]

    def line(self, text: str, sign: Sign | None) -> _Data:
        if sign is None:
            return {"text": self.text(text), "sign": None}
        area, marks = sign.in_line()
        drawn = {
            "svg": picture(area, marks),
            "gutter": area.width / _EM,
            "height": area.height / _EM,
        }
        return {"text": self.text(text), "sign": drawn}

    def text(self, text: str) -> list[tuple[str, bool]]:
        """Its pieces, and whether each must stay in one line whatever Typst thinks."""
        if not _THAI.search(text):
            return [(shown(text), False)]
        found: list[tuple[str, bool]] = []
        for piece in pieces(text, self.language):
            word = piece.rstrip(" ")
            found.append((word, _THAI.search(word) is not None))
            if word != piece:
                found.append((" ", False))
        return found


def _curve(plain: PlainMap) -> str:
    plot = Plot(plain.journey, 0, 0, _PLOT_STAGE_WIDTH)
    return picture(plot.area, plot.drawn(), (plot.height_of(2), plot.height_of(-2)))


def _family(face: Face) -> str:
    """Typst takes two files of one family and weight for the same font."""
    return f"CX {face.id}"


@lru_cache(maxsize=32)
def _named(face: Face) -> bytes:
    font = TTFont(BytesIO(face.ttf), recalcTimestamp=False)
    for record in font["name"].names:
        if record.nameID == 1:
            record.string = _family(face)
    add_stacked_marks(font)
    written = BytesIO()
    font.save(written, reorderTables=False)
    return written.getvalue()
