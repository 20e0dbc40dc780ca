"""One fault for a name that is mistyped where it is given, not one for each of its uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from cxguide.core.places import Place, SourceError, nearest

__all__ = ["UnknownName", "told_where_given"]


class UnknownName(SourceError):
    """A name that is used and that nothing has.

    Args:
        name: as it is used.
        place, problem, known, fix: as of every fault.
    """

    def __init__(
        self, name: str, place: Place, problem: str, *, known: str = "", fix: str = ""
    ) -> None:
        super().__init__(place, problem, known=known, fix=fix)
        self.name = name


def told_where_given(
    faults: Iterable[SourceError], given: Mapping[str, Place], unused: Collection[str]
) -> Sequence[SourceError]:
    """The faults; those of names that only lack what is mistyped where it is given are one.

    Args:
        faults: of one file.
        given: where each name is given.
        unused: those of them that are used nowhere.
    """
    uses: dict[str, list[SourceError]] = defaultdict(list)
    others: list[SourceError] = []
    for fault in faults:
        (uses[fault.name] if isinstance(fault, UnknownName) else others).append(fault)
    for name, same in uses.items():
        close = nearest(name, unused)
        if close is None or len(same) < 2:
            others += same
            continue
        others.append(
            SourceError(
                given[close],
                f"nothing uses {close!r}, and {len(same)} places use {name!r}, which there is not",
                fix=f"write {name!r} here, or {close!r} in all of them",
            )
        )
    return others
