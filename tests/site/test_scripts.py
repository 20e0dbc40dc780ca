"""Scripts of our themes, as pages get them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rjsmin import jsmin

from cxguide.core.resources import THEMES
from cxguide.metrics.short_names import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tree_sitter import Node

SCRIPTS = sorted(THEMES.rglob("*.js"))


def words(node: Node) -> Iterator[str]:
    """The script word by word; what stands in a string or a template is one."""
    if node.type == "comment":
        return
    if node.type in {"string", "template_string", "regex"} or not node.children:
        yield node.text.decode() if node.text else ""
        return
    for child in node.children:
        yield from words(child)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_without_its_comments_says_the_same(script: Path):
    text = script.read_text("utf-8")

    small = jsmin(text)

    assert [*words(parsed(text))] == [*words(parsed(small))]
    assert len(small) < len(text)
