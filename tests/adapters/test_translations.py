from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import pytest
from jinja2 import Environment, FileSystemLoader
from material import __file__ as material

from cxguide.core.resources import THEME

if TYPE_CHECKING:
    from tiny_site import Site

SAMPLES = {"sr/": "ћирилица", "sr-latn/": "ćirilica", "th/": "ภาษาไทย", "cs/": "čeština"}
FOLDERS = {"sr/": "sr", "sr-latn/": "sr", "th/": "th", "cs/": "cs"}


# Pages without translation


@pytest.mark.parametrize(("prefix", "sample"), SAMPLES.items())
def test_the_reader_is_told_in_the_own_language(built_site: Site, prefix: str, sample: str) -> None:
    page = built_site.page(f"{prefix}five-cs/index.html")

    (notice,) = page.xpath("//*[@data-cx-notice='untranslated']")
    assert f"{sample}: This page is not translated yet." in notice.text_content()
    assert f"{sample}: The English text is shown." in notice.text_content()
    assert notice.xpath("ancestor::*[@lang][1]/@lang") == [page.get("lang")]


@pytest.mark.parametrize("path", ["five-cs/", "sr/metrics/nps/", "sr/", "sr-latn/metrics/nps/"])
def test_a_written_page_has_no_notice(built_site: Site, path: str) -> None:
    page = built_site.page(f"{path}index.html")
    assert page.xpath("//*[@data-cx-notice]") == []
    assert page.xpath("//meta[@name='robots']") == []


@pytest.mark.parametrize("prefix", FOLDERS)
def test_the_english_text_says_that_it_is_english(built_site: Site, prefix: str) -> None:
    page = built_site.page(f"{prefix}five-cs/index.html")
    english = page.xpath("//article//h1 | //article//h2 | //article//p[contains(., 'Only')]")
    assert [e.xpath("ancestor-or-self::*[@lang][1]/@lang") for e in english] == [["en"]] * 3


@pytest.mark.parametrize("prefix", FOLDERS)
def test_links_at_its_headings_are_in_the_language_of_the_page(
    built_site: Site, prefix: str
) -> None:
    page = built_site.page(f"{prefix}five-cs/index.html")
    links = page.xpath("//a[@class='headerlink']")
    assert links
    assert {one.get("lang") for one in links} == {page.get("lang")}


@pytest.mark.parametrize("prefix", FOLDERS)
def test_english_titles_in_menus_say_that_they_are_english(built_site: Site, prefix: str) -> None:
    page = built_site.page(f"{prefix}five-cs/index.html")
    titles = page.xpath(
        "//nav//li//*[normalize-space(text())='Care' or normalize-space(text())='Five Cs']"
    )
    assert titles
    assert {title.xpath("ancestor-or-self::*[@lang][1]/@lang")[0] for title in titles} == {"en"}


@pytest.mark.parametrize("prefix", FOLDERS)
def test_the_english_page_is_the_one_to_index(built_site: Site, prefix: str) -> None:
    page = built_site.page(f"{prefix}five-cs/index.html")
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://guide.example/five-cs/"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


@pytest.mark.parametrize(("prefix", "folder"), FOLDERS.items())
def test_translating_begins_at_the_right_file(built_site: Site, prefix: str, folder: str) -> None:
    page = built_site.page(f"{prefix}five-cs/index.html")
    (link,) = page.xpath("//*[@data-cx-notice]//a/@href")
    address = urlsplit(link)
    assert address.path == f"/cx/guide/new/main/docs/{folder}"
    headings = "# Five Cs { #five-cs data-en=todo }\n\n## Care { #care data-en=todo }\n"
    assert dict(parse_qsl(address.query)) == {"filename": "five-cs.md", "value": headings}
    assert page.xpath("//a[@rel='edit']/@href") == [link]


def test_editing_a_translation_opens_the_translation(built_site: Site) -> None:
    page = built_site.page("sr-latn/metrics/nps/index.html")
    assert page.xpath("//a[@rel='edit']/@href") == [
        "https://github.com/cx/guide/edit/main/docs/sr/metrics/nps.md"
    ]


# Short texts of the site


@pytest.mark.parametrize(("prefix", "sample"), SAMPLES.items())
def test_names_of_site_and_sections_are_translated(
    built_site: Site, prefix: str, sample: str
) -> None:
    page = built_site.page(f"{prefix}index.html")
    assert page.findtext(".//title").endswith(f"{sample}: CX Guide")
    (description,) = page.xpath("//meta[@name='description']/@content")
    assert description.replace("\u00a0", " ") == f"{sample}: A guide."
    assert f"{sample}: Metrics" in page.xpath("string(//nav[contains(@class, 'md-nav--primary')])")


def test_english_names_stay_english(built_site: Site) -> None:
    page = built_site.page("index.html")
    assert page.findtext(".//title").endswith("CX Guide")
    assert page.xpath("//meta[@name='description']/@content") == ["A guide."]


def test_a_missing_name_stops_the_build(site: Site) -> None:
    site.write(
        "docs/locale/th.po", 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    )

    result = site.build()

    assert result.returncode == 1
    assert "site/name" in result.stderr


# Sources


def test_all_faults_of_all_pages_are_told_together(site: Site) -> None:
    site.write("docs/cs/index.md", "# Průvodce\n\nVítejte.\n")
    site.write("docs/th/metrics/nps.md", "# คะแนน { #nps }\n\n### สูตร { #formula }\n")

    result = site.build()

    assert result.returncode == 1
    assert "docs/cs/index.md:1:1: the heading 'Průvodce' has no id" in result.stderr
    assert "fix: write '# Průvodce { #guide }'" in result.stderr
    assert "docs/th/metrics/nps.md:3:1: the heading 'สูตร' has level 3" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_check_of_the_structure_can_be_left_out(site: Site) -> None:
    site.write("docs/cs/index.md", "# Průvodce\n\nVítejte.\n")
    site.config["plugins"][1] = {"cx-translations": {"check_structure": False}}
    site.built()


def test_a_folder_that_would_be_dropped_is_refused(site: Site) -> None:
    site.write("docs/cx/lost.md", "# Lost { #lost }\n")

    result = site.build()

    assert result.returncode == 1
    assert "docs/cx/:1:1: the folder name 'cx' looks like a language" in result.stderr
    assert "move it to docs/en/cx/" in result.stderr


def test_a_file_name_that_looks_like_a_language_is_built(site: Site) -> None:
    site.write("docs/en/survey.cx.md", "# Survey { #survey }\n")
    site.config["nav"] += ["survey.cx.md"]

    site.built()

    assert (site.folder / "survey.cx" / "index.html").exists()
    assert (site.folder / "th" / "survey.cx" / "index.html").exists()


def test_a_site_in_one_language_needs_no_i18n_plugin(site: Site) -> None:
    site.config |= {"plugins": ["cx-translations"], "docs_dir": "docs/en", "exclude_docs": ""}

    site.built()

    assert site.page("five-cs/index.html").xpath("//*[@data-cx-notice]") == []
    assert site.text("sitemap.xml").count("<loc>") == 3


# Interface texts of Material


def interface_texts(folder: Path, tag: str) -> dict[str, str]:
    template = (folder / "partials" / "languages" / f"{tag}.html").read_text("utf-8")
    keys = re.findall(r'^  "([\w.]+)":', template, re.MULTILINE)
    say = Environment(loader=FileSystemLoader(folder)).get_template(
        f"partials/languages/{tag}.html"
    )
    return {key: say.module.t(key) for key in keys}


@pytest.mark.parametrize("tag", ["sr", "th", "cs"])
def test_no_text_of_the_interface_is_missing(tag: str) -> None:
    english = interface_texts(Path(material).parent / "templates", "en")
    assert [key for key in english if key not in interface_texts(THEME, tag)] == []


@pytest.mark.parametrize("tag", ["sr", "th", "cs"])
def test_no_text_of_the_interface_is_left_in_english(tag: str) -> None:
    english = interface_texts(Path(material).parent / "templates", "en")
    ours = interface_texts(THEME, tag)
    no_words = ("direction", "language", "search.config")
    words = [key for key in english if not key.startswith(no_words)]
    # "Metadata" is the Czech word as well.
    assert {key for key in words if ours[key] == english[key]} <= {"blog.meta"}


@pytest.mark.parametrize(
    ("tag", "key", "expected"),
    [
        ("cs", "action.skip", "Přejít k hlavnímu obsahu"),
        ("sr", "action.skip", "Пређи на главни садржај"),
        ("sr", "clipboard.copy", "Копирај у оставу"),
        ("th", "blog.categories.in", "ใน"),
        ("th", "source.file.date.updated", "อัปเดตล่าสุด"),
    ],
)
def test_wrong_texts_of_the_interface_are_put_right(tag: str, key: str, expected: str) -> None:
    assert interface_texts(THEME, tag)[key] == expected


def test_no_serbian_text_of_the_interface_mixes_scripts() -> None:
    texts = interface_texts(THEME, "sr")
    known = {"RSS"}
    latin = {key: set(re.findall("[A-Za-z]{2,}", text)) - known for key, text in texts.items()}
    words = {key: found for key, found in latin.items() if found and "search.config" not in key}
    assert words == {"direction": {"ltr"}, "language": {"sr"}}
