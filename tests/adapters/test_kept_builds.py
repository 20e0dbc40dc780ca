"""A build that takes from what it kept is the same as one that knows nothing.

Byte for byte, and MkDocs says the same of its links.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cxguide.adapters.cache import RESULTS
from embed_project import METRIC

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

    def built(
        self, folder: str, *options: str, hash_seed: int = 0, now: int = 0, cache: str = ""
    ) -> str:
        """Build the site into a folder; what MkDocs says of pages, in the order of the alphabet."""
        variables = {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": str(hash_seed)}
        if cache:
            variables["CX_CACHE"] = cache
        if now:
            variables["SOURCE_DATE_EPOCH"] = str(now)
        self.write("mkdocs.yml", json.dumps(self.settings, ensure_ascii=False))
        done = subprocess.run(
            [sys.executable, "-c", RUNNER, "build", "-d", folder, *options],
            cwd=self.root,
            env=os.environ | variables,
            capture_output=True,
            text=True,
            check=False,
        )
        assert 0 == done.returncode, done.stderr
        return "\n".join(sorted(line for line in done.stderr.splitlines() if "Doc file" in line))

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


def words(project: Project, n: int) -> None:
    project.write("docs/en/one.md", PAGE.format(title="One", text=f"Visit {n}. How Brands Grow."))


def translated(project: Project, n: int) -> None:
    project.write("docs/sr/one.md", PAGE.format(title=f"Један {n}", text="Посета је посета."))


def titled(project: Project, n: int) -> None:
    project.write("docs/en/one.md", PAGE.format(title=f"One {n}", text="A visit is a visit."))


def described(project: Project, n: int) -> None:
    page = PAGE.format(title="One", text="A visit is a visit.")
    told = f"reviewed: 2026-01-{n:02}\ndescription: Number {n}"
    project.write("docs/en/one.md", f"---\n{told}\n---\n{page}")


def linked(project: Project, n: int) -> None:
    text = f"A visit. [More](one.md#more) [Nothing](one.md#nothing-{n}) [No page](no-{n}.md)"
    project.write("docs/en/two.md", PAGE.format(title="Two", text=text))


def ordered(project: Project, n: int) -> None:
    pages = ["map.md", "terms.md"]
    project.settings["nav"] = ["index.md", *(pages if n % 2 else reversed(pages))]


def added(project: Project, n: int) -> None:
    project.write(f"docs/en/new-{n}.md", PAGE.format(title=f"New {n}", text="A visit."))


def moved(project: Project, n: int) -> None:
    for language in ("en", "sr"):
        for page in sorted((project.root / "docs" / language).glob("one*.md")):
            page.rename(page.with_name(f"one-{n}.md"))
    words(project, n)  # and a new one is where it was


def deleted(project: Project, n: int) -> None:
    for page in sorted((project.root / "docs/en").glob("new-*.md"))[:1]:
        page.unlink()
    for language in ("en", "sr"):
        (project.root / "docs" / language / "one.md").unlink(missing_ok=True)


def catalog(project: Project, n: int) -> None:
    project.write("docs/locale/sr.po", CATALOG.format(n, "Колико"))


def settings(project: Project, n: int) -> None:
    project.settings["site_url"] = f"https://tiny-{n}.example/"
    project.settings["plugins"][6]["cx-site"]["mark_english"] = False


def template(project: Project, n: int) -> None:
    project.settings["theme"]["custom_dir"] = "own"
    text = f'{{% extends "base.html" %}}{{% block footer %}}<p>{n}</p>{{% endblock %}}'
    project.write("own/main.html", text)


EDITS: list[Callable[[Project, int], None]] = [
    *(words, titled, described, translated, linked, ordered, added, moved, deleted),
    *(catalog, settings, template),
    *(Project.count, Project.draw, Project.explain),
]


def differences(project: Project, **options: int) -> list[str]:
    """What a build that takes from what is kept has otherwise than one that knows nothing."""
    said = project.built("kept", **options)
    said_anew = project.built("anew", cache="nothing")
    shutil.rmtree(project.root / "nothing")
    kept, anew = project.files("kept"), project.files("anew")
    names = sorted(kept.keys() | anew.keys())
    different = [name for name in names if kept.get(name) != anew.get(name)]
    return different if said == said_anew else [*different, said, said_anew]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build of the small project has kept."""
    project = Project(tmp_path_factory.mktemp("before"))
    project.built("site")
    return project.root / ".cache"


@pytest.mark.parametrize("edit", EDITS, ids=lambda one: one.__name__)
def test_after_an_edit_a_build_is_as_one_that_knows_nothing(
    tmp_path: Path, before: Path, edit: Callable[[Project, int], None]
):
    project = Project(tmp_path)
    shutil.copytree(before, tmp_path / ".cache")
    edit(project, 1)

    assert [] == differences(project)


@pytest.mark.parametrize("seed", range(int(os.environ.get("CX_EDIT_SEQUENCES", "1"))))
def test_after_any_edits_a_build_is_as_one_that_knows_nothing(tmp_path: Path, seed: int):
    project = Project(tmp_path)
    project.built("kept")
    edits = [*enumerate(random.Random(seed).sample(EDITS, len(EDITS)), 1)]

    for some in (edits[at : at + 4] for at in range(0, len(edits), 4)):
        for n, edit in some:
            edit(project, n)

        assert [] == differences(project, hash_seed=seed + 1), some


def test_nothing_is_made_a_second_time(tmp_path: Path):
    project = Project(tmp_path / "here")
    project.built("site")
    kept = project.kept
    project.root = project.root.rename(tmp_path / "there")

    project.built("site", hash_seed=1)  # which sets the order of sets

    assert 50 < len(kept)
    assert kept == project.kept


def test_a_page_that_shows_when_it_was_built_is_built_again(tmp_path: Path):
    project = Project(tmp_path)
    template(project, 0)
    day = "{% extends 'base.html' %}{% block footer %}{{ build_date_utc }}{% endblock %}"
    project.write("own/main.html", day)
    project.built("site", now=1)

    project.built("site", now=86400)

    assert "1970-01-02" in (tmp_path / "site/one/index.html").read_text("utf-8")


def test_what_others_have_a_say_in_is_made_again(tmp_path: Path):
    project = Project(tmp_path)
    project.write(
        "own.py", "def on_page_content(html, **_):\n    return f'{html}{open(\"n\").read()}'"
    )
    project.settings["hooks"] = ["own.py"]
    project.write("n", "one")
    project.built("site")
    project.write("n", "two")

    project.built("site")

    assert "two" in (tmp_path / "site/one/index.html").read_text("utf-8")


@pytest.mark.parametrize("options", [(), ("-q",)], ids=["told", "quiet"])
def test_what_mkdocs_says_of_links_it_says_in_each_build(tmp_path: Path, options: tuple[str, ...]):
    project = Project(tmp_path)
    broken = "[A](two.md) [B](terms.md#nowhere) [C](#nothing) [D](/one/)"
    project.write("docs/en/new.md", PAGE.format(title="New", text=broken))
    project.built("site", *options)

    first, second = project.built("site"), project.built("site")

    assert 4 <= first.count("docs/en/new.md" if "docs/en/new.md" in first else "en/new.md")
    assert first == second
