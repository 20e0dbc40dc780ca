"""Where a line of a map may break, and where it must not: columns are narrow.

The browser knows where words end. It is told what it does not know: hyphenation of long words,
which no browser has for every language; Thai compounds, which the dictionary of
browsers takes apart; and spaces inside a quantity.
"""

from __future__ import annotations

import re
from itertools import pairwise

from markupsafe import Markup, escape

from cxguide.core.languages import Language
from cxguide.core.no_break import with_no_break_spaces
from cxguide.drawing.together import QUANTITY, hyphenation, thai_compounds

__all__ = ["with_breaks"]

SHORTEST_HYPHENATED = 13
"""Letters of a word. Shorter ones fit into the narrowest column."""

# Elements of our own are the shortest that HTML allows; a page has hundreds. The soft hyphen itself
# is in the styles, so that it is in no search and no copied text.
_HYPHEN = "<cx-h></cx-h>"
_TOGETHER = r"<cx-w>\1</cx-w>"

_LONG_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST_HYPHENATED},}}")


def with_breaks(text: str, language: Language, *, narrow: bool = True) -> Markup:
    r"""The text as HTML, with what the browser must know to break it well.

    Args:
        text: the text.
        language: of the text.
        narrow: it stands in a column, where long words need hyphens.

    >>> with_breaks("Jdu k paní", Language("cs"))
    Markup('Jdu k\xa0paní')
    """
    text = QUANTITY.sub("\N{NO-BREAK SPACE}", text)
    text = with_no_break_spaces(text, language)
    if language.locale.language == "th":
        return _together(text)
    return _hyphenated(text, language) if narrow else escape(text)


# Both work on the escaped text: no word of theirs is, or is in, an entity such as "&amp;".


def _hyphenated(text: str, language: Language) -> Markup:
    dictionary = hyphenation(language.tag)
    if dictionary is None:
        return escape(text)

    def syllables(word: re.Match[str]) -> str:
        places = [0, *dictionary.positions(word[0]), len(word[0])]
        return _HYPHEN.join(word[0][start:end] for start, end in pairwise(places))

    return Markup(_LONG_WORD.sub(syllables, str(escape(text))))


def _together(text: str) -> Markup:
    return Markup(thai_compounds().sub(_TOGETHER, str(escape(text))))
