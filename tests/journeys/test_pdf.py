"""Maps as PDF files."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.journeys.pictures.pdf import file
from cxguide.journeys.plain import plain_map
from map_texts import DRAWN, plain_of


@pytest.fixture(scope="module", params=DRAWN, ids=lambda drawn: "-".join(drawn))
def document(request: pytest.FixtureRequest) -> tuple[str, str, PdfReader]:
    name, tag = request.param
    return name, tag, PdfReader(BytesIO(file(plain_of(name, tag))))


def test_six_stages_take_one_landscape_a4_page(document):
    _, _, pdf = document

    sizes = [(round(page.mediabox.width), round(page.mediabox.height)) for page in pdf.pages]

    assert [(842, 595)] == sizes


def test_it_has_a_title_a_language_and_tags(document):
    name, tag, pdf = document

    root = pdf.trailer["/Root"]

    assert plain_of(name, tag).title == pdf.metadata.title
    language, _, _ = tag.partition("-")  # Typst has no word for the script
    assert (language, True) == (root["/Lang"], root["/MarkInfo"]["/Marked"])
    assert b"pdfuaid" in root["/Metadata"].get_data()


def tags_in(part, found: list[str]) -> list[str]:
    """The kinds of the structure's elements, in reading order."""
    children = part.get_object().get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        element = child.get_object()
        if isinstance(element, dict):
            found.append(str(element.get("/S", "")))
            tags_in(element, found)
    return found


def test_it_has_a_heading_and_a_table_with_heads():
    pdf = PdfReader(BytesIO(file(plain_of("retailer", "en"))))

    tags = tags_in(pdf.trailer["/Root"]["/StructTreeRoot"], [])

    assert (1, 1) == (tags.count("/H1"), tags.count("/Table"))
    assert 7 == tags.count("/TH")


@pytest.mark.parametrize("tag", ["en", "sr", "th", "cs"])
@pytest.mark.parametrize("name", ["retailer", "saas", "clinic"])
def test_every_text_can_be_copied_as_it_is(name: str, tag: str):
    plain = plain_of(name, tag)

    text = told(PdfDocument(file(plain))[0].get_textpage().get_text_range())

    texts = [plain.title, *(stage.name for stage in plain.stages)]
    texts += [line for stage in plain.stages for cell in stage.cells.values() for line in cell]
    assert [] == [one for one in texts if told(one) not in text]


def test_the_same_map_gives_the_same_bytes():
    plain = plain_of("saas", "th")

    assert file(plain) == file(plain)


def test_every_text_of_the_map_is_on_the_page():
    plain = plain_of("retailer", "en")
    made = file(plain, source="https://example.org/maps/retailer.yml")

    text = told(PdfReader(BytesIO(made)).pages[0].extract_text())

    texts = [plain.summary, *plain.heads.values()]
    texts += [text for head, own in plain.lens for text in (head, *own)]
    texts += [text for stage in plain.stages for text in (stage.name, *stage.remarks)]
    texts += [line for stage in plain.stages for cell in stage.cells.values() for line in cell]
    texts += ["Today Target Moment of truth Stage", "https://example.org/maps/retailer.yml"]
    assert [] == [one for one in texts if told(one) not in text]


def told(text: str) -> str:
    """A text without spaces and without hyphens, also those that PDFium has for ends of lines."""
    return re.sub(r"[\s\u00ad\ufffe\x02-]", "", text)


def test_type_is_as_large_as_one_page_allows(journey_of):
    def sizes(words: int) -> tuple[int, float]:
        journey = journey_of(*[f"goal: {'word ' * words}"] * 6)
        pdf = PdfReader(BytesIO(file(plain_map(journey, Texts(ENGLISH)))))
        found: list[float] = []
        pdf.pages[0].extract_text(
            visitor_text=lambda text, _cm, _tm, _font, size: (
                found.append(size) if "word" in text else None
            )
        )
        return len(pdf.pages), round(min(found), 1)

    (pages, short), (pages_when_full, full) = sizes(5), sizes(1200)

    assert (1, 1) == (pages, pages_when_full)
    assert 9 == short > full


def test_more_than_six_stages_get_a_larger_page(journey_with):
    pdf = PdfReader(BytesIO(file(plain_map(journey_with([1] * 7), Texts(ENGLISH)))))

    assert [1191] == [round(page.mediabox.width) for page in pdf.pages]


def test_signs_of_typst_are_only_letters_in_a_text(journey_of):
    journey = journey_of('goal: "#a $b$ *c* _d_ @e <f> \\\\g [h]"', "")

    pdf = PdfReader(BytesIO(file(plain_map(journey, Texts(ENGLISH)))))

    assert r"#a $b$ *c* _d_ @e <f> \g [h]" in pdf.pages[0].extract_text()
