"""What the pages of the guide must hold, in every language."""

from datetime import date

import pytest
import yaml

from guide_site import PATHS, ROOT
from guide_sources import LANGUAGES, SOURCES, source_page

EVERY_SOURCE = pytest.mark.parametrize(("tag", "path"), SOURCES)
TOPICS = yaml.safe_load((ROOT / "docs" / "topics.yml").read_text("utf-8"))
SECTIONS = sorted({section for topic in TOPICS for section in topic["sections"]})
LISTS = {"reference/glossary", "reference/sources"}
"""Pages to look things up: a list has no lesson."""
PLACES = {
    "": ["nps", "retailer"],
    "foundations/why-it-matters": ["clv_margin"],
    "foundations/stages": ["retailer", "stages"],
    "foundations/what-is-cx": ["chain"],
    "foundations/cx-and-ux": ["cx-and-ux"],
    "strategy/personas": ["persona"],
    "strategy/journey-maps": ["retailer"],
    "maps/retailer": ["retailer", "bounce", "conversion", "abandonment", "csat", "ces", "nps"],
    "maps/saas": ["saas", "conversion", "task_success", "abandonment", "ces", "retention"],
    "maps/clinic": [
        "clinic", "time_on_task", "abandonment", "csat", "nps", "error_rate", "response_rate",
    ],
    "metrics/overview": ["response_rate"],
    "metrics/nps": ["nps", "nps_ratings", "sample_size_nps"],
    "metrics/csat": ["csat"],
    "metrics/ces": ["ces"],
    "metrics/loyalty": ["loyalty_index", "repeat_purchase"],
    "metrics/churn-and-retention": ["churn", "retention", "lifespan"],
    "metrics/clv": ["clv_simple", "clv_margin", "clv_discounted"],
    "metrics/conversion-and-bounce": ["conversion", "bounce"],
    "metrics/ux-metrics": [
        "task_success", "abandonment", "error_rate", "errors_per_task", "time_on_task",
        "click_efficiency", "lostness",
    ],
    "metrics/sampling": ["sample_size_proportion", "sample_size_nps", "response_rate"],
    "practice/good-ux": ["task_success", "abandonment"],
    "practice/feedback": ["response_rate"],
    "practice/channels-and-support": ["conversion", "ces", "csat"],
    "practice/from-data-to-change": ["nps"],
}  # fmt: skip
"""The calculators, maps and pictures of the outline, by page."""
MENU = yaml.safe_load(
    (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[2].partition("\nplugins:")[0]
)


def in_menu(entries: list) -> list[str]:
    found = []
    for entry in entries:
        found += [entry] if isinstance(entry, str) else in_menu(next(iter(entry.values())))
    return found


def test_the_menu_has_every_page_once():
    assert sorted(f"{path or 'index'}.md" for path in PATHS) == sorted(in_menu(MENU))
    assert 35 == len(PATHS)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_page_is_written_in_every_language(tag: str):
    missing = [path for path in PATHS if not (ROOT / f"docs/{tag}/{path or 'index'}.md").exists()]

    assert [] == missing


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_topic_has_its_section(tag: str, section: str):
    path, _, heading = section.partition("#")

    assert heading in {one.id for one in source_page(tag, path).shape.headings}


@EVERY_SOURCE
def test_a_page_holds_its_calculators_maps_and_pictures(tag: str, path: str):
    held = {embed.which for embed in source_page(tag, path).shape.embeds}

    assert [] == [name for name in PLACES.get(path, ()) if name not in held]


@EVERY_SOURCE
def test_a_page_says_what_it_is_about(tag: str, path: str):
    settings = source_page(tag, path).settings

    assert settings["title"].strip()
    assert 50 <= len(settings["description"]) <= 160
    assert isinstance(settings["reviewed"], date)


@pytest.mark.parametrize("setting", ["title", "description"])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_two_pages_say_the_same_of_themselves(tag: str, setting: str):
    said = [source_page(tag, path).settings[setting] for path in PATHS]

    assert [] == sorted({one for one in said if said.count(one) > 1})


@pytest.mark.parametrize(
    ("tag", "path"), [(tag, path) for tag, path in SOURCES if path not in LISTS]
)
def test_a_page_ends_with_what_to_remember_what_to_do_and_where_to_go(tag: str, path: str):
    *_, in_short, do_this, related = source_page(tag, path).shape.headings

    assert ("in-short", "do-this-next", "related") == (in_short.id, do_this.id, related.id)
