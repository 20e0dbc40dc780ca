"""Keys that are right, but stand too far left or right, and so in the mapping beside theirs."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from cxguide.core.known_keys import known_keys
from cxguide.core.places import SourceError, short
from cxguide.core.source_text import Keys, Places

__all__ = ["Displaced", "displaced", "displaced_fault"]


@dataclass(frozen=True, slots=True)
class Displaced:
    """Where a key belongs.

    Attributes:
        at: the way to it there.
        columns: by how many it must be indented more, less if negative.
    """

    at: Keys
    columns: int


def displaced(at: Keys, places: Places, model: type[BaseModel]) -> Displaced | None:
    """Where a key belongs that the schema does not know at its place, if its column says so."""
    if not at or at not in places.keys:
        return None
    return _too_far_left(at, places, model) or _too_far_right(at, places, model)


def displaced_fault(at: Keys, right: Displaced, places: Places) -> SourceError:
    """The fault of a key that belongs elsewhere."""
    names = [str(key) for key in right.at[:-1] if isinstance(key, str)]
    more = right.columns > 0
    if more:
        problem = f"{short(repr(at[-1]))} belongs to {names[-1]!r}"
    else:
        problem = f"{short(repr(at[-1]))} does not belong to {at[-2]!r}"
    return SourceError(
        places.of_key(*at),
        f"{problem}, but begins {abs(right.columns)} too far {'left' if more else 'right'}",
        fix=f"indent it by {abs(right.columns)} {'more' if more else 'less'}",
    )


def _too_far_left(at: Keys, places: Places, model: type[BaseModel]) -> Displaced | None:
    """It belongs into the mapping that ends above it."""
    place = places.keys[at]
    before = [
        keys
        for keys, other in places.keys.items()
        if keys[:-1] == at[:-1] and other.column == place.column and other.line < place.line
    ]
    if not before:
        return None
    above = max(before, key=lambda keys: places.keys[keys].line)
    inside = [
        other
        for keys, other in places.keys.items()
        if keys[:-1] == above and other.line > places.keys[above].line
    ]
    right = (*above, at[-1])
    if not inside or right in places.values or str(at[-1]) not in known_keys(model, above):
        return None
    columns = inside[0].column - place.column
    return Displaced(right, columns) if columns > 0 else None


def _too_far_right(at: Keys, places: Places, model: type[BaseModel]) -> Displaced | None:
    """It belongs beside the key of the mapping that it stands in."""
    around = at[:-1]
    if around not in places.keys or places.keys[around].line == places.keys[at].line:
        return None
    right = (*around[:-1], at[-1])
    columns = places.keys[around].column - places.keys[at].column
    if right in places.values or str(at[-1]) not in known_keys(model, around[:-1]) or columns >= 0:
        return None
    return Displaced(right, columns)
