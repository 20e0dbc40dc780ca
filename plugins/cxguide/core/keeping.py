"""Who may keep what takes long to make; what is made does not depend on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

__all__ = ["Keeper", "Unkept"]


class Keeper(Protocol):
    """Keeps texts by everything that they are made from."""

    def made(self, kind: str, told: str, make: Callable[[], str]) -> str:
        """The text, made now or before.

        Args:
            kind: what is made; two kinds may be told the same.
            told: everything that the text depends on, beside the software.
            make: makes it.
        """
        ...


class Unkept:
    """Keeps nothing."""

    def made(self, kind: str, told: str, make: Callable[[], str]) -> str:
        """The text, made now."""
        return make()
