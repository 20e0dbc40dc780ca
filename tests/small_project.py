"""A small project in two languages, with a metric, a map, terms and a catalog of texts."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import IO

from cxguide.adapters.cache import RESULTS
from embed_project import METRIC

__all__ = ["CATALOG", "PAGE", "Project"]

RUNNER = """
import cxguide.adapters.calculators as calculators
from cxguide.core.resources import CALCULATORS
read = calculators.read_metrics
def own_metrics(folder, root):  # two dozen more would only take time
    return {} if folder == CALCULATORS / "metrics" else read(folder, root)
calculators.read_metrics = own_metrics
from mkdocs.__main__ import cli
cli()
"""
CATALOG = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgctxt "site/name"
msgid "Tiny"
msgstr "Мали"

msgctxt "metric/visits/name"
msgid "Visits per person"
msgstr "Посете {0}"

msgctxt "journey/small/stages/a/name"
msgid "Search"
msgstr "Тражи {0}"

msgctxt "glossary/visit/term"
msgid "visit"
msgstr "{1}"

msgctxt "glossary/visit/definition"
msgid "To come"
msgstr "Долазак {0}"
"""
MAP = """\
id: small
draft: true
title: {title}
lens: {{persona: Mina, scenario: First purchase, goals: [A jacket]}}
channels: {{cart: {{label: Cart, icon: cart}}}}
stages:
  - {{id: a, name: Search, standard_stage: awareness, goal: A jacket, emotion: 1}}
  - {{id: b, name: Buy, standard_stage: purchase, goal: To pay, emotion: {emotion}}}
"""
TERM = """\
terms:
  - {{draft: true, id: visit, term: visit, definition: To come, pages: [index]}}
  - {{draft: true, id: more, term: more, definition: More than {} visits}}
"""
HOME = "# {title} {{ #home }}\n\n{text} [One](one.md)\n\n```calculator\nmetric: visits\n```\n"
PAGE = """\
# {title} {{ #page }}

{text} [Home](index.md)

## More {{ #more }}

| A | B |
| - | - |
| 1 | 2 |
"""
SETTINGS = {
    "site_name": "Tiny",
    "site_url": "https://tiny.example/",
    "exclude_docs": "/glossary.yml\n/journeys/\n/locale/\n/metrics/",
    "theme": {"name": "material", "font": False},
    "markdown_extensions": ["attr_list", "tables"],
    "plugins": [
        {"cx-calculators": {"metrics_dir": "docs/metrics"}},
        "cx-embeds",
        "cx-glossary",
        {"cx-journeys": {"downloads": False}},
        "cx-pages",
        "cx-translations",
        {
            "cx-site": {
                "search": True,
                "mark_english": True,
                "offline": True,
                "script_variants": [{"locale": "sr-Latn", "from": "sr", "name": "Latinica"}],
            }
        },
        "search",
        {
            "i18n": {
                "docs_structure": "folder",
                "languages": [
                    {"locale": "en", "name": "English", "default": True},
                    {"locale": "sr", "name": "Српски"},
                ],
            }
        },
    ],
}


class Project:
    """A small project whose sources change."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.settings = json.loads(json.dumps(SETTINGS))
        self.write("docs/en/index.md", HOME.format(title="Home", text="How many visits?"))
        self.write("docs/sr/index.md", HOME.format(title="Почетна", text="Колико посета?"))
        self.write("docs/en/one.md", PAGE.format(title="One", text="A visit is a visit."))
        self.write("docs/sr/one.md", PAGE.format(title="Један", text="Посета, the first visit."))
        self.write("docs/en/terms.md", "# Terms { #terms }\n\n```glossary\n```\n")
        self.write("docs/en/map.md", "# Map { #map }\n\n```journey\nmap: small\n```\n")
        self.write("docs/locale/sr.po", CATALOG.format(0, "посета"))
        self.count(0)
        self.draw(0)
        self.explain(0)

    def write(self, path: str, text: str) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def count(self, n: int) -> None:
        text = METRIC.format(formula=f"visits / people + {n}", result=3 + n, version=1 + n)
        self.write("docs/metrics/visits.yml", f"draft: true\n{text}")

    def draw(self, n: int) -> None:
        self.write("docs/journeys/small.yml", MAP.format(title=f"Map {n}", emotion=n % 3 - 1))

    def explain(self, n: int) -> None:
        self.write("docs/glossary.yml", TERM.format(n))

    def run(self, *arguments: str, out: int | IO[bytes], **variables: str) -> subprocess.Popen[str]:
        """Begin a command of MkDocs, such as `build`, in its own process."""
        self.write("mkdocs.yml", json.dumps(self.settings, ensure_ascii=False))
        return subprocess.Popen(
            [sys.executable, "-c", RUNNER, *arguments],
            cwd=self.root,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | variables,
            stdout=out,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def built(
        self, folder: str, *options: str, hash_seed: int = 0, now: int = 0, cache: str = ""
    ) -> str:
        """Build the site into a folder; what MkDocs says of pages, in the order of the alphabet."""
        variables = {"PYTHONHASHSEED": str(hash_seed)}
        if cache:
            variables["CX_CACHE"] = cache
        if now:
            variables["SOURCE_DATE_EPOCH"] = str(now)
        building = self.run("build", "-d", folder, *options, out=subprocess.PIPE, **variables)
        said, _ = building.communicate()
        assert 0 == building.returncode, said
        return "\n".join(sorted(line for line in said.splitlines() if "Doc file" in line))

    def files(self, folder: str) -> dict[str, bytes]:
        """A built site by address."""
        site = self.root / folder
        return {
            path.relative_to(site).as_posix(): path.read_bytes()
            for path in site.rglob("*")
            if path.is_file()
        }

    @property
    def kept(self) -> set[bytes]:
        """The keys of all that builds have kept."""
        with closing(sqlite3.connect(self.root / ".cache" / RESULTS)) as store:
            return {key for (key,) in store.execute("SELECT key FROM result")}
