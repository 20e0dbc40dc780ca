"""A text that editors wrote, and where everything in it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cxguide.core.places import Place, SourceError

__all__ = ["LARGEST_FILE_BYTES", "Keys", "Places", "SourceText"]

Keys = tuple[str | int, ...]
"""The way to a value inside a file: keys of mappings and indexes of lists."""

LARGEST_FILE_BYTES = 500_000


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text with YAML in it, and where its first line stands.

    Attributes:
        file: path as an editor knows it, relative to the project.
        text: the YAML.
        first_line: line of the file on which `text` begins (a fence begins inside a page).
        first_column: column of its first character on every line.
    """

    file: str
    text: str
    first_line: int = 1
    first_column: int = 1

    @classmethod
    def of(cls, path: Path, root: Path) -> SourceText:
        """The text of a file, named relative to `root` where it lies inside it.

        Raises:
            SourceError: it is larger than any real source, or not UTF-8.
        """
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
        if (size := path.stat().st_size) > LARGEST_FILE_BYTES:
            raise SourceError(
                Place(name),
                f"the file has {size:,} bytes, more than {LARGEST_FILE_BYTES:,}",
                fix="split it, or move what is not text out of it",
            )
        content = path.read_bytes()
        try:
            return cls(name, content.decode("utf-8-sig").replace("\r\n", "\n"))
        except UnicodeDecodeError as error:
            before = content[: error.start].decode()
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            raise SourceError(
                Place(name, line, column),
                f"byte 0x{content[error.start]:02x} is not UTF-8",
                fix="save the file as UTF-8",
            ) from None

    def place(self, line: int = 0, column: int = 0) -> Place:
        """The place of a position in `text`, both counted from 0."""
        return Place(self.file, self.first_line + line, self.first_column + column)

    def position(self, offset: int) -> Place:
        """The place of the character with that number in `text`, counted from 0."""
        before = self.text[:offset]
        return self.place(before.count("\n"), offset - before.rfind("\n") - 1)


@dataclass(frozen=True)
class Places:
    """Where each key and each value of a read file stands."""

    source: SourceText
    keys: Mapping[Keys, Place]
    values: Mapping[Keys, Place]

    def of(self, *keys: str | int) -> Place:
        """The place of a value, or of the nearest thing around it that is written down."""
        while keys and keys not in self.values:
            keys = keys[:-1]
        return self.values.get(keys, self.source.place())

    def of_key(self, *keys: str | int) -> Place:
        """The place of a key, or of its value where there is no key."""
        return self.keys.get(keys, self.of(*keys))

    def inside(self, offset: int, *keys: str | int) -> Place:
        """The place `offset` characters into a one-line value (into a formula, say)."""
        place = self.of(*keys)
        return replace(place, column=place.column + offset)

    def fault(
        self, problem: str, *keys: str | int, fix: str, known: str = "", key: bool = False
    ) -> SourceError:
        """A fault at a value, or at its key."""
        place = self.of_key(*keys) if key else self.of(*keys)
        return SourceError(place, problem, known=known, fix=fix)
