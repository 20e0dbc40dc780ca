"""What a translated section says of the English it was made from.

`## Vzorec { #formula data-en=4f2a91c }` was made from the words with that fingerprint; `todo` is
still English; `own` says what is said here alone and never grows old. In the front matter the key
`en` says the same of title and description.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxguide.core.places import Place, SourceError
from cxguide.core.section_markers import MARKER, OWN, UNTRANSLATED
from cxguide.translations.front_matter import first_line_after
from cxguide.translations.sections import DIGITS, META

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cxguide.translations.headings import Heading
    from cxguide.translations.sections import PageSections, Section

__all__ = ["SETTING", "marker_faults", "marker_of", "with_markers"]

SETTING = "en"
"""The key of front matter that says it of title and description."""

_FORM = re.compile(rf"{UNTRANSLATED}|{OWN}|[0-9a-f]{{{DIGITS}}}")
_WRITTEN = re.compile(
    rf"""(?:(?<=[\s{{])|(?<=\{{:)){MARKER}
    (?: [ ]*=[ ]*["']?\w+["']?(?=[\s}}])  # blanks around the sign are a slip
    | =(?:"[^"]*"|'[^']*'|[^\s}}]*) )""",
    re.VERBOSE,
)
_BRACES = re.compile(r"[ ]*\}(?P<after>[ ]*(#+[ ]*)?)$")


def marker_of(section: Section, page: PageSections) -> str:
    """The marker of a section of a page; empty without one."""
    if section.id == META:
        return page.settings.get(SETTING, ("", 0))[0]
    return (section.heading.marker if section.heading else None) or ""


def marker_faults(
    headings: Iterable[Heading], settings: Mapping[str, tuple[str, int]], file: str
) -> Iterator[SourceError]:
    """Markers of a translation that nobody can have meant.

    Args:
        headings: of the page.
        settings: of its front matter, with their lines.
        file: the page as an editor knows it.
    """
    found = [(f"{MARKER}={one.marker}", one.marker, one.place) for one in headings]
    if SETTING in settings:
        value, line = settings[SETTING]
        found.insert(0, (f"{SETTING}: {value}", value, Place(file, line)))
    for written, marker, place in found:
        if marker is not None and not _FORM.fullmatch(marker):
            yield SourceError(
                place,
                f"{written!r} does not say from which English text this was made",
                known=f"what it may say: {DIGITS} digits from 0 to f, {UNTRANSLATED!r}, {OWN!r}",
                fix="remove it; 'cx i18n status' then says what to write",
            )


def with_markers(text: str, page: PageSections, markers: Mapping[str, str]) -> str:
    """The source of a page with other markers, and nothing else changed.

    Args:
        text: of the page.
        page: its sections.
        markers: by id of the section; `META` for the front matter, which the page must have.
    """
    lines = text.splitlines(keepends=True)
    for section in page.sections:
        if section.heading is not None and (marker := markers.get(section.id)) is not None:
            at = section.place.line - 1
            lines[at] = _marked(lines[at], marker)
    if META in markers:
        _mark_front_matter(lines, markers[META])
    return "".join(lines)


def _marked(line: str, marker: str) -> str:
    body = line.rstrip("\r\n")
    written = f"{MARKER}={marker}"
    if _WRITTEN.search(body):
        return _WRITTEN.sub(written, body, count=1) + line[len(body) :]
    return _BRACES.sub(rf" {written} }}\g<after>", body, count=1) + line[len(body) :]


def _mark_front_matter(lines: list[str], marker: str) -> None:
    end = first_line_after(lines)
    break_ = "\r\n" if lines[0].endswith("\r\n") else "\n"
    for at in range(1, end - 1):
        if re.match(rf"{SETTING}[ ]*:", lines[at]):
            lines[at] = f"{SETTING}: {marker}{break_}"
            return
    lines.insert(end - 1, f"{SETTING}: {marker}{break_}")
