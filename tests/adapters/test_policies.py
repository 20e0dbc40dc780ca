"""Sites whose pages say what they may load and run."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxguide.site.policy import policy_of
from tiny_site import ALL_PAGES, Site, new_site

POLICY = {"content_security_policy": True}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return new_site(tmp_path_factory.mktemp("site"), **POLICY).built()


def test_the_frame_of_material_works_under_it(tmp_path: Path):
    site = new_site(tmp_path, **POLICY)
    site.config["theme"] = {"name": "material", "font": False}

    site.built()

    assert "'sha256-" in policy_of(site.text("metrics/nps/index.html")).partition("style-src")[0]


@pytest.mark.parametrize("path", [*(f"{path}index.html" for path in ALL_PAGES), "sr-latn/404.html"])
def test_every_page_has_a_policy(built: Site, path: str):
    assert policy_of(built.text(path)).startswith("default-src 'self'; ")


def test_a_site_that_does_not_want_it_has_none(tmp_path: Path):
    site = new_site(tmp_path)

    site.built()
    assert "" == policy_of(site.text("index.html"))


def test_what_would_not_work_stops_the_build_with_the_place_of_the_option(tmp_path: Path):
    site = new_site(tmp_path, **POLICY)
    picture = '<img src="https://other.example/a.png" alt="">'
    site.write("docs/en/five-cs.md", f"# Five Cs {{ #five-cs }}\n\n{picture}\n")

    done = site.build("--strict")

    assert 1 == done.returncode
    assert f"five-cs/index.html has '{picture}', which its policy stops" in done.stderr
    assert "mkdocs.yml:1:" in done.stderr
    assert "set 'content_security_policy: false'" in done.stderr


def test_tables_are_told_how_they_work(tmp_path: Path):
    site = new_site(tmp_path, **POLICY)
    site.write("docs/en/five-cs.md", "# Five Cs { #five-cs }\n\n| a |\n| -: |\n| 1 |\n")

    done = site.build("--strict")

    assert 1 == done.returncode
    assert "set 'tables: {use_align_attribute: true}' under 'markdown_extensions'" in done.stderr


def test_pages_that_the_site_brings_along_have_one_too(tmp_path: Path):
    site = new_site(tmp_path, **POLICY)
    page = "<!doctype html><head><title>{}</title></head>"
    site.write("docs/en/embed/own.html", page.format("a"))
    (site.root / "docs/en/old.html").write_bytes(page.format("Žluť").encode("cp1250"))

    site.built()
    assert policy_of(site.text("embed/own.html"))
    assert page.format("Žluť").encode("cp1250") == (site.root / "site/old.html").read_bytes()
