"""What pages depend on beside their text: settings, themes, and who else has a say."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.utils import get_build_timestamp

from cxguide.adapters.i18n import PLUGIN_CODE
from cxguide.adapters.software import files_in
from cxguide.core.digests import digest

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["has_a_say", "settings_digest", "themes_digest", "told"]

_PAGE_EVENTS = (
    *("pre_page", "page_read_source", "page_markdown", "page_content"),
    *("env", "page_context", "post_page"),
)
_KNOWN_PLUGINS = ("cxguide.", PLUGIN_CODE)
_KNOWN_CODE = ("cxguide.", "markdown.", "material.", "pymdownx.")
_OWN_EXTENSIONS = frozenset(
    [
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
        *("footnotes", "legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists"),
        *("smarty", "tables", "toc", "wikilinks"),
    ]
)
"""Of Python-Markdown, by their short names."""
_READ_FILES = frozenset({"pymdownx.b64", "pymdownx.snippets"})
_DAY = re.compile(rb"build_date_utc|update_date")
"""What templates of pages can show of the time at which a site is built."""
_NOT_SHOWN = frozenset(
    ["config_file_path", "dev_addr", "docs_dir", "hooks", "plugins", "site_dir", "theme", "watch"]
)
"""Settings that no page shows, and those that are told in another way."""


def has_a_say(config: MkDocsConfig) -> str | None:
    """Who could put into a page what nobody knows of; `None` when nobody could."""
    if config.hooks:
        return "hooks"
    for event in _PAGE_EVENTS:
        for method in config.plugins.events[event]:
            if not f"{method.__module__}.".startswith(_KNOWN_PLUGINS):
                return f"{method.__module__}.{method.__qualname__}"
    extensions: list[object] = [*config.markdown_extensions]
    for one in extensions:
        if not _is_known(one):
            return f"the extension {one!r}"
    for code in _functions(config.mdx_configs):
        if not f"{code.__module__}.".startswith(_KNOWN_CODE):
            return f"the function {code.__qualname__!r}"
    return None


def _is_known(extension: object) -> bool:
    if not isinstance(extension, str):
        return f"{type(extension).__module__}.".startswith("cxguide.")
    is_package = extension.startswith(("markdown.extensions.", "pymdownx."))
    return extension not in _READ_FILES and (is_package or extension in _OWN_EXTENSIONS)


def _functions(value: object) -> Iterator[Callable[..., object]]:
    if isinstance(value, Mapping):
        for one in value.values():
            yield from _functions(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _functions(one)
    elif isinstance(value, partial):
        yield from _functions([value.func, value.args, value.keywords])
    elif callable(value):
        yield value if hasattr(value, "__qualname__") else type(value)


def settings_digest(config: MkDocsConfig) -> str:
    """Differs where a page could, as the settings are for the language that is being built."""
    shown = {name: value for name, value in config.items() if name not in _NOT_SHOWN}
    theme: Any = config.theme
    # What has no options stands in no settings: our own helpers, such as the one that tells times.
    plugins = [(name, told(one.config)) for name, one in config.plugins.items() if one.config]
    look = (theme.name, sorted(theme.static_templates), told(dict(theme)))
    return digest(told(shown), plugins, look)


def told(value: object) -> object:
    """The same in plain data: functions and objects by their names, never by their place."""
    if isinstance(value, Mapping):
        return [(str(name), told(one)) for name, one in value.items()]
    if isinstance(value, list | tuple):
        return [told(one) for one in value]
    if isinstance(value, set | frozenset):
        return sorted(repr(told(one)) for one in value)
    if value is None or isinstance(value, str | int | float | Path):
        return str(value) if isinstance(value, Path) else value
    if isinstance(value, partial):
        return [told(value.func), told(value.args), told(value.keywords)]
    code = value if hasattr(value, "__qualname__") else type(value)
    return f"{code.__module__}.{code.__qualname__}"


def themes_digest(config: MkDocsConfig) -> str:
    """Differs where a template does.

    Of packages the templates alone: their pictures are many, and change with their versions.
    """
    theme: Any = config.theme
    own = theme.custom_dir
    seen = sha256()
    for folder in theme.dirs:
        paths = files_in([Path(folder)]) if folder == own else _templates(folder)
        for path in paths:
            content = path.read_bytes()
            seen.update(f"\0{path.relative_to(Path(folder).resolve())}\0".encode() + content)
            if path.suffix == ".html" and _DAY.search(content):
                seen.update(str(get_build_timestamp()).encode())
    return seen.hexdigest()


def _templates(folder: str) -> Iterator[Path]:
    for top, below, names in os.walk(Path(folder).resolve()):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield from (Path(top, name) for name in sorted(names) if name.endswith((".html", ".xml")))
