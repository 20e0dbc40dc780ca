"""What hunspell does not know, for tests: it has dictionaries of Czech and Serbian."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable

from guide_site import ROOT

DICTIONARIES = {"cs": "cs_CZ", "sr": "sr_RS"}
HOW_TO_GET_IT = "hunspell is missing: apt-get install hunspell hunspell-cs hunspell-sr"

_WORDS = {
    "cs": re.compile(r"[^\W\d_]+"),
    "sr": re.compile(r"[\u0400-\u04ff]+"),  # names stay in Latin letters
}


def is_installed() -> bool:
    """Whether there is a hunspell with both dictionaries."""
    if shutil.which("hunspell") is None:
        return False
    done = subprocess.run(["hunspell", "-D"], capture_output=True, text=True, input="", check=False)
    return all(f"/{name}" in done.stderr + done.stdout for name in DICTIONARIES.values())


def words_in(text: str, tag: str) -> set[str]:
    """The words of a text that can be checked; abbreviations in capitals cannot."""
    return {word for word in _WORDS[tag].findall(text) if len(word) > 1 and not word.isupper()}


def unknown(words: Iterable[str], tag: str) -> set[str]:
    """The words that are not in the dictionary."""
    done = subprocess.run(
        ["hunspell", "-d", DICTIONARIES[tag], "-i", "utf-8", "-l"],
        input="\n".join(sorted(words)),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def allowed(tag: str) -> list[str]:
    """The words that somebody has looked at and found right, as the list has them."""
    lines = (ROOT / "docs" / "spelling" / f"{tag}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
