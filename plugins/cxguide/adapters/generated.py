"""Files that the plugins add to the built site."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cxguide.core.built_pages import file_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["json_text", "write_files"]


def write_files(texts: Mapping[str, str], config: MkDocsConfig) -> None:
    """Write texts to their addresses in the site."""
    for address, text in texts.items():
        path = file_of(Path(config.site_dir), address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def json_text(data: Mapping[str, object]) -> str:
    """Data as a file for programs, readable for people as well."""
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
