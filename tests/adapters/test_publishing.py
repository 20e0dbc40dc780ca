"""A build takes the place of the last good site when it is complete, and not before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from mkdocs.config import load_config

if TYPE_CHECKING:
    from tiny_site import Site


@pytest.mark.parametrize("tag", ["en", "cs"])  # the first build, and one inside it
def test_a_failed_build_leaves_the_last_site_as_it_was(site: Site, tag: str) -> None:
    site.built()
    before = site.files()
    site.write(f"docs/{tag}/index.md", "# Guide { #guide }\n\n[nowhere](missing.md)\n")

    result = site.build("--strict")

    assert result.returncode == 1, result.stderr
    assert site.files() == before
    assert leftovers(site.root) == []


def test_a_build_that_breaks_off_leaves_the_last_site_as_it_was(site: Site) -> None:
    assert site.build().returncode == 0
    before = site.files()
    site.write("docs/th/index.md", "# คู่มือ { #guide }\n\nข้อความ\n")
    site.write("hook.py", "def on_page_content(html, page, **_):\n    1 / (page.url != 'th/')\n")
    site.config["hooks"] = ["hook.py"]

    result = site.build()

    assert result.returncode == 1, result.stderr
    assert site.files() == before
    assert leftovers(site.root) == []


def test_a_build_with_warnings_is_published_when_it_may_have_some(site: Site) -> None:
    site.write("docs/cs/index.md", "# Průvodce { #guide }\n\n[nikam](missing.md)\n")

    result = site.build()

    assert result.returncode == 0, result.stderr
    assert "nikam" in site.text("cs/index.html")
    assert leftovers(site.root) == []


def test_a_new_build_leaves_nothing_of_the_last_one(site: Site) -> None:
    site.write("site/old/index.html", "old")
    site.write("site/.nojekyll", "")

    site.build("--strict")

    assert not (site.folder / "old").exists()
    assert (site.folder / ".nojekyll").exists()


def test_the_same_sources_give_the_same_bytes_on_another_day(
    site: Site, built_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    site.build("--strict")
    assert site.files() == built_site.files()


@pytest.mark.parametrize("command", ["build", "serve"])
@pytest.mark.parametrize("dirty", [False, True])
def test_a_dirty_build_alone_writes_into_the_last_site(
    site: Site, command: Literal["build", "serve"], dirty: bool
) -> None:
    site.build()
    config = load_config(str(site.root / "mkdocs.yml"))

    config.plugins.on_startup(command=command, dirty=dirty)
    config.plugins.on_config(config)
    during = Path(config.site_dir)
    config.plugins.on_build_error(error=RuntimeError())

    assert dirty == (during == site.folder)


def test_after_an_error_the_configuration_names_the_site_again(site: Site) -> None:
    site.build()
    config = load_config(str(site.root / "mkdocs.yml"))

    config.plugins.on_startup(command="build", dirty=False)
    config.plugins.on_config(config)
    during = Path(config.site_dir)
    config.plugins.on_build_error(error=RuntimeError())

    assert during != site.folder
    assert not during.exists()
    assert Path(config.site_dir) == site.folder


def leftovers(folder: Path) -> list[str]:
    """Hidden files and folders of a project, beside what the next build takes from this one."""
    return [path.name for path in folder.glob(".*") if path.name != ".cache"]
