"""Files that take long to make, kept from one build to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile

__all__ = ["KeptFiles"]


@dataclass
class KeptFiles:
    """Files by a name that says what they are made from; several builds may share a folder."""

    folder: Path
    _used: set[str] = field(default_factory=set)

    def made(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The file, made now or before."""
        self._used.add(name)
        kept = self.folder / name
        try:
            return kept.read_bytes()
        except FileNotFoundError:
            made = make()
            self._keep(kept, made)
            return made

    def forget_unused(self) -> None:
        """Remove what this build did not need."""
        for kept in self.folder.glob("*.*"):
            if kept.name not in self._used:
                kept.unlink(missing_ok=True)

    def _keep(self, kept: Path, made: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, prefix="making-", delete=False) as written:
            written.write(made)
        Path(written.name).replace(kept)
