"""A picture of a few words that says how far a language is, for other people's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxguide.core.languages import Language
from cxguide.core.numbers import with_percent_sign
from cxguide.core.templating import environment
from cxguide.translations.states import DONE

if TYPE_CHECKING:
    from cxguide.translations.states import LanguageState

__all__ = ["badge"]

LETTER_PX = 7
"""About the width of a letter of eleven pixels; the text is fitted to the room it gets."""


def badge(state: LanguageState) -> str:
    """The name of a language and the share of its sections that are current, as SVG."""
    sections = sum(len(page.sections) for page in state.pages)
    # Never rounded up: 100 % means that nothing waits.
    share = 100 * state.count(*DONE) // sections if sections else 0
    shown = with_percent_sign(str(share), Language(state.tag))
    return (
        environment()
        .get_template("translations/badge.svg.jinja")
        .render(
            tag=state.tag,
            name=state.name,
            share=shown,
            name_px=len(state.name) * LETTER_PX + 14,
            share_px=len(shown) * LETTER_PX + 14,
            is_complete=share == 100,
        )
    )
