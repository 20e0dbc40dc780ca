"""Where Thai words end, which Thai writing does not say."""

from __future__ import annotations

import os
import re
from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate
from typing import cast

__all__ = ["THAI", "knows_thai_words", "thai_word_ends"]

THAI = re.compile(r"[\u0e00-\u0e7f]")


def knows_thai_words() -> bool:
    """Whether the library with the Thai words is installed; it belongs to an extra."""
    return find_spec("pythainlp") is not None


def thai_word_ends(text: str) -> frozenset[int]:
    """The positions in a text at which PyThaiNLP ends a word.

    Raises:
        ImportError: it is not installed.

    >>> sorted(thai_word_ends("ประสบการณ์ลูกค้า"))
    [10, 16]
    """
    # Else importing PyThaiNLP makes a folder in the home of whoever builds.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    newmm = import_module("pythainlp.tokenize.newmm")  # 0.4 s, for Thai only
    words = cast("list[str]", newmm.segment(text))
    return frozenset(accumulate(map(len, words)))
