"""A page with an exact release shows what it has always shown, whatever became of the sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cxguide.embeds.releases import read_releases
from embed_project import EmbedProject, new_project
from partner_pages import PartnerSite

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> EmbedProject:
    """A project whose formula has changed since its release, built."""
    project = new_project(tmp_path_factory.mktemp("moved-on") / "tiny")
    done = project.embed("release", "1.0.0")
    assert 0 == done.exit_code, done.output
    project.count("2 * visits / people", 6, version=2)
    project.built()
    return project


@pytest.fixture
def embedded_site(project: EmbedProject) -> Path:
    return project.root / "site"


VERSIONS = pytest.mark.parametrize(
    ("folder", "result", "formula_version"), [("1.0.0", "3", "1"), ("v1", "6", "2")]
)


@VERSIONS
def test_a_frame_shows_what_its_version_does(
    partner: PartnerSite, folder: str, result: str, formula_version: str
):
    page = partner.opened()

    page.goto(f"{partner.ours}/embed/{folder}/visits.en.html?people=4&visits=12")

    calculator = page.locator(".cx-calculator")
    expect(calculator).to_have_attribute("data-cx-formula-version", formula_version)
    expect(calculator.locator("output").first).to_have_attribute("data-cx-value", result)


@VERSIONS
def test_an_element_shows_and_tells_what_its_version_does(
    partner: PartnerSite, folder: str, result: str, formula_version: str
):
    page = partner.visited(
        f'<script src="{partner.ours}/embed/{folder}/visits.en.js" crossorigin></script>'
        '<cx-calculator metric="visits"></cx-calculator>'
    )

    page.get_by_role("textbox", name="Visits").fill("12")
    page.wait_for_function("heard.length === 2")

    told = page.evaluate("heard[1].detail")
    assert ({"visits_per_person": int(result)}, int(formula_version)) == (
        told["outputs"], told["formulaVersion"],
    )  # fmt: skip


def with_digest(partner: PartnerSite, project: EmbedProject, folder: str) -> Page:
    """A page that loads the element from a folder, if it has the digest of the release."""
    (release,) = read_releases(project.releases)
    return partner.visited(
        f'<script src="{partner.ours}/embed/{folder}/visits.en.js" crossorigin '
        f'integrity="{release.files["visits.en.js"]}"></script>'
        '<cx-calculator metric="visits">Our own words</cx-calculator>'
    )


def test_a_page_gets_an_exact_release_by_the_digest_that_it_was_told(
    partner: PartnerSite, project: EmbedProject
):
    page = with_digest(partner, project, "1.0.0")

    expect(page.locator("output").first).to_have_attribute("data-cx-value", "3")


def test_the_digest_of_a_release_refuses_what_has_moved_on(
    partner: PartnerSite, project: EmbedProject
):
    page = with_digest(partner, project, "v1")

    expect(page.get_by_text("Our own words")).to_be_visible()
    assert [True] == ["integrity" in one for one in partner.troubles]
    partner.troubles.clear()


def test_two_versions_on_one_page_do_not_disturb_each_other(partner: PartnerSite):
    page = partner.visited(
        "".join(
            f'<iframe title="x" src="{partner.ours}/embed/{folder}/visits.en.html"></iframe>'
            f'<script src="{partner.ours}/embed/{folder}/visits.en.js"></script>'
            for folder in ("1.0.0", "v1")
        )
        + '<cx-calculator metric="visits"></cx-calculator>'
    )

    outputs = [
        page.frame_locator("iframe >> nth=0").locator("output").first,
        page.frame_locator("iframe >> nth=1").locator("output").first,
        page.locator("cx-calculator output").first,  # the first script on a page is used
    ]
    assert ["3", "6", "3"] == [one.get_attribute("data-cx-value") for one in outputs]


def test_an_exact_release_may_be_kept_for_ever(partner: PartnerSite):
    page = partner.opened()

    exact, current = (
        page.goto(f"{partner.ours}/embed/{folder}/visits.en.html") for folder in ("1.0.0", "v1")
    )

    assert "public, max-age=31536000, immutable" == exact.headers["cache-control"]
    assert "public, max-age=3600" == current.headers["cache-control"]
