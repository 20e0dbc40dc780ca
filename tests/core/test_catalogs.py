from pathlib import Path

import pytest

from cxguide.core.catalogs import Texts, Translations, read_catalog, translations_of
from cxguide.core.languages import ENGLISH, Language
from cxguide.core.places import SourceError, SourceFaults

CZECH = Language("cs")


def czech(**by_key: str) -> Texts:
    keys = {key.replace("__", "/"): text for key, text in by_key.items()}
    return Texts(CZECH, Translations(CZECH, keys, ("cs.po",)))


def test_english_needs_no_catalog():
    assert "Reset" == Texts(ENGLISH)("calculator/reset", "Reset")


def test_a_text_is_found_by_its_key_and_filled():
    assert "Přečteno jako 5" == czech(echo="Přečteno jako {value}")(
        "echo", "Read as {value}", value=5
    )


def test_a_missing_text_names_file_key_and_fix():
    with pytest.raises(SourceError) as told:
        czech()("calculator/reset", "Reset")

    assert "cs.po:1:1: no translation for 'calculator/reset' (English: 'Reset')" in str(told.value)
    assert "cx i18n sync" in str(told.value)


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "1 fáze"), (3, "3 fáze"), (1.5, "1,5 fáze"), (5, "5 fází")]
)
def test_a_counted_text_takes_the_plural_form_of_the_language(number: float, expected: str):
    texts = Texts(
        CZECH,
        Translations(
            CZECH,
            {"n#one": "{n} fáze", "n#few": "{n} fáze", "n#many": "{n} fáze", "n#other": "{n} fází"},
        ),
    )

    shown = str(number).replace(".", ",")
    assert expected == texts.counted("n", number, "{n} stage", "{n} stages", n=shown)


def test_sources_of_a_site_in_one_language_are_taken_as_they_are():
    texts = Texts(CZECH, written_in_it=("journey/",))

    assert "Nákup" == texts("journey/shop/stages/buy/name", "Nákup")


def test_a_broken_catalog_names_its_line(tmp_path: Path):
    path = tmp_path / "cs.po"
    path.write_text('msgctxt "a"\nmsgid "A"\nmsgstr "Á\n', encoding="utf-8")

    with pytest.raises(SourceFaults, match=r"cs\.po:3:1: this is not a line of a \.po file"):
        read_catalog(path, CZECH, tmp_path)


@pytest.mark.parametrize(
    ("line", "column"),
    [('\xa0msgid "A\xa0b"', 1), ('msgid\xa0"A"', 6), ('msgid "A\xa0b"\xa0', 12)],
)
def test_a_no_break_space_outside_the_quotes_is_told_at_its_place(
    tmp_path: Path, line: str, column: int
):
    path = tmp_path / "cs.po"
    path.write_text(f'#\xa0hint\nmsgctxt "a"\n{line}\nmsgstr "Á\xa0b"\n', encoding="utf-8")

    with pytest.raises(SourceFaults) as told:
        read_catalog(path, CZECH, tmp_path)

    assert [f"cs.po:3:{column}"] == [str(fault.place) for fault in told.value.faults]


def test_a_text_without_a_key_is_refused(tmp_path: Path):
    path = tmp_path / "cs.po"
    path.write_text('msgid "A"\nmsgstr "Á"\n', encoding="utf-8")

    with pytest.raises(SourceError, match="has no key"):
        read_catalog(path, CZECH, tmp_path)


def test_an_empty_translation_counts_as_none(tmp_path: Path):
    path = tmp_path / "cs.po"
    path.write_text('msgctxt "a"\nmsgid "A"\nmsgstr ""\n', encoding="utf-8")

    found = translations_of(read_catalog(path, CZECH, tmp_path), CZECH, "cs.po")

    assert {} == dict(found.by_key)
