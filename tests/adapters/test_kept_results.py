"""Results that one build keeps for the next."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from secrets import token_hex

import pytest

from cxguide.adapters import kept_results
from cxguide.adapters.kept_results import KeptResults
from tiny_site import Site

DAY = 24 * 60 * 60


def unmade() -> str:
    pytest.fail("the result is there")


def store(folder: Path, software: str = "1") -> KeptResults:
    return KeptResults(folder / "cache" / "results.sqlite", software)


def keep(kept: KeptResults, **results: str) -> None:
    for told, text in results.items():
        kept.made("kind", told, lambda text=text: text)
    kept.keep()


def found(kept: KeptResults, told: str) -> str:
    return kept.made("kind", told, lambda: "made anew")


def test_a_result_is_made_once_for_all_builds(tmp_path: Path):
    keep(store(tmp_path), a="žluť")

    assert "žluť" == store(tmp_path).made("kind", "a", unmade)


def test_a_result_is_made_once_in_a_build(tmp_path: Path):
    kept = store(tmp_path)
    kept.made("kind", "a", lambda: "b")

    assert "b" == kept.made("kind", "a", unmade)


@pytest.mark.parametrize(
    ("kind", "told", "software"), [("kind", "b", "1"), ("other", "a", "1"), ("kind", "a", "2")]
)
def test_what_is_made_from_something_else_is_made(
    tmp_path: Path, kind: str, told: str, software: str
):
    keep(store(tmp_path), a="old")

    assert "new" == store(tmp_path, software).made(kind, told, lambda: "new")


def test_what_cannot_be_made_is_not_kept(tmp_path: Path):
    kept = store(tmp_path)
    with pytest.raises(ZeroDivisionError):
        kept.made("kind", "a", lambda: str(1 // 0))
    kept.keep()

    assert "made anew" == found(store(tmp_path), "a")


def test_it_may_be_deleted_while_a_build_runs(tmp_path: Path):
    kept = store(tmp_path)
    keep(kept, a="1")
    (tmp_path / "cache" / "results.sqlite").unlink()
    keep(kept, b="2")

    assert ["made anew", "2"] == [found(store(tmp_path), "a"), found(store(tmp_path), "b")]


@pytest.mark.parametrize("content", [b"", b"no store", b"SQLite format 3\0" + b"\1" * 5000])
def test_a_broken_store_is_begun_anew(tmp_path: Path, content: bytes):
    file = tmp_path / "cache" / "results.sqlite"
    file.parent.mkdir()
    file.write_bytes(content)
    kept = store(tmp_path)

    assert "made anew" == found(kept, "a")
    kept.keep()
    assert "made anew" == store(tmp_path).made("kind", "a", unmade)


def test_a_broken_result_is_made_anew(tmp_path: Path):
    keep(store(tmp_path), a="1")
    with sqlite3.connect(tmp_path / "cache" / "results.sqlite") as opened:
        opened.execute("UPDATE result SET value = substr(value, 1, 5)")

    assert "made anew" == found(store(tmp_path), "a")


def test_a_store_that_nobody_may_write_is_as_good_as_none(tmp_path: Path):
    (tmp_path / "cache").write_text("a file", "utf-8")

    keep(store(tmp_path), a="1")

    assert "made anew" == found(store(tmp_path), "a")


def test_what_no_build_has_needed_for_long_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    now = time.time()
    keep(store(tmp_path), old="1", used="2")
    monkeypatch.setattr(time, "time", lambda: now + 10 * DAY)
    again = store(tmp_path)
    again.made("kind", "used", unmade)
    again.keep()
    monkeypatch.setattr(time, "time", lambda: now + 20 * DAY)
    keep(store(tmp_path), new="3")

    names = ("old", "used", "new")
    assert ["made anew", "2", "3"] == [found(store(tmp_path), one) for one in names]


def test_it_does_not_grow_without_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(kept_results, "MOST_BYTES", 1000)
    now = time.time()
    for day, name in enumerate(("a", "b", "c")):
        monkeypatch.setattr(time, "time", lambda day=day: now + day * DAY)
        keep(store(tmp_path), **{name: token_hex(400)})  # half as many bytes, packed

    assert "made anew" == found(store(tmp_path), "a")
    assert "made anew" != found(store(tmp_path), "c")
    with sqlite3.connect(tmp_path / "cache" / "results.sqlite") as opened:
        assert opened.execute("SELECT sum(length(value)) FROM result").fetchone()[0] <= 1000


def test_a_store_in_which_somebody_writes_for_long_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(kept_results, "_WAIT_S", 0.1)
    keep(store(tmp_path), a="1")
    other = sqlite3.connect(tmp_path / "cache" / "results.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    kept = store(tmp_path)
    keep(kept, b="2")
    other.execute("ROLLBACK")
    other.close()

    kept.keep()  # what it could not write before

    assert ["1", "2"] == [found(store(tmp_path), one) for one in ("a", "b")]


def test_also_an_empty_result_is_made_once(tmp_path: Path):
    kept = store(tmp_path)
    kept.made("kind", "a", lambda: "")

    assert "" == kept.made("kind", "a", unmade)


def test_several_texts_are_kept_by_their_names(tmp_path: Path):
    kept = store(tmp_path)
    made = kept.files("kind", "a", lambda: [("a.html", "1"), ("b.js", "ž")])
    kept.keep()

    assert {"a.html": "1", "b.js": "ž"} == made == store(tmp_path).files("kind", "a", unmade)


def test_whichever_plugin_a_site_has_its_results_are_kept(tmp_path: Path):
    site = Site(tmp_path, {"site_name": "A", "theme": "mkdocs", "plugins": ["cx-pages"]})
    site.write("docs/index.md", "# A\n\n| B | C |\n| - | - |\n| 1 | 2 |\n")
    site.built()

    with sqlite3.connect(tmp_path / ".cache/cx-results.sqlite") as opened:
        assert opened.execute("SELECT count(*) FROM result").fetchone()[0]


def test_builds_at_the_same_time_keep_what_each_has_made(tmp_path: Path):
    code = """
import sys
from pathlib import Path
from cxguide.adapters.kept_results import KeptResults
for n in range(20):
    kept = KeptResults(Path(sys.argv[1]), "1")
    kept.made("kind", f"{sys.argv[2]}-{n}", lambda: "1")
    kept.keep()
"""
    file = str(tmp_path / "results.sqlite")
    running = [subprocess.Popen([sys.executable, "-c", code, file, name]) for name in "ab"]

    assert [0, 0] == [one.wait() for one in running]
    with sqlite3.connect(file) as opened:
        assert (40,) == opened.execute("SELECT count(*) FROM result").fetchone()
