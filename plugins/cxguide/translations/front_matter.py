"""The settings at the head of a page, and what keeps MkDocs from reading them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

import yaml

from cxguide.core.most_pages import MOST_PAGES
from cxguide.core.places import Place, SourceError, nearest

__all__ = ["first_line_after", "front_matter", "front_matter_faults"]

SETTINGS = ("title", "description", "reviewed", "keywords")
"""The settings of a page that readers and search engines see."""

_KNOWN = r"(title|description|reviewed|keywords|template|hide|icon|status|search|tags|date):"
_SLIPS = (
    (
        re.compile(rf"(?P<found>--|-{{4,}})[ ]*\n{_KNOWN}"),
        "the front matter begins with {found!r}",
        "write three hyphens, '---', before it and after it",
    ),
    (
        re.compile(rf"\s+---[ ]*\n{_KNOWN}"),
        "the front matter does not begin at the very beginning of the file",
        "remove what stands before its first '---', also spaces and empty lines",
    ),
    (
        re.compile(rf"{_KNOWN}[ ].*\n([^\n]+\n)*?---[ ]*$", re.M),
        "the front matter does not begin with '---'",
        "write '---' in a line before it",
    ),
    (
        re.compile(rf"---[ ]*\n([^\n]*\n){{0,9}}?{_KNOWN}"),
        "the front matter that begins here has no end",
        "write three hyphens, '---', alone in a line after its last setting",
    ),
)
"""Pages whose settings MkDocs would show as text: how they begin, the problem, the remedy."""


def first_line_after(lines: Sequence[str]) -> int:
    """Index of the first line after the front matter."""
    if lines and lines[0].strip() == "---":
        for index in range(1, len(lines)):
            if lines[index].strip() in {"---", "..."}:
                return index + 1
    return 0


@lru_cache(maxsize=MOST_PAGES)  # reading YAML takes longer than all else that is done with a page
def front_matter(text: str) -> Mapping[str, tuple[str, int]]:
    r"""The settings of a page that are texts, as they are written, each with its line.

    Empty where it has none, or where they cannot be read, which `front_matter_faults` tells.

    >>> front_matter("---\ntitle: Home\nen: 0912345\n---\n\nWords\n")["en"]
    ('0912345', 3)
    """
    lines = text.splitlines()
    end = first_line_after(lines)
    try:
        # Not `safe_load`: of a fingerprint it would make a number.
        root = yaml.compose("\n".join(lines[1 : end - 1]), Loader=yaml.BaseLoader) if end else None
    except yaml.YAMLError:
        return {}
    if not isinstance(root, yaml.MappingNode):
        return {}
    return {
        str(key.value): (str(value.value), key.start_mark.line + 2)
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)
    }


def front_matter_faults(
    text: str, file: str, templates: Collection[str] = ()
) -> Iterator[SourceError]:
    """What MkDocs would show as text, or not understand, without a word.

    Args:
        text: of the page.
        file: the page as an editor knows it.
        templates: what `template` may say, if that is known.
    """
    lines = text.splitlines()
    end = first_line_after(lines)
    if end:
        yield from _written_faults(lines[:end], file, templates)
        return
    for pattern, problem, fix in _SLIPS:
        if found := pattern.match(text):
            yield SourceError(Place(file), problem.format(**found.groupdict()), fix=fix)
            return


def _written_faults(
    lines: Sequence[str], file: str, templates: Collection[str]
) -> Iterator[SourceError]:
    """The faults of front matter that has its beginning and its end."""
    try:
        # Days stay texts: one that does not exist would stop YAML without saying where it stands.
        content = yaml.load("\n".join(lines[1:-1]), Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        yield SourceError(
            Place(file, mark.line + 2, mark.column + 1) if mark else Place(file),
            f"the front matter cannot be read: {error.problem or error.context}",
            fix="write 'name: text', one a line; a text with ':', '[', '{', '#' or quotes in it "
            "stands between single quotes",
        )
        return
    if not isinstance(content, dict):
        if content is not None and lines[1].strip():  # else it is a text between two rules
            yield SourceError(
                Place(file, 2),
                f"the front matter is not a list of settings: {str(content)[:40]!r}",
                fix="write 'title: ...' and 'description: ...', one a line, or remove it",
            )
        return
    for key, value in content.items():
        number = next((n for n, line in enumerate(lines, 1) if line.startswith(str(key))), 1)
        close = nearest(str(key), SETTINGS, likeness=0.8)
        if close is not None and close != key:
            yield SourceError(
                Place(file, number), f"unknown setting {key!r}", fix=f"write {close!r}"
            )
        if key == "template" and templates and value not in templates:
            close = nearest(str(value), templates)
            yield SourceError(
                Place(file, number),
                f"there is no template {value!r}",
                fix=f"write {close!r}" if close else "remove the setting",
            )
