"""What pydantic finds wrong with the shape of a file, in an editor's words."""

from __future__ import annotations

from pydantic import BaseModel

from cxguide.core.displaced import displaced_fault
from cxguide.core.findings import EXPECTED, Finding
from cxguide.core.key_slips import comma_fault, comma_number
from cxguide.core.known_keys import known_keys, written_keys
from cxguide.core.places import SourceError, nearest, short
from cxguide.core.source_text import Places

__all__ = ["shape_fault"]

_BOUNDS = {
    "greater_than": ("is too small", "more than {}"),
    "greater_than_equal": ("is too small", "{} or more"),
    "less_than": ("is too large", "less than {}"),
    "less_than_equal": ("is too large", "{} or less"),
    "string_too_short": ("is too short", "{} or more characters"),
    "string_too_long": ("is too long", "{} or fewer characters"),
    "too_short": ("has too few items", "{} or more"),
    "too_long": ("has too many items", "{} or fewer"),
}
_WORDS = {None: "null", True: "true", False: "false"}
_BOUND_NAMES = {"gt", "ge", "lt", "le", "min_length", "max_length"}


def shape_fault(finding: Finding, places: Places, model: type[BaseModel]) -> SourceError:
    """The fault that one of pydantic's findings is, with its place and remedy."""
    detail = finding.detail
    written = written_keys(detail["loc"], places)
    if finding.right is not None:
        return displaced_fault(written, finding.right, places)
    names = [key for key in written if isinstance(key, str)]  # items go by their list's name
    name, found = short(names[-1] if names else "the whole"), detail.get("input")
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        known, meant = known_keys(model, written[:-1]), finding.meant
        if found is None and meant is None:  # as after the comma in {text: yes, please}
            return SourceError(
                places.of_key(*written),
                f"{name!r} stands here as a key without a value",
                fix="put quotes around a text with a comma in it; or else remove this",
            )
        return SourceError(
            places.of_key(*written),
            f"unknown key {name!r}",
            known=f"known keys here: {', '.join(known)}" if known else "",
            fix=_key_remedy(name, meant),
        )
    if kind == "missing":
        missing = detail["loc"][-1]
        return SourceError(
            places.of_key(*written),
            f"the key {missing!r} is missing",
            fix=f"add '{missing}: …' here",
        )
    place = places.of(*written)
    if kind in {"literal_error", "enum", "union_tag_invalid"}:
        expected = str(context.get("expected", context.get("expected_tags")))
        options = [part.strip(" '") for part in expected.replace(" or ", ",").split(",")]
        if kind == "union_tag_invalid":
            name, found = str(context["discriminator"]).strip("'"), context["tag"]
            place = places.of(*written, name)
        close = nearest(short(str(found)), options)
        return SourceError(
            place,
            f"{name}: unknown value {_shown(found)}",
            known=f"known values: {', '.join(options)}",
            fix=f"write {close!r}" if close else "write one of them",
        )
    if kind == "string_pattern_mismatch":  # every pattern of ours is one for names
        return SourceError(
            places.of_key(*written) if detail["loc"][-1] == "[key]" else place,
            f"{_shown(found)} is no name",
            fix="write small letters a to z, digits and _, a letter first",
        )
    if kind in EXPECTED:
        if isinstance(found, str) and (number := comma_number(found)) == found:
            return comma_fault(place, number)
        is_text = kind == "string_type" and found is not None
        return SourceError(
            place,
            f"{name}: {finding.expected} is expected, found {_shown(found)}",
            fix="put quotes around it" if is_text else f"write {finding.expected}",
        )
    if kind in _BOUNDS:
        limit = ", ".join(str(value) for name, value in context.items() if name in _BOUND_NAMES)
        return SourceError(
            place,
            f"{name}: {_shown(found)} {_BOUNDS[kind][0]}",
            fix=f"write {_BOUNDS[kind][1].format(limit)}",
        )
    if kind == "value_error":
        problem, _, fix = str(context.get("error", detail["msg"])).partition("; fix: ")
        return SourceError(place, problem, fix=fix or "see the schema of this file")
    return SourceError(
        place,
        f"{name}: {detail['msg'][0].lower()}{detail['msg'][1:]}, found {_shown(found)}",
        fix="change the value accordingly",
    )


def _key_remedy(name: str, meant: str | None) -> str:
    if meant is None:
        return "remove it"
    rest = name.removeprefix(f"{meant} ")
    return f"write {meant!r}" if rest == name else f"write '{meant}: {rest}'"


def _shown(value: object) -> str:
    """What was found; lists and keys are not spelled out."""
    if isinstance(value, tuple):
        return "a list"
    if isinstance(value, dict):
        return "keys with values"
    return _WORDS[value] if value is None or isinstance(value, bool) else short(repr(value))
