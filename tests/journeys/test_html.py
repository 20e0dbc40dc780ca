"""A map as a reader, a screen reader and a page get it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from cxguide.core.catalogs import Message, Texts, Translations
from cxguide.core.languages import ENGLISH, Language
from cxguide.core.resources import TEMPLATES
from cxguide.journeys import Journey, Surroundings, journey_messages, render_journey
from cxguide.translations.extraction import template_messages

MakeJourney = Callable[..., Journey]
CASES = Path(__file__).parents[1] / "cases" / "journeys"
SAMPLES = {"sr": "проба", "th": "ตัวอย่าง", "cs": "zkouška"}


def texts_in(tag: str, journey: Journey) -> Texts:
    """Texts that say "<sample>: <English>", so that a test sees what is translated."""
    language = Language(tag)
    messages: tuple[Message, ...] = (
        *journey_messages(journey),
        *template_messages(TEMPLATES, TEMPLATES),
    )
    return Texts(
        language,
        Translations(
            language,
            {
                key: f"{SAMPLES[tag]}: {message.english}"
                for message in messages
                for key in message.keys(language)
            },
        ),
    )


def figure(journey: Journey, **options: object) -> HtmlElement:
    return html.fragment_fromstring(render_journey(journey, Texts(ENGLISH), **options))


def in_language(tag: str, journey: Journey) -> str:
    return render_journey(journey, texts_in(tag, journey))


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def cells(map_: HtmlElement, row: str) -> list[HtmlElement]:
    return map_.xpath(f".//td[@data-row='{row}']")


# Structure


def test_the_map_is_as_the_golden_file_shows(retailer: Journey, golden) -> None:
    page = Surroundings(
        calculator_links={"nps": "../../metrics/nps/#nps-calculator"},
        metric_names={"nps": "Net Promoter Score"},
    )

    actual = render_journey(retailer, Texts(ENGLISH), page=page)

    golden(CASES / "retailer.en.html", actual + "\n")


def test_the_same_map_gives_the_same_bytes(retailer: Journey) -> None:
    assert render_journey(retailer, Texts(ENGLISH)) == render_journey(retailer, Texts(ENGLISH))


def test_the_table_has_a_head_for_each_row_and_each_stage(retailer: Journey) -> None:
    map_ = figure(retailer)

    assert len(map_.xpath(".//thead//th[@role='columnheader']")) == 11
    assert len(map_.xpath(".//tbody/tr/th[@role='rowheader']")) == 6
    assert len(map_.xpath(".//tbody/tr/td[@role='cell']")) == 6 * 10


def test_figure_and_table_are_named_by_the_title(retailer: Journey) -> None:
    map_ = figure(retailer)
    title = map_.get_element_by_id("cx-map-retailer-title")

    assert words(title) == "Online shop for outdoor clothing"
    assert map_.get("aria-labelledby") == title.get("id")
    assert map_.find(".//table").get("aria-labelledby") == title.get("id")


def test_the_editor_chooses_and_orders_the_rows(retailer: Journey) -> None:
    map_ = figure(retailer, rows=["pain_points", "actions"])

    assert [words(head) for head in map_.iterfind(".//thead//th")] == [
        "Stage",
        "Pain points",
        "Actions",
    ]
    assert [cell.get("data-row") for cell in map_.iterfind(".//tbody/tr[1]/td")] == [
        "pain_points",
        "actions",
    ]


def test_a_map_without_the_emotion_row_has_no_curve(retailer: Journey) -> None:
    map_ = figure(retailer, rows=["actions"])
    assert map_.xpath(".//*[contains(@class, 'cx-map-curve')] | .//linearGradient") == []


def test_every_stage_can_be_linked(retailer: Journey) -> None:
    assert [head.get("id") for head in figure(retailer).iterfind(".//tbody/tr/th")] == [
        "retailer--awareness",
        "retailer--consideration",
        "retailer--purchase",
        "retailer--delivery",
        "retailer--return",
        "retailer--advocacy",
    ]


def test_two_maps_of_a_page_share_no_id(retailer: Journey) -> None:
    count: Counter[str] = Counter()

    def unique_id(wanted: str) -> str:
        count[wanted] += 1
        return f"{wanted}-{count[wanted]}"

    surroundings = Surroundings(unique_id)
    page = "".join(render_journey(retailer, Texts(ENGLISH), page=surroundings) for _ in range(2))

    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(ids)


# Words


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (-2, "Very negative −2"),
        (-1, "Negative −1"),
        (0, "Neutral 0"),
        (1, "Positive +1"),
        (2, "Very positive +2"),
    ],
)
def test_an_emotion_is_a_word_and_a_signed_number(
    score: int, expected: str, journey_with: MakeJourney
) -> None:
    map_ = figure(journey_with([score, 0]))
    assert words(cells(map_, "emotion")[0].find("p")) == expected


def test_a_stage_without_an_emotion_says_so(journey_with: MakeJourney) -> None:
    map_ = figure(journey_with([1, None, 2]))

    assert words(cells(map_, "emotion")[1].find("p")) == "No data"
    assert "Stage 2, Stage b. Emotion: no data." in words(map_)


def test_today_and_target_are_told_apart_in_words(journey_of: MakeJourney) -> None:
    map_ = figure(journey_of("emotion: -1, target_emotion: 2", "emotion: 0"))

    actual = [words(line) for line in cells(map_, "emotion")[0].iterfind("p")]

    assert actual == ["Today Negative −1 (3 levels below target)", "Target Very positive +2"]


@pytest.mark.parametrize(
    ("score", "target", "expected"),
    [
        (0, 1, "1 level below target"),
        (-2, 2, "4 levels below target"),
        (1, 1, "at target"),
        (2, 0, "2 levels above target"),
    ],
)
def test_the_distance_to_the_target_is_told_in_words(
    score: int, target: int, expected: str, journey_of: MakeJourney
) -> None:
    map_ = figure(journey_of(f"emotion: {score}, target_emotion: {target}", "emotion: 0"))
    assert words(cells(map_, "emotion")[0].find("p")).endswith(f"({expected})")


def test_a_moment_of_truth_is_named(retailer: Journey) -> None:
    heads = [words(head) for head in figure(retailer).iterfind(".//tbody/tr/th")]
    assert [head for head in heads if "Moment of truth" in head] == [
        "3 Purchase Moment of truth",
        "5 Support and return Retention Moment of truth",
    ]


PERSONAS = "personas: {buyer: {name: Buyer}, staff: {name: Staff}}"


def test_several_personas_are_named_in_legend_cells_and_sentences(journey_of: MakeJourney) -> None:
    map_ = figure(
        journey_of("emotion: {buyer: -2, staff: 0}", "emotion: {buyer: 1}", more=PERSONAS)
    )

    legend = [words(entry) for entry in map_.xpath(".//*[@class='cx-map-legend']/span")]
    lines = [[words(line) for line in cell.iterfind("p")] for cell in cells(map_, "emotion")]
    sentences = [words(item) for item in map_.iterfind(".//ol/li")]

    assert legend == ["Buyer", "Staff"]
    assert lines == [
        ["Buyer Very negative −2", "Staff Neutral 0"],
        ["Buyer Positive +1", "Staff No data"],
    ]
    assert sentences == [
        "Stage 1, Stage a. Buyer: Very negative (−2). Staff: Neutral (0).",
        "Stage 2, Stage b. Buyer: Positive (+1).",
    ]


def test_personas_differ_in_shape_and_line_not_in_colour_alone(journey_of: MakeJourney) -> None:
    personas = "personas: {one: {name: One}, two: {name: Two}, three: {name: Three}}"
    map_ = figure(journey_of("emotion: 1", "emotion: 2", more=personas))
    plot = map_.xpath("(.//*[contains(@class, 'cx-map-plot')])[1]")[0]

    assert plot.xpath(".//path/@data-line") == ["today", "second", "third"]
    assert len({html.tostring(mark[0]) for mark in plot.xpath("./svg[@data-mark]")}) == 3


def test_marks_at_one_place_stand_beside_each_other(journey_of: MakeJourney) -> None:
    map_ = figure(journey_of("emotion: 1", "emotion: {buyer: 0, staff: 1}", more=PERSONAS))

    marks = [
        [mark.get("data-shift", "") for mark in plot.xpath("./svg[@data-mark]")]
        for plot in map_.find_class("cx-map-plot")
    ]

    assert marks == [["", "1"], ["", ""]]


def test_a_number_counts_for_all_personas(journey_of: MakeJourney) -> None:
    journey = journey_of("emotion: 1", "", more=PERSONAS)
    assert [stage.emotions for stage in journey.stages] == [(1, 1), (None, None)]


def test_the_summary_says_who_feels_it(journey_of: MakeJourney) -> None:
    map_ = figure(
        journey_of("emotion: {buyer: -2, staff: 0}", "emotion: {buyer: 1, staff: 0}", more=PERSONAS)
    )
    assert "lowest at: Stage a – Buyer (−2)" in words(map_.find_class("cx-map-summary")[0])


def test_a_blueprint_names_its_lines_above_their_rows(journey_of: MakeJourney) -> None:
    map_ = figure(
        journey_of(
            "physical_evidence: [Receipt], frontstage: [Greets], backstage: [Packs]",
            "support: [Stock]",
        )
    )

    assert [words(head) for head in map_.iterfind(".//thead//th")] == [
        "Stage",
        "Physical evidence",
        "Line of interaction Frontstage",
        "Line of visibility Backstage",
        "Line of internal interaction Support processes",
    ]


def test_what_a_stage_rests_on_is_told_in_words(journey_of: MakeJourney) -> None:
    map_ = figure(
        journey_of(
            "evidence: {confidence: researched, source: 8 interviews}",
            "evidence: {confidence: assumed}",
        )
    )
    assert [words(cell) for cell in cells(map_, "evidence")] == [
        "Researched: 8 interviews",
        "Assumed",
    ]


def test_the_day_of_the_last_review_is_a_day_for_programs_too(retailer: Journey) -> None:
    day = figure(retailer).find(".//time")
    assert (day.get("datetime"), words(day)) == ("2026-09-14", "September 14, 2026")


def test_an_opportunity_names_who_would_do_it(journey_of: MakeJourney) -> None:
    map_ = figure(journey_of("opportunities: [{text: Call back, owner: IT}, {text: Map}]", ""))
    assert [words(item) for item in cells(map_, "opportunities")[0].iter("li")] == [
        "Call back (IT)",
        "Map",
    ]


def test_what_has_an_id_in_the_file_can_be_linked(journey_of: MakeJourney) -> None:
    map_ = figure(
        journey_of(
            "pain_points: [{id: slow, text: Slow, severity: 1}, {text: Dear, severity: 1}]",
            "opportunities: [{id: light, text: Light}]",
        )
    )
    assert map_.xpath(".//li/@id") == ["small--a--slow", "small--b--light"]


def test_touchpoints_of_several_stages_are_counted_below(journey_of: MakeJourney) -> None:
    once, twice = "touchpoints: [cart]", ""
    assert not figure(journey_of(once, twice)).find_class("cx-map-channels")
    assert words(figure(journey_of(once, once)).find_class("cx-map-channels")[0]) == (
        "Touchpoints in several stages: Cart (2)."
    )


def test_texts_of_a_draft_are_marked_as_english(journey_of: MakeJourney) -> None:
    journey = journey_of("goal: A jacket", "", more="draft: true")
    texts = texts_in("cs", journey_of("", ""))
    drafts = Texts(texts.language, texts.translations, english_for=("journey/small/",))

    cell = cells(html.fragment_fromstring(render_journey(journey, drafts)), "goal")[0]

    assert [(span.get("lang"), span.text) for span in cell.iter("span")] == [("en", "A jacket")]


def test_severity_is_a_word(journey_of: MakeJourney) -> None:
    map_ = figure(journey_of("pain_points: [{text: No news, severity: 3}]", ""))
    assert words(cells(map_, "pain_points")[0].find(".//li")) == "No news (severe)"


def test_an_empty_cell_is_empty(journey_of: MakeJourney) -> None:
    map_ = figure(journey_of("goal: A jacket", ""))
    assert [words(cell) for cell in cells(map_, "goal")] == ["A jacket", ""]


def test_a_row_that_no_stage_fills_is_left_out_unless_the_editor_asks_for_it(
    journey_of: MakeJourney,
) -> None:
    heads = [
        [words(head) for head in figure(journey_of("goal: A jacket", "", more=more)).iter("th")][:3]
        for more in ("", "rows: [goal, thought]")
    ]
    assert heads == [
        ["Stage", "Customer goal", "1 Stage a Purchase"],
        ["Stage", "Customer goal", "Thought"],
    ]


def test_the_summary_is_made_from_the_content(retailer: Journey) -> None:
    expected = (
        "The journey has 6 stages. "
        "The mood is lowest at: Support and return (−2), "
        "and highest at: Delivery and use (+2). "
        "The widest gap between today and target: Support and return (from −2 to +1). "
        "The map lists 8 pain points. 2 stages are moments of truth. "
        "The organization and all numbers are invented."
    )
    assert words(figure(retailer).find_class("cx-map-summary")[0]) == expected


def test_a_shared_lowest_mood_names_all_its_stages(journey_with: MakeJourney) -> None:
    map_ = figure(journey_with([-1, 1, -1]))
    assert "lowest at: Stage a and Stage c (−1)" in words(map_)


def test_a_flat_journey_has_neither_lowest_nor_highest(journey_with: MakeJourney) -> None:
    assert "lowest" not in words(figure(journey_with([1, 1, None])))


def test_the_editors_summary_replaces_the_made_one(journey_of: MakeJourney) -> None:
    map_ = figure(journey_of("emotion: 1", "emotion: 0", more="summary: Mina is content."))
    assert words(map_.find_class("cx-map-summary")[0]) == "Mina is content."


def test_each_stage_is_told_in_a_sentence(retailer: Journey) -> None:
    sentences = [words(item) for item in figure(retailer).iterfind(".//ol/li")]
    assert sentences[2] == (
        "Stage 3, Purchase. Emotion: Negative (−1). "
        "Worst pain point: Delivery cost appears at the last step."
    )


def test_drawings_are_hidden_from_screen_readers(retailer: Journey) -> None:
    seen = figure(retailer).xpath(".//svg[not(ancestor-or-self::*[@aria-hidden='true'])]")
    assert seen == []


# Metrics


def test_a_metric_with_a_calculator_links_to_it_filled_in(retailer: Journey) -> None:
    page = Surroundings(
        calculator_links={"nps": "../nps/#nps-calculator", "ces": "../ces/"},
        metric_names={"nps": "Net Promoter Score"},
    )
    map_ = figure(retailer, page=page)

    actual = {words(link): link.get("href") for link in map_.iterfind(".//td//a")}

    assert actual == {
        "Calculate: Net Promoter Score": (
            "../nps/?promoters=110&passives=54&detractors=36#nps-calculator"
        ),
        "Calculate it": "../ces/?counts=4,6,8,12,30,50,40",
    }


def test_a_metric_without_a_calculator_is_told_in_words(retailer: Journey) -> None:
    map_ = figure(retailer)
    assert map_.xpath(".//td//a") == []
    assert words(cells(map_, "metric")[0].find("p")) == "Bounce rate: 860 of 2,000"


# Languages


@pytest.mark.parametrize("tag", SAMPLES)
def test_no_english_is_left_in_a_translated_map(retailer: Journey, tag: str) -> None:
    page = in_language(tag, retailer).replace("<cx-h></cx-h>", "")
    page = re.sub("<cx-w>(.*?)</cx-w>", r"\1", page)
    map_ = html.fragment_fromstring(page)

    untranslated = [
        text
        for text in map_.xpath(".//td//text() | .//th//text() | .//figcaption//text()")
        if re.search("[A-Za-z]{3}", text) and SAMPLES[tag] not in text
    ]

    assert map_.get("lang") == tag
    assert untranslated == []


def test_texts_cannot_become_markup(journey_of: MakeJourney) -> None:
    map_ = figure(journey_of("goal: '<script>alert(1)</script>'", ""))
    assert map_.xpath(".//script") == []
    assert "<script>" in words(cells(map_, "goal")[0])


# Budgets


def test_a_map_has_no_inline_style_and_no_script(retailer: Journey) -> None:
    """The pages' Content-Security-Policy forbids both."""
    page = render_journey(retailer, Texts(ENGLISH))
    assert re.findall(r"\sstyle=|<style|<script|\son\w+=", page) == []
