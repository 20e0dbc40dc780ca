"""One script from the modules of the element, without a JavaScript toolchain.

The modules are plain: imports stand at the top, one a line or in one brace list, and names
are unique across modules (`tests/metrics/test_bundle.py`). So joining them in the order of
their imports and dropping `import` and `export` gives the same program.
"""

from __future__ import annotations

import re
from pathlib import Path

import rjsmin

__all__ = ["bundled"]

ENTRY = "cx-calculator.js"

_IMPORT = re.compile(r'^import\s+(?:\*\s+as\s+(\w+)|\{[^}]*\})\s+from\s+"\./([\w-]+\.js)";\n', re.M)
_EXPORT = re.compile(r"^export (?=(?:const|function|class|async) )", re.M)
_EXPORTED = re.compile(r"^export (?:const|function|class) (\w+)", re.M)


def bundled(folder: Path, entry: str = ENTRY) -> str:
    """The entry module and everything it imports, minified, as one classic script.

    A block around it keeps its names out of the page.
    """
    modules: dict[str, str] = {}
    _collect(folder, entry, modules)
    return "{" + str(rjsmin.jsmin("\n".join(modules.values()))) + "}\n"


def _collect(folder: Path, name: str, modules: dict[str, str]) -> None:
    if name in modules:
        return
    source = (folder / name).read_text(encoding="utf-8")
    aliases = []
    for alias, imported in _IMPORT.findall(source):
        _collect(folder, imported, modules)
        if alias:
            names = _EXPORTED.findall((folder / imported).read_text(encoding="utf-8"))
            aliases.append(f"const {alias} = {{ {', '.join(names)} }};")
    modules[name] = "\n".join([*aliases, _EXPORT.sub("", _IMPORT.sub("", source))])
