"""The file of a new metric, complete enough to build."""

from __future__ import annotations

import re
from pathlib import Path

from cxguide.core.places import Place, SourceError
from cxguide.core.resources import TEMPLATES

__all__ = ["new_metric_text", "write_new_metric"]

SCHEMA = "../schema/metric.schema.json"


def new_metric_text(metric_id: str) -> str:
    """A metric file with every part that most metrics have.

    Args:
        metric_id: small letters, digits and underscores, as in addresses.
    """
    template = (TEMPLATES / "new" / "metric.yml").read_text(encoding="utf-8")
    name = metric_id.replace("_", " ").capitalize()
    return template.format(id=metric_id, name=name, schema=SCHEMA)


def write_new_metric(metric_id: str, folder: Path, root: Path) -> str:
    """Write the file of a new metric and give back its name, relative to `root`.

    Raises:
        SourceError: the id cannot be one, or the file is there already.
    """
    path = folder / f"{metric_id}.yml"
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", metric_id):
        raise SourceError(
            Place(name),
            f"{metric_id!r} cannot be the id of a metric",
            fix="begin with a small letter, then small letters, digits and _, 40 at most",
        )
    if path.exists():
        raise SourceError(Place(name), "this file is there already", fix="choose another id")
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(new_metric_text(metric_id), encoding="utf-8")
    return name
