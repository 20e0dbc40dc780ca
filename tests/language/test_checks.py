from __future__ import annotations

import re
from functools import partial

from cxguide.core.languages import Language
from cxguide.core.places import Severity, SourceError
from cxguide.glossary import WrongForm, term_faults
from cxguide.language import CHECKS, can_spell, language_faults
from language_texts import page
from system_tools import required

PAGE = page(
    "---\ntitle: Како се мјери\n---\n# Мјера { #a }\n\n"
    'Купaц каже: "не".\n\nAsk customers what they did, and then write it down.\n'
)


def test_all_checks_of_a_text_are_told_together_in_its_order():
    found = language_faults([PAGE], Language("sr"))

    assert [
        (2, "ijekavian"),
        (4, "ijekavian"),
        (6, "script"),
        (6, "typography"),
        (6, "typography"),
        (8, "english"),
    ] == [(fault.place.line, fault.check) for fault in found]
    assert {Severity.WARNING} == {fault.severity for fault in found}


def test_what_is_told_bears_the_name_of_a_check():
    assert {fault.check for fault in language_faults([PAGE], Language("sr"))} <= CHECKS


def test_a_check_of_another_package_can_be_silenced_too():
    terms = partial(term_faults, wrong=(WrongForm("cestovní karta", "mapa"),))
    text = "Cestovní karty.\n\nCestovní karty. <!-- cx-allow terms: the other word is meant -->\n"

    [fault] = language_faults([page(text)], Language("cs"), also={"terms": terms})

    assert (1, "terms", "use 'mapa'") == (fault.place.line, fault.check, fault.fix)


def test_faults_are_told_as_one_line_that_says_the_check():
    [first, *_] = language_faults([PAGE], Language("sr"))

    assert isinstance(first, SourceError)
    assert re.match(r"page\.md:2:16: warning: 'мјери' is Ijekavian.* \[ijekavian\]\n", str(first))


def spelling_told(text: str) -> list[int]:
    required(can_spell(Language("cs")), "hunspell is missing: apt-get install hunspell-cs")
    found = language_faults([page(text)], Language("cs"), allowed_words=())
    return [fault.place.line for fault in found if fault.check == "spelling"]


def test_the_words_of_a_passage_that_is_english_are_not_called_misspelt():
    text = "Ask the customers what they did, and then write it down.\n\nZákaznik hodnotí službu.\n"

    assert [3] == spelling_told(text)


def test_a_misspelt_word_is_told_once_in_a_file():
    assert [1] == spelling_told("Zákaznik hodnotí.\n\nZákaznik hodnotí.\n")


def test_a_misspelt_word_that_is_silenced_at_one_place_is_told_at_the_next():
    silenced = "Zákaznik hodnotí. <!-- cx-allow spelling: a quotation -->"

    assert [3] == spelling_told(f"{silenced}\n\nZákaznik hodnotí.\n")
