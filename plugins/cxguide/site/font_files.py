"""Makes the font files of the guide, from the packages that the README beside them names.

    python -m cxguide.site.font_files SOURCE_DIR OUT_DIR

Only who makes the files anew needs this module, and fontTools with it: nothing imports it.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from cxguide.site.fonts import FACES, FEATURES, STYLE_SHEET, WEIGHTS, Face, fonts_css

__all__ = ["subset_font", "write_fonts"]


def subset_font(source: bytes, face: Face) -> bytes:
    """A font (any format) with the characters of a face only, as woff2; the same bytes each time.

    Of the layout features stay those in `FEATURES`. Hinting goes: it is a third of a file, and
    screens of today draw well without it.
    """
    options = subset.Options()
    options.layout_features = [*FEATURES]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    font = TTFont(BytesIO(source), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(
        unicodes=(code for first, last in face.subset.characters for code in range(first, last + 1))
    )
    subsetter.subset(font)
    style = {weight: name for name, weight in WEIGHTS.items()}[face.weight]
    family = face.subset.family
    names = {
        1: family,
        2: style,
        3: f"{family} {style} {face.subset.id} {face.subset.version}".strip(),
        4: f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style}",
    }
    # 0: copyright, 5: version, 13 and 14: licence. The rest is about the unchanged font.
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID not in (0, 5, 13, 14):
            font["name"].names.remove(record)
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made, reorderTables=False)
    return made.getvalue()


def write_fonts(sources: Path, target: Path) -> None:
    """Write all files and their style sheet into a folder.

    Raises:
        OSError: a source is not there, or the folder cannot be written.
    """
    target.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        source = (sources / face.source).with_suffix(".woff2").read_bytes()
        (target / face.file).write_bytes(subset_font(source, face))
    (target / STYLE_SHEET).write_text(fonts_css(), encoding="utf-8")


if __name__ == "__main__":
    write_fonts(Path(sys.argv[1]), Path(sys.argv[2]))
