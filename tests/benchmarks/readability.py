"""How hard the pages are to read: run `python -m benchmarks.readability` in `tests`.

Words in a sentence are counted, the mean and the longest one. Thai marks no ends of sentences and
no words: there a space ends a part of a sentence, and PyThaiNLP tells words apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import mean

from cxguide.core.thai import THAI, thai_word_ends
from guide_site import PATHS
from guide_sources import LANGUAGES, source_page

LONGEST_MEAN = {"en": 13.0, "sr": 13.0, "th": 6.0, "cs": 13.0}
"""Words in a sentence, on the average of a page; pages above it are marked."""

_SENTENCE_END = re.compile(r"(?<=[.!?…:])[”“\"')]*\s+(?=[^\W\d_]|[\"„“(])|\n\s*\n|\n")
_THAI_PART_END = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")


@dataclass(frozen=True)
class Reading:
    """A page: its words, and the words of each of its sentences."""

    words: int
    lengths: tuple[int, ...]
    longest: str


def reading_of(tag: str, path: str) -> Reading:
    """The sentences of a page; heads of tables, items and headings are sentences of their own."""
    page = source_page(tag, path)
    texts = [text for name, text in page.sections.items() if name != "sources"]
    end = _THAI_PART_END if tag == "th" else _SENTENCE_END
    sentences = [one.strip() for text in texts for one in end.split(text) if _WORD.search(one)]
    by_length = sorted(((_words(one), one) for one in sentences), reverse=True)
    lengths = tuple(length for length, _ in by_length if tag == "th" or length > 3)
    return Reading(sum(lengths), lengths, by_length[0][1])


def _words(sentence: str) -> int:
    if THAI.search(sentence):
        return len(thai_word_ends(sentence))
    return len(_WORD.findall(sentence))


def main() -> None:
    """Print words, mean and longest sentence of each page in each language."""
    print(f"{'words, mean, longest':34}" + "".join(f"{tag:>18}" for tag in LANGUAGES))
    marked = []
    for path in PATHS:
        row = f"{path or 'index':34}"
        for tag in LANGUAGES:
            found = reading_of(tag, path)
            average = mean(found.lengths) if found.lengths else 0.0
            is_hard = average > LONGEST_MEAN[tag]
            row += f"{found.words:7}{average:6.1f}{found.lengths[0]:4}{'*' if is_hard else ' '}"
            if is_hard:
                marked.append(f"{tag} {path}: {found.longest[:160]}")
        print(row)
    print(*marked, sep="\n")


if __name__ == "__main__":
    main()
