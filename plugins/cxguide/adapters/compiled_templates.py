"""Templates of the theme, compiled once for all languages of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket

__all__ = ["compile_once"]


class _Compiled(BytecodeCache):
    """In memory alone: a file with code would be one that a pull request could bring along.

    Jinja asks for a template by its file, and takes what is kept only for the same text.
    """

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if (kept := self._kept.get(bucket.key)) is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def compile_once(env: Environment) -> None:
    """Let a theme's templates be compiled for the first language, and after that when they change.

    MkDocs makes an environment for each language, and for each build of a preview.
    """
    env.bytecode_cache = _COMPILED
