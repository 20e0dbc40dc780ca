"""From what an editor wrote under `inputs` to the fields of a calculator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxguide.core.places import Faults
from cxguide.core.sources import Places
from cxguide.metrics.formula import Type
from cxguide.metrics.model import LARGEST_COUNT, LARGEST_NUMBER, Input, Kind
from cxguide.metrics.shape import InputShape
from cxguide.metrics.statistics import CONFIDENCE_LEVELS

__all__ = ["FieldReader"]

_TYPES: Mapping[Kind, Type] = {
    Kind.OPTION: Type.WORD,
    Kind.ANSWERS: Type.ANSWERS,
    Kind.LIST: Type.LIST,
}
_SINGLE_NUMBERS = frozenset({Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.MONEY})
LONGEST_SCALE = 100


@dataclass(frozen=True)
class FieldReader:
    """Reads one input after another.

    Attributes:
        places: where everything stands in the file.
        faults: takes what is wrong.
        types: of the inputs read so far, by name; each reading adds its own.
    """

    places: Places
    faults: Faults
    types: dict[str, Type]

    def read(self, name: str, entry: InputShape) -> Input:
        """The input that is written under a name."""
        kind = Kind(entry.kind)
        if entry.label is None and kind is not Kind.CONFIDENCE:
            self._fault(
                f"the input {name!r} has no label",
                "inputs",
                name,
                fix="add 'label: …', what the reader should enter",
                key=True,
            )
        if (kind is Kind.OPTION) != bool(entry.options):
            self._fault(
                f"'options' and kind option belong together, kind is {kind}",
                "inputs",
                name,
                fix="add or remove 'options: {id: Label}'",
                key=True,
            )
        if (kind is Kind.ANSWERS) != (entry.scale is not None):
            self._fault(
                f"'scale' and kind answers belong together, kind is {kind}",
                "inputs",
                name,
                fix="add or remove 'scale: [1, 7]'",
                key=True,
            )
        if entry.scale and not 0 < entry.scale[1] - entry.scale[0] < LONGEST_SCALE:
            self._fault(
                f"the scale {list(entry.scale)} does not run from low to high",
                "inputs",
                name,
                "scale",
                fix=f"write [lowest, highest], at most {LONGEST_SCALE} values, such as [1, 7]",
            )
        for bound in ("min", "max", "above"):
            value = getattr(entry, bound)
            if isinstance(value, str) and self.types.get(value) is not Type.NUMBER:
                self._fault(
                    f"{bound} names {value!r}, which is not an earlier input with a number",
                    "inputs",
                    name,
                    bound,
                    known=f"earlier inputs: {', '.join(self.types) or 'none'}",
                    fix="write a number, or move that input up",
                )
        self.types[name] = _TYPES.get(kind, Type.NUMBER)
        lowest, highest, default, options = _defaults(kind, entry)
        if entry.default is not None:
            self._check_default(name, kind, entry.default, (lowest, highest), options)
        return Input(
            id=name,
            kind=kind,
            lowest=lowest,
            highest=highest,
            above=entry.above,
            default=default,
            optional=entry.optional or entry.together_with is not None,
            unless=entry.unless,
            together_with=entry.together_with,
            options=options,
            scale=(entry.scale[0], entry.scale[1] - entry.scale[0] + 1) if entry.scale else None,
            whole_items=kind is Kind.ANSWERS or entry.items == "count",
            step=entry.step,
        )

    def _check_default(
        self,
        name: str,
        kind: Kind,
        default: float | str,
        bounds: tuple[float | str | None, float | str | None],
        options: tuple[str | float, ...],
    ) -> None:
        at = ("inputs", name, "default")
        if kind is Kind.OPTION:
            if default not in options:
                known = f"options are: {', '.join(map(str, options))}"
                self._fault(
                    f"the default {default!r} is no option", *at, known=known, fix="name one"
                )
            return
        if kind not in _SINGLE_NUMBERS or isinstance(default, str):
            self._fault(
                f"the default {default!r} does not fit the kind {kind}",
                *at,
                fix="give a number for a field with one number, or remove it",
            )
            return
        low, high = bounds
        is_low = isinstance(low, float | int) and default < low
        is_high = isinstance(high, float | int) and default > high
        if is_low or is_high or (kind is Kind.COUNT and default != int(default)):
            self._fault(
                f"the default {default:g} may not be entered", *at, fix="give an allowed value"
            )

    def _fault(
        self, problem: str, *at: str | int, fix: str, known: str = "", key: bool = False
    ) -> None:
        self.faults.add(self.places.fault(problem, *at, fix=fix, known=known, key=key))


def _defaults(
    kind: Kind, entry: InputShape
) -> tuple[float | str | None, float | str | None, float | str | None, tuple[str | float, ...]]:
    """Lowest and highest value, default and options of a field of this kind."""
    if kind is Kind.CONFIDENCE:
        return None, None, 0.95, CONFIDENCE_LEVELS
    if kind is Kind.OPTION:
        options = tuple(entry.options or {})
        return None, None, entry.default or next(iter(options), None), options
    counted = kind in {Kind.COUNT, Kind.ANSWERS} or (kind is Kind.LIST and entry.items == "count")
    lowest = -LARGEST_NUMBER if kind in {Kind.NUMBER, Kind.MONEY, Kind.LIST} else 0.0
    highest = LARGEST_COUNT if counted else 100.0 if kind is Kind.PERCENT else LARGEST_NUMBER
    if counted:
        lowest = 0.0
    return (
        lowest if entry.min is None else entry.min,
        highest if entry.max is None else entry.max,
        entry.default,
        (),
    )
