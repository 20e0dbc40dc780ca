"""Pages for addresses that do not exist, in the language of their folder."""

from __future__ import annotations

import re

import pytest

from tiny_site import PREFIXES, SAMPLES, Site, announced, switcher


@pytest.mark.parametrize(("prefix", "language"), PREFIXES.items())
def test_not_found_is_in_the_language_of_its_folder(
    built_site: Site, prefix: str, language: str
) -> None:
    assert built_site.page(f"{prefix}404.html").get("lang") == language


@pytest.mark.parametrize(("prefix", "sample"), SAMPLES.items())
def test_not_found_speaks_the_language(built_site: Site, prefix: str, sample: str) -> None:
    page = built_site.page(f"{prefix}404.html")

    (heading,) = page.xpath("//h1")
    assert heading.text_content() == f"{sample}: Page not found"
    assert page.findtext(".//title").startswith(heading.text_content())


def test_not_found_of_the_root_says_it_in_every_language_without_script(built_site: Site) -> None:
    page = built_site.page("404.html")

    headings = [heading.text_content() for heading in page.xpath("//h1 | //h2")]
    assert headings == [
        "Page not found",
        *(f"{sample}: Page not found" for sample in SAMPLES.values()),
    ]
    assert page.xpath("//section/@lang") == ["sr", "sr-Latn", "th", "cs"]
    links = page.xpath("//article//a/@href")
    assert links[::2] == ["/", "/sr/", "/sr-latn/", "/th/", "/cs/"]
    assert links[1::2] == [f"{home}search/" for home in links[::2]]


@pytest.mark.parametrize("prefix", list(PREFIXES)[1:])
def test_not_found_offers_the_search_of_its_language(built_site: Site, prefix: str) -> None:
    links = built_site.page(f"{prefix}404.html").xpath("//article//a/@href")
    assert links == [f"/{prefix}", f"/{prefix}search/"]


def test_not_found_offers_no_search_where_there_is_none(site: Site) -> None:
    site.options("cx-site")["search"] = False
    site.built()

    links = site.page("404.html").xpath("//article//a/@href")
    assert links == ["/", "/sr/", "/sr-latn/", "/th/", "/cs/"]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_not_found_works_at_any_depth(built_site: Site, prefix: str) -> None:
    page = built_site.page(f"{prefix}404.html")
    links = page.xpath("//@href | //@src")
    relative = [link for link in links if not re.match(r"/|https?://|#|data:", link)]
    assert relative == []


def test_not_found_knows_the_folder_that_the_site_lies_in(site: Site) -> None:
    site.config["site_url"] = "https://guide.example/cx/"
    site.build()

    page = site.page("th/404.html")
    assert [link.get("href") for link in switcher(page)] == [
        "/cx/", "/cx/sr/", "/cx/sr-latn/", "/cx/th/", "/cx/cs/"
    ]  # fmt: skip
    assert site.page("404.html").xpath("//script/@data-root") == ["/cx/"]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_not_found_is_announced_nowhere(built_site: Site, prefix: str) -> None:
    page = built_site.page(f"{prefix}404.html")
    assert announced(page) == []
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//link[@rel='canonical']") == []


@pytest.mark.parametrize("prefix", PREFIXES)
def test_not_found_leads_home_in_every_language(built_site: Site, prefix: str) -> None:
    links = switcher(built_site.page(f"{prefix}404.html"))
    assert [link.get("href") for link in links] == ["/", "/sr/", "/sr-latn/", "/th/", "/cs/"]
