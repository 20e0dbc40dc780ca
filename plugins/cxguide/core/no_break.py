"""Spaces at which no line of a language may end, which editors cannot see and need not type.

Czech: after words of one letter, inside numbers, dates, ratios and abbreviations, between a number
and its sign, unit or what it counts, between initials or titles and names. Source: Internetová
jazyková příručka, https://prirucka.ujc.cas.cz/?id=880. Thai: before the sign of repetition ๆ, with
which no line begins, and in years of an era.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from cxguide.core.languages import Language

__all__ = ["HIDDEN_WORD", "has_no_break_spaces", "no_break_gaps", "with_no_break_spaces"]

HIDDEN_WORD = "\ufffc"
"""Stands for what is not looked at and yet is a word: code, a picture, a phrase of English."""

_NO_BREAK_SPACE = "\xa0"
_GAP = r"(?P<gap>[ \t\r\n]+)"
_ANY_GAP = r"[ \t\r\n\xa0]+"
_LOWER = "a-záčďéěíňóřšťúůýž"
_UPPER = "A-ZÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ"
_VALUE = r"[\d}\ufffc]"
"""The end of a number, or of what will be one: of a placeholder such as `{n}`."""
_LETTER_UNIT = re.compile(r"\w")


def has_no_break_spaces(language: Language) -> bool:
    """Whether there are rules for a language.

    >>> has_no_break_spaces(Language("cs")), has_no_break_spaces(Language("en"))
    (True, False)
    """
    return _name(language) in _RULES


def with_no_break_spaces(text: str, language: Language) -> str:
    r"""A text in which no line can end where none may; made twice, it changes nothing.

    >>> with_no_break_spaces("V Praze je 5 °C.", Language("cs"))
    'V\xa0Praze je 5\xa0°C.'
    >>> with_no_break_spaces("ต่าง ๆ", Language("th"))
    'ต่าง\xa0ๆ'
    """
    parts, at = [], 0
    for start, end in no_break_gaps(text, language):
        parts += [text[at:start], _NO_BREAK_SPACE]
        at = end
    return "".join([*parts, text[at:]])


@lru_cache(maxsize=4096)  # the menu stands on every page
def no_break_gaps(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """From where to where the white space goes at which no line may end, in order.

    No-break spaces are none of it. Tags count as letters, so hand in what readers see.

    >>> no_break_gaps("s ním", Language("cs"))
    ((1, 2),)
    """
    rules = _RULES.get(_name(language))
    if rules is None:
        return ()
    return tuple(sorted({found.span("gap") for rule in rules() for found in rule.finditer(text)}))


@cache
def _czech() -> tuple[re.Pattern[str], ...]:
    words = _listed("no-break.cs.txt")
    units = words["sign or unit, behind a number"]
    # A single letter behind a placeholder is a preposition: {name} v obchodě.
    safe_units = [unit for unit in units if len(unit) > 1 or not _LETTER_UNIT.match(unit)]
    counted = words["what is counted, behind a number"]
    return tuple(
        map(
            re.compile,
            (
                rf"(?<![\w/’-])[KkSsVvZzOoUuAaIi]{_GAP}(?=\S)",
                rf"(?<!\d)\d{{1,3}}{_GAP}(?=\d{{2,3}}(?!\d))",
                rf"(?<=\d){_GAP}(?={_any(units)})",
                rf"(?<=[}}\ufffc]){_GAP}(?={_any(safe_units)})",
                rf"(?<={_VALUE}){_GAP}(?={_any(counted)})",
                rf"(?<![\d.,])\d{{1,2}}\.{_GAP}(?=\d{{1,2}}\.)",
                rf"(?<![\d.,])(?<!\d\.[ \xa0])\d{{1,4}}\.{_GAP}(?=[{_LOWER}]{{2}})",
                rf"(?<!\w)[IVXLC]+\.{_GAP}(?=[{_LOWER}]{{2}})",
                rf"(?<!\w)[{_UPPER}][{_LOWER}]+{_GAP}(?=[IVX]{{1,6}}\.(?!\w))",
                rf"(?<!\w)ČSN{_ANY_GAP}\d{{2}}{_GAP}(?=\d{{4}}(?!\d))",
                rf"(?<=\d){_GAP}(?=:{_ANY_GAP}\d)",
                rf"(?<=\d){_ANY_GAP}:{_GAP}(?=\d)",
                rf"(?<!\w)[{_LOWER}]{{1,2}}\.{_GAP}(?=[{_LOWER}]{{1,2}}\.)",
                rf"(?<!\w)(?:[{_UPPER}]|Ch)\.{_GAP}(?=[{_UPPER}])",
                rf"(?<!\w){_any(words['in front of a number'])}{_GAP}(?=[\d{{\ufffc])",
                rf"(?<!\w){_any(words['in front of a word'])}{_GAP}(?=[\w„({{\ufffc])",
            ),
        )
    )


@cache
def _thai() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"(?<=[\u0e00-\u0e7f”)]){_GAP}(?=ๆ)"),
        re.compile(rf"(?<=[พค]\.ศ\.){_GAP}(?=[\d{{])"),
    )


_RULES = {"cs": _czech, "th": _thai}


def _name(language: Language) -> str:
    """The language without script and country, also of a tag in a page that CLDR does not know."""
    return language.tag.partition("-")[0].lower()


def _any(words: Iterable[str]) -> str:
    """A pattern of any of the words, whole, the longest first."""
    return f"(?:{'|'.join(map(_pattern, sorted(words, key=len, reverse=True)))})"


def _pattern(word: str) -> str:
    pattern = re.escape(word).replace(r"\ ", _ANY_GAP)
    return pattern.replace(r"\*", r"\w*") + r"(?!\w)"


def _listed(name: str) -> Mapping[str, list[str]]:
    """The words of a list by its sections."""
    found: dict[str, list[str]] = {}
    section: list[str] = []
    for line in (files(__package__) / "data" / name).read_text("utf-8").splitlines():
        if heading := re.fullmatch(r"\[(.+)\]", line):
            section = found.setdefault(heading[1], [])
        elif line and not line.startswith("# "):
            section.append(line)
    return found
