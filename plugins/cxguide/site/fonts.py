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
    "FEATURES",
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
CZECH = "CX Sans Czech"
"""Accents stand on every Czech word: with all letters in one file, pairs as in "Vý" are kerned."""
MATH = "CX Math"
"""Roots and brackets that grow with what is inside them: few phones have a font for that. The
space makes it the font that browsers ask for the measures of formulas."""
STYLE_SHEET = "fonts.css"

WEIGHTS = {"Regular": 400, "SemiBold": 600}
_PLEX = "plex-sans/fonts/complete/woff2/IBMPlexSans"
_THAI = "plex-sans-thai/fonts/complete/woff2/IBMPlexSansThai"
_MATH = "noto-sans-math/files/noto-sans-math-latin-400-normal"
_LOOPED = "plex-sans-thai-looped/fonts/complete/woff2/IBMPlexSansThaiLooped"

FEATURES = ("calt", "ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk")
"""What stays of the fonts' layout features: all that texts get unasked, with Serbian letters and
Thai marks. The others (small figures, fractions, other shapes of letters) are a fifth of a file."""

_ASCII = (0x20, 0x7E)
# Signs of every language; letters are beside them. The currencies are those of the calculators.
_SIGNS = "\u00a0§©«\u00ad°±²³µ¶·»×÷£¥€\u2009\u2010\u2011–—‘’‚“”„•…\u202f‰′″‹›™←↑→↓−√∞≈≠≤≥"
_CZECH = "áäčďéěíĺľňóôŕřšťúůýž"
_SERBIAN = "абвгдђежзијклљмнњопрстћуфхцчџш"
_SERBIAN_LATIN = "čćđšž"


@dataclass(frozen=True, slots=True)
class Subset:
    """Characters that are loaded together.

    Attributes:
        id: part of the files' names.
        characters: code points, first and last of each range; no character is in two subsets
            of a family.
        sources: the fonts they are taken from, one for each weight, without ending.
        family: what style sheets call it.
        version: the version of the site that alone loads it, where another version has another
            file in its place: `sr` and `sr-latn`. A link to the one becomes a link to the other
            when pages are put into another script (`site.script_change`).
    """

    id: str
    characters: tuple[tuple[int, int], ...]
    sources: tuple[str, ...]
    family: str = FAMILY
    version: str = ""

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
        version = f".{self.subset.version}" if self.subset.version else ""
        return f"cx-sans-{self.subset.id}-{self.weight}{version}.woff2"


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
    return _ranges(map(ord, text))


def _letters(alphabet: str) -> tuple[tuple[int, int], ...]:
    """Both cases of an alphabet, as ranges."""
    return _points(alphabet + alphabet.upper())


def _rest(first: int, last: int, *taken: str) -> tuple[tuple[int, int], ...]:
    """What is left of a range when others have had theirs."""
    without = {ord(sign) for signs in taken for sign in signs + signs.upper()}
    return _ranges(code for code in range(first, last + 1) if code not in without)


def _ranges(codes: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Code points as ranges.

    >>> _ranges([5, 1, 2, 3])
    ((1, 3), (5, 5))
    """
    found: list[tuple[int, int]] = []
    for code in sorted(set(codes)):
        if found and found[-1][1] == code - 1:
            found[-1] = (found[-1][0], code)
        else:
            found.append((code, code))
    return tuple(found)


_BOTH = (f"{_PLEX}-Regular", f"{_PLEX}-SemiBold")

SUBSETS = (
    Subset("latin", (_ASCII, *_points(_SIGNS)), _BOTH),
    Subset("serbian", _letters(_SERBIAN), _BOTH, version="sr"),
    Subset("serbian", _letters(_SERBIAN_LATIN), _BOTH, version="sr-latn"),
    Subset("cyrillic", _rest(0x400, 0x45F, _SERBIAN), _BOTH),
    Subset("latin-ext", _rest(0xA0, 0x17F, _SIGNS, _SERBIAN_LATIN), _BOTH),  # names, mostly
    Subset("czech", (_ASCII, *_points(_SIGNS + _CZECH + _CZECH.upper())), _BOTH, CZECH),
    Subset(  # with loops in long text, without them in headings, as Thai is printed
        "thai",
        ((0xE01, 0xE3A), (0xE3F, 0xE5B), (0x200B, 0x200D), (0x25CC, 0x25CC)),
        (f"{_LOOPED}-Regular", f"{_THAI}-SemiBold"),
    ),
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
    StandIn(("Noto Sans Thai",), 400, 113.9, SUBSETS[6].unicode_range),
)

# Of an em, in Plex Sans; the same in all its weights.
_ASCENT, _DESCENT = 1.025, 0.275


def fonts_css(faces: Iterable[Face] = FACES, stand_ins: Iterable[StandIn] = STAND_INS) -> str:
    """The style sheet, with the files expected beside it."""
    rules = [_rule(_of_file(face)) for face in faces]
    rules += [_rule(_of_device(one)) for one in stand_ins]
    return "/* Made by cxguide.site.fonts; change it there. */\n" + "".join(rules)


# A text that changes its font after it was seen moves what is below it, however alike the widths:
# with Arial in place of ours, half a line more in one paragraph made a CLS of 0.06. So text keeps
# the font it began with (`optional`); pages ask for theirs before the styles, and the next page
# has them. A file that comes later still lays out the whole page anew, so roots alone have one, and
# words in other languages, such as their names, have a font of the device.


def _rule(descriptors: Mapping[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in descriptors.items())
    return f"@font-face {{\n{lines}}}\n"


def _of_file(face: Face) -> dict[str, str]:
    return {
        "font-family": f'"{face.subset.family}"',
        "font-weight": str(face.weight),
        "font-display": "swap" if face.subset.family == MATH else "optional",
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
