"""A translated page is made by the template of the English one."""

from __future__ import annotations

import pytest

from translations.translated_page import faults

PAGE = "---\ntitle: Home\ntemplate: home.html\n---\n\n# A { #a }\n"


def test_another_template_is_told_at_its_line() -> None:
    expected = [
        (
            "docs/cs/nps.md:3:1: the setting 'template' is 'plain.html' here; "
            "docs/en/nps.md:3 has 'home.html'\n"
            "  fix: write 'template: home.html'"
        )
    ]
    assert expected == faults(PAGE.replace("home.html", "plain.html"), PAGE)


def test_a_lost_template_is_told_where_it_belongs() -> None:
    expected = [
        (
            "docs/cs/nps.md:3:1: the setting 'template' is missing here; "
            "docs/en/nps.md:3 has 'home.html'\n"
            "  fix: write 'template: home.html' before this line"
        )
    ]
    assert expected == faults(PAGE.replace("template: home.html\n", ""), PAGE)


def test_a_template_that_english_does_not_have_is_told() -> None:
    (told,) = faults(PAGE, PAGE.replace("template: home.html\n", ""))

    assert "is 'home.html' here; docs/en/nps.md does not have it\n  fix: remove this line" in told


@pytest.mark.parametrize("setting", ["title: Domů", "reviewed: 2026-01-01", "en: 1a2b3c4"])
def test_settings_with_words_and_days_may_differ(setting: str) -> None:
    assert [] == faults(PAGE.replace("title: Home", setting), PAGE)
