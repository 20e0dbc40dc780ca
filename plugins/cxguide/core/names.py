"""What sources call things by: ids, and texts that are not empty."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

__all__ = ["LONGEST_ID", "Id", "Text", "is_id"]

LONGEST_ID = 60
_ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"


def is_id(text: str) -> bool:
    """Whether a text may be an id: it is part of addresses.

    >>> is_id("what-is-cx"), is_id("What is CX")
    (True, False)
    """
    return len(text) <= LONGEST_ID and re.fullmatch(_ID, text) is not None


def _checked_id(value: str) -> str:
    if not is_id(value):
        raise ValueError(
            f"{value!r} is not an id; fix: use small Latin letters and digits, a letter first, "
            f"with single hyphens between words, {LONGEST_ID} signs at most"
        )
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, AfterValidator(_checked_id), Field(json_schema_extra={"pattern": _ID})]
