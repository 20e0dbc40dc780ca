"""What all tests share."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from guide_site import ROOT, Guide, built

# Material prints its end-of-life notice on every run.
os.environ["NO_MKDOCS_2_WARNING"] = "1"

# No test may fail because a machine is busy; on the forge every run tries the same examples.
settings.register_profile("guide", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("guide")


MOST_CASES = {"browser": 4, "slow": 12}
"""Of a test with such a mark, in a run of the whole suite; of others all."""


@pytest.fixture(scope="session")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The real guide, built once for all workers."""
    return built_once("guide", tmp_path_factory)


@pytest.fixture(scope="session")
def pseudo_guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The guide in the pseudo-language, built once for all workers."""
    return built_once("pseudo-guide", tmp_path_factory, CX_PSEUDO="true")


def built_once(name: str, factory: pytest.TempPathFactory, **variables: str) -> Guide:
    """The guide as an environment wants it, under a name that all workers share."""
    is_worker = "PYTEST_XDIST_WORKER" in os.environ
    folder = factory.getbasetemp()
    shared = (folder.parent if is_worker else folder) / name
    log = shared / "log.txt"
    with FileLock(f"{shared}.lock"):
        if log.exists():
            return Guide(shared / "site", log.read_text("utf-8"))
        guide = built(shared / "site", **variables)
        log.write_text(guide.log, "utf-8")
        return guide


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="write the golden files anew; review the diff as code",
    )
    parser.addoption(
        "--every",
        action="store_true",
        help="every case of every test: each page in each language on each screen; about an hour",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Who names files wants all of them; the workers are told of it as of an option."""
    names_files = config.args_source == pytest.Config.ArgsSource.ARGS
    config.option.every |= names_files or config.option.update_cases


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave some cases of tests that take long: always the same, of every language."""
    if config.option.every:
        return
    cases: defaultdict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        cases[item.nodeid.partition("[")[0]].append(item)
    left_out = {item for some in cases.values() for item in _drawn(some)[_most(some) :]}
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=[*left_out])


def _drawn(items: list[pytest.Item]) -> list[pytest.Item]:
    """In an order that looks drawn by lot, so that no language or screen is always left out."""
    return sorted(items, key=lambda item: sha256(item.nodeid.encode()).digest())


def _most(items: list[pytest.Item]) -> int:
    marked = (most for mark, most in MOST_CASES.items() if items[0].get_closest_marker(mark))
    return min(marked, default=len(items))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with its golden file, or writes the file under --update-cases."""

    def compare(path: Path, actual: str) -> None:
        if request.config.getoption("--update-cases"):
            path.write_text(actual, "utf-8")
        assert path.read_text("utf-8") == actual

    return compare
