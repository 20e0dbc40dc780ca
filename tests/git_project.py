"""A project with a history, in a folder of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import Result

from command import cx

__all__ = ["GitProject", "copied_guide"]

SETTINGS = """\
site_name: Small guide
nav: [index.md, score.md]
plugins:
  - cx-translations
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, name: English, default: true}
        - {locale: cs, name: Čeština}
        - {locale: sr, name: Српски}
"""
CATALOG = 'msgctxt "site/name"\nmsgid "Small guide"\nmsgstr "{}"\n'
FILES = {
    "docs/locale/cs.po": CATALOG.format("Malý průvodce"),
    "docs/locale/sr.po": CATALOG.format("Мали водич"),
    "docs/en/index.md": "# Guide { #guide }\n\nWelcome to [scores](score.md).\n",
    "docs/cs/index.md": "# Průvodce { #guide }\n\nVítejte u\u00a0[skóre](score.md).\n",
    "docs/sr/index.md": "# Водич { #guide }\n\nДобро дошли до [оцена](score.md).\n",
    "docs/en/score.md": (
        "---\ntitle: Score\n---\n\n# Score { #score }\n\nA survey of customers gives it.\n\n"
        "## Formula { #formula }\n\nPromoters minus detractors.\n\n"
        "## Limits { #limits }\n\nIt says little of a single person.\n"
    ),
    "docs/cs/score.md": (
        "---\ntitle: Skóre\n---\n\n# Skóre { #score }\n\nVychází z\u00a0průzkumu zákazníků.\n\n"
        "## Vzorec { #formula }\n\nPromotéři minus kritici.\n\n"
        "## Meze { #limits }\n\nO\u00a0jednotlivci říká málo.\n"
    ),
}


@dataclass(frozen=True)
class GitProject:
    """Two pages in English and Czech, one of them in Serbian as well."""

    root: Path

    @classmethod
    def begun(cls, root: Path) -> GitProject:
        """The project, all of its sections current, after its first commit."""
        project = cls(root)
        project.write("mkdocs.yml", SETTINGS)
        for path, text in FILES.items():
            project.write(path, text)
        project.git("init", "-q", "-b", "main")
        for tag in ("cs", "sr"):
            assert 0 == project.cx("i18n", "done", tag, "--all").exit_code
        project.commit("Begin")
        return project

    def git(self, *arguments: str) -> str:
        names = ("-c", "user.name=A", "-c", "user.email=a@guide.example")
        done = subprocess.run(
            ["git", *names, *arguments], cwd=self.root, capture_output=True, text=True, check=True
        )
        return done.stdout

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def write(self, path: str, text: str) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert old in text
        self.write(path, text.replace(old, new))

    def cx(self, *arguments: str) -> Result:
        return cx(*arguments, "-f", str(self.root / "mkdocs.yml"))

    def reviewed(self, *arguments: str) -> Result:
        """What a reviewer of the present branch is told."""
        return self.cx("i18n", "check", "--changed-since", "main", *arguments)

    def stale(self) -> dict[str, list[str]]:
        """The stale sections by language, as programs are told."""
        answer = self.cx("i18n", "status", "--format", "json")
        assert 0 == answer.exit_code, answer.output
        languages: dict[str, Any] = json.loads(answer.stdout)["languages"]
        return {
            tag: [
                f"{page['path']}#{section['id']}"
                for page in one["pages"]
                for section in page["sections"]
                if section["state"] == "stale"
            ]
            for tag, one in languages.items()
            if "follows" not in one
        }


def copied_guide(root: Path, folder: Path) -> GitProject:
    """A copy of the guide's own sources, without a history."""
    shutil.copytree(root / "docs", folder / "docs")
    for name in ("calculators", "plugins"):
        (folder / name).symlink_to(root / name)
    shutil.copy(root / "mkdocs.yml", folder)
    return GitProject(folder)
