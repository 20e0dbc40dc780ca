"""Short texts that differ where what they stand for differs."""

from __future__ import annotations

from hashlib import sha256

__all__ = ["digest"]


def digest(*told: object) -> str:
    """Of what is told, by how Python shows it; so hand in no sets, whose order differs by run.

    >>> digest("a", 1) == digest("a", 1), digest("a", 1) == digest("a", 2)
    (True, False)
    """
    return sha256(repr(told).encode()).hexdigest()
