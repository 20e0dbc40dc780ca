"""Completeness: what a catalog lacks, and what in it is not right, is told at its line."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from cxguide.core.catalog_lines import lines_by_key
from cxguide.core.catalogs import Message, read_catalog
from cxguide.core.places import Place, SourceFaults
from cxguide.translations.completeness import catalog_faults, missing_catalog, told_in_sources
from cxguide.translations.merging import sync_catalog
from translations.small_catalogs import CZECH, SERBIAN, catalog, listed, message


def faults(path: Path, *messages: Message) -> str:
    entries = read_catalog(path, CZECH, path.parent) if path.exists() else Catalog()
    lines = lines_by_key(path.read_text("utf-8")) if path.exists() else {}
    return "\n".join(map(str, catalog_faults(messages, entries, CZECH, path.name, lines=lines)))


def test_english_that_changed_since_it_was_translated_is_told_until_sync(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("a", "From {low}", "Od {low}"), ("b", "B", "Bé"))
    messages = [message("a", "Up to {high}"), message("b", "B")]

    told = faults(path, *messages)
    sync_catalog(messages, path, CZECH, tmp_path)

    assert (
        "cs.po:2:1: the English changed since it was translated: "
        "was 'From {low}', is 'Up to {high}'\n"
        "  fix: run 'cx i18n sync', then check the translation"
    ) == told
    assert "English changed" not in faults(path, *messages)


@pytest.mark.parametrize(
    ("now", "was"),
    [
        (["Pays", "Looks"], "was 'Looks', is 'Pays'"),
        (["Pays"], "was 'Looks', is 'Pays'"),
        (["Looks", "New", "Pays"], "was 'Pays', is 'New'"),
    ],
    ids=["swapped", "taken out", "put in"],
)
def test_items_that_moved_are_told_once_at_the_source(tmp_path: Path, now: list[str], was: str):
    found = []
    for language in (CZECH, SERBIAN):
        path = catalog(tmp_path / f"{language.tag}.po", ("shop/actions/0", "Looks", "X"),
                       ("shop/actions/1", "Pays", "Y"))  # fmt: skip
        entries = read_catalog(path, language, tmp_path)
        found.append(catalog_faults(listed(*now), entries, language, path.name))

    (told,) = told_in_sources(found)
    (told_of_one_language,) = told_in_sources(found[:1])

    assert "shop.yml" == told.place.file
    assert told.problem.endswith(was)
    assert "cs.po" == told_of_one_language.place.file


def test_a_missing_text_is_told_with_file_and_key(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("a", "A", "Á"))

    told = faults(path, message("a", "A"), message("nps/label", "Score"))

    assert "cs.po:1:1: no translation for 'nps/label' (English: 'Score')" in told


def test_a_blank_text_is_a_missing_one(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("nps/label", "Score", "  "))

    assert "no translation for 'nps/label'" in faults(path, message("nps/label", "Score"))


def test_a_catalog_without_any_text_is_told_once(tmp_path: Path):
    told = faults(tmp_path / "cs.po", *(message(f"key/{n}", "Score") for n in range(9)))

    assert told.startswith("cs.po:1:1: this catalog is missing or empty: 9 texts without")
    assert 1 == told.count("fix:")
    assert "empty: 1 text without" in missing_catalog(["key/1"], "cs.po").problem


def test_a_key_that_stands_twice_is_told(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("a", "A", "Á"), ("a", "A", "Á"))

    with pytest.raises(SourceFaults, match=r"the key 'a' stands on line \d already"):
        read_catalog(path, CZECH, tmp_path)


def test_an_escape_that_po_files_do_not_have_is_told(tmp_path: Path):
    path = tmp_path / "cs.po"
    path.write_text('msgctxt "a"\nmsgid "A"\nmsgstr "\\q"\n')

    with pytest.raises(SourceFaults, match=r"cs.po:3:1: this is not a line of a .po file"):
        read_catalog(path, CZECH, tmp_path)


def test_a_missing_plural_form_is_told(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("n#one", "{n} x", "{n} x"), ("n#few", "{n} x", "{n} x"),
                   ("n#other", "{n} x", "{n} x"))  # fmt: skip

    assert "no translation for 'n#many'" in faults(path, message("n", "{n} x", counted=True))


def test_a_mistyped_key_is_told_with_a_suggestion(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("nps/labell", "Score", "Skóre"))

    told = faults(path, message("nps/label", "Score"))

    assert told.startswith("cs.po:")
    assert "no source has the key 'nps/labell'" in told
    assert "fix: write 'nps/label'" in told
    assert 1 == told.count("fix:")


def test_a_key_of_no_source_is_told_beside_the_one_that_is_missing(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("zzz", "Other", "Jiné"))

    told = faults(path, message("nps/label", "Score"))

    assert "no source has the key 'zzz'" in told
    assert "fix: run 'cx i18n sync', which sets it aside" in told
    assert "no translation for 'nps/label'" in told


def test_a_mistyped_placeholder_is_told_with_the_right_one(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("echo", "Read as {value}", "Přečteno jako {hodnota}"))

    told = faults(path, message("echo", "Read as {value}"))

    assert "has the placeholder {hodnota}, which the English has not" in told
    assert "fix: write {value}" in told
    assert 1 == told.count("fix:")


def test_a_lost_placeholder_is_told(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("echo", "From {low} to {high}", "Od {low}"))

    told = faults(path, message("echo", "From {low} to {high}"))

    assert "has lost the placeholder {high}" in told
    assert 1 == told.count("fix:")


def test_an_empty_english_text_is_told_in_its_line_with_what_to_write(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("b", "B", "Bé"), ("a", "", "Kopírovat"))

    told = faults(path, message("a", 'Copy "it"'), message("b", "B"))

    assert (
        "cs.po:6:1: the English text of 'a' is missing, found msgid \"\"\n"
        '  fix: write msgid "Copy \\"it\\""'
    ) == told


def test_a_fault_is_told_at_the_part_of_the_entry_it_is_in(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("ecko", "Read as {value}", "Přečteno"), ("b", "B", ""),
                   ("to", "To {value}", "Do"))  # fmt: skip

    told = faults(path, message("echo", "Read as {value}"), message("b", "B"),
                  message("to", "To {value}"))  # fmt: skip

    assert ["cs.po:7:1: no translation for 'b'", "cs.po:11:1: the translation of 'to'",
            "cs.po:1:1: no source has the key 'ecko'"] == re.findall(
                r"cs.po:\S+ no .*?'\w+'|cs.po:\S+ the .*?'\w+'", told)  # fmt: skip


def test_a_brace_without_its_other_half_is_told(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("echo", "Read as {value}", "Přečteno jako {value"))

    told = faults(path, message("echo", "Read as {value}"))

    assert "has a brace without its other half" in told
    assert 1 == told.count("fix:")


def test_a_key_that_all_languages_have_and_no_source_is_told_at_the_source(tmp_path: Path):
    key = "journey/shop/stages/{}/name"
    source = Message(key.format("bye"), "Buy", Place("shop.yml", 4))
    found = []
    for language in (CZECH, SERBIAN):
        path = catalog(tmp_path / f"{language.tag}.po", (key.format("buy"), "Buy", "X"))
        entries = read_catalog(path, language, tmp_path)
        found.append(catalog_faults([source], entries, language, path.name))

    (told,) = told_in_sources(found)
    (told_of_one_language,) = told_in_sources(found[:1])

    assert (
        Place("shop.yml", 4),
        "write 'buy' again, or run 'cx i18n sync' if the new name is meant",
    ) == (told.place, told.fix)
    assert "cs.po" == told_of_one_language.place.file
