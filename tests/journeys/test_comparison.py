"""Two maps side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lxml import html
from lxml.html import HtmlElement

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.journeys import Journey, render_comparison
from cxguide.journeys.page.comparison import pairs_of

MakeJourney = Callable[..., Journey]


def compared(first: Journey, second: Journey) -> HtmlElement:
    return html.fragment_fromstring(render_comparison(first, second, Texts(ENGLISH)))


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def emotions(figure: HtmlElement) -> list[list[str]]:
    cells = figure.xpath(".//td[@data-row='emotion']")
    return [[words(line) for line in cell.iterfind("p")] for cell in cells]


def test_maps_with_the_same_stages_are_compared_by_their_ids(journey_with: MakeJourney):
    pairs = pairs_of(journey_with([1, -1]), journey_with([2, -2]))

    assert [(1, 2), (-1, -2)] == [pair.emotions for pair in pairs]


def test_stages_with_the_same_id_are_a_pair_wherever_they_stand(journey_with: MakeJourney):
    second = journey_with([2, -2])
    turned = replace(second, stages=second.stages[::-1])

    assert [(1, 2), (-1, -2)] == [pair.emotions for pair in pairs_of(journey_with([1, -1]), turned)]


def test_others_are_compared_by_standard_stage_in_their_order(
    retailer: Journey, journey_with: MakeJourney
):
    pairs = pairs_of(journey_with([1, -1, 0]), retailer)

    assert [
        ("", "awareness"),
        ("", "consideration"),
        ("a", "purchase"),
        ("b", ""),
        ("c", ""),
        ("", "delivery"),
        ("", "return"),
        ("", "advocacy"),
    ] == [
        (pair.first.id if pair.first else "", pair.second.id if pair.second else "")
        for pair in pairs
    ]


def test_a_pair_has_the_name_of_its_stage_or_else_of_its_standard_stage(
    retailer: Journey, journey_with: MakeJourney
):
    def heads(second: Journey) -> list[str]:
        figure = compared(journey_with([1, -1]), second)
        return [words(head) for head in figure.iterfind(".//tbody/tr/th")]

    assert ["1 Stage a", "2 Stage b"] == heads(journey_with([2, -2]))
    assert "3 Purchase" in heads(retailer)


def test_the_difference_is_told_in_words(journey_with: MakeJourney):
    figure = compared(journey_with([1, -1, 0, None]), journey_with([2, -3 + 1, 0, 1]))

    assert [
        ["Small & simple Positive +1", "Small & simple Very positive +2 (1 level higher)"],
        ["Small & simple Negative −1", "Small & simple Very negative −2 (1 level lower)"],
        ["Small & simple Neutral 0", "Small & simple Neutral 0 (the same)"],
        ["Small & simple No data", "Small & simple Positive +1"],
    ] == emotions(figure)


def test_the_summary_names_where_both_are_furthest_apart(journey_with: MakeJourney):
    figure = compared(journey_with([1, 2]), journey_with([0, -1]))

    assert words(figure.find_class("cx-map-summary")[0]) == (
        "The emotions are furthest apart at: Stage b. Small & simple: +2, Small & simple: −1."
    )


def test_two_maps_that_feel_the_same_are_said_to(journey_with: MakeJourney):
    figure = compared(journey_with([1, None]), journey_with([1, 0]))

    assert "it is the same" in words(figure.find_class("cx-map-summary")[0])


def test_each_map_has_its_own_line_and_marks(journey_with: MakeJourney):
    figure = compared(journey_with([1, 2]), journey_with([0, -1]))

    lines = figure.xpath(".//*[contains(@class, 'cx-map-plot')]//path[@data-line]/@data-line")
    marks = figure.xpath(".//*[contains(@class, 'cx-map-plot')]/svg[@data-mark]/@data-mark")

    assert ["today", "second"] * 2 == lines
    assert ["today", "second"] * 2 == marks
