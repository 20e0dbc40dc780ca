"""How many pages are remembered."""

from __future__ import annotations

__all__ = ["MOST_PAGES"]

MOST_PAGES = 65536
"""Of which what was read is remembered, all languages together: several parts of the software ask
for one page after the other, and would find nothing if a site had more pages than that."""
