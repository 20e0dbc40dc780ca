"""The fonts of the guide: subsets of IBM Plex and Noto, and the style sheet that names them.

Which characters come from which file stands here only (`SUBSETS`); the files, the ranges in
`fonts.css` and the tests follow; `font_files` makes them again. The licence of Plex (OFL 1.1)
reserves its name for the unchanged fonts, so ours are "CX Sans".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

__all__ = [
    "FACES",
    "FAMILY",
    "STAND_INS",
    "STYLE_SHEET",
    "SUBSETS",
    "WEIGHTS",
    "Face",
    "StandIn",
    "Subset",
    "fonts_css",
]

FAMILY = "CX Sans"
NAMES = "CX Names"
"""The names of languages in their own letters stand on every page: 2 kB instead of 25."""
MATH = "CX Math"
"""Roots and brackets that grow with what is inside them: few phones have a font for that. The
space makes it the font that browsers ask for the measures of formulas."""
STYLE_SHEET = "fonts.css"

WEIGHTS = {"Regular": 400, "SemiBold": 600}
_PLEX = "plex-sans/fonts/complete/woff2/IBMPlexSans"
_THAI = "plex-sans-thai/fonts/complete/woff2/IBMPlexSansThai"
_MATH = "noto-sans-math/files/noto-sans-math-latin-400-normal"
_LOOPED = "plex-sans-thai-looped/fonts/complete/woff2/IBMPlexSansThaiLooped"

# Digits, and signs of every language; letters are in the ranges beside them.
_SIGNS = "\u2009\u2010\u2011–—‘’‚“”„•…\u202f‰′″‹›€™←↑→↓−√∞≈≠≤≥"


@dataclass(frozen=True, slots=True)
class Subset:
    """Characters that are loaded together.

    Attributes:
        id: part of the files' names.
        characters: code points, first and last of each range; no character is in two subsets
            of a family.
        sources: the fonts they are taken from, one for each weight, without ending.
        family: what style sheets call it.
    """

    id: str
    characters: tuple[tuple[int, int], ...]
    sources: tuple[str, ...]
    family: str = FAMILY

    def __contains__(self, character: str) -> bool:
        return any(first <= ord(character) <= last for first, last in self.characters)

    @property
    def unicode_range(self) -> str:
        """The characters in the words of CSS.

        >>> Subset("x", ((0x20, 0x7E), (0x2212, 0x2212)), ("", "")).unicode_range
        'U+20-7E, U+2212'
        """
        return ", ".join(
            f"U+{first:X}" + (f"-{last:X}" if last > first else "")
            for first, last in self.characters
        )


@dataclass(frozen=True, slots=True)
class Face:
    """One file: a subset in one weight, and where it is taken from."""

    subset: Subset
    weight: int
    source: str

    @property
    def file(self) -> str:
        """Name of the file."""
        return f"cx-sans-{self.subset.id}-{self.weight}.woff2"


@dataclass(frozen=True, slots=True)
class StandIn:
    """A font of the reader's device, made as wide as ours, so that nothing moves when ours comes.

    Attributes:
        local: its names on devices.
        weight: which of our weights it stands in for.
        width_percent: how wide our font sets a text that the device's sets in 100.
        characters: what it stands in for; without any, for everything.
    """

    local: tuple[str, ...]
    weight: int
    width_percent: float
    characters: str = ""


def _points(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((ord(sign), ord(sign)) for sign in sorted(set(text)))


SUBSETS = (
    Subset(
        "latin",
        ((0x20, 0x7E), (0xA0, 0xFF), *_points(_SIGNS)),
        (f"{_PLEX}-Regular", f"{_PLEX}-SemiBold"),
    ),
    Subset(  # Czech, Serbian in Latin script, names
        "latin-ext",
        ((0x100, 0x17F),),
        (f"{_PLEX}-Regular", f"{_PLEX}-SemiBold"),
    ),
    Subset("cyrillic", ((0x400, 0x45F),), (f"{_PLEX}-Regular", f"{_PLEX}-SemiBold")),
    Subset(  # with loops in long text, without them in headings, as Thai is printed
        "thai",
        ((0xE01, 0xE3A), (0xE3F, 0xE5B), (0x200B, 0x200D), (0x25CC, 0x25CC)),
        (f"{_LOOPED}-Regular", f"{_THAI}-SemiBold"),
    ),
    Subset("names", _points("ČšСрпскићлца"), (f"{_PLEX}-Regular",), NAMES),
    Subset("names-thai", _points("ไทย"), (f"{_THAI}-Regular",), NAMES),
    Subset("math", _points(" ()√"), (_MATH,), MATH),
)

FACES = tuple(
    Face(subset, weight, source)
    for subset in SUBSETS
    for weight, source in zip(WEIGHTS.values(), subset.sources, strict=False)
)

# Measured on a sentence of the home page in English, Serbian and Thai, with Liberation Sans in
# place of Arial, whose widths it has. Roboto runs as wide as Arial by less than half a percent.
STAND_INS = (
    StandIn(("Arial", "Liberation Sans", "Roboto"), 400, 100.4),
    StandIn(("Arial Bold", "Liberation Sans Bold", "Roboto Bold"), 600, 96.8),
    StandIn(("Noto Sans Thai",), 400, 113.9, SUBSETS[3].unicode_range),
)

# Of an em, in Plex Sans; the same in all its weights.
_ASCENT, _DESCENT = 1.025, 0.275


def fonts_css(faces: Iterable[Face] = FACES, stand_ins: Iterable[StandIn] = STAND_INS) -> str:
    """The style sheet, with the files expected beside it."""
    rules = [_rule(_of_file(face)) for face in faces]
    rules += [_rule(_of_device(one)) for one in stand_ins]
    return "/* Made by cxguide.site.fonts; change it there. */\n" + "".join(rules)


def _rule(descriptors: Mapping[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in descriptors.items())
    return f"@font-face {{\n{lines}}}\n"


def _of_file(face: Face) -> dict[str, str]:
    return {
        "font-family": f'"{face.subset.family}"',
        "font-weight": str(face.weight),
        "font-display": "swap",
        "src": f'url("{face.file}") format("woff2")',
        "unicode-range": face.subset.unicode_range,
    }


def _of_device(one: StandIn) -> dict[str, str]:
    share = one.width_percent / 100
    descriptors = {
        "font-family": f'"{FAMILY} Stand-in"',
        "font-weight": str(one.weight),
        "src": ", ".join(f'local("{name}")' for name in one.local),
        "size-adjust": f"{one.width_percent}%",
        "ascent-override": f"{100 * _ASCENT / share:.1f}%",
        "descent-override": f"{100 * _DESCENT / share:.1f}%",
        "line-gap-override": "0%",
    }
    return descriptors | ({"unicode-range": one.characters} if one.characters else {})
