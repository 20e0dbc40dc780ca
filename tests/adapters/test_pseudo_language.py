"""A site in the pseudo-language: only where somebody asks for it, and for nobody else to find."""

from __future__ import annotations

from typing import Any

import pytest

from cxguide.translations.pseudo import pseudo
from pseudo_words import forgotten_words
from tiny_site import Site, new_site


def asked_for(site: Site) -> Site:
    plugins: Any = site.config["plugins"]
    plugins[plugins.index("cx-translations")] = {"cx-translations": {"pseudo_language": True}}
    return site


@pytest.fixture(scope="module")
def pseudo_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = asked_for(new_site(tmp_path_factory.mktemp("pseudo")))
    site.write("docs/en/index.md", "---\ndescription: A guide.\n---\n\n# Guide { #guide }\n\nHi.\n")
    return site.built()


@pytest.mark.parametrize("path", ["index.html", "metrics/nps/index.html", "404.html"])
def test_every_word_of_pages_menu_and_theme_is_in_it(pseudo_site: Site, path: str):
    assert [] == forgotten_words(pseudo_site.page(path))


def test_names_in_the_settings_are_in_it(pseudo_site: Site):
    page = pseudo_site.page("metrics/nps/index.html")

    assert pseudo("CX Guide") in page.findtext(".//title")
    assert pseudo("Metrics") in page.xpath("//nav")[0].getparent().getparent().text_content()


def test_headings_keep_their_ids(pseudo_site: Site):
    page = pseudo_site.page("metrics/nps/index.html")

    assert ["nps", "formula"] == page.xpath("//article//*[self::h1 or self::h2]/@id")


def test_no_page_is_announced(pseudo_site: Site):
    page = pseudo_site.page("index.html")

    assert ["noindex"] == page.xpath("//meta[@name='robots']/@content")
    assert [] == page.xpath("//link[@hreflang]")
    assert "<loc>" not in pseudo_site.text("sitemap.xml")


def test_it_is_built_alone_and_names_itself_in_the_switcher(pseudo_site: Site):
    page = pseudo_site.page("index.html")

    names = {name.strip() for name in page.xpath("//a[@hreflang]/text()")}
    assert {pseudo("English")} == names
    assert not (pseudo_site.folder / "th").exists()


def test_a_site_that_does_not_ask_for_it_has_none_of_it(built_site: Site):
    assert "qps" not in built_site.text("index.html") + built_site.text("sitemap.xml")
    assert "«" not in built_site.text("index.html")
