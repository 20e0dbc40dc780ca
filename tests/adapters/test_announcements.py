"""What a site tells of its pages to search engines, feed readers and programs."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from lxml import etree

from git_project import GitProject
from tiny_site import Site, new_site

HOME = "https://guide.example/"
PREFIXES = {"": "en_GB", "sr/": "sr_RS", "sr-latn/": "sr_RS", "th/": "th_TH"}
ALL_LOCALES = ["en_GB", "sr_RS", "th_TH"]
"""Two scripts of a language are one."""
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def with_head(text: str, **settings: str) -> str:
    lines = [f"{name}: {value}" for name, value in settings.items()]
    return "\n".join(["---", *lines, "---", "", text])


@pytest.fixture(scope="session")
def told_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with settings in its pages and a history; Thai has no reviewed page."""
    site = new_site(tmp_path_factory.mktemp("site"))
    site.config["site_author"] = "The authors"
    site.options("cx-site").update({"license": "https://licence.example/", "cards": True})
    project = GitProject(site.root)
    nps = "docs/{}/metrics/nps.md"
    for tag, title in {"en": "Score", "sr": "Оцена", "th": "คะแนน"}.items():
        day = {} if tag == "th" else {"reviewed": "2026-03-31"}
        text = project.read(nps.format(tag))
        site.write(nps.format(tag), with_head(text, title=title, description=f"{title}?", **day))
    site.write("docs/robots.txt", "User-agent: bad\nDisallow: /\n")
    site.write("docs/cs/llms.txt", "Own list.\n")
    project.git("init", "-q")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_COMMITTER_DATE", "2025-05-05T12:00:00+00:00")
        project.commit("Begin")
        patch.setenv("GIT_COMMITTER_DATE", "2026-06-06T12:00:00+00:00")
        project.replace("docs/sr/metrics/nps.md", "анкета", "провера")
        project.commit("Another word")
    return site.built()


def metas(site: Site, path: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in site.page(f"{path}index.html").xpath("//head/meta[@content]"):
        name = meta.get("property") or meta.get("name")
        found.setdefault(name, []).append(meta.get("content"))
    return found


def picture(prefix: str) -> str:
    return f"assets/cards/metrics/nps.{prefix.strip('/') or 'en'}.png"


def data(site: Site, path: str) -> list[dict[str, Any]]:
    scripts = site.page(f"{path}index.html").xpath("//script[@type='application/ld+json']/text()")
    return [json.loads(script) for script in scripts]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_page_says_what_others_may_show_of_it(told_site: Site, prefix: str):
    said = metas(told_site, f"{prefix}metrics/nps/")

    title = {"": "Score", "sr/": "Оцена", "sr-latn/": "Ocena", "th/": "คะแนน"}[prefix]
    name = told_site.page(f"{prefix}index.html").findtext(".//title").split(" - ")[-1]
    assert {
        "og:type": ["article"],
        "og:title": [title],
        "og:description": [f"{title}?"],
        "og:url": [f"{HOME}{prefix}metrics/nps/"],
        "og:site_name": [name],
        "og:locale": [PREFIXES[prefix]],
        "og:locale:alternate": [one for one in ALL_LOCALES if one != PREFIXES[prefix]],
        "og:image": [f"{HOME}{picture(prefix)}"],
        "og:image:type": ["image/png"],
        "og:image:width": ["1200"],
        "og:image:height": ["630"],
        "og:image:alt": [title],
        "twitter:card": ["summary_large_image"],
        "twitter:title": [title],
        "twitter:description": [f"{title}?"],
    } == {key: said[key] for key in said if key.startswith(("og:", "twitter:"))}


def test_a_home_page_is_a_site_and_says_what_the_site_says_of_itself(told_site: Site):
    said = metas(told_site, "cs/")

    assert ["website"] == said["og:type"]
    assert ["čeština: A\u00a0guide."] == said["og:description"] == said["description"]


@pytest.mark.parametrize("path", ["sr/five-cs/", "sr-latn/five-cs/", "cs/metrics/nps/"])
def test_a_page_without_translation_shows_the_original_and_is_not_told_of(
    told_site: Site, path: str
):
    said, page = metas(told_site, path), told_site.page(f"{path}index.html")

    original = path.partition("/")[2]
    assert [f"{HOME}{original}"] == said["og:url"] == page.xpath("//link[@rel='canonical']/@href")
    assert ["en_GB"] == said["og:locale"]
    assert "en_GB" not in said.get("og:locale:alternate", [])
    assert [] == data(told_site, path)
    assert [] == page.xpath("//link[@type='text/markdown' or @type='application/atom+xml']")
    assert f"{path}index.md" not in told_site.files()
    assert f"{path}index.md" not in told_site.text(f"{path.split('/', maxsplit=1)[0]}/llms.txt")


def test_pictures_are_those_of_written_pages_each_in_its_language(told_site: Site):
    files = told_site.files()
    pictures = {name: content for name, content in files.items() if "assets/cards" in name}

    homes = {f"assets/cards/index.{tag}.png" for tag in ("en", "sr", "sr-latn", "th", "cs")}
    written = {picture(prefix) for prefix in PREFIXES}
    assert homes | written | {"assets/cards/five-cs.en.png"} == pictures.keys()
    assert len(pictures) == len(set(pictures.values()))
    assert [f"{HOME}assets/cards/five-cs.en.png"] == metas(told_site, "sr-latn/five-cs/")[
        "og:image"
    ]


def test_a_title_in_letters_without_font_has_no_picture(site: Site):
    plugins = [{"cx-site": {"cards": True}}]
    site.config |= {"plugins": plugins, "docs_dir": "docs/en", "exclude_docs": ""}
    site.write("docs/en/five-cs.md", "# 漢字\n")

    site.built()

    assert "og:image" not in metas(site, "five-cs/")
    assert ["summary"] == metas(site, "five-cs/")["twitter:card"]
    assert {"assets/cards/index.en.png", picture("")} == {
        name for name in site.files() if "cards" in name
    }


@pytest.mark.parametrize("prefix", PREFIXES)
def test_search_engines_are_told_what_a_page_is(told_site: Site, prefix: str):
    (told,) = data(told_site, f"{prefix}metrics/nps/")

    article, trail = told["@graph"]
    tag = {"": "en", "sr/": "sr", "sr-latn/": "sr-Latn", "th/": "th"}[prefix]
    url = f"{HOME}{prefix}metrics/nps/"
    day = "2026-06-06" if prefix.startswith("sr") else "2025-05-05"
    assert (tag, url, day) == (article["inLanguage"], article["url"], article["dateModified"])
    assert "https://licence.example/" == article["license"]
    original = {"@type": "TechArticle", "url": f"{HOME}metrics/nps/", "inLanguage": "en"}
    assert (original if prefix else None) == article.get("translationOfWork")
    assert [HOME + prefix, url] == [item["item"] for item in trail["itemListElement"]]


def test_what_is_said_in_latin_script_is_in_latin_script(told_site: Site):
    files = ["metrics/nps/index.md", "metrics/nps/index.html", "feed.xml", "llms.txt"]
    texts = [told_site.text(f"sr-latn/{name}") for name in files]
    told = data(told_site, "sr-latn/metrics/nps/")

    cyrillic = [
        re.findall("[Ѐ-ӿ]+", text) for text in (*texts, json.dumps(told, ensure_ascii=False))
    ]
    switcher, other_version = ["Српски"] * 2, ["Српски", "ћирилица"]
    assert [[], switcher, [], other_version, []] == cyrillic
    assert [] == [
        text for text in texts if f"{HOME}sr/feed.xml" in text or "sr/metrics/nps/index.md" in text
    ]


@pytest.mark.parametrize("prefix", ["", "sr/", "sr-latn/"])
def test_every_language_has_a_feed_that_its_pages_name(told_site: Site, prefix: str):
    root = etree.fromstring(told_site.text(f"{prefix}feed.xml").encode())
    named = told_site.page(f"{prefix}metrics/nps/index.html").xpath(
        "//link[normalize-space(@rel)='alternate' and @type='application/atom+xml']/@href"
    )

    assert ["../../feed.xml"] == named
    assert [f"{HOME}{prefix}metrics/nps/"] == root.xpath("a:entry/a:id/text()", namespaces=ATOM)
    assert "The authors" == root.findtext("a:author/a:name", namespaces=ATOM)


@pytest.mark.parametrize("prefix", ["th/", "cs/"])
def test_a_language_without_reviewed_pages_has_no_feed_and_names_none(told_site: Site, prefix: str):
    assert f"{prefix}feed.xml" not in told_site.files()
    assert "atom+xml" not in told_site.text(f"{prefix}index.html")


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_page_names_its_copy_which_is_in_its_language(told_site: Site, prefix: str):
    page = told_site.page(f"{prefix}metrics/nps/index.html")

    named = page.xpath("//link[normalize-space(@rel)='alternate' and @type='text/markdown']/@href")
    copy = told_site.text(f"{prefix}metrics/nps/index.md")

    assert ["index.md"] == named
    assert f'url: "{HOME}{prefix}metrics/nps/"\nlang: "{page.get("lang")}"\n' in copy
    assert f"\n# {page.xpath('//h1')[0].text}\n" in copy


def test_the_sitemap_knows_the_days_of_the_history(told_site: Site):
    urls = etree.fromstring(told_site.text("sitemap.xml").encode()).findall("s:url", SITEMAP)
    days = {
        u.findtext("s:loc", namespaces=SITEMAP): u.findtext("s:lastmod", namespaces=SITEMAP)
        for u in urls
    }

    newer = {f"{HOME}{prefix}metrics/nps/" for prefix in ("sr/", "sr-latn/")}
    assert newer == {address for address, day in days.items() if day == "2026-06-06"}
    assert {"2025-05-05"} == {day for address, day in days.items() if address not in newer}


def test_files_of_the_site_stay_its_own(told_site: Site):
    assert "User-agent: bad\nDisallow: /\n" == told_site.text("robots.txt")
    assert "Own list.\n" == told_site.text("cs/llms.txt")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_a_site_with_another_theme_has_feeds_lists_and_copies(site: Site, theme: str):
    plugins = [{"cx-site": {}}]
    site.config |= {"plugins": plugins, "docs_dir": "docs/en", "theme": {"name": theme}}
    site.config |= {"exclude_docs": "", "copyright": "<b>CC</b> BY &amp; us"}
    day = "2026-01-01 10:00:00"
    site.write("docs/en/five-cs.md", with_head("# R&D\n\nText.\n", reviewed=day))

    site.built()

    assert f"[R&D]({HOME}five-cs/index.md)" in site.text("llms.txt")
    assert site.text("five-cs/index.md").endswith("\n---\n\n# R&D\n\nText.\n")
    assert f"<id>{HOME}five-cs/</id>" in site.text("feed.xml")
    assert "<updated>2026-01-01T00:00:00Z</updated>" in site.text("feed.xml")
    assert "<rights>CC BY &amp; us</rights>" in site.text("feed.xml")
    assert f"Sitemap: {HOME}sitemap.xml\n" in site.text("robots.txt")


def test_a_site_can_do_without_feeds_and_copies(site: Site):
    options = {"feeds": False, "markdown_copies": False}
    site.config |= {"plugins": [{"cx-site": options}], "docs_dir": "docs/en", "exclude_docs": ""}
    site.write("docs/en/five-cs.md", with_head("# Five Cs\n", reviewed="2026-01-01"))

    assert 0 == site.build().returncode

    assert [] == [name for name in site.files() if name.endswith((".md", "feed.xml", "llms.txt"))]
    assert [] == site.page("five-cs/index.html").xpath("//link[contains(@rel, 'alternate')]")


def test_a_site_without_an_address_tells_nothing(site: Site):
    site.config |= {
        "plugins": ["cx-site"],
        "docs_dir": "docs/en",
        "exclude_docs": "",
        "site_url": "",
    }

    site.built()

    assert {"404.html", "five-cs/index.html"} <= set(site.files())
    assert [] == [name for name in site.files() if name.endswith((".md", "feed.xml", ".txt"))]
    assert [] == site.page("index.html").xpath(
        "//meta[@property] | //script[contains(@type, 'ld')]"
    )


def test_pages_that_are_files_have_copies_beside_them(site: Site):
    site.config["use_directory_urls"] = False

    site.built()

    assert f'url: "{HOME}sr-latn/metrics/nps.html"' in site.text("sr-latn/metrics/nps.md")
    assert f"({HOME}sr-latn/metrics/nps.md)" in site.text("sr-latn/llms.txt")
    assert f'"item":"{HOME}sr/index.html"' in site.text("sr/metrics/nps.html")
    assert ["website"] == [
        one.get("content")
        for one in site.page("sr/index.html").xpath("//meta[@property='og:type']")
    ]
