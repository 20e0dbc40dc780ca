"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Callable
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


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with its golden file, or writes the file under --update-cases."""

    def compare(path: Path, actual: str) -> None:
        if request.config.getoption("--update-cases"):
            path.write_text(actual, "utf-8")
        assert path.read_text("utf-8") == actual

    return compare
