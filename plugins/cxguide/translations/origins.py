"""The English text that a section was translated from, found in the history by its fingerprint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxguide.translations.sections import META, read_sections

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxguide.core.history import History, Version
    from cxguide.translations.sections import Section

__all__ = ["Origin", "find_origins", "is_new_section", "section_text"]


@dataclass(frozen=True, slots=True)
class Origin:
    """An earlier English section.

    Attributes:
        day: on which it was written, as ISO has it.
        commit: the full name of the last commit that had it.
        section: its words.
        text: its source.
    """

    day: str
    commit: str
    section: Section
    text: str


def find_origins(wanted: Iterable[str], versions: Iterable[Version]) -> dict[str, Origin]:
    """The sections with these fingerprints, by fingerprint, as far as there are any.

    Args:
        wanted: fingerprints.
        versions: of the English page, the newest first; read only as far back as needed.
    """
    missing, found = set(wanted), dict[str, Origin]()
    for version in versions if missing else ():
        for section in read_sections(version.text, version.commit).sections:
            mark = section.fingerprint
            if mark in missing:
                missing.discard(mark)
                text = section_text(version.text, section)
                found[mark] = Origin(version.day, version.commit, section, text)
        if not missing:
            break
    return found


def is_new_section(history: History, file: str, original_file: str, section: str) -> bool:
    """Whether a translation need not have a section, because it did not lose it by itself.

    It is new in English, or English brings back what both had lost together.

    Args:
        history: of the project; without one the section counts as lost.
        file: of the translation.
        original_file: of the English page, which has the section.
        section: its id.
    """
    if not history.is_kept or _has(history.text_at("HEAD", file), section):
        return False
    lost_at = "HEAD"
    for version in history.versions(file):
        if _has(version.text, section):
            original = history.text_at(lost_at, original_file)
            return original is not None and not _has(original, section)
        lost_at = version.commit
    return True


def _has(text: str | None, section: str) -> bool:
    return text is not None and read_sections(text, "").section(section) is not None


def section_text(text: str, section: Section) -> str:
    """The source of a section of a page; of the front matter its title and description."""
    if section.id == META:
        return section.prose
    return "\n".join(text.splitlines()[section.place.line - 1 : section.last_line]).rstrip()
