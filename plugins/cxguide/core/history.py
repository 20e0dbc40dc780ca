"""Earlier versions of the files of a project, as git keeps them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import suppress
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
        found = self._listed("--follow", "--", file)
        names = {name for _, _, name in found}
        # Following names, git leaves merges out, also those whose text is that of no parent.
        if merged := [one for one in self._merged if one[2] in names]:
            rank = {commit: at for at, commit in enumerate(self._git("rev-list", "HEAD").split())}
            found = sorted({*found, *merged}, key=lambda one: rank[one[0]])
        for commit, day, name in found:
            if (text := self.text_at(commit, name)) is not None:
                yield Version(commit, day, text)

    @cached_property
    def _merged(self) -> list[tuple[str, str, str]]:
        """Commit, day and name of the files that a merge wrote in a way of its own."""
        inside = self._git("rev-parse", "--show-prefix").strip()
        return [
            (commit, day, name.removeprefix(inside))
            # git 2.39 does not tell of merges with --relative in a folder of a repository
            for commit, day, name in self._listed("--no-relative", "--merges", "-c")
            if name.startswith(inside)
        ]

    def _listed(self, *arguments: str) -> list[tuple[str, str, str]]:
        """Commit, day and name of the files that commits changed, the newest first."""
        mark, found = "\x1e", list[tuple[str, str, str]]()
        log = self._git("log", "--name-only", "--relative", f"--format={mark}%H %cs", *arguments)
        for entry in log.split(mark)[1:]:
            head, _, names = entry.partition("\n")
            commit, _, day = head.partition(" ")
            found += [(commit, day, name) for name in names.strip().splitlines()]
        return found

    def last_days(self, folder: str = ".") -> dict[str, str]:
        """The day on which each file of a folder was last changed by a commit, as ISO has it.

        Git is asked once, however many files there are. What has not been committed counts for
        nothing. Empty where nobody can know: without git, and in a copy without its older history,
        where a file that nobody has touched for long would seem to be new.

        Args:
            folder: relative to the project, as the files of the answer are.
        """
        days = dict[str, str]()
        try:
            if self.is_shallow:
                return days
            # With -c also what a merge wrote in a way of its own, which needs --no-relative.
            listed = self._listed("-c", "--no-relative", "--", folder)
        except NoHistory:
            return days
        for _, day, name in listed:
            file = name.removeprefix(self.prefix)
            days[file] = max(day, days.get(file, ""))
        return days

    def text_at(self, revision: str, file: str) -> str | None:
        """A file as it was, as other files are read; `None` where it did not exist.

        Raises:
            NoHistory: there is no git, or no such revision.
        """
        commit = self._commit(revision)
        try:
            text = self._git("show", f"{commit}:./{file}")
        except NoHistory:
            return None
        return text.removeprefix("\ufeff").replace("\r\n", "\n")

    def branched_at(self, revision: str) -> str:
        """The commit at which the present work left a branch.

        Raises:
            NoHistory: there is no git, no such revision, or nothing in common with it.
        """
        commit = self._commit(revision)
        try:
            return self._git("merge-base", commit, "HEAD").strip()
        except NoHistory:
            problem = f"{revision!r} and the present work have no commit in common"
            raise NoHistory(problem + self._rest()) from None

    def changed_files(self, since: str) -> tuple[str, ...]:
        """The files that differ from a revision, new ones included, in order.

        Raises:
            NoHistory: there is no git, or no such revision.
        """
        commit = self._commit(since)
        known = self._git("diff", "--name-only", "--relative", "-z", commit, "--").split("\0")
        new = self._git("ls-files", "--others", "--exclude-standard", "-z").split("\0")
        return tuple(sorted({*known, *new} - {""}))

    def messages(self, since: str) -> str:
        """What the commits after a revision say.

        Raises:
            NoHistory: there is no git, or no such revision.
        """
        return self._git("log", "--format=%B", f"{self._commit(since)}..HEAD")

    def _commit(self, revision: str) -> str:
        """The full name of a commit, as git can be asked for it: never an option or a range.

        Raises:
            NoHistory: there is no git, no repository, or no such revision.
        """
        if revision and not revision.startswith("-"):
            with suppress(NoHistory):
                name = f"{revision}^{{commit}}"
                found = self._git("rev-parse", "--verify", "--quiet", name).strip()
                if re.fullmatch("[0-9a-f]+", found):
                    return found
        self._git("rev-parse", "--git-dir")  # says so where there is no repository, or no git
        if not self.is_kept:
            raise NoHistory("nothing has been committed yet")
        problem = f"there is no revision {revision!r}; write a branch, a tag or a commit"
        raise NoHistory(problem + self._rest())

    def _rest(self) -> str:
        if not self.is_shallow:
            return ""
        return ". This copy lacks the older history; get it with: git fetch --unshallow"

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
