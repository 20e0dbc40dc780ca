"""Merging by key: no text is lost, none gets another's translation."""

from pathlib import Path

import pytest

from cxguide.core.catalogs import read_catalog, translations_of
from cxguide.core.languages import Language
from cxguide.core.places import SourceFaults
from cxguide.translations.merging import sync_catalog
from translations.small_catalogs import CZECH, SERBIAN, THAI, catalog, listed, message


def translated(path: Path, language: Language = CZECH) -> dict[str, str]:
    return dict(
        translations_of(read_catalog(path, language, path.parent), language, path.name).by_key
    )


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
