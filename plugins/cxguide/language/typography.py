"""What a typesetter of the country would see at once, and what must stand there instead.

Only signs that can be seen: spaces at which no line may end are set at build (`core.no_break`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from cxguide.core.languages import Language
from cxguide.core.passages import Passage
from cxguide.core.places import Place, Severity, SourceError
from cxguide.core.quotes import QUOTES
from cxguide.language.quotes import wrong_quotes

__all__ = ["CHECK", "Fix", "fixed", "typography_faults", "typography_fixes"]

CHECK = "typography"


@dataclass(frozen=True, slots=True)
class Fix:
    """A part of a source that is not set as its language sets it.

    Attributes:
        place: where the part stands.
        start: its offset in `SourceText.text`, where lines end with one sign.
        end: the offset after it.
        found: the part.
        instead: what must stand there.
        problem: what is wrong with it.
    """

    place: Place
    start: int
    end: int
    found: str
    instead: str
    problem: str


@dataclass(frozen=True, slots=True)
class _Rule:
    r"""What is wrong in a passage: the group `wrong` of a pattern.

    Attributes:
        instead: what must stand there; `\1` stands for the first group.
        unless: says which of what the pattern finds is right.
    """

    pattern: re.Pattern[str]
    instead: str
    problem: str
    unless: Callable[[re.Match[str]], bool] = lambda found: False


def typography_fixes(passages: Iterable[Passage], language: Language) -> tuple[Fix, ...]:
    """What is to be replaced in a source, in the order of its signs; none inside another."""
    rules = _RULES.get(language.locale.language, ())
    quotes = QUOTES.get(language.locale.language)
    fixes: list[Fix] = []
    for passage in passages:
        found = [
            (one.span("wrong"), one.expand(rule.instead), rule.problem)
            for rule in rules
            for one in rule.pattern.finditer(passage.text)
            if not rule.unless(one)
        ]
        if quotes is not None:
            found += wrong_quotes(passage.text, quotes)
        fixes += _without_overlaps(passage, sorted(found))
    return tuple(fixes)


def typography_faults(passages: Iterable[Passage], language: Language) -> Iterator[SourceError]:
    """The same, as warnings for an editor."""
    for fix in typography_fixes(passages, language):
        yield SourceError(
            fix.place,
            fix.problem,
            fix=f"write {fix.instead!r}",
            severity=Severity.WARNING,
            check=CHECK,
        )


def fixed(text: str, fixes: Iterable[Fix]) -> str:
    """A text with its fixes made; made twice, they change nothing."""
    parts, at = [], 0
    for fix in sorted(fixes, key=lambda one: one.start):
        parts += [text[at : fix.start], fix.instead]
        at = fix.end
    return "".join([*parts, text[at:]])


def _without_overlaps(
    passage: Passage, found: Iterable[tuple[tuple[int, int], str, str]]
) -> Iterator[Fix]:
    after = 0
    for (first, last), instead, problem in found:
        if first < after:
            continue
        after = last
        start, end = passage.span(first, last)
        text = passage.text
        around = text[max(0, first - 12) : last + 12].replace("\n", " ").strip()
        told = problem.format(found=text[first:last], around=around)
        yield Fix(passage.place(first), start, end, text[first:last], instead, told)


def _is_no_range(found: re.Match[str]) -> bool:
    """Whether a hyphen between two numbers is one: in a standard's name, in a count down."""
    low, high = found["low"], found["high"]
    falls = float(low.replace(",", ".")) >= float(high.replace(",", "."))
    is_code = any(re.match(r"0\d", number) for number in (low, high))
    is_named = re.search(r"[A-Z]{2,}[ \xa0]$", found.string[: found.start()]) is not None
    return falls or is_code or is_named


def _is_between_numbers(found: re.Match[str]) -> bool:
    return (found["before"] + found["after"]).isdigit()


_MINUS = _Rule(
    re.compile(r"(?<![\w\ufffc)\]}%−-])(?P<wrong>-)(?=\d)"),
    "−",
    "a hyphen for a minus in {around!r}",
)
_RANGE = _Rule(
    re.compile(
        r"(?<![\w.,/–−-])(?P<low>\d+(?:[.,]\d+)?)(?P<wrong>-)(?P<high>\d+(?:[.,]\d+)?)(?![\w/-])"
    ),
    "–",
    "a hyphen between two numbers in {around!r}",
    _is_no_range,
)
_DASH = _Rule(
    re.compile(r"(?P<before>\S)[ \xa0\n](?P<wrong>-)(?=[ \xa0\n](?P<after>[^\s−-]))"),
    "–",
    "a hyphen for a dash in {around!r}",
    _is_between_numbers,
)
_DOTS = _Rule(re.compile(r"(?<!\.)(?P<wrong>\.{3})(?!\.)"), "…", "three full stops in {around!r}")
_COMMAS = _Rule(
    re.compile(r"(?<![\w,])(?P<wrong>,,)(?=\w)"),
    "„",
    "two commas for a quotation mark in {around!r}",
)
_LATIN_AND_CYRILLIC = (_MINUS, _RANGE, _DASH, _DOTS, _COMMAS)
_THAI = (
    _Rule(re.compile("(?P<wrong>เเ)"), "แ", "two signs เ for one sign แ in {around!r}"),
    _Rule(
        re.compile("(?P<wrong>ํ([่-๋]?)า|([่-๋])ํา)"),
        r"\2\3ำ",
        "two signs for one sign ำ in {around!r}",
    ),
)
_RULES: Mapping[str, tuple[_Rule, ...]] = {
    "cs": _LATIN_AND_CYRILLIC,
    "en": (_MINUS, _RANGE, _DASH),
    "sr": _LATIN_AND_CYRILLIC,
    "th": _THAI,
}
