"""The parts of a map in words: emotions, targets, personas, blueprint, evidence, metrics."""

from __future__ import annotations

import pytest
from lxml import html

from cxguide.journeys import Journey, Surroundings
from journeys.figures import MakeJourney, cells, figure, words

# Emotions and targets


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


# Personas


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


# Blueprint, evidence, opportunities, touchpoints


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
    assert (day.get("datetime"), words(day)) == ("2026-09-14", "14 September 2026")


def test_an_opportunity_names_who_would_do_it(journey_of: MakeJourney) -> None:
    map_ = figure(journey_of("opportunities: [{text: Call back, owner: IT}, {text: Map}]", ""))
    assert [words(item) for item in cells(map_, "opportunities")[0].iter("li")] == [
        "Call back (IT)",
        "Map",
    ]


def test_touchpoints_of_several_stages_are_counted_below(journey_of: MakeJourney) -> None:
    once, twice = "touchpoints: [cart]", ""
    assert not figure(journey_of(once, twice)).find_class("cx-map-channels")
    assert words(figure(journey_of(once, once)).find_class("cx-map-channels")[0]) == (
        "Touchpoints in several stages: Cart (2)."
    )


def test_the_most_frequent_touchpoint_stands_first(journey_of: MakeJourney) -> None:
    map_ = figure(journey_of(*["touchpoints: [cart, shop]"] * 2, "touchpoints: [shop]"))
    assert words(map_.find_class("cx-map-channels")[0]).endswith(": Shop (3) and Cart (2).")


def test_severity_is_a_word(journey_of: MakeJourney) -> None:
    map_ = figure(journey_of("pain_points: [{text: No news, severity: 3}]", ""))
    assert words(cells(map_, "pain_points")[0].find(".//li")) == "No news (severe)"


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
