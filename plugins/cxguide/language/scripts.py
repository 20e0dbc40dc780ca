"""Letters of another script inside a word, and words in the wrong script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cxguide.core.languages import Language
from cxguide.core.passages import Passage
from cxguide.core.places import Severity, SourceError
from cxguide.language.writing import CYRILLIC_TWINS, LATIN_TWINS, LETTERS, script_of

__all__ = ["CHECK", "script_faults"]

CHECK = "script"

_LATIN, _CYRILLIC = LETTERS["Latn"], LETTERS["Cyrl"]
_MIXED = re.compile(
    rf"[{_LATIN}{_CYRILLIC}]*(?:[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}])[{_LATIN}{_CYRILLIC}]*"
)
_ALONE = {
    "Cyrl": re.compile(
        rf"(?<=[{_CYRILLIC},;:])[ \xa0\n](?P<word>[aceijopxysk])(?=[ \xa0\n][„(]?[{_CYRILLIC}])"
        rf"|(?:^|(?<=[.!?…])[ \n])(?P<first>[AOCYKE])(?=[ \xa0][{_CYRILLIC}])"
    ),
    "Latn": re.compile(
        rf"(?<=[{_LATIN},;:])[ \xa0\n](?P<word>[аеіојсук])(?=[ \xa0\n][„(]?[{_LATIN}])"
        rf"|(?:^|(?<=[.!?…])[ \n])(?P<first>[АОСЕК])(?=[ \xa0][{_LATIN}])"
    ),
}
"""A word of one letter of the other script among words of this one."""

_SERBIAN = re.compile(
    r"(?<![\w@./-])(?:je|nije|jer|ili|kao|koji|koja|koje|kojem|kojoj|kojih|kojima|kako|kada"
    r"|gde|zato|zašto|više|već|još|samo|sve|svi|svaki|smo|ste|nisu|nismo|bez|kod|između|prema|posle"
    r"|kroz|treba|može|mogu|mora|imaju|biti|kupac|kupci|kupca|kupaca|korisnik|korisnici"
    r"|korisnika|usluga|usluge|proizvod|anketa|odgovor|odgovora|pitanje|stranica"
    r"|[a-z]*[čćžšđ][a-zčćžšđ]+)(?![\w@/-])"
)
"""Serbian in Latin letters: words that are no English ones, and words with Serbian letters."""


def script_faults(passages: Iterable[Passage], language: Language) -> Iterator[SourceError]:
    """Letters that look right and are not: programs find, sort and read aloud another word."""
    script = script_of(language)
    for passage in passages:
        for found in _MIXED.finditer(passage.text):
            yield _fault(passage, found.start(), *_mixed(found[0]))
        if (alone := _ALONE.get(script)) is not None:
            for found in alone.finditer(passage.text):
                group = "word" if found["word"] else "first"
                yield _fault(passage, found.start(group), *_single(found[group], script))
        if script == "Cyrl" and language.locale.language == "sr":
            for found in _SERBIAN.finditer(passage.text):
                problem = f"the Serbian word {found[0]!r} is in Latin letters"
                yield _fault(passage, found.start(), problem, "write it in Cyrillic letters")


def _mixed(word: str) -> tuple[str, str]:
    """The problem of a word in two scripts, and the remedy."""
    latin = re.findall(f"[{_LATIN}]", word)
    cyrillic = re.findall(f"[{_CYRILLIC}]", word)
    few, twins, name = (
        (latin, CYRILLIC_TWINS, "Latin")
        if len(latin) < len(cyrillic)
        else (cyrillic, LATIN_TWINS, "Cyrillic")
    )
    problem = f"{name} {', '.join(map(repr, dict.fromkeys(few)))} inside the word {word!r}"
    if all(ord(letter) in twins for letter in few):
        right = word.translate({ord(letter): twins[ord(letter)] for letter in few})
        return problem, f"write {right!r}, all its letters of one script"
    return problem, "write the word in letters of one script; an ending after a hyphen"


def _single(letter: str, script: str) -> tuple[str, str]:
    twins, name, right = (
        (CYRILLIC_TWINS, "Latin", "Cyrillic")
        if script == "Cyrl"
        else (LATIN_TWINS, "Cyrillic", "Latin")
    )
    return (
        f"the word {letter!r} is a {name} letter",
        f"write the {right} letter, {letter.translate(twins)!r}",
    )


def _fault(passage: Passage, at: int, problem: str, fix: str) -> SourceError:
    return SourceError(passage.place(at), problem, fix=fix, severity=Severity.WARNING, check=CHECK)
