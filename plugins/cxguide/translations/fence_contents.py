"""What fences hold, and where a translated page says something else than the original.

Compared is what YAML makes of them, so that layout and the order of keys do not matter.
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
    for keys in dict.fromkeys((*theirs.values, *ours.values)):
        here, there = ours.values.get(keys, _NOTHING), theirs.values.get(keys, _NOTHING)
        if here == there:
            continue
        place = _line(theirs.places.of(*keys))
        yield SourceError(
            ours.places.of(*keys) if there is not _NOTHING else ours.places.of_key(*keys),
            f"differs from {place}: {keys[-1]} is {theirs.shown(keys)} there, "
            f"{ours.shown(keys)} here",
            fix=f"{_remedy(keys, theirs, is_here=here is not _NOTHING)}, "
            "or change it in every language",
        )


def outvoted_contents(
    content: SourceText, translations: Sequence[SourceText]
) -> Iterator[SourceError]:
    """Where the fence of an original differs from those of all translations, two at least."""
    ours = _read(content)
    theirs = [read for one in translations if (read := _read(one)) is not None]
    if ours is None or len(theirs) < 2 or len(theirs) < len(translations):
        return
    first = theirs[0]
    for keys in dict.fromkeys((*first.values, *ours.values)):
        here, there = ours.values.get(keys, _NOTHING), first.values.get(keys, _NOTHING)
        agree = all(one.values.get(keys, _NOTHING) == there for one in theirs)
        if agree and here != there:
            yield SourceError(
                ours.places.of(*keys) if there is not _NOTHING else ours.places.of_key(*keys),
                f"{keys[-1]} is {ours.shown(keys)} here, {first.shown(keys)} in all translations",
                fix=f"{_remedy(keys, first, is_here=here is not _NOTHING)}, "
                "or change it in every language",
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
