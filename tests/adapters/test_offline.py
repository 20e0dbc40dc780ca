"""Sites that offer to keep a language on the device."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tiny_site import PREFIXES, Site, new_site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return new_site(tmp_path_factory.mktemp("site"), offline=True).built()


@pytest.mark.parametrize("prefix", PREFIXES)
def test_each_version_has_a_list_of_its_own_pages(built: Site, prefix: str):
    told = json.loads(built.text(f"{prefix}search/offline.json"))

    pages = {file for file in told["files"] if file.endswith("/") or not file}
    assert {f"{prefix}{path}" for path in ("", "metrics/nps/", "five-cs/", "search/")} == pages
    assert f"{prefix}search/" == told["page"]
    assert f"{prefix}search/index.json" in told["files"]
    assert "assets/cx/search-box.js" in told["files"]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_offer_stands_on_the_page_that_lists_all_pages(built: Site, prefix: str):
    (place,) = built.page(f"{prefix}search/index.html").xpath("//*[@id='offline']")

    assert ["offline.json"] == place.xpath("@data-cx-offline")
    assert not built.page(f"{prefix}metrics/nps/index.html").xpath("//*[@data-cx-offline]")


def test_the_worker_stands_at_the_root(built: Site):
    assert 'importScripts("assets/cx/offline-worker.js")\n' == built.text("cx-offline.js")


def test_a_site_that_does_not_want_it_has_none(tmp_path: Path):
    site = new_site(tmp_path)

    site.built()
    assert "cx-offline.js" not in site.files()
    assert not site.page("search/index.html").xpath("//*[@id='offline']")


def test_without_our_search_there_is_no_place_for_it(tmp_path: Path):
    site = new_site(tmp_path, offline=True, search=False)

    done = site.build("--strict")

    assert 1 == done.returncode
    assert "reading offline is offered on the page of our search" in done.stderr
    assert "set 'search: true' at cx-site, or remove 'offline: true'" in done.stderr


def test_a_site_that_is_too_large_is_not_offered(tmp_path: Path):
    site = new_site(tmp_path, offline=True)
    noise = b"".join(sha256(str(n).encode()).digest() for n in range(2_100_000 // 32))
    (site.root / "docs/en/large.png").write_bytes(noise)
    site.write("docs/en/five-cs.md", "# Five Cs { #five-cs }\n\n![](large.png)\n")

    done = site.build()

    assert "The en pages are not offered for reading offline: 2." in done.stderr
    assert not [name for name in site.files() if name.endswith("offline.json")]
