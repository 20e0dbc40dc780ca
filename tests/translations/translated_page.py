"""A page and its translation, and what is told of pages like them."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

from cxguide.core.languages import Language
from cxguide.translations.fixing import Fixed, fixed_page
from cxguide.translations.remarks import structure_remarks
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

# Skóre { #nps data-en=38e5a46 }

## Vzorec { #formula data-en=d00bd4e }

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


def remarks(text: str, original: str, **others: Any) -> list[str]:
    found = structure_remarks(
        dedent(text),
        "docs/cs/nps.md",
        original=dedent(original),
        original_file="docs/en/nps.md",
        language=Language("cs"),
        **others,
    )
    return [str(one) for one in found]


def fixed(text: str, original: str) -> Fixed:
    """The page after its repairs, which leave nothing to repair."""
    files = {"file": "docs/cs/nps.md", "original_file": "docs/en/nps.md"}
    done = fixed_page(dedent(text), original=dedent(original), **files)
    assert Fixed(done.text) == fixed_page(done.text, original=dedent(original), **files)
    return done


def told_by(done: Fixed) -> list[str]:
    return [str(one) for one in done.repairs]
