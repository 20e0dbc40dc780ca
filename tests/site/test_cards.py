"""The picture of a page that others show beside a link to it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from lxml import html

from cxguide.core.languages import Language
from cxguide.site.cards import LINE, POINTS, Card, card_cells, card_png, letters_without_font
from cxguide.site.open_graph import CARD_PX

CARDS = {
    "en": Card("Net Promoter Score (NPS)", "Metrics", "CX Guide", "cx.example", Language("en")),
    "th": Card(
        "ทำไมจึงสำคัญ และอะไรยังไม่มีข้อพิสูจน์", "พื้นฐาน", "คู่มือ CX", "cx.example", Language("th")
    ),
    "cs": Card(
        "Mapa zákaznické cesty: software na plánování směn a nepřetržitý provoz",
        "Vzorové mapy", "Příručka CX", "cx.example", Language("cs"),
    ),
    "sr": Card("Оцена", "", "Водич кроз CX", "", Language("sr")),
    "sr-Latn": Card("Ocena", "", "Vodič kroz CX", "", Language("sr-Latn")),
}  # fmt: skip
LONG = {
    "en": "Antidisestablishmentarianism and internationalization " * 6,
    "th": "ความพึงพอใจของลูกค้าที่ใช้บริการซ้ำ" * 12,
}


def test_the_ornament_is_that_of_the_home_page(root: Path):
    page = html.fromstring((root / "plugins/theme/guide/partials/curve.html").read_text("utf-8"))
    points = [
        (float(one.get("cx")), float(one.get("cy")), one.get("class").partition("__")[2])
        for one in page.iter("circle")
    ]

    assert [LINE] == page.xpath("//*[@class='cx-ornament__line']/@d")
    assert [*POINTS] == points


def lines(card: Card) -> list[str]:
    """Of the title: what is set in the largest letters."""
    words = [one for cell in card_cells(card) for one in cell.words]
    largest = max(one.size for one in words)
    return [one.text for one in words if one.size == largest]


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_card_says_title_section_site_and_host(card: Card) -> None:
    said = [one.text for cell in card_cells(card) for one in cell.words]

    others = [text for text in (card.site_name, card.above, card.host) if text]
    assert others == [text for text in said if text in others]
    assert card.title.replace(" ", "") == "".join(lines(card)).replace(" ", "")


@pytest.mark.parametrize("tag", CARDS)
@pytest.mark.parametrize("title", ["", *LONG.values()], ids=["own", *LONG])
def test_nothing_on_a_card_overlaps_or_stands_outside(tag: str, title: str) -> None:
    card = replace(CARDS[tag], title=title) if title else CARDS[tag]

    cells = card_cells(card)

    assert [] == [
        words.text for cell in cells for words in cell.words if not cell.area.holds(words.area)
    ]
    assert [] == [(a, b) for a, b in combinations(cells, 2) if a.area.overlaps(b.area)]
    assert all(0 <= cell.area.x and cell.area.right <= CARD_PX[0] for cell in cells)
    assert all(0 <= cell.area.y and cell.area.bottom <= CARD_PX[1] for cell in cells)


def test_thai_lines_end_between_words() -> None:
    assert ["ทำไมจึงสำคัญ และอะไรยังไม่มี", "ข้อพิสูจน์"] == lines(CARDS["th"])


def test_a_long_word_is_not_divided_where_smaller_letters_keep_it_whole() -> None:
    card = replace(CARDS["cs"], title="Nejneobhospodařovávatelnější zákazník")

    assert ["Nejneobhospodařovávatelnější", "zákazník"] == lines(card)


def test_letters_that_no_font_has_are_told() -> None:
    assert [(), ("漢", "字")] == [
        letters_without_font(card) for card in (CARDS["th"], replace(CARDS["en"], title="漢字 a"))
    ]


def test_a_picture_has_the_size_that_is_announced_and_the_same_bytes_each_time() -> None:
    one, again = (card_png(CARDS["th"]) for _ in range(2))

    assert one == again
    assert b"\x89PNG" == one[:4]
    assert CARD_PX == tuple(int.from_bytes(one[at : at + 4], "big") for at in (16, 20))
