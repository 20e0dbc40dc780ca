"""Data inside a page, for programs that read the page."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

__all__ = ["data_block"]

_MARKUP = re.compile("[<>&\u2028\u2029]")


def data_block(data: Mapping[str, object]) -> str:
    r"""The data as the content of a script element, in which nothing may look like markup.

    >>> data_block({"name": "</script> & ก"})
    '{"name":"\\u003c/script\\u003e \\u0026 ก"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _MARKUP.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
