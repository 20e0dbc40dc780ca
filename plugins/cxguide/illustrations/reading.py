"""Reading the files of pictures: the kind first, then the shape of that kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from cxguide.core.places import Faults, SourceError, SourceFaults, nearest
from cxguide.core.source_folder import misnamed, read_folder
from cxguide.core.sources import Places, SourceText, read_source
from cxguide.core.yaml_reading import Content, read_yaml
from cxguide.illustrations.assembly import assembled
from cxguide.illustrations.model import Picture
from cxguide.illustrations.shape import SHAPES, ChainShape, PictureShape, SheetShape, StepsShape

__all__ = ["read_picture", "read_pictures"]


def read_pictures(folder: Path, root: Path) -> Mapping[str, Picture]:
    """All pictures of a folder by id, sorted; none where there is no folder.

    Args:
        folder: where the `<id>.yml` files are.
        root: what file names in faults are relative to.

    Raises:
        SourceFaults: with the faults of all files.
    """
    return read_folder(folder, root, read_picture, kind="picture")


def read_picture(source: SourceText) -> Picture:
    """The picture that a file holds.

    Raises:
        SourceError: it does not say which kind of picture it is.
        SourceFaults: with all faults of the file.
    """
    kind = _kind(read_yaml(source))
    written, places = read_source(source, SHAPES[kind])
    faults = Faults()
    for fault in _faults(written, places):
        faults.add(fault)
    faults.raise_if_any()
    return assembled(written, places)


def _kind(content: Content) -> str:
    """What decides on all other keys, so it is asked for first.

    Raises:
        SourceFaults: what stands there is not what it was meant to be.
        SourceError: there is no kind, or not this one.
    """
    if content.faults:
        raise SourceFaults(content.faults)
    keys = content.value if isinstance(content.value, dict) else {}
    first, *others = SHAPES
    if (kind := keys.get("kind")) is None:
        raise content.places.fault(
            "the picture does not say what kind it is",
            "kind",
            fix=f"write 'kind: {first}', or another kind: {', '.join(others)}",
        )
    if not isinstance(kind, str) or kind not in SHAPES:
        close = nearest(str(kind), SHAPES)
        raise content.places.fault(
            f"there is no kind of picture {kind!r}",
            "kind",
            known=f"known: {', '.join(SHAPES)}",
            fix=f"write {close!r}" if close else "write one of them",
        )
    return kind


def _faults(written: PictureShape, places: Places) -> Iterator[SourceError]:
    if (fault := misnamed(written.id, places)) is not None:
        yield fault
    match written:
        case ChainShape(links=links):
            yield from _repeated([link.id for link in links], places, "links")
            if links[-1].arrow is not None:
                yield places.fault(
                    "no arrow begins at the last link",
                    *("links", len(links) - 1, "arrow"),
                    fix="remove it, or write it at the link before",
                    key=True,
                )
        case StepsShape(steps=steps):
            yield from _repeated([step.id for step in steps], places, "steps")
        case SheetShape(fields=fields):
            yield from _repeated([field.id for field in fields], places, "fields")


def _repeated(ids: Sequence[str], places: Places, name: str) -> Iterator[SourceError]:
    count = Counter(ids)
    for index, one in enumerate(ids):
        if count[one] > 1 and one in ids[:index]:
            yield places.fault(
                f"{one!r} stands twice in {name}", name, index, "id", fix="give each its own id"
            )
