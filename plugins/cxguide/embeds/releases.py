"""Exact releases: files that never change, with the digests by which browsers check them.

A release is two files: `<x.y.z>.json` says what is in it, `<x.y.z>.tar.xz` holds it. Of many files
that are much alike an archive keeps hardly more than one of them.
"""

from __future__ import annotations

import io
import json
import lzma
import re
import tarfile
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha384
from pathlib import Path

from cxguide.core.places import Faults, Place, SourceError

__all__ = [
    "Release",
    "changes_since",
    "integrity",
    "read_releases",
    "unpack_release",
    "versions_file",
    "write_release",
]

_FROM_HISTORY = "take the file from the history of the repository; a release never changes"
_FILE = re.compile(r"(?:[\w-]+/)?[\w-]+(?:\.[\w-]+)+")
"""The name of a file in a release: no way leads out of its folder."""
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


@dataclass(frozen=True, slots=True)
class Release:
    """An exact release.

    Attributes:
        version: such as `1.4.2`.
        date: when it was made, as ISO 8601 writes it.
        files: the digest of each, as `integrity` attributes have it, by name.
        formulas: the version of each metric's formula, by the metric's id.
        archive: where the files are.
    """

    version: str
    date: str
    files: Mapping[str, str]
    formulas: Mapping[str, int]
    archive: Path


def integrity(content: bytes) -> str:
    """The digest of a file, as an `integrity` attribute has it."""
    return f"sha384-{b64encode(sha384(content).digest()).decode()}"


def read_releases(folder: Path) -> tuple[Release, ...]:
    """All releases in a folder, the newest first; none where there is no folder."""
    found = [_read(path) for path in folder.glob("*.json") if _VERSION.fullmatch(path.stem)]
    return tuple(sorted(found, key=lambda one: _parts(one.version), reverse=True))


def write_release(
    folder: Path, version: str, date: str, files: Mapping[str, bytes], formulas: Mapping[str, int]
) -> Release:
    """Add a release.

    Raises:
        SourceError: the version is no version, not newer than the others, or there already.
    """
    place = Place(f"{folder.name}/{version}.json")
    if not _VERSION.fullmatch(version):
        raise SourceError(place, f"{version!r} is no version", fix="write one such as 1.4.2")
    others = read_releases(folder)
    if any(one.version == version for one in others):
        raise SourceError(
            place,
            f"the release {version} is there already, and a release never changes",
            fix="write the next version",
        )
    if others and _parts(version) < _parts(others[0].version):
        raise SourceError(
            place, f"{version} is older than {others[0].version}", fix="write the next version"
        )
    digests = {name: integrity(content) for name, content in sorted(files.items())}
    release = Release(version, date, digests, dict(formulas), folder / f"{version}.tar.xz")
    folder.mkdir(parents=True, exist_ok=True)
    release.archive.write_bytes(_archive(files))
    (folder / f"{version}.json").write_text(_described(release), encoding="utf-8")
    return release


def changes_since(release: Release, files: Mapping[str, bytes]) -> Faults:
    """What differs between a release and the files that the sources give now."""
    faults = Faults()
    now = {name: integrity(content) for name, content in files.items()}
    for name in sorted(release.files.keys() | now.keys()):
        if release.files.get(name) != now.get(name):
            what = (
                "differs from"
                if name in now and name in release.files
                else ("is not in" if name in now else "is missing beside")
            )
            faults.add(
                SourceError(
                    Place(name),
                    f"what the sources give {what} the release {release.version}",
                    fix="go back to the sources of the release, or make a new one",
                )
            )
    return faults


def unpack_release(release: Release, folder: Path) -> None:
    """Put the files of a release into `folder/<version>/`.

    Raises:
        SourceError: the archive does not hold what the release says.
    """
    files = _content(release)
    found = {name: integrity(content) for name, content in files.items()}
    if found != dict(release.files) or not all(map(_FILE.fullmatch, files)):
        raise SourceError(
            Place(f"{release.archive.parent.name}/{release.archive.name}"),
            f"these are not the files of the release {release.version}",
            fix=_FROM_HISTORY,
        )
    for name, content in files.items():
        path = folder / release.version / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def versions_file(releases: Iterable[Release], current: Iterable[str] = ()) -> str:
    """The content of `versions.json`, for partners and their tools.

    Args:
        releases: the newest first.
        current: names of the files that follow the sources.
    """
    data = {
        "current": {"folder": "v1", "files": sorted(current)},
        "releases": [
            {
                "version": one.version,
                "date": one.date,
                "formulas": dict(one.formulas),
                "files": dict(one.files),
            }
            for one in releases
        ],
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _described(release: Release) -> str:
    data = {"date": release.date, "formulas": dict(release.formulas), "files": dict(release.files)}
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _read(path: Path) -> Release:
    archive = path.with_name(f"{path.stem}.tar.xz")
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Release(path.stem, data["date"], data["files"], data["formulas"], archive)
    except (ValueError, KeyError, TypeError):
        raise SourceError(
            Place(f"{path.parent.name}/{path.name}"),
            f"this is no description of the release {path.stem}",
            fix=_FROM_HISTORY,
        ) from None


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _archive(files: Mapping[str, bytes]) -> bytes:
    """The same files give the same bytes: no times, no owners, names in order."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:xz", preset=9, format=tarfile.USTAR_FORMAT) as archive:
        for name, content in sorted(files.items()):
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return made.getvalue()


def _content(release: Release) -> dict[str, bytes]:
    files = {}
    try:
        with tarfile.open(release.archive, mode="r:xz") as archive:
            for entry in archive:
                read = archive.extractfile(entry)
                if read is not None:
                    files[entry.name] = read.read()
    except (OSError, EOFError, lzma.LZMAError, tarfile.TarError) as fault:
        raise SourceError(
            Place(f"{release.archive.parent.name}/{release.archive.name}"),
            f"the archive of the release {release.version} cannot be read ({fault})",
            fix=_FROM_HISTORY,
        ) from None
    return files
