"""Whenever a build is killed, the site is a whole one and what is kept can be used."""

from __future__ import annotations

import os
import random
import subprocess
import time
from pathlib import Path

from small_project import PAGE, Project

KILLS = int(os.environ.get("CX_KILLS", "4"))


def change(project: Project, n: int) -> None:
    """Change the texts of every kind of source."""
    for language in ("en", "sr"):
        project.write(f"docs/{language}/one.md", PAGE.format(title="One", text=f"Text {n}."))
    project.count(n)
    project.draw(n)
    project.explain(n)


def test_a_killed_build_leaves_a_whole_site_and_a_store_that_can_be_used(tmp_path: Path):
    project, draw = Project(tmp_path), random.Random(KILLS)
    sites = []
    for n in (0, 1):
        change(project, n)
        begun = time.monotonic()
        project.built(f"clean-{n}", cache=f"nothing-{n}")
        longest = time.monotonic() - begun
        sites.append(project.files(f"clean-{n}"))
    project.built("site")

    for kill in range(KILLS):
        change(project, kill % 2)
        building = project.run("build", "-d", "site", out=subprocess.DEVNULL)
        time.sleep(draw.uniform(0, longest))
        building.kill()
        building.wait()
        assert project.files("site") in sites

    for n in (0, 1):
        change(project, n)
        project.built("site")
        assert sites[n] == project.files("site")
