from __future__ import annotations

from pathlib import Path

import pytest

from cxguide.core.languages import Language
from cxguide.core.passages import Passage
from cxguide.core.source_text import SourceText
from cxguide.glossary import WrongForm, term_faults, term_finder, term_words
from glossary_texts import glossary_of, texts_of

NPS = (
    "terms:\n  - id: nps\n    term: Net Promoter Score\n    short: NPS\n    also: [Net Promoter]\n"
    "    definition: A score.\n"
)
LAW = "terms:\n  - {id: zzpl, term: ZZPL, definition: The law of Serbia.}\n"


def uses(tag: str, text: str, glossary_text: str, folder: Path, **names: str) -> list[str]:
    find = term_finder(glossary_of(folder, glossary_text), texts_of(tag, **names), Language(tag))
    return [text[one.start : one.end] for one in find(text)]


def test_a_term_is_found_by_all_of_its_names(tmp_path: Path):
    text = "NPS, the Net Promoter Score, is a trademark, and so is Net Promoter."

    assert ["NPS", "Net Promoter Score", "Net Promoter"] == uses("en", text, NPS, tmp_path)


def test_what_stands_in_brackets_is_not_part_of_a_name_unless_it_is_an_abbreviation(tmp_path: Path):
    name = "Закон о заштити података о личности (ЗЗПЛ)"
    text = "Закон о заштити података о личности важи; ЗЗПЛ је скраћеница."

    found = uses("sr", text, LAW, tmp_path, zzpl=name)

    assert ["Закон о заштити података о личности", "ЗЗПЛ"] == found


def test_what_explains_a_name_in_brackets_is_no_name(tmp_path: Path):
    text = "A return of goods"
    glossary = "terms:\n  - {id: return, term: return (of goods), definition: Sending back.}\n"

    assert ["return"] == uses("en", text, glossary, tmp_path)


@pytest.mark.parametrize(
    ("tag", "wrong", "text", "found"),
    [
        ("sr", "стопа одбијања", "Пад стопе одбијања", "стопе одбијања"),
        ("cs", "cestovní karta", "bez cestovních karet", "cestovních karet"),
        ("th", "อีเมล์", "ส่งอีเมล์ถึงลูกค้า", "อีเมล์"),
        ("th", "แชท", "ห้องแชท", "แชท"),
    ],
)
def test_what_a_language_must_not_say_is_found_in_its_forms(tag, wrong, text, found):
    passage = Passage.whole(SourceText("page.md", text))

    [fault] = term_faults([passage], Language(tag), wrong=(WrongForm(wrong, "this"),))

    assert f"the glossary rules out {found!r}" == fault.problem
    assert (text.index(found) + 1, "use 'this'") == (fault.place.column, fault.fix)


def test_the_words_of_terms_are_those_of_all_names(tmp_path: Path):
    words = term_words(glossary_of(tmp_path, NPS), texts_of("cs", nps="čisté skóre (NPS)"))

    assert {"čisté", "skóre", "NPS", "Net", "Promoter"} == words
