"""Two scripts from the modules of the element, without a JavaScript toolchain.

The modules are plain: imports stand at the top, and names are unique across modules
(`tests/metrics/test_bundle.py`). So joining them in the order of their imports and dropping
`import` and `export` gives the same program; what a metric does not need can be left out. What
only `import("./more.js")` leads to becomes a script of its own, to be loaded when it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import rjsmin
from tree_sitter import Node

from cxguide.metrics.browser import browser_definition
from cxguide.metrics.model import Metric
from cxguide.metrics.short_names import names_in, parsed, with_short_names

__all__ = ["Scripts", "bundled", "tightened"]

ENTRY, LATER = "cx-calculator.js", "more.js"
TABLES = frozenset({"CURRENCY", "LATER", "LISTS", "OPERATIONS", "PICTURES", "UNDO", "VIEWS"})
"""Tables by name: a metric needs the entries whose names stand in its definition."""

OWN_PROPERTIES = (
    "definition", "calculator", "entered", "failure", "fields", "root", "isExample",
    "canonicalTexts", "control", "written", "limit", "shapes", "lowChange", "highChange", "tag",
    "cells", "typed", "spread", "main", "forget", "outcome", "showSensitivity", "more", "take",
    "host", "announcement",
)  # fmt: skip
"""Properties that only the element's own parts know, see `with_short_names`."""

_IMPORT = re.compile(r'^import\s+(?:\*\s+as\s+(\w+)|\{[^}]*\})\s+from\s+"\./([\w-]+\.js)";\n', re.M)
_EXPORT = re.compile(r"^export (?=(?:const|function|class|async) )", re.M)
_PASSED_ON = re.compile(r'^export \{ (\w+) \} from "\./([\w-]+\.js)";\n', re.M)
_NAMESPACE = re.compile(r"^import \* as (\w+) ", re.M)
_LOADED = f'import("./{LATER}")'
_BEGIN, _END = "(()=>{", "})();\n"
"""A function around it keeps the script's names out of the page."""


@dataclass(frozen=True, slots=True)
class Scripts:
    """What a browser loads.

    Attributes:
        first: a classic script: the element.
        later: a module that `first` imports when a visitor asks for what it holds. It is given
            what it shares with `first` when it begins, so that nothing is loaded or made twice.
    """

    first: str
    later: str


def bundled(
    folder: Path,
    metric: Metric | None = None,
    *,
    later: str = "",
    entry: str = ENTRY,
    asks: bool = True,
) -> Scripts:
    """The element and everything it imports, made small.

    Args:
        folder: where the modules are.
        metric: leave out what this metric never calls.
        later: where the second script will be, seen from the first one.
        entry: the module that begins.
        asks: whether visitors can ask further questions and take the result along, which the
            second script is for; only for one metric.
    """
    modules: dict[str, str] = {}
    _collect(folder, entry, modules)
    passed_on = _PASSED_ON.findall((folder / LATER).read_text(encoding="utf-8")) if asks else []
    for _, name in passed_on:
        _collect(folder, name, modules)
    used = None
    if metric is not None:
        used = _names_of(browser_definition(metric, asks=asks)) | ({"taken"} if asks else set())
    names = tuple(name for name, _ in passed_on)
    return _divided("\n".join(modules.values()), used, names, later)


@lru_cache(maxsize=256)  # a preview asks for the same after every save
def _divided(
    script: str, used: frozenset[str] | None, names: tuple[str, ...], later: str
) -> Scripts:
    """The two scripts.

    Args:
        script: all modules.
        used: the names of what stays in tables; `None` for everything.
        names: what the second script hands out.
        later: where that will be.
    """
    if used is not None:
        script = _without(script, _unused_entries(parsed(script), used))
    declared, begun = _declared(script)
    in_first = _reached(declared, (name for node in begun for name in names_in(node)))
    in_later = _reached(declared, names) - in_first
    shared = sorted(
        {name for one in in_later for name in names_in(declared[one])} & in_first
        | {name for name in names if name in in_first}
    )
    first = _without(script, (node for name, node in declared.items() if name not in in_first))
    first = first.replace(
        _LOADED, f'import("{later}").then((module) => module.default({", ".join(shared)}))'
    )
    if not names:
        return Scripts(_small(f"{_BEGIN}{first}{_END}"), "")
    rest = "\n".join(_text_of(declared[name], script) for name in declared if name in in_later)
    return Scripts(
        _small(f"{_BEGIN}{first}{_END}"),
        _small(
            f"export default ({', '.join(shared)}) => {{ {rest}\n"
            f"return {{ {', '.join(f'{name}: {name}' for name in names)} }}; }};\n"
        ),
    )


def tightened(script: str) -> str:
    """The same script in as few signs as we can; for one that imports nothing."""
    return _small(_tight(script))


def _small(tight: str) -> str:
    small = str(rjsmin.jsmin(with_short_names(tight, OWN_PROPERTIES)))
    # Every statement of ours ends with its sign, so the line breaks that are left say nothing.
    return small.replace("}\n", "}") + "\n"


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
    modules[name] = _tight(source)


def _names_of(part: object) -> frozenset[str]:
    """Every text in a definition, and the name of every part of it that holds something."""

    def texts(part: object) -> Iterator[str]:
        if isinstance(part, str):
            yield str(part)
        elif isinstance(part, dict):
            for name, value in part.items():
                if value not in (None, False, [], {}, ()):
                    yield name
                    yield from texts(value)
        elif isinstance(part, Iterable):
            yield from (text for value in part for text in texts(value))

    return frozenset(texts(part))


def _declared(script: str) -> tuple[dict[str, Node], list[Node]]:
    """What the script declares, by name in its order, and the statements that do something."""
    declared: dict[str, Node] = {}
    begun: list[Node] = []
    for node in parsed(script).named_children:
        if (name := _declared_name(node)) is not None:
            declared[name] = node
        else:
            begun.append(node)
    return declared, begun


def _reached(declared: Mapping[str, Node], names: Iterable[str]) -> set[str]:
    """The declarations that these names lead to."""
    reached: set[str] = set()
    needed = list(names)
    while needed:
        name = needed.pop()
        if name in declared and name not in reached:
            reached.add(name)
            needed += names_in(declared[name])
    return reached


def _text_of(node: Node, script: str) -> str:
    return script.encode()[node.start_byte : node.end_byte].decode()


@lru_cache(maxsize=128)  # the modules are the same for every metric
def _tight(script: str) -> str:
    """The same program without signs that say nothing, and `let` for every `const`."""
    source, written, done = script.encode(), [], 0
    for node in _tokens(parsed(script)):
        after = source[node.end_byte :].lstrip()[:1]
        if node.type == "const":
            shorter = b"let"
        elif node.type in {"===", "!=="} and _has_word(node):
            shorter = node.type[:2].encode()
        elif (
            (node.type == ";" and after == b"}" and not _holds_one_statement(node.parent))
            or (node.type == "," and after in b"]})")
            or (node.type in "()" and _is_needless(node))
            or (node.type in "{}" and _holds_one_statement(node))
        ):
            shorter = b""
        else:
            continue
        written += [source[done : node.start_byte], shorter]
        done = node.end_byte
    return b"".join([*written, source[done:]]).decode()


def _is_needless(bracket: Node) -> bool:
    """Whether it is one of `(x) => ...`, or around a whole value, as casts of types need them."""
    around = bracket.parent
    outside = around.parent if around is not None else None
    if around is None or outside is None:
        return False
    if around.type == "formal_parameters":
        names = [part.type for part in around.named_children if part.type != "comment"]
        return outside.type == "arrow_function" and names == ["identifier"]
    return around.type == "parenthesized_expression" and outside.type in {
        "arguments",
        "variable_declarator",
    }


def _has_word(sign: Node) -> bool:
    """Whether it compares with a word: no text, number or truth is like that but the same word."""
    right = sign.parent.child_by_field_name("right") if sign.parent is not None else None
    return right is not None and re.fullmatch(rb'"[a-z]+"', right.text or b"") is not None


def _holds_one_statement(node: Node | None) -> bool:
    """Whether it is a brace of, or stands in, a block of one statement that needs no braces."""
    block = node.parent if node is not None else None
    return (
        block is not None
        and block.type == "statement_block"
        and block.parent is not None
        and block.parent.type in {"if_statement", "for_in_statement"}
        and [part.type for part in block.named_children if part.type != "comment"]
        in (["expression_statement"], ["return_statement"])
    )


def _tokens(node: Node) -> Iterator[Node]:
    if node.child_count == 0:
        yield node
    for child in node.children:
        yield from _tokens(child)


def _declared_name(node: Node) -> str | None:
    if node.type == "lexical_declaration":
        node = node.named_children[0]
    elif node.type not in {"function_declaration", "class_declaration"}:
        return None
    name = node.child_by_field_name("name")
    return name.text.decode() if name is not None and name.text else None


def _unused_entries(root: Node, used: frozenset[str]) -> Iterator[Node]:
    for node in root.named_children:
        if _declared_name(node) not in TABLES:
            continue
        table = node.named_children[0].child_by_field_name("value")
        for entry in table.named_children if table is not None else ():
            key = entry.child_by_field_name("key") or entry.child_by_field_name("name")
            name = key.text.decode().strip('"') if key is not None and key.text else ""
            if entry.type in {"pair", "method_definition"} and name not in used:
                yield entry


def _without(script: str, nodes: Iterable[Node]) -> str:
    """The script without some parts, and without the comma after each of them."""
    source, kept, done = script.encode(), [], 0
    for node in nodes:
        kept.append(source[done : node.start_byte])
        after = node.next_sibling
        done = after.end_byte if after is not None and after.type == "," else node.end_byte
    return b"".join([*kept, source[done:]]).decode()
