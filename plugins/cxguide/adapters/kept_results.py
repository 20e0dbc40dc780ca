"""Results that take long to make, kept from one build to the next by all that they depend on."""

from __future__ import annotations

import json
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from cxguide.adapters.cache import RESULTS, cache_folder
from cxguide.adapters.i18n import is_last_build
from cxguide.adapters.plugin import Plugin
from cxguide.adapters.software import software

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["KeptResults", "kept_results"]

_NAME = "cx-kept"
_TABLE = """
    CREATE TABLE IF NOT EXISTS result
    (key BLOB PRIMARY KEY, value BLOB NOT NULL, day INTEGER NOT NULL) WITHOUT ROWID
"""
_DAY_S = 24 * 60 * 60
_KEPT_DAYS = 14
MOST_BYTES = 256_000_000
"""Of all results, packed; what was not needed for longest goes first."""
_QUICK = 1
"""How hard zlib tries: a build waits for it, and the store is on its own disk."""
_WAIT_S = 10
"""How long a build waits for another one that is writing."""


class KeptResults:
    """Texts by what they are made from.

    Safe to delete at any time, and for several builds at once: a result is there whole or not at
    all. A file that cannot be read or written is as good as none: then everything is made anew.

    Args:
        file: of the store.
        software: what makes the results; another one begins with nothing.
    """

    def __init__(self, file: Path, software: str) -> None:
        self._file = file
        self._software = software
        self._new: dict[bytes, str] = {}
        self._needed: set[bytes] = set()
        self._reading: sqlite3.Connection | None = None

    def made(self, kind: str, told: str, make: Callable[[], str]) -> str:
        """The result, made now or before.

        Args:
            kind: what is made; two kinds may be told the same.
            told: everything that the result depends on, beside the software.
            make: makes it.
        """
        key = self._key(kind, told)
        if (found := self._found(key)) is None:
            found = self._new[key] = make()
        self._needed.add(key)
        return found

    def found(self, kind: str, told: str) -> str | None:
        """The result, if it was made before; arguments as of `made`."""
        key = self._key(kind, told)
        if (found := self._found(key)) is not None:
            self._needed.add(key)
        return found

    def put(self, kind: str, told: str, text: str) -> None:
        """Keep a result that was made without us; arguments as of `made`."""
        key = self._key(kind, told)
        self._new[key] = text
        self._needed.add(key)

    def files(
        self, kind: str, told: str, make: Callable[[], Iterable[tuple[str, str]]]
    ) -> dict[str, str]:
        """As `made`, for several texts by their names."""
        kept = self.made(kind, told, lambda: json.dumps(dict(make()), ensure_ascii=False))
        found: dict[str, str] = json.loads(kept)
        return found

    def keep(self) -> None:
        """Write what was made since the last time, and forget what nobody has needed for long."""
        self._stop_reading()
        today = int(time.time() // _DAY_S)
        rows = [
            (key, zlib.compress(text.encode(), level=_QUICK), today)
            for key, text in self._new.items()
        ]
        old = [(today, key, today) for key in self._needed - self._new.keys()]
        with suppress(OSError, sqlite3.Error):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._write(rows, old, today)
            except sqlite3.DatabaseError as fault:
                if isinstance(fault, sqlite3.OperationalError):
                    raise  # somebody else is writing, or nobody may
                self._file.unlink()  # it is no store any more
                self._write(rows, old, today)
            self._new.clear()
            self._needed.clear()

    def _key(self, kind: str, told: str) -> bytes:
        return sha256(f"{self._software}\0{kind}\0{told}".encode()).digest()

    def _found(self, key: bytes) -> str | None:
        return self._new[key] if key in self._new else self._read(key)

    def _write(
        self, rows: list[tuple[bytes, bytes, int]], old: list[tuple[int, bytes, int]], today: int
    ) -> None:
        with self._opened() as store:
            store.execute(_TABLE)
            store.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", rows)
            store.executemany("UPDATE result SET day = ? WHERE key = ? AND day < ?", old)
            store.execute("DELETE FROM result WHERE day < ?", (today - _KEPT_DAYS,))
            sizes = store.execute("SELECT key, length(value) FROM result ORDER BY day DESC")
            total, surplus = 0, []
            for key, size in sizes:
                total += size
                if total > MOST_BYTES:
                    surplus.append((key,))
            store.executemany("DELETE FROM result WHERE key = ?", surplus)

    def _read(self, key: bytes) -> str | None:
        if self._reading is None and self._file.is_file():
            with suppress(sqlite3.Error):
                # A preview builds in a thread of its own.
                self._reading = sqlite3.connect(
                    self._file, timeout=_WAIT_S, check_same_thread=False
                )
        if self._reading is None:
            return None
        try:
            # All rows, so that nothing stays open in the store and others can write.
            rows = self._reading.execute(
                "SELECT value FROM result WHERE key = ?", (key,)
            ).fetchall()
            return zlib.decompress(rows[0][0]).decode() if rows else None
        except (sqlite3.Error, zlib.error, UnicodeDecodeError):
            self._stop_reading()
            return None

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.close()
            self._reading = None

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """A connection whose changes are all made at its end, or none of them."""
        with closing(sqlite3.connect(self._file, timeout=_WAIT_S)) as store, store:
            # Waiting for the disk guards against the loss of power; what is broken is made anew.
            store.execute("PRAGMA synchronous = OFF")
            yield store


class _KeepingPlugin(Plugin):
    """Writes what was made when a build ends, whichever of our plugins a site has."""

    def __init__(self, kept: KeptResults) -> None:
        self._kept = kept

    @event_priority(-2000)  # after everybody
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write it when the last language is built."""
        if is_last_build(config):
            self._kept.keep()


def kept_results(config: MkDocsConfig) -> KeptResults:
    """The store of a site, the same for all plugins; it is written when the build ends."""
    kept = _store(cache_folder(config))
    if _NAME not in config.plugins:
        config.plugins[_NAME] = _KeepingPlugin(kept)
    return kept


@cache
def _store(folder: Path) -> KeptResults:
    return KeptResults(folder / RESULTS, software())
