"""Exact releases: the same bytes for ever, and a clear word where they are not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from cxguide.core.places import SourceError
from cxguide.embeds.releases import (
    Release,
    changes_since,
    integrity,
    read_releases,
    unpack_release,
    versions_file,
    write_release,
)
from embed_project import EmbedProject, new_project

FILES = {"nps.en.html": b"<p>37</p>", "nps.en.js": b"go()", "journey/a.en.html": b"<p>map</p>"}
FORMULAS = {"nps": 1}


def written(folder: Path, version: str = "1.4.2", files: Mapping[str, bytes] = FILES) -> Release:
    return write_release(folder, version, "2026-05-04", files, FORMULAS)


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


# Writing and reading


def test_the_same_files_give_the_same_bytes(tmp_path: Path):
    written(tmp_path / "a")
    written(tmp_path / "b", files=dict(reversed(FILES.items())))

    assert content(tmp_path / "a") == content(tmp_path / "b")


def test_a_release_is_read_as_it_was_written(tmp_path: Path):
    release = written(tmp_path)

    assert (release,) == read_releases(tmp_path)
    assert {name: integrity(one) for name, one in FILES.items()} == dict(release.files)
    assert ("1.4.2", "2026-05-04", FORMULAS) == (release.version, release.date, release.formulas)


def test_a_digest_is_what_browsers_compare():
    # printf go | openssl dgst -sha384 -binary | base64
    expected = "sha384-niGsR3F+dIvFAbj8tPcqTj7BN4sxjsygfFxSfErzHQwceyjZd2eEqjV4h6PVtcrK"

    assert expected == integrity(b"go")


def test_releases_are_told_the_newest_first_by_their_numbers(tmp_path: Path):
    for version in ("0.9.0", "1.2.0", "1.10.0"):
        written(tmp_path, version)

    assert ["1.10.0", "1.2.0", "0.9.0"] == [one.version for one in read_releases(tmp_path)]


def test_without_a_folder_there_are_no_releases(tmp_path: Path):
    assert () == read_releases(tmp_path / "nowhere")


@pytest.mark.parametrize("version", ["1.4", "1.4.2.0", "v1.4.2", "1.04.2", "1.4.2-rc1", "../1.0.0"])
def test_what_is_no_version_is_refused(tmp_path: Path, version: str):
    with pytest.raises(SourceError, match="is no version"):
        written(tmp_path / "releases", version)

    assert {} == content(tmp_path)


def test_a_release_never_changes(tmp_path: Path):
    written(tmp_path)
    before = content(tmp_path)

    with pytest.raises(SourceError, match=r"1\.4\.2 is there already"):
        written(tmp_path, files={"other": b""})

    assert before == content(tmp_path)


def test_a_version_older_than_the_others_is_refused(tmp_path: Path):
    written(tmp_path, "1.10.0")

    with pytest.raises(SourceError, match=r"1\.9\.9 is older than 1\.10\.0"):
        written(tmp_path, "1.9.9")


# Unpacking


def test_the_files_of_a_release_come_out_as_they_went_in(tmp_path: Path):
    unpack_release(written(tmp_path / "releases"), tmp_path / "embed")

    assert FILES == content(tmp_path / "embed" / "1.4.2")


def test_an_archive_with_other_files_is_refused(tmp_path: Path):
    release = written(tmp_path / "releases")
    other = written(tmp_path / "others", files={**FILES, "nps.en.js": b"gone()"})
    release.archive.write_bytes(other.archive.read_bytes())

    with pytest.raises(SourceError, match="these are not the files of the release") as told:
        unpack_release(release, tmp_path / "embed")

    assert "releases/1.4.2.tar.xz" == told.value.place.file
    assert not (tmp_path / "embed").exists()


@pytest.mark.parametrize("kept_bytes", [0, 10, 100])
def test_a_damaged_archive_is_refused(tmp_path: Path, kept_bytes: int):
    release = written(tmp_path / "releases")
    release.archive.write_bytes(release.archive.read_bytes()[:kept_bytes])

    with pytest.raises(SourceError, match=r"1\.4\.2"):
        unpack_release(release, tmp_path / "embed")


def test_an_archive_with_a_changed_byte_is_refused(tmp_path: Path):
    release = written(tmp_path / "releases")
    packed = bytearray(release.archive.read_bytes())
    packed[len(packed) // 2] ^= 1
    release.archive.write_bytes(packed)

    with pytest.raises(SourceError, match=r"1\.4\.2"):
        unpack_release(release, tmp_path / "embed")


def test_a_release_without_its_archive_is_told(tmp_path: Path):
    release = written(tmp_path / "releases")
    release.archive.unlink()

    with pytest.raises(SourceError, match=r"1\.4\.2"):
        unpack_release(release, tmp_path / "embed")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"date": "2026-05-04"}'])
def test_a_description_that_cannot_be_read_is_told(tmp_path: Path, text: str):
    written(tmp_path)
    (tmp_path / "1.4.2.json").write_text(text)

    with pytest.raises(SourceError, match=r"1\.4\.2"):
        read_releases(tmp_path)


# Comparing


def test_the_same_files_have_not_changed(tmp_path: Path):
    assert [] == changes_since(written(tmp_path), FILES).found


def test_every_file_that_differs_is_told(tmp_path: Path):
    now = {"nps.en.html": b"<p>38</p>", "nps.en.js": b"go()", "nps.th.js": b"new()"}

    faults = changes_since(written(tmp_path), now)

    assert [
        ("journey/a.en.html", "what the sources give is missing beside the release 1.4.2"),
        ("nps.en.html", "what the sources give differs from the release 1.4.2"),
        ("nps.th.js", "what the sources give is not in the release 1.4.2"),
    ] == [(one.place.file, one.problem) for one in faults.found]


def test_partners_are_told_of_every_release(tmp_path: Path):
    written(tmp_path, "1.4.2")
    written(tmp_path, "2.0.0", {"a.js": b"a"})

    (tmp_path / "notes.json").write_text("{}", encoding="utf-8")  # is none

    told = json.loads(versions_file(read_releases(tmp_path), ["b.js", "a.js"]))

    assert {"folder": "v1", "files": ["a.js", "b.js"]} == told["current"]
    assert ["2.0.0", "1.4.2"] == [one["version"] for one in told["releases"]]
    assert {
        "version": "2.0.0", "date": "2026-05-04", "formulas": FORMULAS,
        "files": {"a.js": integrity(b"a")},
    } == told["releases"][0]  # fmt: skip


# On the command line


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> EmbedProject:
    """A project with the release 1.0.0."""
    project = new_project(tmp_path_factory.mktemp("project") / "tiny")
    done = project.embed("release", "1.0.0")
    assert 0 == done.exit_code, done.output
    return project


def test_a_release_holds_what_the_build_writes(project: EmbedProject):
    (release,) = read_releases(project.releases)

    site = project.built().folder / "embed"

    current, exact = content(site / "v1"), content(site / "1.0.0")
    assert current == exact
    assert dict(release.files) == {name: integrity(one) for name, one in exact.items()}
    assert versions_file([release], current) == (site / "versions.json").read_text("utf-8")
    assert 1 == release.formulas["visits"]


def test_the_same_sources_are_told_to_give_the_same(project: EmbedProject):
    done = project.embed("release", "--check")

    assert 0 == done.exit_code
    assert done.output.startswith("1.0.0: the sources give the same ")


def test_a_release_is_not_written_a_second_time(project: EmbedProject):
    before = content(project.releases)

    done = project.embed("release", "1.0.0")

    assert (1, before) == (done.exit_code, content(project.releases))
    assert "the release 1.0.0 is there already" in done.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["release"], "name the version"), (["release", "3.0.0", "--check"], "known: 1.0.0")],
)
def test_wrong_use_is_told(project: EmbedProject, arguments: list[str], told: str):
    done = project.embed(*arguments)

    assert 2 == done.exit_code
    assert told in done.output


def test_sources_that_have_moved_on_are_told_file_by_file(project: EmbedProject):
    project.count("2 * visits / people", 6, version=2)

    done = project.embed("release", "1.0.0", "--check")
    project.count("visits / people", 3, version=1)

    told = [line.partition(":")[0] for line in done.output.splitlines() if "fix:" not in line]
    assert (1, ["visits.en.html", "visits.en.js"]) == (done.exit_code, [one for one in told if one])


def test_a_damaged_release_stops_the_build_with_a_word(tmp_path: Path, project: EmbedProject):
    copy = new_project(tmp_path / "copy")
    copy.releases.mkdir()
    for name, one in content(project.releases).items():
        (copy.releases / name).write_bytes(one)
    (copy.releases / "1.0.0.tar.xz").write_bytes(b"damaged")

    with pytest.raises(AssertionError) as stopped:
        copy.built()

    assert "releases/1.0.0.tar.xz" in str(stopped.value)
    assert "Traceback" not in str(stopped.value)
