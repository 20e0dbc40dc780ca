"""A whole site as a PDF, by the command, from a tiny site in five versions."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader

from chromium import HOW_TO_GET_ONE
from command import cx
from cxguide.site.book import NoBrowser, chromium_on_path
from system_tools import required
from tiny_site import Site, new_site

pytestmark = pytest.mark.browser

HEADING = "A heading that is long enough to need a second line on a sheet, whatever the font is"
LINKS = f"""\
# Five Cs {{ #five-cs }}

Only English: [the score](metrics/nps.md#formula), [Thai](/th/), [an entry](metrics/nps.md?n=3),
[elsewhere](https://elsewhere.example/page).

??? note "Closed"
    What is closed.

## {HEADING} {{ #care }}

![One pixel](dot.svg)
"""
DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = new_site(tmp_path_factory.mktemp("book"), content_security_policy=True)
    extensions = site.config["markdown_extensions"]
    assert isinstance(extensions, list)
    extensions.append("pymdownx.details")
    site.write("docs/en/five-cs.md", LINKS)
    site.write("docs/en/dot.svg", DOT)
    return site.built()


@pytest.fixture(scope="module")
def folder(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        chromium_on_path()
    except NoBrowser:
        required(None, HOW_TO_GET_ONE)
    out = tmp_path_factory.mktemp("out")
    answer = cx("site", "pdf", str(site.folder), *project(site), "-o", str(out))
    assert 0 == answer.exit_code, answer.output
    return out


def project(site: Site) -> tuple[str, str]:
    return ("-f", str(site.root / "mkdocs.yml"))


@pytest.fixture
def english(folder: Path) -> Iterator[pdfium.PdfDocument]:
    document = pdfium.PdfDocument(folder / "cx-guide.en.pdf")
    yield document
    document.close()


def texts(document: pdfium.PdfDocument) -> list[str]:
    """What each sheet says, its number first, without blanks: lines end anywhere."""
    return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


def test_each_language_has_its_own_file(folder: Path):
    named = sorted(path.name for path in folder.iterdir())

    assert [f"cx-guide.{tag}.pdf" for tag in ("cs", "en", "sr-latn", "sr", "th")] == named


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("cs", ("čeština:CXGuide", "Obsah", "Průvodce", "Vítejte.")),
        ("sr", ("ћирилица:CXGuide", "Садржај", "Оцена", "Љубавианкета.")),
        ("sr-Latn", ("ćirilica:CXGuide", "Sadržaj", "Ocena", "Ljubavianketa.")),
        ("th", ("ไทย:CXGuide", "สารบัญ", "คะแนน", "แบบสำรวจ")),
    ],
)
def test_it_speaks_its_language(folder: Path, tag: str, said: tuple[str, ...]):
    path = folder / f"cx-guide.{tag.lower()}.pdf"

    document = pdfium.PdfDocument(path)
    text = "".join(texts(document))
    catalog = PdfReader(path).trailer["/Root"]

    assert [] == [one for one in said if one not in text]
    assert tag == catalog["/Lang"]
    assert catalog["/MarkInfo"]["/Marked"]  # tagged: a screen reader knows headings and lists
    document.close()


def test_each_page_of_the_site_begins_on_a_new_sheet_in_the_order_of_the_menu(
    english: pdfium.PdfDocument,
):
    first = ("CXGuideAguide.", "2Contents", "3GuideWelcome", "4ScoreAsurvey", "5FiveCsOnly")

    begun = [text.startswith(words) for text, words in zip(texts(english), first, strict=True)]

    assert [True] * 5 == begun


def test_contents_say_on_which_sheet_a_page_begins(english: pdfium.PdfDocument):
    contents = texts(english)[1]

    assert "Guide3" in contents
    assert "MetricsScore4FiveCs5" in contents


def test_sheets_have_their_number_and_the_first_one_has_none(english: pdfium.PdfDocument):
    assert ["C", "2", "3", "4", "5"] == [text[0] for text in texts(english)]


def test_headings_are_the_outline_with_the_blanks_at_which_their_lines_end(
    english: pdfium.PdfDocument,
):
    outline = [(one.level, one.get_title()) for one in english.get_toc()]

    assert [
        (0, "CX Guide"),
        (0, "Contents"),
        (0, "Guide"),
        (0, "Score"),
        (1, "NPS"),
        (0, "Five Cs"),
        (1, HEADING),
    ] == outline


def test_links_lead_to_sheets_or_to_the_site(folder: Path):
    reader = PdfReader(BytesIO((folder / "cx-guide.en.pdf").read_bytes()))
    places = {
        name.removeprefix("/"): reader.get_destination_page_number(place) + 1
        for name, place in reader.named_destinations.items()
    }
    links = [one.get_object() for page in reader.pages for one in page.get("/Annots", ())]

    within = [places[str(one["/Dest"]).removeprefix("/")] for one in links if "/Dest" in one]
    outside = [one["/A"]["/URI"] for one in links if "/A" in one]
    assert [3, 4, 5, 4, 4] == within  # the contents; then from the home page, and from the last one
    assert [
        "https://guide.example/",
        "https://guide.example/th/",
        "https://guide.example/metrics/nps/?n=3",
        "https://elsewhere.example/page",
    ] == list(dict.fromkeys(outside))


def test_addresses_stand_on_paper_and_what_is_closed_does(english: pdfium.PdfDocument):
    last = texts(english)[-1]

    assert "elsewhere(https://elsewhere.example/page)" in last
    assert "Whatisclosed." in last


def test_no_words_of_menus_and_buttons_are_printed(english: pdfium.PdfDocument):
    text = "".join(texts(english))

    assert [] == [one for one in ("Editthispage", "Search", "¶", "Skipto") if one in text]


def test_pictures_and_styles_of_the_site_are_there(english: pdfium.PdfDocument):
    last = english[len(english) - 1]

    black = sum(pixel < 40 for pixel in bytes(last.render(grayscale=True).buffer))

    assert black > 5000  # the picture is a black square


def test_one_language_is_made_alone(site: Site, folder: Path, tmp_path: Path):
    answer = cx(
        "site", "pdf", str(site.folder), "--lang", "SR-latn", *project(site), "-o", str(tmp_path)
    )

    assert 0 == answer.exit_code
    assert ["cx-guide.sr-latn.pdf"] == [path.name for path in tmp_path.iterdir()]
    assert "cx-guide.sr-latn.pdf: written, 2 pages of the site in" in answer.output


def test_a_language_that_the_site_lacks_is_wrong_use(site: Site):
    answer = cx("site", "pdf", str(site.folder), "--lang", "de", *project(site))

    assert 2 == answer.exit_code
    assert "the site has no language 'de'; it has: en, sr, sr-Latn, th, cs" in answer.output


def test_without_a_browser_it_is_told_how_to_get_one(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "nothing"))

    answer = cx("site", "pdf", str(site.folder), *project(site), "-o", str(tmp_path / "pdf"))

    assert 1 == answer.exit_code
    assert "which is no program; correct it" in answer.output


def test_a_browser_that_makes_nothing_is_told(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\necho No display >&2\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(broken))

    answer = cx("site", "pdf", str(site.folder), *project(site), "-o", str(tmp_path / "pdf"))

    assert 1 == answer.exit_code
    assert "made no PDF: No display" in answer.output
