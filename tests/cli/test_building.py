"""`cx build` and `cx cache`: the production build, and what it keeps for the next one."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from command import cx

SETTINGS = {"site_name": "Tiny", "theme": "mkdocs", "plugins": ["cx-site"]}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n\nA text.\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(json.dumps(SETTINGS), "utf-8")
    return tmp_path


def build(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: MkDocs changes the one that it runs in."""
    program = str(Path(sys.executable).with_name("cx"))
    return subprocess.run(
        [program, "build", *arguments], cwd=root, capture_output=True, text=True, check=False
    )


def kept(root: Path) -> list[str]:
    """What is kept, without the folder, and how much it is."""
    lines = cx("cache", "info", "-f", str(root / "mkdocs.yml")).output.splitlines()
    assert str(root / ".cache") == lines[0]
    return [line.partition(":")[0] for line in lines[1:]]


def test_a_build_keeps_what_the_next_one_needs_until_it_is_cleared(root: Path):
    assert 0 == build(root).returncode
    assert ["cx-results.sqlite"] == kept(root)

    (root / ".cache/of-others").write_text("theirs", "utf-8")
    assert 0 == cx("cache", "clear", "-f", str(root / "mkdocs.yml")).exit_code

    assert [] == kept(root)
    assert ["of-others"] == [one.name for one in (root / ".cache").iterdir()]


def test_a_build_can_do_without_what_is_kept(root: Path):
    assert 0 == build(root, "--no-cache", "--site-dir", "public").returncode

    assert "A text." in (root / "public/index.html").read_text("utf-8")
    assert not (root / ".cache").exists()


def test_a_build_says_where_the_time_went_when_it_is_asked(root: Path):
    told = re.findall(r"([\d.]+) s  (\w+)", build(root, "--timings").stderr)

    assert {"MkDocs", "Markdown", "templates", "page_content"} <= {name for _, name in told}
    seconds = [float(one) for one, _ in told]
    assert sorted(seconds, reverse=True) == seconds
    assert not re.search(r"[\d.]+ s  ", build(root).stderr)


def test_a_build_is_strict_and_leaves_the_last_good_site(root: Path):
    build(root)
    (root / "docs/index.md").write_text("# Home\n\n[nowhere](missing.md)\n", "utf-8")

    done = build(root)

    assert 1 == done.returncode
    assert "missing.md" in done.stderr
    assert "A text." in (root / "site/index.html").read_text("utf-8")
