"""The real guide, built once for each worker."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html


@dataclass(frozen=True)
class Guide:
    """The built site and what the build said."""

    folder: Path
    log: str

    def page(self, path: str) -> html.HtmlElement:
        """A page by its address, such as `/th/metrics/nps/`."""
        file = self.folder / path.strip("/")
        return html.parse(file / "index.html" if file.is_dir() else file).getroot()


@pytest.fixture(scope="session")
def guide(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return Guide(*built(root, tmp_path_factory.mktemp("guide") / "site"))


def built(root: Path, folder: Path) -> tuple[Path, str]:
    """The guide built strictly into `folder`, and the log of the build."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder, done.stderr
