from __future__ import annotations

import re
from functools import partial

from cxguide.core.languages import Language
from cxguide.core.places import Severity, SourceError
from cxguide.glossary import WrongForm, term_faults
from cxguide.language import CHECKS, language_faults
from language_texts import page

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
