"""Files of pictures: what is read, and what is a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxguide.core.places import SourceError, SourceFaults
from cxguide.illustrations import picture_messages, picture_schema, read_pictures
from picture_texts import written

CHAIN = """\
id: small
kind: chain
title: A chain
links:
  - {id: one, name: One, text: The first, arrow: leads to}
  - {id: two, name: Two, text: The second, example: As here}
"""
STEPS = """\
id: small
kind: steps
title: Steps
steps:
  - {id: a, name: A, text: First}
  - {id: b, name: B, text: Then}
  - {id: c, name: C, text: At last}
back: Again
"""
NESTED = """\
id: small
kind: nested
title: Frames
outer: {name: Whole, text: All of it, examples: [One, Two]}
inner: {name: Part, text: Some of it, examples: [Three]}
"""
SHEET = """\
id: small
kind: sheet
title: "Sheet: Mina"
caption: Invented
name: Mina
about: A customer
quotation: Really?
fields:
  - {id: goals, label: Goals, text: The right size}
  - {id: problems, label: Problems, text: The wrong size}
"""


def faults(text: str) -> list[str]:
    with pytest.raises((SourceError, SourceFaults)) as caught:
        written(text)
    return str(caught.value).splitlines()


KEYS = {
    CHAIN: "title links/one/name links/one/text links/one/arrow "
    "links/two/name links/two/text links/two/example",
    STEPS: "title steps/a/name steps/a/text steps/b/name steps/b/text "
    "steps/c/name steps/c/text back",
    NESTED: "title outer/name outer/text outer/examples/1 outer/examples/2 "
    "inner/name inner/text inner/examples/1",
    SHEET: "title caption name about quotation "
    "fields/goals/label fields/goals/text fields/problems/label fields/problems/text",
}


@pytest.mark.parametrize("text", KEYS, ids=["chain", "steps", "nested", "sheet"])
def test_every_text_of_a_kind_has_a_key_for_translators(text: str):
    actual = [message.key for message in picture_messages(written(text))]

    assert [f"picture/small/{key}" for key in KEYS[text].split()] == actual


def test_a_text_tells_translators_where_it_stands_and_how_long_it_may_be():
    name = picture_messages(written(CHAIN))[1]

    assert ("small.yml:5:21", "Name in a picture, at most 30 characters") == (
        str(name.place),
        name.note,
    )


def test_an_unknown_key_is_told_with_a_suggestion():
    assert [
        "small.yml:5:15: unknown key 'nmae'",
        "  known keys here: id, name, text, example, arrow",
        "  fix: write 'name'",
    ] == faults(CHAIN.replace("name: One", "nmae: One"))


def test_an_unknown_kind_is_told_with_a_suggestion():
    assert [
        "small.yml:2:7: there is no kind of picture 'chian'",
        "  known: chain, steps, nested, sheet",
        "  fix: write 'chain'",
    ] == faults(CHAIN.replace("kind: chain", "kind: chian"))


def test_a_picture_without_a_kind_is_told_which_there_are():
    assert [
        "small.yml:1:1: the picture does not say what kind it is",
        "  fix: write 'kind: chain', or another kind: steps, nested, sheet",
    ] == faults(CHAIN.replace("kind: chain\n", ""))


def test_a_kind_that_is_no_word_is_a_fault():
    assert (
        "small.yml:2:7: there is no kind of picture ('chain',)"
        == faults(CHAIN.replace("kind: chain", "kind: [chain]"))[0]
    )


def test_no_arrow_begins_at_the_last_link():
    assert [
        "small.yml:6:62: no arrow begins at the last link",
        "  fix: remove it, or write it at the link before",
    ] == faults(CHAIN.replace("As here", "As here, arrow: leads on"))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (CHAIN.replace("id: two", "id: one"), "small.yml:6:10: 'one' stands twice in links"),
        (STEPS.replace("id: c", "id: a"), "small.yml:7:10: 'a' stands twice in steps"),
        (
            SHEET.replace("id: problems", "id: goals"),
            "small.yml:10:10: 'goals' stands twice in fields",
        ),
    ],
    ids=["links", "steps", "fields"],
)
def test_each_item_has_an_id_of_its_own(text: str, fault: str):
    assert fault == faults(text)[0]


@pytest.mark.parametrize("count", [1, 6])
def test_a_chain_has_two_to_five_links(count: int):
    links = "".join(f"  - {{id: l{n}, name: N, text: T}}\n" for n in range(count))

    assert faults(f"id: small\nkind: chain\ntitle: T\nlinks:\n{links}")[0].startswith(
        "small.yml:5:3: links: a list has too "
    )


def test_a_file_is_named_by_the_id_of_its_picture():
    assert [
        "small.yml:1:5: the id is 'other', but the file is named 'small'",
        "  fix: name the file other.yml, or write 'id: small'",
    ] == faults(CHAIN.replace("id: small", "id: other"))


def test_faults_of_all_files_are_told_together(tmp_path: Path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.yml").write_text(f"id: {name}\nkind: nothing\n", "utf-8")
    (tmp_path / "three.yaml").write_text("id: three\n", "utf-8")

    with pytest.raises(SourceFaults) as caught:
        read_pictures(tmp_path, tmp_path)

    assert ["one.yml", "three.yaml", "two.yml"] == [one.place.file for one in caught.value.faults]


def test_the_schema_for_editors_knows_every_kind():
    assert {"chain", "steps", "nested", "sheet"} == set(
        picture_schema()["discriminator"]["mapping"]
    )
