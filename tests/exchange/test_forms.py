"""Files as translation tools and Weblate want them."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree as ET

import pytest

from cxguide.core.languages import Language
from cxguide.core.places import Place
from cxguide.translations.exchange.returned_file import is_in
from exchange.small_texts import READERS, WRITERS, units

X = "{urn:oasis:names:tc:xliff:document:1.2}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def test_xliff_has_a_file_for_each_catalog_and_a_unit_for_each_key():
    root = ET.fromstring(WRITERS["xlf"](units()))
    file = root.find(f"{X}file")

    assert file is not None
    assert ("docs/cs.po", "en", "cs", "plaintext") == tuple(file.attrib.values())
    assert [unit.key for unit in units()] == [one.get("id") for one in file.iter(f"{X}trans-unit")]


def test_xliff_says_how_much_room_there_is_what_is_in_doubt_and_for_which_numbers():
    text = WRITERS["xlf"](units())

    assert 'id="glossary/churn/definition" resname="glossary/churn/definition"' in text
    assert 'maxwidth="160" size-unit="char"' in text
    assert '<target state="needs-translation">Metriky</target>' in text
    assert "the translation was made from: Measures</note>" in text
    assert "on a map; plural category 'few', as for 2, 3, 4</note>" in text


@pytest.mark.parametrize(
    ("state", "expected"),
    [("new", True), ("needs-review-translation", True), ("translated", False), ("final", False)],
)
def test_states_of_xliff_say_what_is_in_doubt(state: str, expected: bool):
    text = WRITERS["xlf"](units()).replace('state="translated"', f'state="{state}"')

    (term,) = (one for one in READERS["xlf"](text).units if one.translation == "míra odchodu")

    assert expected == term.needs_check


def test_older_proposals_of_a_tool_are_no_translation():
    text = WRITERS["xlf"](units()).replace(
        "</trans-unit>", "<alt-trans><target>jiná</target></alt-trans></trans-unit>"
    )

    assert "jiná" not in [unit.translation for unit in READERS["xlf"](text).units]


def test_the_table_has_the_columns_of_weblate():
    (row,) = csv.DictReader(io.StringIO(WRITERS["csv"](units())))

    assert {
        "source": "churn rate",
        "target": "míra odchodu",
        "context": "glossary/churn/term",
        "fuzzy": "",
        "translator_comments": "cx-allow terms: so it is called there",
        "developer_comments": "Share of customers who left. The same in cs: CR, churn.",
    } == row


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_that_a_spreadsheet_saved_is_read(delimiter: str):
    text = f"Target{delimiter}source{delimiter}context\r\nmíra{delimiter}churn rate{delimiter}k\r\n"

    (unit,) = READERS["csv"](text.replace("\r\n", "\n")).units

    assert ("k", "churn rate", "míra", Place("a.csv", 2)) == (
        unit.key, unit.english, unit.translation, unit.place
    )  # fmt: skip


def test_a_row_with_a_comma_too_many_is_told_at_its_line_and_the_others_are_read():
    text = 'source,target,context\na,"b\nb",c\na,b,c,d\ne,f,g\n'

    back = READERS["csv"](text)

    assert ["c", "g"] == [unit.key for unit in back.units]
    assert Place("a.csv", 4) == back.faults[0].place


def test_a_term_base_has_names_abbreviations_and_what_is_ruled_out():
    (entry,) = ET.fromstring(WRITERS["tbx"](units())).iter("termEntry")
    kinds = {
        group.get(LANG): [(one[0].text, one[1].text) for one in group.iter("tig")]
        for group in entry.iter("langSet")
    }

    assert {
        "en": [("churn rate", "fullForm"), ("CR", "abbreviation"), ("churn", "variant")],
        "cs": [
            *[("míra odchodu", "fullForm"), ("CR", "abbreviation"), ("churn", "variant")],
            ("čurn", "deprecatedTerm-admn-sts"),
        ],
    } == kinds


@pytest.mark.parametrize(
    ("stated", "tag", "expected"),
    [
        ("cs_CZ", "cs", True),
        ("cs-CZ", "cs", True),
        ("sr@latin", "sr", False),
        ("sr_Cyrl_RS", "sr", True),
        ("sr@latin", "sr-Latn", True),
        ("de", "cs", False),
    ],
)
def test_a_script_makes_another_language_a_region_does_not(stated: str, tag: str, expected: bool):
    assert expected == is_in(stated, Language(tag))
