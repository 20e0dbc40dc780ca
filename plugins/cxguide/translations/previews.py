"""Languages that are being begun: built, but not shown to readers until enough is translated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxguide.translations.states import LanguageState, PageState

__all__ = ["HEADER", "PAGES_NEEDED", "is_ready", "says_preview"]

HEADER = "X-Preview: yes"
"""Stands in the head of the site's own catalog of such a language."""
PAGES_NEEDED = 5
"""Beside the home page; in a smaller site all that there are."""

_HEADER = re.compile(rf'^"{re.escape(HEADER)}\\n"$', re.MULTILINE)


def says_preview(catalog: str) -> bool:
    r"""Whether a catalog says of its language that it is being begun.

    >>> says_preview('msgid ""\nmsgstr ""\n"X-Preview: yes\\n"\n')
    True
    """
    return _HEADER.search(catalog.partition("\n\n")[0]) is not None


def is_ready(state: LanguageState) -> bool:
    """Whether a language has its home page, `PAGES_NEEDED` others, and all its short texts."""
    home, *others = state.pages or (None,)
    texts = sum(one.missing for one in state.catalogs)
    ready = sum(_is_translated(page) for page in others if page is not None)
    is_enough = ready >= min(PAGES_NEEDED, len(others))
    return home is not None and _is_translated(home) and is_enough and not texts


def _is_translated(page: PageState) -> bool:
    return page.is_written and not any(one.is_shown_in_english for one in page.sections)
