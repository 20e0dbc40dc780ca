from __future__ import annotations

from pathlib import Path

import pytest

from cxguide.core.messages import messages_in
from cxguide.core.places import SourceFaults
from cxguide.glossary import read_glossary
from glossary_texts import glossary_of

TERM = "terms:\n  - {id: churn-rate, term: churn rate, definition: Share of those who left.}\n"
FAULTS = {
    "unknown key": (
        TERM.replace("definition", "defintion"),
        "glossary.yml:2:40: unknown key 'defintion'",
        "write 'definition'",
    ),
    "id twice": (
        TERM + "  - {id: churn-rate, term: churn, definition: Leaving.}\n",
        "glossary.yml:3:10: the id 'churn-rate' stands on line 2 already",
        "give this one another id",
    ),
    "term twice": (
        TERM + "  - {id: churn, term: Churn rate, definition: Leaving.}\n",
        "glossary.yml:3:23: the term 'Churn rate' stands on line 2 already",
        "another name, such as 'return (of goods)'",
    ),
    "id": (TERM.replace("churn-rate", "Churn"), "glossary.yml:2:10: 'Churn' is not an id", ""),
    "long definition": (
        TERM.replace("Share", "Share " * 30),
        "glossary.yml:2:52: 199 characters, where at most 160 have room",
        "say it shorter",
    ),
    "page twice": (
        TERM.replace("}", ", pages: [a, a]}"),
        "glossary.yml:2:85: a page stands twice in 'churn-rate'",
        "keep one of them",
    ),
}


@pytest.mark.parametrize(("text", "told", "fix"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_place_and_remedy(tmp_path: Path, text: str, told: str, fix: str):
    with pytest.raises(SourceFaults) as faults:
        glossary_of(tmp_path, text)

    assert told in str(faults.value)
    assert fix in str(faults.value)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (TERM.replace("}", ", no_tooltip_in: [cz]}"), "glossary.yml:2:94"),
        (TERM + "wrong:\n  cz: {a: b}\n", "glossary.yml:4:3"),
    ],
)
def test_a_language_that_the_site_does_not_have_is_told(tmp_path: Path, text: str, place: str):
    (tmp_path / "glossary.yml").write_text(text, "utf-8")

    with pytest.raises(SourceFaults) as faults:
        read_glossary(tmp_path / "glossary.yml", tmp_path, ["en", "sr", "cs"])

    assert f"{place}: the site has no language 'cz'" in str(faults.value)
    assert "write one of them" in str(faults.value)


def test_all_faults_are_told_together(tmp_path: Path):
    second = "  - {id: churn-rate, term: Churn rate, definition: Leaving.}\n"

    with pytest.raises(SourceFaults) as faults:
        glossary_of(tmp_path, TERM + second)

    assert 2 == len(faults.value.faults)


def test_terms_and_definitions_are_texts_to_translate(tmp_path: Path):
    messages = messages_in(glossary_of(tmp_path, TERM).terms)

    assert [
        ("glossary/churn-rate/term", "churn rate"),
        ("glossary/churn-rate/definition", "Share of those who left."),
    ] == [(one.key, one.english) for one in messages]


def test_in_a_draft_only_definitions_may_lack_their_translation(tmp_path: Path):
    glossary = glossary_of(tmp_path, "draft: true\n" + TERM)

    assert ("glossary/churn-rate/definition",) == glossary.draft_keys


def test_of_a_term_that_is_a_draft_everything_may_lack_its_translation(tmp_path: Path):
    glossary = glossary_of(tmp_path, TERM.replace("term:", "draft: true, term:"))

    assert ("glossary/churn-rate/term", "glossary/churn-rate/definition") == glossary.draft_keys


def test_a_term_can_be_left_alone_in_texts_of_some_languages_or_of_all(tmp_path: Path):
    some = glossary_of(tmp_path, TERM.replace("}", ", no_tooltip_in: [cs]}")).terms[0]
    none = glossary_of(tmp_path, TERM.replace("}", ", tooltip: false}")).terms[0]

    assert (False, True) == (some.is_explained_in("cs"), some.is_explained_in("en"))
    assert (False, False) == (none.is_explained_in("cs"), none.is_explained_in("en"))
