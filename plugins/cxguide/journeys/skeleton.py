"""The file of a new map, complete enough to build."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cxguide.core.names import LONGEST_ID, is_id
from cxguide.core.places import Place, SourceError
from cxguide.core.resources import TEMPLATES

__all__ = ["new_journey_text", "with_schema", "write_journey"]


def with_schema(text: str, schema: str) -> str:
    """A file with a first line that gives editors its schema; without one where there is none."""
    return f"# yaml-language-server: $schema={schema}\n{text}" if schema else text


def new_journey_text(journey_id: str, reviewed: date, schema: str = "") -> str:
    """A map file with every part that most maps have.

    Args:
        journey_id: small letters, digits and hyphens, as in addresses.
        reviewed: the day on which it was last compared with reality.
        schema: address of the schema of map files, for completion in editors.
    """
    template = (TEMPLATES / "new" / "journey.yml").read_text(encoding="utf-8")
    title = journey_id.replace("-", " ").capitalize()
    return with_schema(template.format(id=journey_id, title=title, reviewed=reviewed), schema)


def write_journey(journey_id: str, text: str, folder: Path, root: Path) -> str:
    """Write the file of a new map and give back its name, relative to `root`.

    Raises:
        SourceError: the id cannot be one, or the file is there already.
    """
    path = folder / f"{journey_id}.yml"
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    if not is_id(journey_id):
        raise SourceError(
            Place(name),
            f"{journey_id!r} cannot be the id of a map",
            fix="use small Latin letters and digits, a letter first, with single hyphens "
            f"between words, {LONGEST_ID} signs at most",
        )
    if path.exists():
        raise SourceError(Place(name), "this file is there already", fix="choose another id")
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name
