"""In the pseudo-language no page of the guide shows a word that nobody could translate."""

from __future__ import annotations

import pytest

from guide_site import PATHS, Guide
from pseudo_words import forgotten_words

EMBEDS = ("/embed/v1/nps.en-x-qps.html", "/embed/v1/journey/clinic.en-x-qps.html")
ADDRESSES = (*(f"/{path}" for path in PATHS), "/404.html", *EMBEDS)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_word_is_given_to_translators(pseudo_guide: Guide, address: str):
    assert [] == forgotten_words(pseudo_guide.page(address))


@pytest.mark.parametrize("address", ["/", "/404.html", "/metrics/nps/"])
def test_no_search_engine_is_led_to_its_pages(pseudo_guide: Guide, address: str):
    page = pseudo_guide.page(address)

    assert "noindex" in page.xpath("//meta[@name='robots']/@content")
    assert [] == page.xpath("//link[normalize-space(@rel)='alternate' and @hreflang]")


def test_other_languages_are_not_built(pseudo_guide: Guide):
    assert not (pseudo_guide.folder / "cs").exists()
    assert not (pseudo_guide.folder / "sr-latn").exists()


def test_the_guide_itself_has_no_such_version(guide: Guide):
    told = [file.name for file in guide.folder.rglob("*qps*")]

    assert [] == told
    assert "qps" not in (guide.folder / "sitemap.xml").read_text("utf-8")
    assert "qps" not in (guide.folder / "index.html").read_text("utf-8")
