"""Builds the guide with MkDocs and with its fork ProperDocs and compares every file.

Run by `.ci/run`; by hand: `.venv/bin/python tests/same_pages.py`.
"""

from __future__ import annotations

import filecmp
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def build(engine: str, folder: Path) -> None:
    """The guide in `folder`, strictly."""
    command = [str(Path(sys.executable).with_name(engine)), "build", "-q", "-f", "mkdocs.yml"]
    subprocess.run(
        [*command, "--strict", "-d", str(folder)],
        cwd=ROOT,
        # Each keeps its own pages: what one takes from the other would always be the same.
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "CX_CACHE": f"{folder}-kept"},
        check=True,
    )


def files(folder: Path) -> set[str]:
    """All files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def main() -> int:
    """0 when both sites are the same, apart from what each engine stamps with the time."""
    with tempfile.TemporaryDirectory() as work:
        one, other = Path(work, "mkdocs"), Path(work, "properdocs")
        build("mkdocs", one)
        build("properdocs", other)
        stamped = {"sitemap.xml.gz"}  # gzip keeps the time of its making
        names = files(one) ^ files(other)
        _, differ, broken = filecmp.cmpfiles(one, other, files(one) & files(other), shallow=False)
        wrong = sorted({*names, *differ, *broken} - stamped)
        print(f"{len(files(one))} files, {len(wrong)} differ", *wrong, sep="\n  ")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
