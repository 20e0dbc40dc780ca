"""A map as a reader, a screen reader and a page get it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from cxguide.core.catalogs import Message, Texts, Translations
from cxguide.core.languages import ENGLISH, Language
from cxguide.core.resources import TEMPLATES
from cxguide.journeys import Journey, Surroundings, journey_messages, render_journey
from cxguide.translations.extraction import template_messages
from journeys.figures import MakeJourney, cells, figure, words

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


def in_language(tag: str, journey: Journey) -> str:
    return render_journey(journey, texts_in(tag, journey))


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


def test_what_has_an_id_in_the_file_can_be_linked(journey_of: MakeJourney) -> None:
    map_ = figure(
        journey_of(
            "pain_points: [{id: slow, text: Slow, severity: 1}, {text: Dear, severity: 1}]",
            "opportunities: [{id: light, text: Light}]",
        )
    )
    assert map_.xpath(".//li/@id") == ["small--a--slow", "small--b--light"]


# Words


def test_texts_of_a_draft_are_marked_as_english(journey_of: MakeJourney) -> None:
    journey = journey_of("goal: A jacket", "", more="draft: true")
    texts = texts_in("cs", journey_of("", ""))
    drafts = Texts(texts.language, texts.translations, english_for=("journey/small/",))

    cell = cells(html.fragment_fromstring(render_journey(journey, drafts)), "goal")[0]

    assert [(span.get("lang"), span.text) for span in cell.iter("span")] == [("en", "A jacket")]


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
