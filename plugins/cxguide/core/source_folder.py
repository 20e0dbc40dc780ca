"""A folder with one source file for each thing, named by the thing's id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from cxguide.core.names import is_id
from cxguide.core.places import Faults, SourceError
from cxguide.core.sources import Places, SourceText

__all__ = ["misnamed", "read_folder"]

Thing = TypeVar("Thing")


def read_folder(
    folder: Path, root: Path, read: Callable[[SourceText], Thing], *, kind: str
) -> Mapping[str, Thing]:
    """The things of a folder by id, sorted; none where there is no folder.

    Args:
        folder: where the `<id>.yml` files are.
        root: what file names in faults are relative to.
        read: makes the thing from its file.
        kind: what the files hold, for faults: `map`.

    Raises:
        SourceFaults: with the faults of all files.
    """
    faults = Faults()
    things: dict[str, Thing] = {}
    for path in sorted(folder.glob("*.yml")):
        with faults.caught():
            things[path.stem] = read(SourceText.of(path, root))
    for path in sorted(folder.glob("*.yaml")):
        with faults.caught():
            place = SourceText.of(path, root).place()
            raise SourceError(place, f"{kind} files end in .yml", fix=f"name it {path.stem}.yml")
    faults.raise_if_any()
    return MappingProxyType(things)


def misnamed(identity: str, places: Places) -> SourceError | None:
    """The fault of a file that is not named by its id."""
    stem = Path(places.source.file).stem
    if identity == stem:
        return None
    return SourceError(
        places.of("id"),
        f"the id is {identity!r}, but the file is named {stem!r}",
        fix=f"name the file {identity}.yml" + (f", or write 'id: {stem}'" if is_id(stem) else ""),
    )
