"""Pictures laid out: nothing is cut, nothing stands on anything else, in any language."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH, Language
from cxguide.drawing.parts import Area, Words
from cxguide.drawing.typeface import width_of
from cxguide.illustrations import picture_messages
from cxguide.illustrations.layout import lay_out
from cxguide.illustrations.pen import NARROW, WIDE, Format
from cxguide.illustrations.scene import Paragraph, Part, Scene
from cxguide.site.latin import to_latin
from map_texts import texts_in
from picture_texts import DRAWN, FORMATS, IDS, PICTURES, picture_of, scene_of, written

LATIN = Language("sr-Latn")
QUOTED = re.compile("^[“„](.*)[”“]$")
"""As quotations are shown, but not written."""


def overlapping(words: tuple[Words, ...]) -> list[tuple[str, str]]:
    return [
        (one.text, other.text)
        for one, other in combinations(words, 2)
        if one.area.overlaps(other.area)
    ]


def outside(scene: Scene) -> list[str]:
    return [
        words.text
        for part in scene.parts
        for text in part.texts
        for words in text.lines
        if not (part.area.holds(words.area) and scene.area.holds(part.area))
    ]


def told(text: str) -> str:
    return "".join(text.split()).replace("-", "")


@pytest.mark.parametrize(("name", "tag", "form"), DRAWN, ids=IDS)
def test_no_words_stand_on_others_or_leave_their_part(name: str, tag: str, form: Format):
    scene = scene_of(name, tag, form)

    assert [] == overlapping(scene.words)
    assert [] == outside(scene)


@pytest.mark.parametrize(("name", "tag", "form"), DRAWN, ids=IDS)
def test_no_two_parts_share_room(name: str, tag: str, form: Format):
    areas = [part.area for part in scene_of(name, tag, form).parts]

    assert [] == [pair for pair in combinations(areas, 2) if pair[0].overlaps(pair[1])]


@pytest.mark.parametrize(("name", "tag", "form"), DRAWN, ids=IDS)
def test_every_text_is_in_the_drawing_once_in_the_order_of_the_file(
    name: str, tag: str, form: Format
):
    picture, texts = picture_of(name), texts_in(tag)
    not_drawn = {picture.title.key, getattr(picture.caption, "key", "")}
    expected = [
        told(texts(message.key, message.english))
        for message in picture_messages(picture)
        if message.key not in not_drawn
    ]

    drawn = [
        told("".join(line.text for line in text.lines))
        for part in scene_of(name, tag, form).parts
        for text in part.texts
    ]

    assert expected == [
        QUOTED.sub(r"\1", text) if QUOTED.sub(r"\1", text) in expected else text
        for text in drawn
        if not text.isdigit()
    ]


@pytest.mark.parametrize(("name", "tag", "form"), DRAWN, ids=IDS)
def test_no_text_is_smaller_than_14_px_where_its_format_is_shown(name: str, tag: str, form: Format):
    least_room_px = {WIDE: 640, NARROW: 288}[form]

    smallest = min(words.size for words in scene_of(name, tag, form).words)

    assert smallest * least_room_px / form.width >= 14


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("name", PICTURES)
def test_serbian_has_room_for_its_latin_letters(name: str, form: Format):
    """The Latin page is made from the Cyrillic one after it has been laid out."""
    scene = scene_of(name, "sr", form)

    latin = replace(
        scene,
        head=scene.head and in_latin(scene.head),
        items=tuple(map(in_latin, scene.items)),
        foot=scene.foot and in_latin(scene.foot),
    )

    assert [] == overlapping(latin.words)
    assert [] == outside(latin)


def in_latin(part: Part) -> Part:
    return replace(part, texts=tuple(map(latin_text, part.texts)))


def latin_text(text: Paragraph) -> Paragraph:
    lines = (latin_line(line, is_centred=text.is_centred) for line in text.lines)
    return replace(text, lines=tuple(lines))


def latin_line(words: Words, *, is_centred: bool) -> Words:
    text = to_latin(words.text)
    width = words.size * width_of(text, words.weight, LATIN)
    x = words.area.x - (width - words.area.width) / 2 * is_centred
    return replace(words, text=text, area=Area(x, words.area.y, width, words.area.height))


def test_lines_of_a_text_are_of_like_length():
    scene = scene_of("stages", "en", WIDE)

    question = scene.items[1].texts[2]

    assert ["Is this the", "right one for me?"] != [line.text for line in question.lines]
    widths = [line.area.width for line in question.lines]
    assert max(widths) < 1.6 * min(widths)


def test_no_word_is_divided_to_make_lines_of_like_length():
    thai = scene_of("chain", "th", WIDE)

    names = [[line.text for line in part.texts[1].lines] for part in thai.items]

    assert [["ประสบการณ์"], ["ความคิดเห็น", "ของลูกค้า"], ["ความภักดี", "ของลูกค้า"]] == names


def test_more_than_three_links_stand_one_under_the_other():
    links = "".join(f"  - {{id: l{n}, name: Link, text: Text, arrow: to}}\n" for n in range(3))
    text = f"id: small\nkind: chain\ntitle: T\nlinks:\n{links}  - {{id: z, name: Z, text: End}}\n"

    scene = lay_out(written(text), Texts(ENGLISH), WIDE)

    assert 1 == len({part.area.x for part in scene.items})
    assert [] == overlapping(scene.words) + outside(scene)


KINDS = {
    "chain": "links:\n  - {{id: a, name: {0}, text: {1}, example: {2}, arrow: {3}}}\n"
    "  - {{id: b, name: {1}, text: {2}}}\n  - {{id: c, name: {2}, text: {0}}}\n",
    "steps": "steps:\n  - {{id: a, name: {0}, text: {1}}}\n  - {{id: b, name: {2}, text: {3}}}\n"
    "  - {{id: c, name: {1}, text: {0}}}\nback: {3}\n",
    "nested": "outer: {{name: {0}, text: {1}, examples: [{2}, {3}, {0}]}}\n"
    "inner: {{name: {3}, text: {2}, examples: [{1}, {0}]}}\n",
    "sheet": "name: {0}\nabout: {1}\nquotation: {2}\nfields:\n"
    "  - {{id: a, label: {3}, text: {0}}}\n  - {{id: b, label: {2}, text: {1}}}\n"
    "  - {{id: c, label: {1}, text: {3}}}\n",
}
WORDS = [
    "Mina",
    "a",
    "Nejnepravděpodobnější",
    "konkurenceschopnost",
    "ใบแจ้งหนี้",
    "љубав",
    "и",
    "5 %",
]


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), min_size=4, max_size=4),
    st.sampled_from(sorted(KINDS)),
    st.sampled_from(FORMATS),
)
def test_nothing_overlaps_whatever_editors_write(texts: list[list[str]], kind: str, form: Format):
    content = KINDS[kind].format(*(f'"{" ".join(words)}"' for words in texts))

    scene = lay_out(written(f"id: small\nkind: {kind}\ntitle: T\n{content}"), Texts(ENGLISH), form)

    assert [] == overlapping(scene.words) + outside(scene)
