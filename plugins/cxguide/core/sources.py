"""Reading the YAML files that people edit, with the place of every key and value kept.

`yaml_reading.py` says what YAML may be in them. The shape is checked by pydantic; unknown keys
are faults with a suggestion, never silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from cxguide.core.findings import MOST_FAULTS, findings
from cxguide.core.key_slips import empty_key, unmarked_key
from cxguide.core.known_keys import known_keys
from cxguide.core.places import Faults, SourceError
from cxguide.core.shape_faults import shape_fault
from cxguide.core.source_text import Keys, Places, SourceText
from cxguide.core.yaml_reading import Content, read_yaml

__all__ = ["Keys", "Places", "Source", "SourceText", "read_source"]


class Source(BaseModel):
    """Base of everything that is read from a file: unknown keys are faults, values are fixed."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


SourceModel = TypeVar("SourceModel", bound=BaseModel)


def read_source(source: SourceText, model: type[SourceModel]) -> tuple[SourceModel, Places]:
    """The content of a file as `model`, and the places of everything in it.

    Raises:
        SourceFaults: with all faults of the file.
    """
    faults = Faults()
    with faults.caught():
        content = read_yaml(source)
        places = content.places
        if empty := [*content.faults, *_empty(content, model)]:
            _tell(faults, empty, len(empty), places)
        else:
            try:
                return model.model_validate(content.value), places
            except ValidationError as error:
                errors = error.errors(include_url=False)
                # How they hang together takes time; nobody reads more than the first of them.
                found = findings(errors[:MOST_FAULTS], places, model)
                told = (shape_fault(one, places, model) for one in found)
                all_told = len(errors) if len(errors) > MOST_FAULTS else len(found)
                _tell(faults, told, all_told, places)
    faults.raise_if_any()
    raise AssertionError("a failed reading has a fault")


def _empty(content: Content, model: type[BaseModel]) -> Iterator[SourceError]:
    """The faults of keys without a value.

    One without a colon is told here only if the schema knows it, or knows no keys at its place:
    others are unknown keys.
    """
    for keys in (*content.empty, *content.unmarked):
        place, key = content.places.of_key(*keys), str(keys[-1])
        known = known_keys(model, keys[:-1])
        if keys in content.empty or key in known:
            yield empty_key(place, key, needed=known.get(key, False))
        elif not known:
            yield unmarked_key(place, key)


def _tell(faults: Faults, found: Iterable[SourceError], number: int, places: Places) -> None:
    for fault, _ in zip(found, range(MOST_FAULTS), strict=False):
        faults.add(fault)
    if number > MOST_FAULTS:
        problem = f"{number:,} faults, of which {MOST_FAULTS} are told"
        faults.add(places.fault(problem, fix="mend those first"))
