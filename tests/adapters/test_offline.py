"""Sites that offer to keep a language on the device."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tiny_site import PREFIXES, Site, new_site, resolved


def offers(site: Site, path: str) -> list[str]:
    """Where the links of a page lead that offer to read offline."""
    return site.page(path).xpath("//a[contains(@href, '#offline')]/@href")


def _make_english_large(site: Site) -> None:
    noise = b"".join(sha256(str(n).encode()).digest() for n in range(2_100_000 // 32))
    (site.root / "docs/en/large.png").write_bytes(noise)
    site.write("docs/en/five-cs.md", "# Five Cs { #five-cs }\n\n![](large.png)\n")


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


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_link_to_the_offer_waits_for_a_script_that_can_keep_pages(built: Site, prefix: str):
    (link,) = built.page(f"{prefix}five-cs/index.html").xpath("//footer//*[@data-cx-offer]")

    assert f"/{prefix}search/" == resolved(f"{prefix}five-cs/", link.get("href"))
    assert "hidden" in link.attrib


def test_a_language_without_some_pages_keeps_those_that_it_has(tmp_path: Path):
    site = new_site(tmp_path, offline=True)
    site.options("i18n")["fallback_to_default"] = False

    done = site.build()

    assert 0 == done.returncode, done.stderr
    told = json.loads(site.text("cs/search/offline.json"))
    pages = {file for file in told["files"] if file.endswith("/")}
    assert {"cs/", "cs/search/"} == pages


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
    _make_english_large(site)

    done = site.build()

    assert "The en pages are not offered for reading offline: 2." in done.stderr
    assert not [name for name in site.files() if name.endswith("offline.json")]
    assert [] == offers(site, "index.html") == offers(site, "404.html")


def test_a_version_that_is_light_enough_is_offered_beside_one_that_is_too_large(tmp_path: Path):
    site = new_site(tmp_path, offline=True)
    site.options("i18n")["fallback_to_default"] = False
    _make_english_large(site)

    site.build()

    assert (site.folder / "cs/search/offline.json").exists()
    assert ["search/#offline"] == offers(site, "cs/index.html")
