"""A page and its translation, and what is told of pages like them."""

from __future__ import annotations

from textwrap import dedent

from cxguide.translations.structure import structure_faults

ENGLISH = """\
---
title: Score
---

# Score { #nps }

## Formula { #formula }

```calculator
metric: nps
```

### Steps { #steps }

## Map { #map .wide }

```journey
map: retailer
rows: [emotion]
```
"""
CZECH = """\
---
title: Skóre
---

# Skóre { #nps data-en=1a2b3c4 }

## Vzorec { #formula data-en=4f2a91c }

```calculator
metric: nps
```

### Kroky { #steps }

## Mapa { #map .wide }

```journey
rows: [emotion]
map: retailer
```
"""


def faults(text: str, original: str | None = None) -> list[str]:
    found = structure_faults(
        dedent(text), "docs/cs/nps.md", original=original, original_file="docs/en/nps.md"
    )
    return [str(fault) for fault in found]


def faults_after(old: str, new: str) -> list[str]:
    assert old in CZECH
    return faults(CZECH.replace(old, new), ENGLISH)
