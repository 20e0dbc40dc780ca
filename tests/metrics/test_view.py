"""The static calculator: complete without JavaScript, the contract's markup, in any language."""

import json

import pytest
from lxml import html as parser

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.metrics import Metric, built_in_metrics, calculate
from cxguide.metrics.writing import calculator_html


def shown(metric: Metric, *, form: str = "full", **entered: object) -> parser.HtmlElement:
    return parser.fromstring(html_of(metric, entered, form))


def html_of(metric: Metric, own: dict[str, object], form: str = "full") -> str:
    entered = own or dict(metric.shape.examples[0].inputs)
    outcome = calculate(metric, entered)
    return calculator_html(
        metric,
        entered,
        outcome,
        Texts(ENGLISH),
        element_id="it",
        publisher="CX Guide",
        form=form,
        is_own_example=not own,
    )


def text_of(element: parser.HtmlElement, selector: str) -> str:
    return " ".join(element.cssselect(selector)[0].text_content().split())


def test_the_root_carries_the_contract(nps: Metric):
    root = shown(nps)

    assert "cx-calculator" == root.tag
    assert ("nps", "1", "ok") == (
        root.get("data-cx-metric"), root.get("data-cx-formula-version"), root.get("data-cx-status")
    )  # fmt: skip


def test_every_output_has_its_unrounded_value(nps: Metric):
    outputs = {
        output.get("data-cx-output"): output.get("data-cx-value")
        for output in shown(nps).cssselect("output")
    }

    assert "37" == outputs["nps"]
    assert 25.85359 == pytest.approx(float(outputs["ci_low"]), abs=1e-5)
    assert {"respondents", "promoters_pct", "se", "moe", "ci_high"} <= outputs.keys()


def test_the_result_and_its_interval_are_readable_as_they_stand(nps: Metric):
    root = shown(nps)

    assert "Net Promoter Score 37 points" == text_of(root, ".cx-main")
    assert "95% confidence interval: 25.9 to 47.1" == text_of(root, ".cx-interval")


def test_what_was_entered_is_plain_text_and_the_fields_are_inert(nps: Metric):
    root = shown(nps)

    assert "Promoters answers 9 and 10 110" in text_of(root, ".cx-given").replace("10110", "10 110")
    assert {"template"} == {
        form.xpath("ancestor::template")[0].tag for form in root.cssselect("form")
    }


def test_the_fields_have_the_names_of_the_inputs(nps: Metric):
    fields = shown(nps).cssselect("template [name]")

    assert ["promoters", "passives", "detractors", "confidence"] == [f.get("name") for f in fields]


def test_a_margin_that_is_not_certain_is_explained_in_its_place(nps: Metric):
    root = shown(nps, promoters=5, passives=0, detractors=0)

    margin = root.cssselect("[data-cx-output=moe]")[0]
    assert ("", "Not shown") == (margin.get("data-cx-value"), margin.text)
    assert root.cssselect("[data-cx-when='no moe']")[0].get("hidden") is None


def test_notes_are_shown_when_their_condition_holds(nps: Metric):
    root = shown(nps, promoters=1, passives=1, detractors=3)

    visible = [note.get("data-cx-when") for note in root.cssselect(".cx-notes > :not([hidden])")]
    assert ["note small_sample", "note more_detractors"] == visible


def test_the_parts_of_the_bar_fill_the_whole(nps: Metric):
    parts = shown(nps).cssselect("[data-cx-picture=shares] rect")

    assert [("0%", "55%"), ("55%", "27%"), ("82%", "18%")] == [
        (part.get("x"), part.get("width")) for part in parts
    ]


def test_the_formula_is_mathematics_with_words(nps: Metric):
    math = shown(nps).cssselect("math")[0]

    expected = (
        "Net Promoter Score is the fraction with numerator: 100 times (Promoters minus "
        "Detractors), and denominator: Number of answers"
    )
    assert expected == math.get("aria-label")
    assert 1 == len(math.cssselect("mfrac"))


def test_narrow_screens_get_symbols_and_what_they_stand_for(nps: Metric):
    root = shown(nps)

    symbols = [symbol.text for symbol in root.cssselect(".cx-formula--symbols math")[0].iter("mi")]
    legend = {
        row.cssselect("i")[0].text: row.cssselect("dd")[0].text
        for row in root.cssselect(".cx-legend div")
    }
    assert ["n", "p", "d", "r"] == symbols
    assert "Promoters" == legend["p"]


def test_the_example_is_calculated_step_by_step(nps: Metric):
    steps = shown(nps).cssselect(".cx-steps li")

    said = [" ".join(step.text_content().split()) for step in steps]
    assert "Share of promoters 100×110200=55.0%" in said
    assert "Net Promoter Score is 100 times" not in said[0]
    assert 7 == len(said)


def test_what_is_calculated_beside_the_main_value_is_in_sight(nps: Metric):
    root = shown(nps)

    names = [name.text for name in root.cssselect(".cx-result .cx-values dt")]
    assert ["Number of answers", "Standard error", "Margin of error"] == names
    assert [] == shown(nps, form="short").cssselect(".cx-values")


@pytest.mark.parametrize(
    ("name", "methods"),
    [
        ("nps", ["adjusted Wald"]),
        (
            "ces",
            [
                "Mean answer: The interval of the mean",
                "agreeing answers (5 to 7): The interval is a Wilson",
            ],
        ),
        ("churn", []),
    ],
)
def test_the_method_of_an_interval_is_named(name: str, methods: list[str]):
    root = shown(built_in_metrics()[name])

    told = [one.text for one in root.cssselect(".cx-method")]
    assert len(methods) == len(told)
    assert all(method in one for method, one in zip(methods, told, strict=True))


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("time_on_task", "median of 38; 52; 41; 77; 60; 45; 49; 120=50.5"),
        (
            "ces",
            "number of answers from 5 to 7 in 4 × 1; 6 × 2; 8 × 3; 12 × 4; 30 × 5; 50 × 6; 40 × 7",
        ),
        ("nps_ratings", "; …; "),
    ],
)
def test_lists_stand_in_the_steps_with_their_items(name: str, step: str):
    root = shown(built_in_metrics()[name])

    steps = [" ".join(one.text_content().split()) for one in root.cssselect(".cx-steps li")]
    assert any(step in one for one in steps), steps


def test_a_formula_that_is_too_wide_with_names_has_symbols_everywhere():
    root = shown(built_in_metrics()["clv_discounted"])

    assert [] == root.cssselect(".cx-formula--names, .cx-formula--symbols")
    assert 7 == len(root.cssselect(".cx-legend--always div"))


def test_a_quantile_is_explained_and_its_level_has_no_letter():
    root = shown(built_in_metrics()["sample_size_proportion"])

    legend = {row.cssselect("i")[0].text: row.cssselect("dd")[0].text
              for row in root.cssselect(".cx-legend div")}  # fmt: skip
    assert "normal quantile for Confidence level" == legend["z"]
    assert "Confidence level" not in legend.values()


def test_only_the_example_of_the_metric_has_its_title(nps: Metric):
    same = shown(nps, **nps.shape.examples[0].inputs)

    assert "Example Shop, 200 answers" == text_of(shown(nps), ".cx-example")
    assert "Example" == text_of(same, ".cx-example")
    assert same.get("data-cx-example") is not None


@pytest.mark.parametrize(("lost", "end"), [(84, "=3.5%"), (85, "≈3.5%")], ids=["exact", "rounded"])
def test_noise_of_binary_fractions_makes_no_result_inexact(lost: int, end: str):
    root = shown(built_in_metrics()["churn"], start=2400, lost=lost)

    assert text_of(root, ".cx-steps math").replace(" ", "").endswith(end)


def test_the_short_form_leaves_out_how_it_is_calculated(nps: Metric):
    assert [] == shown(nps, form="short").cssselect("details, math, .cx-sources")


def test_the_compact_form_folds_the_explanation_up(nps: Metric):
    details = {
        form: shown(nps, form=form).cssselect(".cx-details")[0] for form in ("full", "compact")
    }

    assert {"full": "", "compact": None} == {
        form: None if one.get("open") is None else "" for form, one in details.items()
    }


def test_the_definition_for_the_browser_cannot_end_its_script_element(nps: Metric):
    script = shown(nps).cssselect("script.cx-definition")[0]

    assert "<" not in script.text
    assert "nps" == json.loads(script.text)["id"]


def test_the_same_calculator_is_the_same_bytes(nps: Metric):
    example = dict(nps.shape.examples[0].inputs)

    assert html_of(nps, example) == html_of(nps, example)


@pytest.mark.parametrize(
    ("promoters", "detractors", "total", "unit"),
    [(1, 0, 100, "point"), (2, 0, 100, "points"), (0, 1, 100, "point"), (0, 0, 5, "points")],
)
def test_the_unit_agrees_with_the_number_shown(nps: Metric, promoters, detractors, total, unit):
    root = shown(
        nps,
        promoters=promoters,
        passives=total - promoters - detractors,
        detractors=detractors,
    )

    assert unit == root.cssselect("[data-cx-unit=nps]")[0].text


def test_a_number_with_decimals_has_its_own_plural(nps: Metric):
    """English: 1.0 points; the browser is given every form of the language."""
    script = json.loads(shown(nps).cssselect("script.cx-definition")[0].text)

    assert {"one": "point", "other": "points"} == script["units"]["nps"]
