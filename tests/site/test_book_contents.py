"""Which pages a book has and in which order, read from a built site; and what is told without."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from cxguide.core.places import SourceError
from cxguide.site.book import (
    Chapter,
    NoBrowser,
    book_versions,
    chromium_on_path,
    in_reading_order,
    sheets_of,
    site_address,
)
from cxguide.site.llms import llms_text
from site_facts import ENGLISH as FACTS
from site_facts import LATIN, SITE

WORDS = {"pages": "Pages", "languages": "Other languages"}


def test_pages_come_in_the_order_in_which_they_call_each_other_next():
    listed = [Chapter(f"{one}.html", one) for one in ("index", "b", "alone", "a")]
    pages = {
        "index.html": '<link rel="next" href="a.html">',
        "a.html": '<a class="x" rel="next" href="./untold.html">',
        "untold.html": '<a rel=next href="b.html">',
        "b.html": '<a rel="next" href="index.html">',
        "alone.html": "",
    }

    ordered = [one.title for one in in_reading_order(listed, pages)]

    assert ["index", "a", "b", "alone"] == ordered


@pytest.mark.parametrize(
    "next_one", ["https://other.example/b.html", "//other.example/b.html", "http://[your-host]/"]
)
def test_the_next_page_of_a_site_is_one_of_its_own(next_one: str):
    listed = [Chapter(f"{one}.html", one) for one in ("index", "a", "b")]
    pages = {"index.html": f'<link rel="next" href="{next_one}">', "a.html": "", "b.html": ""}

    assert tuple(listed) == in_reading_order(listed, pages)


def test_pages_that_call_nobody_next_stay_in_the_order_of_the_list():
    listed = [Chapter(f"{one}.html", one) for one in ("index", "b", "a")]

    assert tuple(listed) == in_reading_order(listed, {one.file: "" for one in listed})


def written_site(folder: Path) -> Path:
    """A site in English and Serbian Latin, as `cx-site` lists it."""
    for facts, others in ((FACTS, [LATIN]), (LATIN, [FACTS])):
        root = folder / facts.version.prefix
        root.mkdir(exist_ok=True)
        (root / "llms.txt").write_text(llms_text(facts, others, SITE, WORDS), "utf-8")
        for page in facts.pages:
            file = root / page.path / "index.html"
            file.parent.mkdir(exist_ok=True)
            tag = facts.version.language.tag
            file.write_text(
                f'<html lang="{tag}"><head><link rel="canonical" href="{SITE}"></head>', "utf-8"
            )
    return folder


def test_the_versions_of_a_site_are_read_from_its_lists(tmp_path: Path):
    site = written_site(tmp_path)

    english, latin = book_versions(site, site_address(site))

    assert ("en", "", "CX & guide", "A <guide>.") == (
        english.tag, english.prefix, english.name, english.description,
    )  # fmt: skip
    assert ("The authors", "CC BY 4.0", "https://licence.example/by/") == english.notes
    assert (
        Chapter("index.html", "Customer experience", "Pages"),
        Chapter("five/index.html", "Five <Cs>", "Basics"),
        Chapter("nps/index.html", "Score & interval", "Metrics"),
    ) == english.chapters
    assert ("sr-Latn", "sr-latn/", "Vodič") == (latin.tag, latin.prefix, latin.name)
    assert {"sr-latn"} == {one.file.split("/")[0] for one in latin.chapters}


def test_the_last_day_on_which_a_page_changed_is_that_of_the_version(tmp_path: Path):
    site = written_site(tmp_path)
    entries = "".join(
        f"<url><loc>{SITE}{path}</loc><lastmod>{day}</lastmod></url>"
        for path, day in (("", "2026-01-02"), ("nps/", "2026-03-04"), ("else/", "2026-05-06"))
    )
    (site / "sitemap.xml").write_text(
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
    )

    english, latin = book_versions(site, SITE)

    assert (date(2026, 3, 4), None) == (english.changed, latin.changed)


def test_the_day_of_a_page_whose_address_is_a_file_counts_as_well(tmp_path: Path):
    (tmp_path / "a.html").write_text('<html lang="en">')
    (tmp_path / "llms.txt").write_text(f"# Ours\n\n- [A]({SITE}a.md)\n")
    (tmp_path / "sitemap.xml").write_text(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<url><loc>{SITE}a.html</loc><lastmod>2026-03-04</lastmod></url></urlset>"
    )

    (version,) = book_versions(tmp_path, SITE)

    assert date(2026, 3, 4) == version.changed


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ("index.html", "is no built site: it has no index.html"),
        ("llms.txt", "the site has no list of its pages"),
    ],
)
def test_what_is_no_site_of_ours_is_told(tmp_path: Path, missing: str, told: str):
    site = written_site(tmp_path)
    (site / missing).unlink()

    with pytest.raises(SourceError, match=re.escape(told)):
        book_versions(site, site_address(site))


def test_a_site_without_its_address_is_told(tmp_path: Path):
    (tmp_path / "index.html").write_text("<html><head></head>")

    with pytest.raises(SourceError, match="does not say its address"):
        site_address(tmp_path)


def test_a_list_without_a_page_of_the_site_is_told(tmp_path: Path):
    site = written_site(tmp_path)
    (site / "llms.txt").write_text("# Ours\n\n- [Elsewhere](https://else.example/a.md)\n")

    with pytest.raises(SourceError, match="lists no page that the site has"):
        book_versions(site, SITE)


def test_a_browser_that_is_named_and_missing_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")

    with pytest.raises(NoBrowser, match="CHROMIUM names '/nowhere/chromium', which is no program"):
        chromium_on_path()


def test_without_any_browser_it_is_told_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NoBrowser, match="apt-get install chromium"):
        chromium_on_path()


def test_nothing_is_known_of_sheets_in_a_file_of_another_program():
    assert {} == sheets_of(b"%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\n")
