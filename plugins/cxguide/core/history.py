"""Earlier versions of the files of a project, as git keeps them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

__all__ = ["History", "NoHistory", "Version"]


class NoHistory(Exception):
    """There is no earlier version to be asked; says why, and how to get them."""


@dataclass(frozen=True, slots=True)
class Version:
    """A file as it was after a commit.

    Attributes:
        commit: its full name.
        day: of the commit, as ISO has it.
        text: of the file.
    """

    commit: str
    day: str
    text: str


class History:
    """The history of the project in a folder, or of a larger one around it."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @cached_property
    def is_kept(self) -> bool:
        """Whether there is a history at all, with one commit at least."""
        try:
            return bool(self._git("rev-parse", "--verify", "HEAD"))
        except NoHistory:
            return False

    @cached_property
    def is_shallow(self) -> bool:
        """Whether its older part was left out when it was copied."""
        return self._git("rev-parse", "--is-shallow-repository").strip() == "true"

    @cached_property
    def prefix(self) -> str:
        """The way from the repository's root to the project: `web/site/`, or nothing."""
        try:
            return self._git("rev-parse", "--show-prefix").strip()
        except NoHistory:
            return ""

    def versions(self, file: str) -> Iterator[Version]:
        """The versions of a file, the newest first, under whatever name it had.

        Args:
            file: relative to the project.

        Raises:
            NoHistory: there is no git, or no repository.
        """
        mark = "\x1e"
        log = self._git(
            "log", "--follow", "--name-only", "--relative", f"--format={mark}%H %cs", "--", file
        )
        for entry in log.split(mark)[1:]:
            head, _, names = entry.partition("\n")
            commit, _, day = head.partition(" ")
            if (text := self.text_at(commit, names.strip().splitlines()[-1])) is not None:
                yield Version(commit, day, text)

    def text_at(self, revision: str, file: str) -> str | None:
        """A file as it was; `None` where it did not exist.

        Raises:
            NoHistory: there is no git, or no such revision.
        """
        self._git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        try:
            return self._git("show", f"{revision}:./{file}")
        except NoHistory:
            return None

    def branched_at(self, revision: str) -> str:
        """The commit at which the present work left a branch.

        Raises:
            NoHistory: there is no git, no such revision, or nothing in common with it.
        """
        return self._git("merge-base", revision, "HEAD").strip()

    def changed_files(self, since: str) -> tuple[str, ...]:
        """The files that differ from a revision, new ones included, in order.

        Raises:
            NoHistory: there is no git, or no such revision.
        """
        known = self._git("diff", "--name-only", "--relative", "-z", since, "--").split("\0")
        new = self._git("ls-files", "--others", "--exclude-standard", "-z").split("\0")
        return tuple(sorted({*known, *new} - {""}))

    def messages(self, since: str) -> str:
        """What the commits after a revision say.

        Raises:
            NoHistory: there is no git, or no such revision.
        """
        return self._git("log", "--format=%B", f"{since}..HEAD")

    def _git(self, *arguments: str) -> str:
        try:
            done = subprocess.run(
                ["git", "-c", "core.quotePath=false", *arguments],
                cwd=self._root,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            raise NoHistory(
                "git is not installed; earlier versions are known to it alone"
            ) from None
        if done.returncode:
            told = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise NoHistory(told[0] if told else f"git {arguments[0]} found nothing")
        return done.stdout.decode("utf-8", "replace")
