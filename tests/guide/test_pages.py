"""What readers and machines find in the built guide."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree, html

from guide_site import PAGES, PATHS, PREFIXES, Guide, is_translated

SITE = "https://cx-guide.example/"
HEADINGS = "h1, h2, h3, h4, h5, h6"
TRANSLATED = [page for page in PAGES if is_translated(*page[:2])]


def test_the_build_says_nothing_to_worry_about(guide: Guide):
    assert [] == [line for line in guide.log.splitlines() if "WARNING" in line or "ERROR" in line]


def test_every_page_exists_in_five_versions(guide: Guide):
    expected = {f"{prefix}{path}/index.html".replace("//", "/").lstrip("/")
                for prefix in PREFIXES.values() for path in (*PATHS, "search")}  # fmt: skip

    actual = {
        path.relative_to(guide.folder).as_posix() for path in guide.folder.rglob("index.html")
    }
    assert expected == actual


@pytest.mark.parametrize(("tag", "path", "address"), PAGES)
def test_a_page_says_its_language(guide: Guide, tag: str, path: str, address: str):
    assert tag == guide.page(address).get("lang")


@pytest.mark.parametrize(("tag", "path", "address"), PAGES)
def test_headings_have_the_ids_of_the_english_page(guide: Guide, tag, path, address):
    def shape(page: html.HtmlElement) -> list[tuple[str, str | None]]:
        article = page.cssselect("article")[0]
        return [(h.tag, h.get("id")) for h in article.cssselect(HEADINGS) if not in_map(h)]

    assert shape(guide.page(f"/{path}/" if path else "/")) == shape(guide.page(address))


@pytest.mark.parametrize(("tag", "path", "address"), PAGES)
def test_the_foot_of_a_page_leads_to_the_same_languages_as_its_head(guide, tag, path, address):
    page = guide.page(address)

    foot, head = (page.xpath(f"//{part}//a[@hreflang]") for part in ("footer", "header"))

    assert 5 == len(foot)
    assert [link.attrib for link in foot] == [link.attrib for link in head]


def in_map(heading: html.HtmlElement) -> bool:
    return any(True for _ in heading.iterancestors("figure", "cx-calculator"))


@pytest.mark.parametrize(("tag", "path", "address"), PAGES)
def test_every_link_leads_to_something(guide: Guide, tag, path, address):
    broken = [link for link in links(guide, address) if not exists(guide, link)]

    assert [] == broken


def links(guide: Guide, address: str) -> Iterator[str]:
    for element, _, link, _ in guide.page(address).iterlinks():
        external = urlsplit(link).scheme in {"https", "http", "mailto", "data"}
        if not external and element.tag != "form":
            yield urljoin(address, link)


def exists(guide: Guide, link: str) -> bool:
    parts = urlsplit(link)
    file = guide.folder / unquote(parts.path).strip("/")
    if file.is_dir():
        file /= "index.html"
    if not file.is_file():
        return False
    if not parts.fragment or file.suffix != ".html" or parts.fragment == "__skip":
        return True
    return unquote(parts.fragment) in ids_in(file)


@cache
def ids_in(file: Path) -> frozenset[str]:
    return frozenset(html.fromstring(file.read_bytes()).xpath("//@id"))


@pytest.mark.parametrize(("tag", "path", "address"), PAGES)
def test_no_id_stands_twice_on_a_page(guide: Guide, tag, path, address):
    ids = [element.get("id") for element in guide.page(address).xpath("//*[@id]")]

    assert [] == sorted({one for one in ids if ids.count(one) > 1})


@pytest.mark.parametrize(("tag", "path", "address"), PAGES)
def test_nothing_on_a_page_comes_from_another_host(guide: Guide, tag, path, address):
    loaded = guide.page(address).xpath(
        "//script/@src | //img/@src | //iframe/@src | //source/@src | //link[@rel='stylesheet' or "
        "@rel='icon' or @rel='preload' or @rel='preconnect']/@href"
    )

    assert [] == [link for link in loaded if urlsplit(link).netloc]


@pytest.mark.parametrize(("tag", "path", "address"), TRANSLATED)
def test_a_translated_page_names_every_version_of_itself(guide: Guide, tag, path, address):
    head = {
        link.get("hreflang"): link.get("href")
        for link in guide.page(address).cssselect("head link[hreflang]")
    }

    tail = f"{path}/" if path else ""
    expected = {
        other: SITE + prefix + tail
        for other, prefix in PREFIXES.items()
        if is_translated(other, path)
    }
    assert expected | {"x-default": SITE + tail} == head


def test_the_sitemap_holds_real_translations_only_with_all_their_versions(guide: Guide):
    tree = etree.parse(guide.folder / "sitemap.xml")
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }

    expected = {SITE.rstrip("/") + address for _, _, address in TRANSLATED}
    assert expected == set(tree.xpath("//s:loc/text()", namespaces=names))
    for entry in tree.xpath("//s:url", namespaces=names):
        versions = entry.xpath("x:link/@href", namespaces=names)
        assert entry.xpath("string(s:loc)", namespaces=names) in versions
        assert "x-default" in entry.xpath("x:link/@hreflang", namespaces=names)


@pytest.mark.parametrize(("tag", "path", "address"), PAGES)
def test_the_switcher_leads_to_the_same_page_in_every_language(guide, tag, path, address):
    items = guide.page(address).cssselect("header .cx-languages a")

    tail = f"{path}/" if path else ""
    assert {t: f"/{prefix}{tail}" for t, prefix in PREFIXES.items()} == {
        item.get("lang"): urljoin(address, item.get("href")) for item in items
    }
    assert [tag] == [item.get("lang") for item in items if item.get("aria-current")]


@pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())
def test_not_found_speaks_the_language_of_the_path(guide: Guide, tag: str, prefix: str):
    page = guide.page(f"/{prefix}404.html")

    titles = {
        "en": "Page not found",
        "sr": "Страница није пронађена",
        "sr-Latn": "Stranica nije pronađena",
        "th": "ไม่พบหน้าที่ต้องการ",
        "cs": "Stránka nenalezena",
    }
    assert (tag, titles[tag]) == (page.get("lang"), page.cssselect("h1")[0].text_content().strip())


@pytest.mark.parametrize("path", PATHS)
def test_serbian_in_latin_script_has_no_cyrillic_left(guide: Guide, path: str):
    page = guide.page(f"/sr-latn/{path}/" if path else "/sr-latn/")
    for kept in page.cssselect('[translate="no"], script, style, code, pre'):
        kept.drop_tree()

    said = " ".join([page.text_content(), *page.xpath("//@*[not(starts-with(name(), 'href'))]")])
    assert [] == re.findall(r"[\u0400-\u04ff]+", said)


@pytest.mark.parametrize("path", PATHS)
def test_blocks_of_code_have_no_cyrillic_on_pages_in_latin_script(guide: Guide, path: str):
    page = guide.page(f"/sr-latn/{path}/" if path else "/sr-latn/")

    code = " ".join(block.text_content() for block in page.iter("pre"))
    assert [] == re.findall(r"[\u0400-\u04ff]+", code)


def test_a_sheet_in_latin_script_is_in_latin_script_and_names_its_own_page(guide: Guide):
    folder = guide.folder / "sr-latn" / "practice" / "from-data-to-change"

    text, table = ((folder / f"change-log.{form}").read_text("utf-8") for form in ("md", "csv"))

    assert [] == re.findall(r"[\u0400-\u04ff]+", text + table)
    assert text.rstrip().endswith("/sr-latn/practice/from-data-to-change/")


@pytest.mark.parametrize("path", [path for path in PATHS if is_translated("th", path)])
def test_a_calculator_shows_the_same_numbers_in_every_language(guide: Guide, path: str):
    def outputs(prefix: str) -> list[tuple[str, str]]:
        page = guide.page(f"/{prefix}{path}/" if path else f"/{prefix}")
        shown = [one for one in page.cssselect("output") if not is_of_money(one)]
        return [(one.get("data-cx-output"), one.get("data-cx-value")) for one in shown]

    assert [] == [prefix for prefix in PREFIXES.values() if outputs(prefix) != outputs("")]


def is_of_money(output: html.HtmlElement) -> bool:
    """Of a calculator whose example is in the currency of the page."""
    calculators = output.iterancestors("cx-calculator")
    return any(one.cssselect("[data-cx-currency-field], [data-cx-currency]") for one in calculators)


@pytest.mark.parametrize("tag", ["sr", "th", "cs"])
def test_an_example_with_money_has_amounts_of_the_country(guide: Guide, tag: str):
    def amounts(prefix: str) -> list[float]:
        page = guide.page(f"/{prefix}metrics/clv/")
        return [float(one.get("data-cx-value")) for one in page.cssselect(".cx-main-value output")]

    english, here = amounts(""), amounts(PREFIXES[tag])

    assert 3 == len(english)
    factor = {"sr": 100, "th": 20, "cs": 20}[tag]
    assert [pytest.approx(factor * one) for one in english] == here


@pytest.mark.parametrize(("tag", "prefix"), PREFIXES.items())
def test_search_holds_pages_of_its_language_only(guide: Guide, tag: str, prefix: str):
    folder = guide.folder / prefix / "search"
    pages = [json.loads(path.read_text("utf-8")) for path in folder.glob("page-*.json")]

    expected = {f"{path}/" if path else "" for path in PATHS if is_translated(tag, path)}
    assert expected == {page["address"] for page in pages}
    assert not (folder / "search_index.json").exists()


def test_only_what_was_asked_for_stands_at_the_top_level(root: Path):
    asked = {"docs", "plugins", "calculators", "tests", "mkdocs.yml", "pyproject.toml", "README.md"}
    extra = {"LICENSE", "LICENSE-docs", "CONTRIBUTING.md", "CHANGELOG.md", "site"}

    assert {path.name for path in root.iterdir() if path.name[0] != "."} <= asked | extra


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_the_first_page_is_no_text_to_be_timed(guide: Guide, prefix: str):
    assert [] == guide.page(f"/{prefix}").cssselect(".cx-page-facts")
    assert guide.page(f"/{prefix}metrics/nps/").cssselect(".cx-page-facts")
    (fact,) = guide.page(f"/{prefix}reference/glossary/").cssselect(".cx-page-facts > div")
    assert fact.cssselect("time")


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_a_map_leads_to_the_page_that_explains_its_metric(guide: Guide, prefix: str):
    """Not to one of the other pages that have the calculator as well."""
    links = [
        urlsplit(urljoin(f"/{prefix}maps/{name}/", link)).path
        for name in ("retailer", "saas", "clinic")
        for link in guide.page(f"/{prefix}maps/{name}/").xpath(
            "//table[contains(@class, 'cx-map-grid')]//td[@data-row='metric']//a/@href"
        )
    ]

    assert 18 == len(links)
    assert [] == [link for link in links if not link.startswith(f"/{prefix}metrics/")]
