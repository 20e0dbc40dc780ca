"""A file that came back from a translator: its text, and the texts in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cxguide.core.languages import Language
from cxguide.core.places import Place, SourceError
from cxguide.translations.exchange.units import Unit

__all__ = [
    "LARGEST_BYTES",
    "Returned",
    "comment_lines",
    "content_of",
    "is_in",
    "refuse_language",
    "text_of",
]

LARGEST_BYTES = 20_000_000
"""Ten times all texts of a guide of this size in all languages."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What a file holds.

    Attributes:
        units: in the order of the file.
        faults: parts of it that cannot be taken.
    """

    units: tuple[Unit, ...]
    faults: tuple[SourceError, ...] = ()


def content_of(path: Path, name: str) -> bytes:
    """The bytes of a file.

    Raises:
        SourceError: it is too large.
    """
    if (size := path.stat().st_size) > LARGEST_BYTES:
        raise SourceError(
            Place(name),
            f"the file has {size:,} bytes, more than {LARGEST_BYTES:,}",
            fix="split it",
        )
    return path.read_bytes()


def text_of(path: Path, name: str) -> str:
    """The text of a file.

    Raises:
        SourceError: it is too large, or not UTF-8.
    """
    content = content_of(path, name)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise SourceError(
            place,
            f"byte 0x{content[error.start]:02x} is not UTF-8",
            fix="save the file as UTF-8",
        ) from None


def comment_lines(texts: Iterable[str]) -> tuple[str, ...]:
    r"""What translators note, line by line: a catalog has each in a line of its own.

    >>> comment_lines(["Which guide?\n#, fuzzy", " "])
    ('Which guide?', '#, fuzzy')
    """
    lines = (line.strip() for text in texts for line in text.splitlines())
    return tuple(dict.fromkeys(filter(None, lines)))


def is_in(stated: str, language: Language) -> bool:
    """Whether a tag of a file means a language.

    A region does not matter, a script does: `cs_CZ` is Czech, `sr_Latn` is not Serbian in Cyrillic.
    """
    return _name_and_script(stated) == _name_and_script(language.tag)


def refuse_language(stated: str, language: Language, place: Place) -> None:
    """Refuse a file that says it is in another language; one that says nothing is believed.

    Raises:
        SourceError: it is.
    """
    if stated and not is_in(stated, language):
        raise SourceError(
            place,
            f"the file is in {stated!r}, not in {language.tag!r}",
            fix=f"import it as {stated!r}, or correct what it says if it is in {language.tag!r}",
        )


def _name_and_script(tag: str) -> tuple[str, str]:
    """The language of a tag of BCP 47 or of gettext, and its script where one is named."""
    name, *others = tag.replace("@", "-").replace("_", "-").lower().split("-")
    scripts = {"latin": "latn", "cyrillic": "cyrl"}
    script = next((one for one in others if len(one) == 4 or one in scripts), "")
    script = scripts.get(script, script)
    return name, "" if (name, script) == ("sr", "cyrl") else script
