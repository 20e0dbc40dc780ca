"""One script from the modules of the element, without a JavaScript toolchain.

The modules are plain: imports stand at the top, one a line or in one brace list, names are
unique across modules, and every declaration at the top level begins and ends at the left edge
(`tests/metrics/test_bundle.py`). So joining them in the order of their imports and dropping
`import` and `export` gives the same program, and what a metric does not need can be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import rjsmin

from cxguide.metrics.browser import browser_definition
from cxguide.metrics.model import Metric

__all__ = ["bundled"]

ENTRY = "cx-calculator.js"
TABLES = ("OPERATIONS", "PICTURES")
"""Tables of functions by name, of which a metric may need a few."""

_IMPORT = re.compile(r'^import\s+(?:\*\s+as\s+(\w+)|\{[^}]*\})\s+from\s+"\./([\w-]+\.js)";\n', re.M)
_EXPORT = re.compile(r"^export (?=(?:const|function|class|async) )", re.M)
_NAMESPACE = re.compile(r"^import \* as (\w+) ", re.M)
_DECLARATION = re.compile(
    r"^(?:async function|function|class|const) (\w+)(?:.*;$|[\s\S]*?^[}\])]+;?$)", re.M
)
_ENTRY_OF_TABLE = re.compile(
    r'^  (?:"(?P<quoted>[^"]+)"|(?P<plain>\w+))[:(][\s\S]*?(?=^  ["\w]|^\};)', re.M
)
_COMMENT = re.compile(r"^\s*/\*\*[\s\S]*?\*/\n", re.M)


def bundled(folder: Path, metric: Metric | None = None) -> str:
    """The element and everything it imports, minified, as one classic script.

    A block around it keeps its names out of the page.

    Args:
        folder: where the modules are.
        metric: leave out what this metric never calls.
    """
    modules: dict[str, str] = {}
    _collect(folder, ENTRY, modules)
    script = "\n".join(modules.values())
    if metric is not None:
        script = _only(script, _names_in(browser_definition(metric)))
    return "{" + str(rjsmin.jsmin(script)) + "}\n"


def _collect(folder: Path, name: str, modules: dict[str, str]) -> None:
    if name in modules:
        return
    source = (folder / name).read_text(encoding="utf-8")
    for _, imported in _IMPORT.findall(source):
        _collect(folder, imported, modules)
    namespaces = _NAMESPACE.findall(source)
    source = _EXPORT.sub("", _IMPORT.sub("", source))
    for alias in namespaces:
        # Names are unique across modules, so they can stand without their module.
        source = re.sub(rf"\b{alias}\.", "", source)
    modules[name] = source


def _names_in(data: object) -> frozenset[str]:
    """Every text in the definition: names of functions and of pictures are among them."""

    def texts(part: object) -> Iterator[str]:
        if isinstance(part, str):
            yield str(part)
        elif isinstance(part, dict):
            yield from (text for value in part.values() for text in texts(value))
        elif isinstance(part, Iterable):
            yield from (text for value in part for text in texts(value))

    return frozenset(texts(data))


def _only(script: str, used: frozenset[str]) -> str:
    """The script without entries of tables and declarations that nothing mentions."""
    script = _COMMENT.sub("", script)
    kept = used | {"scale"}

    def entry(found: re.Match[str]) -> str:
        return found[0] if (found["quoted"] or found["plain"]) in kept else ""

    def shortened(found: re.Match[str]) -> str:
        return _ENTRY_OF_TABLE.sub(entry, found[0]) if found[1] in TABLES else found[0]

    script = _DECLARATION.sub(shortened, script)
    while True:
        unused = [
            found
            for found in _DECLARATION.finditer(script)
            if len(re.findall(rf"\b{found[1]}\b", script)) == 1
        ]
        if not unused:
            return script
        for found in reversed(unused):
            script = script[: found.start()] + script[found.end() :]
