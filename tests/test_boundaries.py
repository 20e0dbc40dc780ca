"""Imports point one way: adapters -> site, metrics, journeys ... -> drawing -> core."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "plugins" / "cxguide"
MIDDLE = (
    *("embeds", "glossary", "illustrations", "journeys", "language", "metrics", "pages", "search"),
    *("site", "translations"),
)
MAY_USE = {
    "core": set(),
    "drawing": {"core"},
    **{name: {"core", "drawing"} for name in MIDDLE},
    "adapters": {"core", "drawing", *MIDDLE},
    "cli": {"adapters", "core", *MIDDLE},
}
FRAMEWORKS = {"mkdocs", "material", "mkdocs_static_i18n", "markdown", "pymdownx", "properdocs"}


def imports(path: Path) -> list[tuple[int, str]]:
    """Line and dotted name of every import of a module, those inside functions included."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, name.name) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append((node.lineno, "." * node.level + (node.module or "")))
    return found


def forbidden(part: str, name: str) -> bool:
    top, *rest = name.split(".")
    if top == "":
        return True  # relative imports hide where they point
    if top in FRAMEWORKS:
        return part != "adapters"
    return top == "cxguide" and bool(rest) and rest[0] not in {part, *MAY_USE[part]}


@pytest.mark.parametrize("part", MAY_USE)
def test_imports_point_one_way(part: str):
    target = PACKAGE / part
    modules = [target] if target.is_file() else sorted(target.rglob("*.py"))

    told = [
        f"{module.relative_to(PACKAGE)}:{line}: {part} may not import {name}"
        for module in modules
        for line, name in imports(module)
        if forbidden(part, name)
    ]

    assert modules
    assert [] == told


def test_only_one_module_knows_private_parts_of_static_i18n():
    told = [
        path.name
        for path in (PACKAGE / "adapters").glob("*.py")
        if "mkdocs_static_i18n" in path.read_text("utf-8")
    ]

    assert ["i18n.py"] == told


def test_every_package_is_in_the_table():
    packages = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}

    assert packages == MAY_USE.keys()


def test_a_site_loads_nothing_of_what_it_does_not_have():
    """What reads calculators and maps is a quarter of the imports of a build that has neither."""
    asked = "import sys, cxguide.adapters.site; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, check=True, text=True
    ).stdout.split()

    unused = {f"cxguide.{one}" for one in ("glossary", "illustrations", "journeys", "metrics")}
    assert set() == unused & {*loaded}
