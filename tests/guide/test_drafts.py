"""New metrics and maps stand in the guide before anybody has translated them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner
from lxml import html

from cxguide.cli import main


def test_a_new_metric_and_a_new_map_build_at_once_and_show_english_in_other_languages(
    root: Path, tmp_path: Path
):
    for name in ("docs", "plugins"):
        shutil.copytree(root / name, tmp_path / name)
    for name in ("metrics", "locale", "element", "schema"):
        shutil.copytree(root / "calculators" / name, tmp_path / "calculators" / name)
    shutil.copy(root / "calculators" / "heights.json", tmp_path / "calculators")
    text = (root / "mkdocs.yml").read_text("utf-8")
    settings = tmp_path / "mkdocs.yml"
    text = text.replace("  - cx-calculators\n", "  - cx-calculators: {metrics_dir: own}\n")
    text = text.replace("  - cx-journeys\n", "  - cx-journeys: {downloads: false}\n")
    settings.write_text(text, "utf-8")
    for language in ("en", "cs"):
        page = tmp_path / "docs" / language / "foundations" / "what-is-cx.md"
        fences = (
            "\n```calculator\nmetric: first_contact\n```\n\n```journey\nmap: first-visit\n```\n"
        )
        page.write_text(page.read_text("utf-8") + fences, "utf-8")
    for language in ("sr", "th"):
        (tmp_path / "docs" / language / "foundations" / "what-is-cx.md").unlink()

    made = [
        CliRunner().invoke(main, ["new", *new, "-f", str(settings)])
        for new in (["metric", "first_contact"], ["journey", "first-visit"])
    ]
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "plugins")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert [0, 0] == [one.exit_code for one in made]
    assert 0 == built.returncode, built.stderr
    page = html.parse(tmp_path / "site/cs/foundations/what-is-cx/index.html").getroot()
    calculator = page.get_element_by_id("first_contact-calculator")
    assert "First contact" == calculator.cssselect(".cx-name")[0].text
    assert "Obnovit výchozí hodnoty" in calculator.text_content()
    map_ = page.get_element_by_id("cx-map-first-visit")
    assert {"en"} == set(map_.xpath(".//td[@data-row='goal']//@lang"))
    assert "Cíl zákazníka" in map_.text_content()
