"""Files from outside neither harm nor surprise: they are refused with their place, or read."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.core.catalogs import catalog_in
from cxguide.core.places import SourceError, SourceFaults
from cxguide.translations.exchange import (
    Unit,
    content_of,
    read_xliff,
    returned_file,
    take,
    text_of,
)
from cxguide.translations.merging import written
from exchange.small_texts import CATALOG, CZECH, MESSAGES, READERS, WRITERS, answer, returned, units

LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))


def refused(form: str, text: str) -> str:
    with pytest.raises(SourceError) as found:
        READERS[form](text)
    return str(found.value)


def with_doctype(form: str, doctype: str, inside: str = "") -> str:
    text = WRITERS[form](units()).replace("?>\n", f"?>\n{doctype}\n", 1)
    return text.replace("míra odchodu", inside or "míra odchodu")


@pytest.mark.parametrize("form", ["xlf", "tbx"])
@pytest.mark.parametrize(
    "doctype",
    [
        f"<!DOCTYPE martif [{LAUGHS}]>",
        '<!DOCTYPE martif [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE martif [<!ENTITY % a SYSTEM "https://elsewhere.example/a.dtd"> %a;]>',
        '<!DOCTYPE xliff SYSTEM "https://elsewhere.example/a.dtd">',
    ],
    ids=["a billion laughs", "a file", "a parameter", "another type"],
)
def test_a_file_that_declares_anything_is_refused(form: str, doctype: str):
    began = time.monotonic()

    told = refused(form, with_doctype(form, doctype, "&a9;"))

    assert f"a.{form}:2:" in told
    assert "which imports do not read" in told
    assert time.monotonic() - began < 1


def test_the_line_that_weblate_writes_into_tbx_is_read_and_fetches_nothing():
    line = '<!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN" "T.dtd">'

    assert 2 == len(READERS["tbx"](with_doctype("tbx", line)).units)


def test_behind_it_an_entity_is_refused_instead_of_lost():
    told = refused("tbx", with_doctype("tbx", '<!DOCTYPE martif SYSTEM "a.dtd">', "a&nbsp;b"))

    assert "the entity 'nbsp'" in told


def test_a_million_elements_in_one_another_are_refused():
    told = refused("xlf", "<xliff version='1.2'>" + "<group>" * 1_000_000)

    assert "more than 100 elements in one another" in told


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("xlf", "", "a.xlf:1:1: this is not XML"),
        ("xlf", "<xliff version='1.2'>\n <file", "a.xlf:2:2: this is not XML"),
        ("xlf", "<?xml version='1.0' encoding='klingon'?><a/>", "this is not XML"),
        ("xlf", "<xliff version='2.0'/>", "this is not XLIFF 1.2"),
        ("xlf", "<xliff version='1.2'><file target-language='de'/></xliff>", "in 'de', not in"),
        ("tbx", "<tbx/>", "this is not TBX-Basic"),
        ("tbx", "<martif><langSet lang='sr-Latn'/></martif>", "has terms in sr-Latn, none in"),
        ("csv", "English,Czech\na,b\n", "the columns context, source, target are missing"),
        ("csv", 'source,target,context\n"a,b,c\n', "a.csv:2:1: this is not CSV"),
        ("csv", f"source,target,context\n{'a' * 200_000},b,c\n", "a.csv:2:1: this is not CSV"),
        ("po", 'msgid ""\nmsgstr "Language: sr@latin\\n"\n', "in 'sr@latin', not in 'cs'"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_place(form: str, text: str, expected: str):
    assert expected in refused(form, text)


def test_a_file_in_another_encoding_is_told_at_its_first_wrong_sign(tmp_path: Path):
    path = tmp_path / "a.po"
    path.write_bytes("ab\nmíra".encode("cp1250"))

    with pytest.raises(SourceError, match=r"^a\.po:2:2: byte 0xed is not UTF-8"):
        text_of(path, "a.po")


def test_xml_that_says_its_encoding_is_read_in_it():
    text = WRITERS["xlf"](units()).replace("UTF-8", "windows-1250")

    back = read_xliff(text.encode("cp1250"), CZECH, "a.xlf")

    assert "míra odchodu" in [unit.translation for unit in back.units]


@pytest.mark.parametrize("form", READERS)
@given(data=st.data())
def test_whatever_stands_in_a_file_it_is_refused_or_leaves_a_good_catalog(
    form: str, data: st.DataObject
):
    text = WRITERS[form](units())
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    signs = st.text(st.sampled_from('<>&;"\\#[]!-/= \n\t\r\0,:%amsgidtr09\ufeff\u2028'), max_size=9)
    hostile = text[:start] + data.draw(signs) + text[end:]

    good: tuple[Unit, ...] = ()
    with contextlib.suppress(SourceError, SourceFaults):
        good = answer(*READERS[form](hostile).units).units
    catalog = catalog_in(CATALOG, CZECH, "cs.po")
    take(good, MESSAGES, catalog, CZECH)
    catalog_in(written(catalog, CZECH).decode(), CZECH, "cs.po")  # it is one still


@pytest.mark.parametrize(
    "line",
    [
        "PO-Revision-Date: soon",
        "Plural-Forms: nplurals=many",
        "Content-Type: text/plain; charset=x",
    ],
)
def test_a_head_that_says_nonsense_is_refused_or_harmless(line: str):
    text = WRITERS["po"](units()).replace('"MIME', f'"{line}\\n"\n"MIME', 1)

    with contextlib.suppress(SourceError):
        assert 8 == len(READERS["po"](text).units)


def test_a_huge_file_is_not_even_opened(tmp_path: Path):
    path = tmp_path / "a.xlf"
    with path.open("wb") as file:
        file.truncate(returned_file.LARGEST_BYTES + 1)  # no room on the disk is used

    with pytest.raises(SourceError, match=r"more than 20,000,000"):
        content_of(path, "a.xlf")


def test_markup_of_a_tool_inside_a_text_is_refused_and_the_other_texts_are_read():
    text = WRITERS["xlf"](units()).replace("míra odchodu", "míra <g id='1'>odchodu</g>")

    back = READERS["xlf"](text)

    assert ["there is <g> in the text of 'glossary/churn/term', where the English has none"] == [
        fault.problem for fault in back.faults
    ]
    assert 7 == len(back.units)


@pytest.mark.parametrize("form", ["xlf", "csv", "tbx"])
def test_a_comment_cannot_become_another_part_of_the_catalog(form: str):
    comment = "so it is called there"
    text = WRITERS[form](units()).replace(comment, f'{comment}\n#, fuzzy\nmsgid_plural "x"')
    text = text.replace(f',cx-allow terms: {comment}\n#, fuzzy\nmsgid_plural "x"',
                        f',"cx-allow terms: {comment}\n#, fuzzy\nmsgid_plural ""x"""')  # fmt: skip
    catalog = catalog_in(CATALOG, CZECH, "cs.po")

    take(answer(*READERS[form](text).units).units, MESSAGES, catalog, CZECH)

    lines = f'# cx-allow terms: {comment}\n# #, fuzzy\n# msgid_plural "x"\n'
    assert lines in written(catalog, CZECH).decode()


def test_marks_of_segments_are_read_through():
    text = WRITERS["xlf"](units()).replace("míra odchodu", "<mrk mid='1'>míra</mrk> odchodu")

    assert "míra odchodu" in [unit.translation for unit in READERS["xlf"](text).units]


def test_ten_thousand_strange_keys_are_all_told_in_seconds():
    strange = [returned(f"nav/strange/{n}", "X", "Y") for n in range(10_000)]
    began = time.monotonic()

    assert 10_000 == len(answer(*strange).refused)
    assert time.monotonic() - began < 5
