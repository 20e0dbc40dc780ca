"""What `mkdocs serve` shows when files are saved: pages at once, the whole site behind them."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from small_project import CATALOG, PAGE, Project

pytestmark = pytest.mark.xdist_group("preview")  # one server for all

RELOADS = re.compile(r"livereload\((\d+), (\d+)\);")
SECONDS = 120
BEGINS, ENDS = "Building documentation...", "whole site is up to date"


@dataclass
class Preview:
    """A served project.

    Attributes:
        project: its sources.
        address: of its home page.
        log: what the server has said.
    """

    project: Project
    address: str
    log: Path

    def page(self, path: str) -> str:
        """What is served for a path, also when that is an error."""
        try:
            with urlopen(self.address + path, timeout=SECONDS) as answer:
                return answer.read().decode()
        except HTTPError as error:
            return error.read().decode()

    def page_with(self, path: str, text: str) -> str:
        """What is served once this text is in it."""
        return self.when(lambda: self.page(path), lambda html: text in html)

    def when(self, look: Callable[[], str], is_there: Callable[[str], bool]) -> str:
        """What is seen once something is there."""
        end = time.monotonic() + SECONDS
        while not is_there(seen := look()):
            assert time.monotonic() < end, self.said
            time.sleep(0.01)
        return seen

    @property
    def said(self) -> str:
        return self.log.read_text("utf-8")

    def after_whole_build(self, save: Callable[[], None]) -> None:
        """Save something, and wait until the site is built whole."""
        before = self.said.count(ENDS)
        save()
        self.when(lambda: self.said, lambda said: said.count(ENDS) > before)
        self.when(lambda: self.said, lambda said: said.rstrip().endswith("Reloading browsers"))

    def told_of_change(self, path: str) -> Callable[[], bool]:
        """Look at a page in a browser; whether that was told by now to load it again."""
        [(epoch, request)] = RELOADS.findall(self.page(path))
        wanted = Request(
            f"{self.address}livereload/{epoch}/{request}",
            headers={"Referer": self.address + path},
        )
        told: list[bool] = []

        def poll() -> None:
            with urlopen(wanted, timeout=2 * SECONDS) as answer:
                told.append(int(answer.read()) > int(epoch))

        Thread(target=poll, daemon=True).start()
        return lambda: True in told


def text_of(html: str) -> str:
    """A page without what MkDocs puts in for browsers to hear of changes."""
    return html[: html.rindex("<script>")]


def free_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    project = Project(tmp_path_factory.mktemp("preview"))
    project.settings["site_url"] = ""
    project.settings["watch"] = ["docs/metrics"]
    port, log = free_port(), project.root / "log"
    with log.open("wb") as out:
        server = project.run("serve", "-a", f"127.0.0.1:{port}", out=out)
    served = Preview(project, f"http://127.0.0.1:{port}/", log)
    served.when(lambda: served.said, lambda said: "Serving on" in said)
    yield served
    server.terminate()
    server.wait()


def save_page(preview: Preview, text: str, language: str = "en") -> None:
    title = {"en": "One", "sr": "Један"}[language]
    preview.project.write(f"docs/{language}/one.md", PAGE.format(title=title, text=text))


@pytest.mark.parametrize(("language", "path"), [("en", "one/"), ("sr", "sr/one/")])
def test_a_saved_page_is_served_as_the_whole_build_makes_it(
    preview: Preview, language: str, path: str
):
    before = preview.said.count(BEGINS)
    seen = []

    def save() -> None:
        save_page(preview, f"Quick in {language}, How Brands Grow.", language)
        seen.append(preview.page_with(path, f"Quick in {language}"))
        assert before == preview.said.count(BEGINS)

    preview.after_whole_build(save)

    assert text_of(seen[0]) == text_of(preview.page(path))


def test_those_browsers_alone_load_again_whose_page_has_changed(preview: Preview):
    is_told, is_other_told = preview.told_of_change("one/"), preview.told_of_change("map/")

    preview.after_whole_build(lambda: save_page(preview, "A change that nobody else shows."))

    preview.when(lambda: str(is_told()), lambda told: told == "True")
    assert not is_other_told()
    preview.after_whole_build(lambda: preview.project.draw(1))
    preview.when(lambda: str(is_other_told()), lambda told: told == "True")


def test_a_fault_is_shown_in_the_page_and_goes_when_it_is_mended(preview: Preview):
    is_told = preview.told_of_change("map/")
    save_page(preview, "A fault.\n\n```calculator\nmetric: visitors\n```\n\n")
    shown = preview.page_with("map/", "could not be built")
    assert "one.md:6:9" in shown
    assert 1 == shown.count("visitors"), shown
    preview.when(lambda: str(is_told()), lambda told: told == "True")

    save_page(preview, "Mended.")
    assert "Mended" in preview.page_with("one/", "Mended")
    assert "could not be built" not in preview.page("map/")


@pytest.mark.parametrize(
    ("save", "path", "text"),
    [
        (lambda one: one.count(4), "", "7"),
        (lambda one: one.draw(2), "map/", "Map 2"),
        (lambda one: one.write("docs/locale/sr.po", CATALOG.format(9, "x")), "sr/", "Посете 9"),
    ],
    ids=["metric", "map", "catalog"],
)
def test_what_other_files_say_comes_with_the_whole_site(
    preview: Preview, save: Callable[[Project], None], path: str, text: str
):
    preview.after_whole_build(lambda: save(preview.project))

    assert text in preview.page(path)


def test_pages_that_are_new_or_gone_come_and_go_with_the_whole_site(preview: Preview):
    new = preview.project.root / "docs/en/new.md"

    preview.after_whole_build(lambda: preview.project.write("docs/en/new.md", "# New { #new }\n"))
    assert "New" in preview.page("new/")

    preview.after_whole_build(new.unlink)
    assert "New" not in preview.page("new/")


def test_a_save_stops_the_build_whose_sources_it_has_changed(preview: Preview):
    begun, done = (preview.said.count(one) for one in (BEGINS, ENDS))

    def save() -> None:
        preview.project.draw(4)
        preview.when(lambda: preview.said, lambda said: said.count(BEGINS) > begun)
        assert "Map" in preview.page("map/")  # of the last site, for which nobody has to wait
        assert done == preview.said.count(ENDS)
        save_page(preview, "Saved meanwhile.")

    preview.after_whole_build(save)

    assert "Error building" not in preview.said  # the page is built within the last whole site
    preview.page_with("one/", "Saved meanwhile.")
    preview.page_with("map/", "Map 4")
    assert preview.said.count(BEGINS) - begun > preview.said.count(ENDS) - done


def test_what_is_saved_during_a_build_is_not_lost(preview: Preview):
    def save() -> None:
        preview.project.draw(5)
        for n in range(5):
            save_page(preview, f"Saved {n} times.")
            time.sleep(0.3)

    preview.after_whole_build(save)

    preview.page_with("one/", "Saved 4 times")
    preview.page_with("map/", "Map 5")
