"""The program hunspell: which dictionaries it has, and what it does not find in them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from functools import cache

from babel.core import get_global

from cxguide.core.languages import Language

__all__ = ["dictionary_for", "nearest_words", "unknown_words"]

_UNKNOWN = re.compile(r"[&#] (?P<word>\S+) [\d ]+(?:: (?P<near>.*))?")


def dictionary_for(language: Language) -> str | None:
    """The dictionary that is installed for a language, `None` without it or without hunspell."""
    installed = _installed()
    likely = get_global("likely_subtags").get(language.locale.language, "").split("_")
    name, script = language.locale.language, language.locale.script
    country = language.locale.territory or likely[-1]
    names = (f"{name}_{script}_{country}",) if script else (f"{name}_{country}", name)
    return next((one for one in names if one in installed), None)


def unknown_words(words: Iterable[str], dictionary: str) -> frozenset[str]:
    """The words that are not in a dictionary.

    All words go to the program at once: it needs a second to read a dictionary.
    """
    return frozenset(_answer(words, dictionary, "-l"))


def nearest_words(unknown: Iterable[str], dictionary: str) -> Mapping[str, tuple[str, ...]]:
    """Words that are not in a dictionary, each with the known ones that are most like it.

    Each takes 20 to 200 ms, a thousand times as long as to see that it is unknown.
    """
    asked = [f"^{word}" for word in unknown]  # `^`: the line is no command
    return {
        found["word"]: tuple(filter(None, (found["near"] or "").split(", ")))
        for found in map(_UNKNOWN.fullmatch, _answer(asked, dictionary, "-a"))
        if found is not None
    }


def _answer(lines: Iterable[str], dictionary: str, mode: str) -> list[str]:
    done = subprocess.run(
        ["hunspell", "-d", dictionary, "-i", "utf-8", mode],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.splitlines()


@cache
def _installed() -> frozenset[str]:
    if shutil.which("hunspell") is None:
        return frozenset()
    done = subprocess.run(
        ["hunspell", "-D"], capture_output=True, encoding="utf-8", input="", check=False
    )
    lines = (done.stderr + done.stdout).splitlines()
    return frozenset(line.rpartition("/")[2].removesuffix(".aff") for line in lines if "/" in line)
