"""What fences hold, and where a translated page says something else than the original.

Compared is what YAML makes of them, so that layout and the order of keys do not matter. Amounts of
money (`money` of a calculator) have to be there in every language, and suit the currency of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxguide.core.places import Place, SourceError, SourceFaults, short
from cxguide.core.source_text import Keys, Places, SourceText
from cxguide.core.yaml_reading import read_yaml

__all__ = ["content_faults", "outvoted_contents"]

_NOTHING = object()


@dataclass(frozen=True, slots=True)
class _Content:
    """The single values of a fence by the way to them; lists are values."""

    values: Mapping[Keys, object]
    places: Places

    def shown(self, keys: Keys) -> str:
        """A value as it may be written."""
        value = self.values.get(keys, _NOTHING)
        if value is _NOTHING:
            return "missing"
        if isinstance(value, tuple):
            return short(f"[{', '.join(map(str, value))}]")
        return short(str(value))


def content_faults(content: SourceText, original: SourceText) -> Iterator[SourceError]:
    """Where the fence of a translation differs from that of the original.

    One that is no YAML is no difference: it has a fault of its own.
    """
    ours, theirs = _read(content), _read(original)
    if ours is None or theirs is None:
        return
    for keys in _differences(ours, theirs):
        place = _line(theirs.places.of(*keys))
        problem = (
            f"differs from {place}: {keys[-1]} is {theirs.shown(keys)} there, "
            f"{ours.shown(keys)} here"
        )
        yield _fault(keys, ours, theirs, problem)


def outvoted_contents(
    content: SourceText, translations: Sequence[SourceText]
) -> Iterator[SourceError]:
    """Where the fence of an original differs from those of all translations, which agree."""
    ours, read = _read(content), [_read(one) for one in translations]
    theirs = [one for one in read if one is not None]
    if ours is None or len(theirs) < len(read):
        return
    first, *others = theirs
    for keys in _differences(ours, first):
        if not any(keys in _differences(first, other) for other in others):
            problem = f"{keys[-1]} is {ours.shown(keys)} here, "
            problem += f"{first.shown(keys)} in all translations"
            yield _fault(keys, ours, first, problem)


def _differences(ours: _Content, theirs: _Content) -> list[Keys]:
    return [
        keys
        for keys in dict.fromkeys((*theirs.values, *ours.values))
        if not _agree(keys, ours.values.get(keys, _NOTHING), theirs.values.get(keys, _NOTHING))
    ]


def _agree(keys: Keys, ours: object, theirs: object) -> bool:
    if keys[0] == "money":
        return (ours is _NOTHING) == (theirs is _NOTHING)
    return ours == theirs


def _fault(keys: Keys, ours: _Content, right: _Content, problem: str) -> SourceError:
    return SourceError(
        ours.places.of(*keys) if keys in right.values else ours.places.of_key(*keys),
        problem,
        fix=f"{_remedy(keys, right, is_here=keys in ours.values)}, or change it in every language",
    )


def _remedy(keys: Keys, right: _Content, *, is_here: bool) -> str:
    if keys not in right.values:
        return f"remove '{keys[-1]}'"
    if is_here:
        return f"write {right.shown(keys)}"
    return f"write '{keys[-1]}: {right.shown(keys)}'"


def _read(content: SourceText) -> _Content | None:
    try:
        read = read_yaml(content)
    except (SourceError, SourceFaults):
        return None
    return _Content(dict(_values(read.value, ())), read.places)


def _values(value: object, at: Keys) -> Iterator[tuple[Keys, object]]:
    if isinstance(value, Mapping) and (value or not at):
        for key, inside in value.items():
            yield from _values(inside, (*at, str(key)))
    elif at:
        yield at, value


def _line(place: Place) -> str:
    return f"{place.file}:{place.line}"
