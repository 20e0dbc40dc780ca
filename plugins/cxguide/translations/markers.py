"""What a translated section says of the English it was made from.

`## Vzorec { #formula data-en=4f2a91c }` was made from the words with that fingerprint; `todo` is
still English; `own` says what is said here alone and never grows old. In the front matter the key
`en` says the same of title and description.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cxguide.core.places import SourceError
from cxguide.translations.front_matter import first_line_after
from cxguide.translations.sections import DIGITS, META

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cxguide.translations.sections import PageSections, Section

__all__ = ["ATTRIBUTE", "OWN", "TODO", "marker_faults", "marker_of", "with_markers"]

ATTRIBUTE, SETTING = "data-en", "en"
TODO, OWN = "todo", "own"

_FORM = re.compile(rf"{TODO}|{OWN}|[0-9a-f]{{{DIGITS}}}")
_WRITTEN = re.compile(rf"""(?<=[\s{{]){ATTRIBUTE}=("[^"]*"|'[^']*'|[^\s}}]*)""")
_BRACES = re.compile(r"[ ]*\}[ ]*$")


def marker_of(section: Section, page: PageSections) -> str:
    """The marker of a section of a page; empty without one."""
    if section.id == META:
        return page.settings.get(SETTING, ("", 0))[0]
    heading = section.heading
    for attribute in heading.other_attributes if heading else ():
        name, _, value = attribute.partition("=")
        if name == ATTRIBUTE:
            return value.strip("\"'")
    return ""


def marker_faults(page: PageSections) -> Iterator[SourceError]:
    """Markers of a translation that nobody can have meant."""
    for section in page.sections:
        marker = marker_of(section, page)
        if marker and not _FORM.fullmatch(marker):
            name = f"{SETTING}: " if section.id == META else f"{ATTRIBUTE}="
            yield SourceError(
                section.place,
                f"{name + marker!r} does not say from which English text this was made",
                known=f"what it may say: {DIGITS} digits from 0 to f, {TODO!r}, {OWN!r}",
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
    written = f"{ATTRIBUTE}={marker}"
    if _WRITTEN.search(body):
        return _WRITTEN.sub(written, body, count=1) + line[len(body) :]
    return _BRACES.sub(f" {written} }}", body, count=1) + line[len(body) :]


def _mark_front_matter(lines: list[str], marker: str) -> None:
    end = first_line_after(lines)
    break_ = "\r\n" if lines[0].endswith("\r\n") else "\n"
    for at in range(1, end - 1):
        if re.match(rf"{SETTING}[ ]*:", lines[at]):
            lines[at] = f"{SETTING}: {marker}{break_}"
            return
    lines.insert(end - 1, f"{SETTING}: {marker}{break_}")
