"""A typo anywhere: one message with place, value and fix, and the last good site stays."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = ("docs", "calculators", "plugins", "mkdocs.yml")


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the mark of a site that was built before."""
    copy = tmp_path_factory.mktemp("project")
    for name in SOURCES:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text("the last good site")
    return copy


def build(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env=os.environ
        | {"PYTHONPATH": str(project / "plugins"), "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


TYPOS = {
    "metric": (
        "calculators/metrics/nps.yml",
        "passives_pct: 100 * passives",
        "passives_pct: 100 * pasives",
        "calculators/metrics/nps.yml:17:23: the formula uses 'pasives', which is neither",
        "fix: write 'passives'",
    ),
    "journey": (
        "docs/journeys/retailer.yml",
        "moment_of_truth: true",
        "moment_of_thruth: true",
        "unknown key 'moment_of_thruth'",
        "fix: write 'moment_of_truth'",
    ),
    "calculator fence": (
        "docs/cs/metrics/nps.md",
        "passives: 54",
        "pasives: 54",
        "docs/cs/metrics/nps.md",
        "fix: write 'passives'",
    ),
    "metric of a fence": (
        "docs/sr/metrics/nps.md",
        "metric: nps",
        "metric: npss",
        "there is no metric 'npss'",
        "fix: write 'nps'",
    ),
    "journey fence": (
        "docs/th/strategy/journey-maps.md",
        "map: retailer",
        "map: retialer",
        "there is no map 'retialer'",
        "fix: write 'retailer'",
    ),
    "name of a fence": (
        "docs/en/metrics/nps.md",
        "```calculator",
        "```Calculater",
        "docs/en/metrics/nps.md",
        "there is no fence 'Calculater'",
        "fix: write 'calculator'",
    ),
    "name of a fence in a translation": (
        "docs/cs/strategy/journey-maps.md",
        "```journey",
        "```jurney",
        "there is no fence 'jurney'",
        "fix: write 'journey'",
    ),
    "metric of an English fence": (
        "docs/en/metrics/nps.md",
        "metric: nps",
        "metric: npss",
        "there is no metric 'npss'",
        "fix: write 'nps'",
    ),
    "calculator of a map": (
        "docs/journeys/retailer.yml",
        "calculator: bounce",
        "calculator: bonuce",
        "there is no calculator 'bonuce'",
        "fix: write 'bounce'",
    ),
    "input of a map's calculator": (
        "docs/journeys/retailer.yml",
        "{bounced: 860",
        "{bounded: 860",
        "the calculator 'bounce' has no input 'bounded'",
        "fix: write 'bounced'",
    ),
    "values of a map's calculator": (
        "docs/journeys/retailer.yml",
        "respondents: 210",
        "respondents: 110",
        "'csat' cannot be calculated from this: part_exceeds_whole on 'satisfied'",
        "fix: correct the values",
    ),
    "front matter": (
        "docs/th/metrics/nps.md",
        "title: ",
        "title: [",
        "docs/th/metrics/nps.md:",
        "the front matter cannot be read",
    ),
    "quotes lost around a text with a comma": (
        "docs/journeys/retailer.yml",
        '"Size table is a picture, without body measurements"',
        "Size table is a picture, without body measurements",
        "'without body measurements' stands here as a key without a value",
        "fix: put quotes around a text with a comma in it",
    ),
    "page of the navigation": (
        "mkdocs.yml",
        "metrics/nps.md",
        "metrics/npss.md",
        "there is no page 'metrics/npss.md'",
        "fix: write 'metrics/nps.md'",
    ),
    "style sheet": (
        "mkdocs.yml",
        "assets/fonts/fonts.css",
        "assets/fonts/font.css",
        "there is no file 'assets/fonts/font.css'",
        "fix: write 'assets/fonts/fonts.css'",
    ),
    "more signs at the end of a fence": (
        "docs/th/metrics/nps.md",
        "detractors: 36}\n```\n",
        "detractors: 36}\n````\n",
        "the fence 'calculator' is not closed",
        "fix: write its signs once more",
    ),
    "words after the name of a fence": (
        "docs/sr/metrics/nps.md",
        "```calculator",
        "```calculator, nps",
        "the fence 'calculator' does not begin as it must",
        "fix: write '```calculator' and nothing else in this line",
    ),
    "two signs before an English fence": (
        "docs/en/strategy/journey-maps.md",
        "```journey",
        "``journey",
        "docs/en/strategy/journey-maps.md",
        "the fence 'journey' does not begin as it must",
    ),
    "name of an input": (
        "calculators/metrics/churn.yml",
        "  lost: {",
        "  lsot: {",
        "calculators/metrics/churn.yml:10:3: nothing uses 'lsot', and 7 places use 'lost'",
        "fix: write 'lost' here, or 'lsot' in all of them",
    ),
    "name of a step": (
        "calculators/metrics/nps.yml",
        "  n_adjusted: respondents",
        "  n_ajdusted: respondents",
        "nothing uses 'n_ajdusted', and 3 places use 'n_adjusted'",
        "fix: write 'n_adjusted' here",
    ),
    "id of a stage": (
        "docs/journeys/retailer.yml",
        "id: consideration",
        "id: consdieration",
        "docs/journeys/retailer.yml:5",
        "the texts of 'consdieration' have no translation, but those of 'consideration' have",
        "fix: write 'consideration' again",
    ),
    "quote lost behind a text": (
        "docs/journeys/retailer.yml",
        'body measurements"',
        "body measurements",
        "docs/journeys/retailer.yml:69:",
        "the quote that opens here is not closed",
        "fix: close it in this line",
    ),
    "space lost behind a colon in a fence": (
        "docs/en/metrics/nps.md",
        "promoters: 110,",
        "promoters:110,",
        "docs/en/metrics/nps.md:20:10: 'promoters:110' stands here as a key without a value",
        "fix: write 'promoters: 110', with a colon and a space",
    ),
    "colon lost in a metric": (
        "calculators/metrics/nps.yml",
        "{promoters: 110,",
        "{promoters 110,",
        "'promoters 110' stands here as a key without a value",
        "fix: write 'promoters: 110', with a colon and a space",
    ),
    "space lost behind a colon in a map": (
        "docs/journeys/retailer.yml",
        "{label: Search result",
        "{label:Search result",
        "'label:Search result' stands here as a key without a value",
        "fix: write 'label: Search result', with a colon and a space",
    ),
    "other name of an English fence": (
        "docs/en/metrics/nps.md",
        "```calculator",
        "```calc",
        "the calculator 'nps' is missing here, which all translations have",
        "fix: write it as on line",
    ),
    "no name of an English fence": (
        "docs/en/metrics/nps.md",
        "```calculator",
        "```",
        "docs/en/metrics/nps.md",
        "the calculator 'nps' is missing here, which all translations have",
    ),
    "space before a fence": (
        "docs/th/metrics/nps.md",
        "```calculator",
        " ```calculator",
        "the lines of the fence 'calculator' do not begin where a fence may",
        "fix: write all its lines from the first column on",
    ),
    "fence that is indented like code": (
        "docs/th/metrics/nps.md",
        "```calculator\nmetric: nps\ninputs: {promoters: 110, passives: 54, detractors: 36}\n```",
        "    ```calculator\n    metric: nps\n    ```",
        "the lines of the fence 'calculator' do not begin where a fence may",
        "fix: write all its lines from the first column on",
    ),
    "line before the front matter": (
        "docs/cs/index.md",
        "---\ntemplate",
        "\n---\ntemplate",
        "the front matter does not begin at the very beginning of the file",
        "fix: remove what stands before its first '---'",
    ),
    "end of the front matter": (
        "docs/cs/metrics/nps.md",
        "\n---\n\n",
        "\n--\n\n",
        "docs/cs/metrics/nps.md:1:1: the front matter that begins here has no end",
        "fix: write three hyphens",
    ),
    "beginning of the front matter": (
        "docs/cs/metrics/nps.md",
        "---\ntitle: ",
        "title: ",
        "docs/cs/metrics/nps.md:1:1: the front matter does not begin with '---'",
        "fix: write '---' in a line before it",
    ),
    "template of a page": (
        "docs/cs/index.md",
        "template: home.html",
        "template: hom.html",
        "there is no template 'hom.html'",
        "fix: write 'home.html'",
    ),
    "setting of a page": (
        "docs/cs/metrics/nps.md",
        "description: ",
        "descripton: ",
        "unknown setting 'descripton'",
        "fix: write 'description'",
    ),
    "brace too many behind an id": (
        "docs/cs/metrics/nps.md",
        "{ #trademark }",
        "{ #trademark }}",
        "has no id",
        "{ #trademark }'",
    ),
    "id of an English heading": (
        "docs/en/metrics/nps.md",
        "{ #interval }",
        "{ #intreval }",
        "docs/en/metrics/nps.md:",
        "at this place all translations have 'interval'",
    ),
    "lost English id": (
        "docs/en/metrics/nps.md",
        " { #interval }",
        "",
        "has no id",
        "{ #interval }'",
    ),
    "folder of maps": (
        "mkdocs.yml",
        "  - cx-journeys\n",
        "  - cx-journeys: {journeys_dir: docs/journies}\n",
        "mkdocs.yml:",
        "there is no folder 'docs/journies' beside mkdocs.yml",
    ),
    "option of a plugin": (
        "mkdocs.yml",
        "  - cx-journeys\n",
        "  - cx-journeys: {journey_dir: docs/journeys}\n",
        "mkdocs.yml:",
        "unknown option 'journey_dir'",
        "fix: write 'journeys_dir'",
    ),
    "option of a script variant": (
        "mkdocs.yml",
        "name: Srpski (latinica)",
        "nam: Srpski (latinica)",
        "unknown option 'nam'",
        "fix: write 'name'",
    ),
    "key that stands twice": (
        "docs/locale/cs.po",
        'msgctxt "nav/metrics"',
        'msgctxt "nav/reference"',
        "the key 'nav/reference' stands on line",
    ),
    "placeholder of a catalog": (
        "calculators/locale/sr.po",
        "{low}",
        "{lov}",
        "has the placeholder {lov}, which the English has not",
        "fix: write {low}",
    ),
    "key of a catalog": (
        "docs/locale/cs.po",
        'msgctxt "nav/metrics"',
        'msgctxt "nav/metrica"',
        "no source has the key 'nav/metrica'",
        "fix: write 'nav/metrics'",
    ),
    "empty text of a catalog": (
        "plugins/cxguide/locale/th.po",
        'msgstr "ไม่พบหน้าที่ต้องการ"',
        'msgstr ""',
        "plugins/cxguide/locale/th.po",
        "no translation for 'not-found/title' (English: 'Page not found')",
    ),
    "heading id": (
        "docs/sr/metrics/nps.md",
        "{ #interval }",
        "{ #intreval }",
        "docs/sr/metrics/nps.md",
        "{ #interval }",
    ),
}


@pytest.mark.parametrize("typo", TYPOS.values(), ids=TYPOS)
def test_a_typo_is_told_once_and_the_last_good_site_stays(project: Path, typo: tuple[str, ...]):
    file, right, wrong, *told = typo
    path = project / file
    original = path.read_text("utf-8")
    assert right in original
    last_place = original.rindex(right)
    path.write_text(original[:last_place] + wrong + original[last_place + len(right) :], "utf-8")

    done = build(project)
    path.write_text(original, "utf-8")

    assert done.returncode == 1
    assert [] == [part for part in told if part not in done.stderr]
    assert "Traceback" not in done.stderr
    assert 1 == done.stderr.count("fix:")
    assert "the last good site" == (project / "site" / "index.html").read_text()
    assert {*SOURCES, "site"} == {one.name for one in project.iterdir()}
