"""The one layout of catalogs: sorted by key, no dates, no line numbers, no wrapped lines.

With it two pull requests rarely meet, and what a translator changes is all that differs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxguide.core.catalog_text import EntryText, entries_of
from cxguide.core.languages import Language
from cxguide.translations.previews import HEADER

__all__ = ["NO_FRAME", "Frame", "formatted", "frame_of", "laid_out"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a catalog holds beside its entries.

    Attributes:
        comments: of people, above its head.
        last: comments below its last entry.
        is_preview: whether its language is being begun.
    """

    comments: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    is_preview: bool = False


NO_FRAME = Frame()


def frame_of(text: str) -> Frame:
    """What a catalog holds beside its entries."""
    entries = entries_of(text)
    heads = [one for one in entries if one.is_header]
    return Frame(
        tuple(line for head in heads for line in head.comments),
        tuple(line for one in entries if not one.parts for line in one.comments),
        any(rf"{HEADER}\n" in head.parts.get("msgstr", "") for head in heads),
    )


def laid_out(entries: Iterable[EntryText], language: Language, frame: Frame = NO_FRAME) -> str:
    """A catalog with these entries: those that are in use first, each kind by key.

    Args:
        entries: in any order, without that of the head.
        language: of the translations.
        frame: what else it holds.
    """
    ordered = sorted(entries, key=lambda one: (one.is_aside, one.key, one.english))
    last = EntryText(comments=list(frame.last))
    blocks = [_head(language, frame), *(one.written() for one in ordered), last.written()]
    return "\n".join(filter(None, blocks))


def formatted(text: str, language: Language) -> str:
    """A catalog in the one layout; it says what it said before, but for dates in its head.

    Args:
        text: that `read_catalog` accepts.
        language: of the catalog.
    """
    entries = [one for one in entries_of(text) if one.parts and not one.is_header]
    return laid_out(entries, language, frame_of(text))


def _head(language: Language, frame: Frame) -> str:
    lines = [
        *(f"# {one}".rstrip() for one in frame.comments),
        'msgid ""',
        'msgstr ""',
        rf'"Language: {language.tag}\n"',
        r'"MIME-Version: 1.0\n"',
        r'"Content-Type: text/plain; charset=utf-8\n"',
        r'"Content-Transfer-Encoding: 8bit\n"',
        *([rf'"{HEADER}\n"'] if frame.is_preview else []),
    ]
    return "".join(f"{line}\n" for line in lines)
