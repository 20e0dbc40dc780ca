"""What is installed: kept results belong to it, so another version has to be told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxguide.adapters.software import installed


def install(folder: Path, name: str, version: str) -> None:
    """As pip does: the name of the folder has the version, and so has what is in it."""
    folder.mkdir()
    (folder / "METADATA").write_text(f"Name: {name}\nVersion: {version}\n", "utf-8")


def test_another_version_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(tmp_path)
    before = installed()
    install(tmp_path / "one_more-1.0.dist-info", "one-more", "1.0")
    one = installed()
    (tmp_path / "one_more-1.0.dist-info").rename(tmp_path / "one_more-1.1.dist-info")

    assert ["one_more-1.0.dist-info"] == [*({*one} - {*before})]
    assert ["one_more-1.1.dist-info"] == [*({*installed()} - {*before})]


def test_a_folder_without_a_version_says_it_by_what_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.syspath_prepend(tmp_path)
    before = installed()
    install(tmp_path / "one_more.dist-info", "one-more", "1.0")

    assert ["one-more 1.0"] == [*({*installed()} - {*before})]
