"""A language that is being begun is built, and nobody is led to it."""

from __future__ import annotations

import pytest

from cxguide.translations.previews import PAGES_NEEDED, is_ready
from cxguide.translations.sections import read_sections
from cxguide.translations.states import CatalogState, LanguageState, page_state
from tiny_site import Site, new_site

HEAD = 'msgid ""\nmsgstr ""\n"Language: hr\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
PREVIEW = f'{HEAD}"X-Preview: yes\\n"\n'


def with_croatian(site: Site, catalog: str) -> Site:
    site.options("i18n")["languages"].append({"locale": "hr", "name": "Hrvatski"})
    site.write("docs/hr/index.md", "---\nen: todo\n---\n\n# Guide { #guide data-en=todo }\n")
    site.write("docs/locale/hr.po", catalog)
    site.write("short-texts/locale/hr.po", HEAD)
    return site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = with_croatian(new_site(tmp_path_factory.mktemp("preview")), PREVIEW)
    return site.built()


def test_its_pages_are_there_in_english_with_a_notice(site: Site):
    page = site.page("hr/index.html")

    assert "hr" == page.get("lang")
    assert ["todo"] == page.xpath("//aside/@data-cx-notice")
    assert "Welcome to scores" in page.text_content()


@pytest.mark.parametrize("path", ["", "th/", "sr-latn/"])
def test_no_switcher_and_no_search_engine_is_told_of_it(site: Site, path: str):
    assert "Hrvatski" not in site.text(f"{path}index.html")
    assert 'hreflang="hr"' not in site.text(f"{path}index.html")
    assert "/hr/" not in site.text("sitemap.xml")
    assert "Hrvatski" not in site.text("404.html")


def test_its_own_pages_lead_back_to_the_others_and_are_not_indexed(site: Site):
    page = site.page("hr/metrics/nps/index.html")

    names = [name.strip() for name in page.xpath("//a[@hreflang]/text()")]
    assert {"English", "Српски", "Hrvatski"} <= {*names}
    assert ["noindex"] == page.xpath("//meta[@name='robots']/@content")


def test_without_the_header_every_missing_text_is_told(
    tmp_path_factory: pytest.TempPathFactory,
):
    site = with_croatian(new_site(tmp_path_factory.mktemp("released")), HEAD)

    done = site.build("--strict")

    assert 0 != done.returncode
    assert "docs/locale/hr.po:1:1: this catalog is missing or empty" in done.stderr


# When it is ready


def language(
    pages: int, *, missing: int = 0, todo: bool = False, of: int | None = None
) -> LanguageState:
    english = read_sections("# A { #a }\n", "docs/en/a.md")
    translated = read_sections("# B { #a data-en=own }\n", "docs/hr/a.md")
    untranslated = read_sections("# A { #a data-en=todo }\n", "docs/hr/a.md")
    states = [
        page_state(english, one, tag="hr", path=f"{number}.md", file="docs/hr/a.md")
        for number, one in enumerate([*[translated] * pages, None])
    ]
    if todo:
        states[0] = page_state(english, untranslated, tag="hr", path="0.md", file="docs/hr/a.md")
    states = states[:of]
    return LanguageState("hr", "Hrvatski", tuple(states), (CatalogState("hr.po", 9, missing, 0),))


def test_it_is_ready_with_home_five_pages_and_all_texts():
    assert is_ready(language(1 + PAGES_NEEDED))


@pytest.mark.parametrize("pages", [1, 2, PAGES_NEEDED])
def test_in_a_small_site_it_is_ready_with_all_pages(pages: int):
    assert is_ready(language(pages, of=pages))


@pytest.mark.parametrize(
    "state",
    [
        language(PAGES_NEEDED),
        language(1),
        language(PAGES_NEEDED, of=PAGES_NEEDED, missing=1),
        language(PAGES_NEEDED, of=PAGES_NEEDED, todo=True),
        language(1 + PAGES_NEEDED, missing=1),
        language(1 + PAGES_NEEDED, todo=True),
        LanguageState("hr", "Hrvatski", (), ()),
    ],
)
def test_it_is_not_ready_with_less(state: LanguageState):
    assert not is_ready(state)
