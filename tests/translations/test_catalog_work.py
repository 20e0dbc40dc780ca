"""Extraction, merging by key, completeness: no text is lost, none gets another's translation."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from cxguide.core.catalog_lines import lines_by_key
from cxguide.core.catalogs import Message, read_catalog, translations_of
from cxguide.core.languages import Language
from cxguide.core.places import Place, SourceFaults
from cxguide.translations.completeness import catalog_faults, told_in_sources
from cxguide.translations.extraction import template_messages
from cxguide.translations.merging import sync_catalog

CZECH, SERBIAN, THAI = Language("cs"), Language("sr"), Language("th")
HERE = Place("nps.yml")


def message(key: str, english: str, *, note: str = "", counted: bool = False) -> Message:
    return Message(key, english, HERE, note, counted)


def catalog(path: Path, *entries: tuple[str, str, str]) -> Path:
    path.write_text(
        "\n".join(f'msgctxt "{k}"\nmsgid "{e}"\nmsgstr "{t}"\n' for k, e, t in entries), "utf-8"
    )
    return path


def translated(path: Path, language: Language = CZECH) -> dict[str, str]:
    return dict(
        translations_of(read_catalog(path, language, path.parent), language, path.name).by_key
    )


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


@pytest.mark.parametrize(
    ("language", "categories"),
    [(SERBIAN, "one few other"), (CZECH, "one few many other"), (THAI, "other")],
    ids=lambda value: getattr(value, "tag", value),
)
def test_a_counted_text_has_one_entry_per_plural_category(tmp_path, language, categories):
    path = tmp_path / "x.po"

    sync_catalog([message("n", "{n} stages", counted=True)], path, language, tmp_path)

    keys = [entry.context for entry in read_catalog(path, language, tmp_path) if entry.id]
    assert sorted(f"n#{category}" for category in categories.split()) == sorted(keys)


def test_reworded_labels_keep_their_own_translation(tmp_path: Path):
    """Babel #1330: two contexts with one text swapped their translations."""
    path = catalog(
        tmp_path / "cs.po",
        ("nps/label", "Score", "Skóre NPS"),
        ("csat/label", "Score", "Skóre CSAT"),
    )

    sync_catalog(
        [message("nps/label", "NPS score"), message("csat/label", "CSAT score")],
        path, CZECH, tmp_path,
    )  # fmt: skip

    assert {"nps/label": "Skóre NPS", "csat/label": "Skóre CSAT"} == translated(path)
    assert ["Score", "Score"] == [
        entry.previous_id[0] for entry in read_catalog(path, CZECH, tmp_path) if entry.fuzzy
    ]


def test_a_text_stays_marked_and_remembers_its_first_english_on_every_run(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("a", r"Old \"quoted\"", "Starý"))
    sync_catalog([message("a", "New")], path, CZECH, tmp_path)
    before = path.read_bytes()

    sync_catalog([message("a", "New")], path, CZECH, tmp_path)

    assert before == path.read_bytes()


def listed(*english: str) -> list[Message]:
    return [
        Message(f"shop/actions/{n}", one, Place("shop.yml", 5 + n)) for n, one in enumerate(english)
    ]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (["Phones", "Pays"], {0: "Telefonuje", 1: "Platí"}),
        (["Looks", "Pays"], {0: "Hledá", 1: "Platí"}),
        (["New thing", "Looks", "Phones", "Pays"], {1: "Hledá", 2: "Telefonuje", 3: "Platí"}),
        (["Looks", "Pays", "Phones"], {0: "Hledá", 1: "Platí", 2: "Telefonuje"}),
        (["Pays", "Phones often"], {0: "Platí", 1: "Telefonuje"}),
        (["Zzz", "Looks", "Phones now", "Pays"], {1: "Hledá", 2: "Telefonuje", 3: "Platí"}),
    ],
    ids=["first out", "middle out", "new first", "swapped", "moved and reworded", "new, reworded"],
)
def test_translations_move_with_their_items(tmp_path: Path, now: list[str], expected):
    path = tmp_path / "cs.po"
    catalog(
        path,
        ("shop/actions/0", "Looks", "Hledá"),
        ("shop/actions/1", "Phones", "Telefonuje"),
        ("shop/actions/2", "Pays", "Platí"),
    )

    sync_catalog(listed(*now), path, CZECH, tmp_path)

    assert {f"shop/actions/{n}": text for n, text in expected.items()} == translated(path)
    before = path.read_bytes()
    sync_catalog(listed(*now), path, CZECH, tmp_path)
    assert before == path.read_bytes()


def test_the_translation_of_an_item_taken_out_comes_back_with_its_english(tmp_path: Path):
    path = catalog(
        tmp_path / "cs.po",
        ("shop/actions/0", "Looks", "Hledá"),
        ("shop/actions/1", "Pays", "Platí"),
    )
    for now in (["Pays"], ["Pays"], ["Pays", "Looks"]):
        sync_catalog(listed(*now), path, CZECH, tmp_path)

    assert {"shop/actions/0": "Platí", "shop/actions/1": "Hledá"} == translated(path)
    assert "#~" not in path.read_text("utf-8")


def test_texts_of_other_keys_do_not_move(tmp_path: Path):
    path = catalog(
        tmp_path / "cs.po", ("shop/actions/0", "Looks", "Hledá"), ("shop/pains/0", "Pays", "Platí")
    )

    sync_catalog([message("shop/actions/0", "Pays"), message("shop/pains/0", "Looks")],
                 path, CZECH, tmp_path)  # fmt: skip

    assert {"shop/actions/0": "Hledá", "shop/pains/0": "Platí"} == translated(path)


def test_translations_of_another_english_are_counted(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("a", "Old", "Starý"), ("b", "B", "Bé"))

    done = sync_catalog([message("a", "New"), message("b", "B"), message("c", "C")], path, CZECH,
                        tmp_path)  # fmt: skip

    assert (True, 1, 1) == done


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


def test_a_new_text_is_empty_however_much_it_resembles_an_old_one(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("satisfied", "Satisfied answers", "Spokojené odpovědi"))

    sync_catalog(
        [message("satisfied", "Satisfied answers"), message("new", "Dissatisfied answers")],
        path, CZECH, tmp_path,
    )  # fmt: skip

    assert {"satisfied": "Spokojené odpovědi"} == translated(path)


def test_the_translation_of_a_key_that_is_gone_is_set_aside(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("old", "Old", "Starý"), ("kept", "Kept", "Nový"))

    sync_catalog([message("kept", "Kept")], path, CZECH, tmp_path)

    assert '#~ msgstr "Starý"' in path.read_text("utf-8")
    assert {"kept": "Nový"} == translated(path)


def test_a_translation_set_aside_comes_back_with_its_key(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("a", "A", "Á"), ("b", "B", "Bé"))
    for keys in (["b"], ["b"], ["a", "b"]):
        sync_catalog([message(key, key.upper()) for key in keys], path, CZECH, tmp_path)

    assert {"a": "Á", "b": "Bé"} == translated(path)


def test_bringing_up_to_date_twice_changes_nothing(tmp_path: Path):
    messages = [message("b", "B"), message("a", 'Line with "quotes" and {n}', note="hint")]
    path = tmp_path / "cs.po"
    sync_catalog(messages, path, CZECH, tmp_path)
    before = path.read_bytes()

    done = sync_catalog(reversed(messages), path, CZECH, tmp_path)

    assert (False, 2, 0) == done
    assert before == path.read_bytes()


def test_catalogs_carry_no_dates_and_no_line_numbers(tmp_path: Path):
    path = tmp_path / "cs.po"

    sync_catalog([message("a", "A")], path, CZECH, tmp_path)

    text = path.read_text("utf-8")
    assert "Date" not in text
    assert "#: nps.yml\n" in text


def test_a_broken_catalog_is_left_as_it_is(tmp_path: Path):
    path = tmp_path / "cs.po"
    path.write_text('msgctxt "a"\nmsgid "A"\nmsgstr "Á\n', "utf-8")

    with pytest.raises(SourceFaults):
        sync_catalog([message("a", "A")], path, CZECH, tmp_path)

    assert path.read_text("utf-8").endswith('"Á\n')


def faults(path: Path, *messages: Message) -> str:
    entries = read_catalog(path, CZECH, path.parent) if path.exists() else Catalog()
    lines = lines_by_key(path.read_text("utf-8")) if path.exists() else {}
    return "\n".join(map(str, catalog_faults(messages, entries, CZECH, path.name, lines=lines)))


def test_a_missing_text_is_told_with_file_and_key(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("a", "A", "Á"))

    told = faults(path, message("a", "A"), message("nps/label", "Score"))

    assert "cs.po:1:1: no translation for 'nps/label' (English: 'Score')" in told


def test_a_blank_text_is_a_missing_one(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("nps/label", "Score", "  "))

    assert "no translation for 'nps/label'" in faults(path, message("nps/label", "Score"))


def test_a_catalog_without_any_text_is_told_once(tmp_path: Path):
    told = faults(tmp_path / "cs.po", *(message(f"key/{n}", "Score") for n in range(9)))

    assert told.startswith("cs.po:1:1: this catalog is missing or empty: 9 texts have no")
    assert 1 == told.count("fix:")


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


def test_bringing_up_to_date_keeps_the_translation_of_an_empty_english_text(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("a", "", "Kopírovat"), ("b", "", "Zkopírováno"))

    sync_catalog([message("a", "Copy"), message("b", "Copied")], path, CZECH, tmp_path)

    assert {"a": "Kopírovat", "b": "Zkopírováno"} == translated(path)
    assert ["Copy", "Copied"] == [
        one.id for one in read_catalog(path, CZECH, tmp_path) if one.fuzzy
    ]
    assert "empty" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('msgctxt "a"\nmsgstr "Á"\n', "cs.po:1:1: the text 'a' has no msgid"),
        ('msgctxt "a"\nmsgid "A"\n', "cs.po:1:1: the text 'a' has no msgstr"),
    ],
)
def test_a_text_that_lacks_a_part_is_refused_and_no_other_takes_its_translation(
    tmp_path: Path, entry: str, fault: str
):
    path = tmp_path / "cs.po"
    path.write_text(f'{entry}\nmsgctxt "b"\nmsgid "B"\nmsgstr "Bé"\n', "utf-8")

    with pytest.raises(SourceFaults) as told:
        sync_catalog([message("a", "A"), message("b", "B")], path, CZECH, tmp_path)

    assert str(told.value).startswith(f"{fault}\n  fix: write ")


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
