"""Reading map files: shape first, then what only the whole file can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from cxguide.core.mistyped import UnknownName, told_where_given
from cxguide.core.places import Faults, Place, SourceError, nearest
from cxguide.core.source_folder import misnamed, read_folder
from cxguide.core.sources import Places, SourceText, read_source
from cxguide.journeys.assembly import assembled
from cxguide.journeys.model import Journey
from cxguide.journeys.shape import JourneyShape

__all__ = ["Calculator", "read_journey", "read_journeys"]


@dataclass(frozen=True, slots=True)
class Calculator:
    """What a map may ask of a calculator.

    Attributes:
        inputs: their names.
        refused: says of values what is wrong, as code and input; `None` when they can be
            calculated.
    """

    inputs: tuple[str, ...]
    refused: Callable[[Mapping[str, float | tuple[float, ...]]], tuple[str, str] | None]


Calculators = Mapping[str, Calculator]
"""The calculators of a site, by id."""


def read_journeys(
    folder: Path, root: Path, calculators: Calculators = MappingProxyType({})
) -> Mapping[str, Journey]:
    """All maps of a folder by id, sorted; none where there is no folder.

    Args:
        folder: where the `<id>.yml` files are.
        root: what file names in faults are relative to.
        calculators: of the site, by id; without any, what maps say of calculators is not
            compared with them.

    Raises:
        SourceFaults: with the faults of all files.
    """
    return read_folder(folder, root, partial(read_journey, calculators=calculators), kind="map")


def read_journey(source: SourceText, calculators: Calculators = MappingProxyType({})) -> Journey:
    """The map that a file holds; `calculators` as for `read_journeys`.

    Raises:
        SourceFaults: with all faults of the file.
    """
    written, places = read_source(source, JourneyShape)
    faults = Faults()
    for fault in _faults(written, places):
        faults.add(fault)
    if calculators:
        for fault in _calculator_faults(written, places, calculators):
            faults.add(fault)
    faults.raise_if_any()
    return assembled(written, places)


def _faults(written: JourneyShape, places: Places) -> Iterable[SourceError]:
    if (fault := misnamed(written.id, places)) is not None:
        yield fault
    yield from _repeated([stage.id for stage in written.stages], places, "stages", key="id")
    yield from _unknown_names(written, places)
    for index, stage in enumerate(written.stages):
        at = ("stages", index)
        yield from _repeated(stage.touchpoints, places, *at, "touchpoints")
        for name, items in (
            ("pain_points", stage.pain_points),
            ("opportunities", stage.opportunities),
        ):
            yield from _repeated([item.id for item in items], places, *at, name, key="id")


def _calculator_faults(
    written: JourneyShape, places: Places, calculators: Calculators
) -> Iterable[SourceError]:
    for index, stage in enumerate(written.stages):
        if (metric := stage.metric) is None:
            continue
        at = ("stages", index, "metric")
        if metric.calculator not in calculators:
            close = nearest(metric.calculator, calculators)
            yield SourceError(
                places.of(*at, "calculator"),
                f"there is no calculator {metric.calculator!r}",
                known=f"known: {', '.join(calculators)}",
                fix=f"write {close!r}" if close else "write one of them",
            )
            continue
        calculator = calculators[metric.calculator]
        unknown = [name for name in metric.inputs if name not in calculator.inputs]
        for name in unknown:
            close = nearest(name, calculator.inputs)
            yield SourceError(
                places.of_key(*at, "inputs", name),
                f"the calculator {metric.calculator!r} has no input {name!r}",
                known=f"inputs are: {', '.join(calculator.inputs)}",
                fix=f"write {close!r}" if close else "write one of them",
            )
        if not unknown and (refused := calculator.refused(metric.inputs)) is not None:
            code, name = refused
            yield SourceError(
                places.of(*at, "inputs", name),
                f"{metric.calculator!r} cannot be calculated from this: {code} on {name!r}",
                known=f"inputs are: {', '.join(calculator.inputs)}",
                fix="correct the values, and the label beside them",
            )


def _repeated(
    values: Sequence[str | None], places: Places, *at: str | int, key: str = ""
) -> Iterable[SourceError]:
    count = Counter(values)
    for index, value in enumerate(values):
        if value is not None and count[value] > 1 and value in values[:index]:
            yield SourceError(
                places.of(*at, index, *([key] if key else [])),
                f"{value!r} stands twice in {at[-1]}",
                fix="give each its own id" if key else "keep one of them",
            )


def _unknown_names(written: JourneyShape, places: Places) -> Iterable[SourceError]:
    """Channels and personas that there are not; told where they are given if mistyped there."""
    channels, personas = list[tuple[str, Place]](), list[tuple[str, Place]]()
    for at, stage in enumerate(written.stages):
        for index, name in enumerate(stage.touchpoints):
            channels.append((name, places.of("stages", at, "touchpoints", index)))
        for name in stage.emotion if isinstance(stage.emotion, Mapping) else ():
            personas.append((name, places.of_key("stages", at, "emotion", name)))
    yield from _unknown(channels, written.channels, places, "channels")
    yield from _unknown(personas, written.personas, places, "personas")


def _unknown(
    uses: Sequence[tuple[str, Place]], given: Collection[str], places: Places, key: str
) -> Iterable[SourceError]:
    """The names that are used and not given under a key."""
    used = {name for name, _ in uses}
    unknown = (
        UnknownName(
            name,
            place,
            f"unknown {key.removesuffix('s')} {name!r}",
            known=f"{key} are: {', '.join(given)}" if given else "",
            fix=_remedy(name, given, used, places, key),
        )
        for name, place in uses
        if name not in given
    )
    where = {name: places.of_key(key, name) for name in given}
    yield from told_where_given(unknown, where, [name for name in given if name not in used])


def _remedy(
    name: str, given: Collection[str], used: Collection[str], places: Places, key: str
) -> str:
    """What to write instead of a name that is not given."""
    words = name.split()
    if len(words) > 1 and all(word in given for word in words):
        return f"write '{', '.join(words)}', with a comma"
    close = nearest(name, given)
    if close is None:
        return f"add {name!r} under {key}"
    if close in used:
        return f"write {close!r}, or add {name!r} under {key}"
    # One of both is mistyped, and nobody can say which.
    return f"write {close!r} here, or {name!r} on line {places.of_key(key, close).line}"
