"""Who reviews a translation sees English and translation beside each other, without a server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from git_project import GitProject
from tiny_site import new_site

CX = "from cxguide.cli import main; main()"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of a change of one page."""
    project = GitProject.begun(tmp_path_factory.mktemp("preview"))
    project.git("checkout", "-q", "-b", "change")
    project.replace("docs/cs/score.md", "říká málo", "neříká nic")
    project.commit("Say nothing")
    done = subprocess.run(
        [sys.executable, "-c", CX, "i18n", "preview", "--changed-since", "main"],
        cwd=project.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    assert "preview/cs/side-by-side.html\npreview/sr/side-by-side.html\n" == done.stdout
    return project.root / "preview"


def test_the_changed_pages_come_first(preview: Path):
    page = html.document_fromstring((preview / "cs/side-by-side.html").read_bytes())

    first, others = page.xpath("//optgroup")
    assert ["score.md"] == first.xpath("option/@value")
    assert ["index.md"] == others.xpath("option/@value")


def test_each_page_stands_beside_its_english(preview: Path):
    folder = preview / "cs"
    page = html.document_fromstring((folder / "side-by-side.html").read_bytes())

    for option in page.xpath("//option"):
        original = folder / option.get("data-original")
        translation = folder / option.get("data-translation")
        assert "en" == html.parse(original).getroot().get("lang")
        assert original.resolve() != translation.resolve()
        assert translation.is_file()


def test_a_site_that_is_published_has_no_such_page(built_site):
    assert [] == [name for name in built_site.files() if "side-by-side" in name]


def test_a_preview_can_leave_languages_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(os.environ, "CX_LANGUAGES", "cs")
    site = new_site(tmp_path)

    site.built()

    assert (site.folder / "cs/index.html").is_file()
    assert not {"sr", "sr-latn", "th"} & {path.name for path in site.folder.iterdir()}
