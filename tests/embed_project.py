"""A small project that keeps exact releases of its embeds: one page, one metric of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from click.testing import Result

from command import cx
from guide_site import Guide, built

__all__ = ["EmbedProject", "new_project"]

METRIC = """\
id: visits
formula_version: {version}
name: Visits per person
about: How often people come.

inputs:
  visits: {{kind: count, label: Visits}}
  people: {{kind: count, label: People}}

steps:
  visits_per_person: {formula}

checks:
  - {{code: no_data, field: people, when: people == 0, text: The total must be greater than zero}}

outputs:
  visits_per_person: {{label: Visits per person, digits: 2}}

sources:
  own: {{description: Our own count, status: cited, supports: [definition]}}

examples:
  - title: A week
    inputs: {{visits: 12, people: 4}}
    outputs: {{visits_per_person: {result}}}
"""


@dataclass(frozen=True)
class EmbedProject:
    """A project in a folder of its own."""

    root: Path

    @property
    def releases(self) -> Path:
        """Where its exact releases are."""
        return self.root / "releases"

    def embed(self, *arguments: str) -> Result:
        """What `cx embed ...` answers."""
        return cx("embed", *arguments, "-f", str(self.root / "mkdocs.yml"))

    def built(self) -> Guide:
        """The site, built strictly."""
        return built(self.root / "site", self.root)

    def count(self, formula: str, result: float, version: int) -> None:
        """Say how its metric is calculated, and what its example gives then."""
        text = METRIC.format(formula=formula, result=result, version=version)
        (self.root / "metrics" / "visits.yml").write_text(text, "utf-8")


def new_project(root: Path) -> EmbedProject:
    """The project, without a release."""
    project = EmbedProject(root)
    for folder in ("docs", "metrics"):
        (root / folder).mkdir(parents=True)
    page = "# Home\n\n```calculator\nmetric: visits\n```\n"
    (root / "docs" / "index.md").write_text(page, "utf-8")
    settings = {
        "site_name": "Tiny",
        "site_url": "https://tiny.example/",
        "theme": {"name": "mkdocs"},
        "plugins": [
            {"cx-calculators": {"metrics_dir": "metrics"}},
            {"cx-embeds": {"releases_dir": "releases"}},
        ],
    }
    (root / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")
    project.count("visits / people", 3, version=1)
    return project
