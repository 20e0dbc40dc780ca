"""`cx-embeds` in sites of other people: one language, their own headers, no address."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

METRIC_PAGE = "# Scores\n\n```calculator\nmetric: nps\n```\n\n```embed-builder\n```\n"


def built(root: Path, **settings: object) -> subprocess.CompletedProcess[str]:
    """A site with one page that has a calculator and the builder."""
    config = {
        "site_name": "Other",
        "site_url": "https://other.example/sub/",
        "theme": {"name": "mkdocs"},
        "plugins": ["cx-calculators", "cx-embeds"],
        **settings,
    }
    (root / "docs").mkdir(exist_ok=True)
    (root / "docs" / "index.md").write_text(METRIC_PAGE, encoding="utf-8")
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=root, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


def test_a_site_without_an_address_is_told_what_it_lacks(tmp_path: Path):
    done = built(tmp_path, site_url="")

    assert 0 != done.returncode
    assert 1 == done.stderr.count("cx-embeds needs the address of the site")
    assert "add 'site_url: https://...'" in done.stderr


@pytest.mark.parametrize("language", ["de", "en", "cs"])
def test_a_site_in_one_language_has_embeds_in_it_or_in_english(tmp_path: Path, language: str):
    spoken = "en" if language == "de" else language

    done = built(tmp_path, theme={"name": "material", "language": language})

    assert 0 == done.returncode, done.stderr
    made = tmp_path / "site" / "embed" / "v1"
    assert {spoken} == {path.name.split(".")[1] for path in made.glob("nps*.html")}
    assert f'lang="{spoken}"' in (made / f"nps.{spoken}.html").read_text("utf-8")
    page = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert f"https://other.example/sub/embed/v1/nps.{spoken}.js" in page
    assert f"https://other.example/sub/embed/v1/nps.{spoken}.oembed.json" in page


def test_the_headers_that_a_site_has_itself_stay(tmp_path: Path):
    (tmp_path / "docs").mkdir()
    own = "/*\n  Content-Security-Policy: default-src 'self'\n"
    (tmp_path / "docs" / "_headers").write_text(own, encoding="utf-8")

    assert 0 == built(tmp_path).returncode
    assert 0 == built(tmp_path).returncode  # the second time over the first site

    headers = (tmp_path / "site" / "_headers").read_text("utf-8")
    assert headers.startswith(own)
    assert 1 == headers.count("/embed/v1/*")
    assert "frame-ancestors" not in headers


def test_the_versions_file_lists_what_follows_the_sources(tmp_path: Path):
    assert 0 == built(tmp_path).returncode

    told = json.loads((tmp_path / "site" / "embed" / "versions.json").read_text("utf-8"))

    assert {"nps.en.html", "nps.en.js", "nps.en.oembed.json", "loader.js"} < {
        *told["current"]["files"]
    }
    assert [] == told["releases"]


def test_words_in_the_fence_of_the_builder_are_refused(tmp_path: Path):
    assert 0 == built(tmp_path).returncode
    page = tmp_path / "docs" / "other.md"
    page.write_text("# Other\n\n```embed-builder\nmetric: nps\n```\n", encoding="utf-8")

    done = built(tmp_path)

    assert 0 != done.returncode
    assert "docs/other.md:4:1: the fence 'embed-builder' holds nothing, found 'metric: nps'" in (
        done.stderr
    )
