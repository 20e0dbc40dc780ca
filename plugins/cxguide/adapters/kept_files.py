"""Files that take long to make, kept from one build to the next."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

__all__ = ["KeptFiles"]

_KEPT_DAYS = 14


@dataclass
class KeptFiles:
    """Files by a name that says what they are made from; several builds may share a folder."""

    folder: Path

    def made(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The file, made now or before."""
        kept = self.folder / name
        try:
            os.utime(kept)
            return kept.read_bytes()
        except FileNotFoundError:
            made = make()
            self._keep(kept, made)
            return made

    def forget_old(self) -> None:
        """Remove what no build has needed for long, of another branch or a preview either."""
        oldest = time.time() - _KEPT_DAYS * 24 * 60 * 60
        for kept in self.folder.glob("*"):
            with suppress(FileNotFoundError):  # another build has been faster
                if kept.stat().st_mtime < oldest:
                    kept.unlink()

    def _keep(self, kept: Path, made: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, prefix="making-", delete=False) as written:
            written.write(made)
        Path(written.name).replace(kept)
