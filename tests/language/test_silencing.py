from __future__ import annotations

import pytest

from cxguide.core.languages import Language
from cxguide.core.places import Place, SourceError
from cxguide.core.source_text import SourceText
from cxguide.language import allowances, language_faults, silenced
from language_texts import catalog, page, read

ENGLISH = "Ask customers what they did, and write it down."
ALLOW = "<!-- cx-allow english: a title -->"


def lines_told(source: SourceText, tag: str = "cs") -> list[tuple[int, str]]:
    found = language_faults([source], Language(tag))
    return [(fault.place.line, fault.check) for fault in found]


@pytest.mark.parametrize(
    "text",
    [
        f"{ALLOW}\n{ENGLISH}\n",
        f"{ALLOW}\n\n{ENGLISH}\n",
        f"{ENGLISH} {ALLOW}\n",
        f"- {ENGLISH} {ALLOW}\n",
        f"{ALLOW}\n| {ENGLISH} |\n| --- |\n| {ENGLISH} |\n",
        f"<!-- cx-allow english: a title\n that is long -->\n{ENGLISH}\n",
    ],
)
def test_a_comment_silences_a_check_in_its_line_or_in_the_block_below(text: str):
    assert [] == lines_told(page(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{ALLOW}\n{ENGLISH}\n\n{ENGLISH}\n", 4),
        (f"- {ENGLISH} {ALLOW}\n- {ENGLISH}\n", 2),
    ],
)
def test_what_stands_after_it_is_told(text: str, line: int):
    assert [(line, "english")] == lines_told(page(text))


def test_other_checks_are_told_all_the_same():
    assert [(2, "typography")] == lines_told(page(f"{ALLOW}\n{ENGLISH} Now - or then.\n"))


def test_a_setting_is_silenced_in_the_line_above():
    text = f"---\n# cx-allow english: a title\ntitle: {ENGLISH}\ndescription: {ENGLISH}\n---\n"

    assert [(4, "english")] == lines_told(page(text))


def test_a_comment_of_the_translator_silences_its_entry():
    silent = catalog((ENGLISH, ENGLISH), above="# cx-allow english: a title\n")

    assert [] == lines_told(silent)


def test_a_comment_holds_for_one_entry_of_a_catalog_only():
    both = catalog((ENGLISH, ENGLISH), (ENGLISH, ENGLISH), above="# cx-allow english: a title\n")

    assert [(7, "english")] == lines_told(both)


@pytest.mark.parametrize(
    ("comment", "problem", "fix"),
    [
        (
            "<!-- cx-allow english -->",
            "this silences 'english' without a reason",
            "write '<!-- cx-allow english: why it is right here -->'",
        ),
        ("<!-- cx-allow englsh: why -->", "there is no check 'englsh' to silence", "'english'"),
        (
            "<!-- cx-allow script: why -->",
            "there is nothing that 'script' would tell here",
            "remove this comment",
        ),
    ],
)
def test_a_comment_that_cannot_silence_is_told(comment: str, problem: str, fix: str):
    [fault] = (
        one
        for one in language_faults([page(f"{comment}\n{ENGLISH}\n")], Language("cs"))
        if one.check == "cx-allow"
    )

    assert (problem, "1:1") == (fault.problem, f"{fault.place.line}:{fault.place.column}")
    assert fix in fault.fix


def test_without_a_reason_nothing_is_silenced():
    assert [(1, "cx-allow"), (2, "english")] == lines_told(
        page(f"<!-- cx-allow english: -->\n{ENGLISH}\n")
    )


@pytest.mark.parametrize("shown", ["`{}`", "```html\n{}\n```"])
def test_a_comment_in_code_is_none(shown: str):
    assert () == allowances(page(shown.format("<!-- cx-allow nothing: no reason -->")))


def test_a_check_that_did_not_run_may_be_needed_elsewhere():
    source = page("<!-- cx-allow links: the Czech page is another one -->\n[Jinam](b.md)\n")

    assert () == language_faults([source], Language("cs"), elsewhere={"links"})


def test_errors_cannot_be_silenced():
    error = SourceError(Place("page.md", 2), "the heading has no id", check="english")
    [allowance] = allowances(page(f"{ALLOW}\n## Nadpis\n"))

    told = silenced([error], [allowance], ran={"english"}, known={"english"})

    assert error in told


def test_readers_do_not_see_the_comment():
    assert ["Věta"] == read(page(f"{ALLOW}\nVěta {ALLOW}\n"), "cs")
