"""Which of pydantic's findings are told: one for each slip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from cxguide.core.displaced import Displaced, displaced
from cxguide.core.known_keys import meant_key, written_keys
from cxguide.core.source_text import Keys, Places

__all__ = ["EXPECTED", "MOST_FAULTS", "Finding", "findings"]

MOST_FAULTS = 50

EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "mapping_type": "keys with values",
    "tuple_type": "a list",
    "list_type": "a list",
}


@dataclass(frozen=True)
class Finding:
    """What is wrong with a value or a key.

    Attributes:
        detail: as pydantic says it.
        meant: the key that an unknown one stands for.
        expected: what may stand here instead, in words.
        right: where the key belongs.
    """

    detail: ErrorDetails
    meant: str | None = None
    expected: str = ""
    right: Displaced | None = None


def findings(
    details: Sequence[ErrorDetails], places: Places, model: type[BaseModel]
) -> list[Finding]:
    """The findings without those that only follow from another one."""
    told = _without_echoes(details)
    meant = _meant_keys(told, places, model)
    standing = {(*at[:-1], key) for at, key in list(meant.items())[:MOST_FAULTS]}
    expected = _expected(told, places)
    moved = _displaced(told, places, model)
    right = {one.at for one in moved.values()}
    found: list[Finding] = []
    for detail in told:
        written = written_keys(detail["loc"], places)
        if written in moved and detail["type"] != "missing":
            if all(one.right is not moved[written] for one in found):
                found.append(Finding(detail, right=moved[written]))
        elif detail["type"] == "missing" and (*written, detail["loc"][-1]) in right:
            continue
        elif detail["type"] in EXPECTED:
            if words := expected.pop(written, ""):
                found.append(Finding(detail, expected=words))
        elif detail["type"] != "missing" or detail["loc"] not in standing:
            found.append(Finding(detail, meant=meant.get(detail["loc"])))
    return found


def _displaced(
    details: Sequence[ErrorDetails], places: Places, model: type[BaseModel]
) -> dict[Keys, Displaced]:
    """By the way to each key that is right elsewhere, where that is."""
    kinds = {"extra_forbidden", "model_type", "dict_type"}
    found: dict[Keys, Displaced] = {}
    for detail in details:
        written = written_keys(detail["loc"], places)
        if detail["type"] in kinds and (right := displaced(written, places, model)) is not None:
            found[written] = right
    return found


def _without_echoes(details: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """The findings without lists that are too short only because their items have faults."""
    inside = {detail["loc"][:depth] for detail in details for depth in range(len(detail["loc"]))}
    wrong = {detail["loc"][:-1] for detail in details if detail["type"] != "missing"}
    return [
        detail
        for detail in details
        if not (detail["type"] == "too_short" and detail["loc"] in inside)
        and not (_is_missing_item(detail) and detail["loc"][:-1] in wrong)
    ]


def _is_missing_item(detail: ErrorDetails) -> bool:
    return detail["type"] == "missing" and isinstance(detail["loc"][-1], int)


def _meant_keys(
    details: Sequence[ErrorDetails], places: Places, model: type[BaseModel]
) -> dict[Keys, str | None]:
    """By the place of each unknown key, the key it was written instead of.

    That is one of a similar name, or else the only one that is missing beside the only unknown.
    """
    unknown, missing = _by_mapping(details, "extra_forbidden"), _by_mapping(details, "missing")
    meant: dict[Keys, str | None] = {}
    for around, found in unknown.items():
        lacking = missing.get(around, [])
        for detail in found:
            key = meant_key(written_keys(detail["loc"], places), model)
            if key is None and len(lacking) == len(found) == 1 and detail["input"] is not None:
                key = str(lacking[0]["loc"][-1])
            meant[detail["loc"]] = key
    return meant


def _by_mapping(details: Sequence[ErrorDetails], kind: str) -> dict[Keys, list[ErrorDetails]]:
    found: dict[Keys, list[ErrorDetails]] = defaultdict(list)
    for detail in details:
        if detail["type"] == kind:
            found[detail["loc"][:-1]].append(detail)
    return found


def _expected(details: Sequence[ErrorDetails], places: Places) -> dict[Keys, str]:
    """By the place of each value of a wrong kind, all that may stand there.

    Pydantic tells each of several kinds by itself, also those that were not meant: where an
    item of a list is wrong, a list was.
    """
    words: dict[Keys, list[str]] = defaultdict(list)
    inside: set[Keys] = set()
    for detail in details:
        written = written_keys(detail["loc"], places)
        inside.update(written[:depth] for depth in range(len(written)))
        if detail["type"] in EXPECTED:
            words[written].append(EXPECTED[detail["type"]])
    return {
        at: " or ".join(dict.fromkeys(kinds)) for at, kinds in words.items() if at not in inside
    }
