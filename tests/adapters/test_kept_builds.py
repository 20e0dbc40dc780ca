"""A build that takes from what it kept is the same as one that knows nothing.

Byte for byte, and MkDocs says the same of its links.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from small_project import CATALOG, PAGE, Project


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
