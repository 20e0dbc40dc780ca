from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from cxguide.site import staging as module
from cxguide.site.staging import discard, publish, staging_folder

if TYPE_CHECKING:
    from pathlib import Path


def content(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


def site_with(folder: Path, **files: str) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text)
    return folder


def test_the_folder_is_empty_hidden_and_beside_the_site(tmp_path: Path) -> None:
    staging = staging_folder(tmp_path / "site")

    assert staging.parent == tmp_path
    assert staging.name.startswith(".site-")
    assert content(staging) == {}


@pytest.mark.parametrize("at_once", [True, False])
def test_the_new_site_replaces_the_last_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    if not at_once:
        monkeypatch.setattr(module, "_exchanged", lambda *_: False)
    site = site_with(tmp_path / "site", old="last", both="last")
    staging = staging_folder(site)
    (staging / "both").write_text("new")

    publish(staging, site)

    assert content(site) == {"both": "new"}
    assert list(tmp_path.iterdir()) == [site]


def test_the_first_site_needs_no_last_one(tmp_path: Path) -> None:
    staging = staging_folder(tmp_path / "public" / "site")
    (staging / "page").write_text("new")

    publish(staging, tmp_path / "public" / "site")

    assert content(tmp_path / "public" / "site") == {"page": "new"}


def test_hidden_files_of_the_last_site_stay(tmp_path: Path) -> None:
    site = site_with(tmp_path / "site", old="last")
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("branch")

    publish(staging_folder(site), site)

    assert content(site) == {".git/HEAD": "branch"}


def test_a_site_that_is_a_link_stays_one(tmp_path: Path) -> None:
    real = site_with(tmp_path / "disk", old="last")
    link = tmp_path / "site"
    link.symlink_to(real)
    staging = staging_folder(link)
    (staging / "page").write_text("new")

    publish(staging, link)

    assert link.is_symlink()
    assert content(real) == {"page": "new"}


def test_discarding_leaves_the_site_alone(tmp_path: Path) -> None:
    site = site_with(tmp_path / "site", old="last")

    discard(staging_folder(site))

    assert list(tmp_path.iterdir()) == [site]
    assert content(site) == {"old": "last"}


def test_two_folders_change_places_or_stay(tmp_path: Path) -> None:
    one, other = (site_with(tmp_path / name, page=name) for name in ("one", "other"))

    pages = ["other", "one"] if module._exchanged(one, other) else ["one", "other"]

    assert pages == [(folder / "page").read_text() for folder in (one, other)]
    assert not module._exchanged(one, tmp_path / "nothing")


def test_what_a_killed_build_has_left_goes_after_a_day(tmp_path: Path) -> None:
    old, young = (tmp_path / f".site-building-{n}" for n in (1, 2))
    for folder in (old, young):
        site_with(folder, page="half")
    before = time.time() - 90_000
    os.utime(old, (before, before))

    staging_folder(tmp_path / "site")

    assert [False, True] == [folder.exists() for folder in (old, young)]
