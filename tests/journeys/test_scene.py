"""Maps laid out: nothing is cut, nothing stands on anything else."""

from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.drawing.palette import DRAWINGS, PALETTE, WORDS
from cxguide.drawing.parts import Mark
from cxguide.drawing.typeface import MissingGlyph, width_of
from cxguide.journeys.icons import STAR
from cxguide.journeys.pictures import marks
from cxguide.journeys.pictures.layout import lay_out
from cxguide.journeys.pictures.scene import Scene
from cxguide.journeys.plain import plain_map
from map_texts import DRAWN, journey_of, plain_of


def overlapping(scene: Scene) -> list[tuple[str, str]]:
    return [
        (one.text, other.text)
        for one, other in combinations(scene.words, 2)
        if one.area.overlaps(other.area)
    ]


def outside(scene: Scene) -> list[str]:
    return [
        words.text
        for cell in scene.cells
        for words in cell.words
        if not (cell.area.holds(words.area) and scene.area.holds(cell.area))
    ]


def laid_out(journey) -> Scene:
    return lay_out(plain_map(journey, Texts(ENGLISH)))


def marks_in(scene: Scene) -> list[Mark]:
    return [mark for cell in scene.cells for mark in cell.marks]


def feelings_in(scene: Scene) -> list[Mark]:
    """The marks on the curves; those in cells are smaller."""
    known = {"bad", "middle", "good"}
    return [mark for mark in marks_in(scene) if mark.scale == 1 and mark.fill in known]


def told(text: str) -> str:
    return "".join(text.split()).replace("-", "")


@pytest.mark.parametrize(("name", "tag"), DRAWN)
def test_no_words_stand_on_others_or_leave_their_cell(name: str, tag: str):
    scene = lay_out(plain_of(name, tag), source="https://example.org/maps/")

    assert [] == overlapping(scene)
    assert [] == outside(scene)


@pytest.mark.parametrize(("name", "tag"), DRAWN)
def test_every_text_of_the_map_is_in_the_drawing(name: str, tag: str):
    plain = plain_of(name, tag)

    drawn = told("".join(words.text for words in lay_out(plain).words))

    texts = [plain.title, plain.summary, *plain.heads.values()]
    texts += [text for head, own in plain.lens for text in (head, *own)]
    texts += [text for stage in plain.stages for text in (stage.name, *stage.remarks)]
    texts += [line for stage in plain.stages for cell in stage.cells.values() for line in cell]
    assert [] == [text for text in texts if told(text) not in drawn]


def test_the_legend_and_the_lines_of_a_blueprint_are_in_the_drawing(journey_of):
    stage = "emotion: 1, target_emotion: 2, frontstage: [Greets], backstage: [Packs], support: [IT]"

    scene = laid_out(journey_of(f"{stage}, moment_of_truth: true", ""))

    lines = {"Line of interaction", "Line of visibility", "Line of internal interaction"}
    assert set() == {"Today", "Target", "Moment of truth", *lines} - {
        words.text for words in scene.words
    }


PERSONAS = "personas: {buyer: {name: Buyer}, staff: {name: Staff}}"


def test_each_persona_has_a_curve_and_each_known_score_a_mark(journey_of):
    scene = laid_out(
        journey_of(
            "emotion: {buyer: -2, staff: 0}", "emotion: 1", "emotion: {buyer: 2}", more=PERSONAS
        )
    )

    curves = [mark.dash for mark in marks_in(scene) if mark.stroke == "mood"]

    assert [*marks.DASHES[:2]] == curves
    assert ["bad", "middle", "good", "good", "good"] == [mark.fill for mark in feelings_in(scene)]


def test_targets_have_a_curve_and_marks_of_their_own(journey_of):
    scene = laid_out(journey_of(*["emotion: 1, target_emotion: 2"] * 2))

    curves = [mark.dash for mark in marks_in(scene) if mark.stroke == "mood"]

    assert [marks.TARGET_DASH, ""] == curves
    assert 2 == sum(mark == marks.target(2).moved(mark.x, mark.y) for mark in marks_in(scene))


def test_each_moment_of_truth_is_a_star_on_the_curve_and_beside_its_words():
    scene = lay_out(plain_of("retailer", "en"))

    stars = [mark.fill for mark in marks_in(scene) if mark.path == STAR]

    assert 2 == sum(mark.path == STAR for mark in feelings_in(scene))
    assert 3 == stars.count("accent")  # one is in the legend


@pytest.mark.parametrize("severity", [1, 2, 3])
def test_a_pain_point_has_as_many_marks_as_it_is_severe(journey_of, severity: int):
    scene = laid_out(journey_of(f"pain_points: [{{text: Slow, severity: {severity}}}]", ""))

    assert severity == sum(mark.path == marks.downward().path for mark in marks_in(scene))


def test_marks_on_one_level_stand_beside_each_other(journey_of):
    one, other = feelings_in(laid_out(journey_of("emotion: 1", "", more=PERSONAS)))

    assert one.y == other.y
    assert 12 <= other.x - one.x  # as wide as the widest


def test_the_drawing_grows_with_the_stages(journey_with):
    def width(stages: int) -> float:
        return lay_out(plain_map(journey_with([1] * stages), Texts(ENGLISH))).area.width

    widths = [width(stages) for stages in (5, 6, 7, 8, 9)]

    assert sorted(set(widths)) == widths


def test_stages_are_equally_wide():
    scene = lay_out(plain_of("retailer", "en"))

    numbers = [words.area.x for words in scene.words if words.text in "123456"]
    steps = {round(after - before, 1) for before, after in pairwise(numbers)}
    assert 1 == len(steps)


def test_a_map_without_rows_still_has_its_stages(journey_of):
    scene = lay_out(plain_map(journey_of("", ""), Texts(ENGLISH)))

    assert {"Stage a", "Stage b"} <= {words.text for words in scene.words}


TEXT = st.text(st.sampled_from("abcdefghijklmnop šžČћЂљ กี่ใบำๆ ,.—“”0123456789\u00a0"), min_size=1)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(TEXT, TEXT, st.integers(1, 3), st.integers(-2, 2)), min_size=2, max_size=5)
)
def test_any_text_finds_room(made_journey, stages):
    scene = lay_out(plain_map(made_journey(stages), Texts(ENGLISH)))

    assert [] == overlapping(scene)
    assert [] == outside(scene)


@pytest.fixture(scope="session")
def made_journey(journey_of):
    """A map from (action, pain point, severity, emotion) of each stage."""

    def made(stages):
        return journey_of(
            *(
                f"actions: [{quoted(action)}], emotion: {emotion}, "
                f"pain_points: [{{text: {quoted(pain)}, severity: {severity}}}]"
                for action, pain, severity, emotion in stages
            )
        )

    return made


def quoted(text: str) -> str:
    return f'"x{text}x"'


def test_a_character_that_no_font_has_is_named():
    with pytest.raises(MissingGlyph, match="U\\+6F22, CJK UNIFIED IDEOGRAPH-6F22"):
        width_of("漢", 400, ENGLISH)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "least"), [*((ink, 4.5) for ink in WORDS), *((ink, 3.0) for ink in DRAWINGS)]
)
def test_colours_can_be_told_from_the_paper(ink: str, least: float, scheme: str):
    paper = getattr(PALETTE["paper"], scheme)

    assert contrast(getattr(PALETTE[ink], scheme), paper) >= least


def test_serbian_letters_are_laid_out_by_the_fonts_of_the_guide():
    scene = lay_out(plain_of("retailer", "sr"))

    assert journey_of("retailer").id == scene.id
    assert any("љ" in words.text for words in scene.words)
