"""Where the settings of a translated page make another page of it than the original is."""

from __future__ import annotations

from collections.abc import Iterator

from cxguide.core.places import Place, SourceError
from cxguide.translations.front_matter import first_line_after, front_matter

__all__ = ["setting_faults"]

_SHARED = ("template", "icon", "status")
"""Settings with the same value in every language; all others are words, dates or lists."""


def setting_faults(
    text: str, file: str, original: str, original_file: str
) -> Iterator[SourceError]:
    """Settings that the translation lacks, has alone, or has with another value.

    Args:
        text: of a page whose front matter can be read.
        file: the page as an editor knows it.
        original: the page that it translates.
        original_file: that page as an editor knows it.
    """
    ours, theirs = front_matter(text), front_matter(original)
    end = first_line_after(text.splitlines())
    for name in _SHARED:
        here, line = ours.get(name, ("", max(end, 1)))
        there, their_line = theirs.get(name, ("", 1))
        if here == there:
            continue
        if here and there:
            problem = f"is {here!r} here; {original_file}:{their_line} has {there!r}"
            fix = f"write '{name}: {there}'"
        elif there:
            problem = f"is missing here; {original_file}:{their_line} has {there!r}"
            fix = f"write '{name}: {there}' before this line"
        else:
            problem = f"is {here!r} here; {original_file} does not have it"
            fix = "remove this line"
        yield SourceError(Place(file, line), f"the setting {name!r} {problem}", fix=fix)
