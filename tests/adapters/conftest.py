"""Tiny sites for the tests of the plugins."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiny_site import Site, new_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return new_site(tmp_path)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same site, built once for all tests that only look at it."""
    site = new_site(tmp_path_factory.mktemp("site"))
    return site.built()
