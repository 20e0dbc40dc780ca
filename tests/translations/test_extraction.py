"""Extraction: every text of a template is found, with its key, place and hint."""

from pathlib import Path

import pytest

from cxguide.core.places import SourceFaults
from cxguide.translations.extraction import template_messages


def test_a_template_gives_its_texts_with_key_place_and_hint(tmp_path: Path):
    (tmp_path / "a.jinja").write_text(
        '{#- translators: a button -#}\n{{ t("calculator/reset", "Reset") }}\n'
        '{{ counted("map/stages", n, "{n} stage", "{n} stages", n=n) }}',
        "utf-8",
    )

    reset, stages = template_messages(tmp_path, tmp_path)

    assert ("calculator/reset", "Reset", "a button") == (reset.key, reset.english, reset.note)
    assert "a.jinja:2:1" == str(reset.place)
    assert ("{n} stages", True) == (stages.english, stages.counted)


def test_a_text_that_is_not_literal_is_refused(tmp_path: Path):
    (tmp_path / "a.jinja").write_text('\n{{ t("key", name) }}', "utf-8")

    with pytest.raises(SourceFaults, match=r"a\.jinja:2:1: t\(\) needs its key"):
        template_messages(tmp_path, tmp_path)


def test_one_key_with_two_texts_is_refused(tmp_path: Path):
    (tmp_path / "a.jinja").write_text('{{ t("key", "One") }}\n{{ t("key", "Two") }}', "utf-8")

    with pytest.raises(SourceFaults, match=r"the key 'key' has the text 'Two' here and 'One' at"):
        template_messages(tmp_path, tmp_path)
