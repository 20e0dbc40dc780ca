"""Short names for what a script declares: on the wire they are a sixth of it.

Made for the modules of the element, which have no `var`, no label, no `with` and no `eval`.
tree-sitter reads the syntax and keeps the place of every name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, product

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

__all__ = ["names_in", "parsed", "with_short_names"]

_LETTERS = "etnairosclduphmfgvbywkxjqzETNAIROSCLDUPHMFGVBYWKXJQZ"
_WORDS = frozenset({"as", "do", "if", "in", "is", "of"})

_FUNCTIONS = {"function_declaration", "function_expression", "arrow_function", "method_definition"}
_DECLARATIONS = {"function_declaration", "class_declaration"}
_SCOPES = _FUNCTIONS | {
    "catch_clause",
    "for_in_statement",
    "for_statement",
    "program",
    "statement_block",
    "switch_body",
}
_SHORTHANDS = {"shorthand_property_identifier", "shorthand_property_identifier_pattern"}
_PRIVATE = "private_property_identifier"
_NAMES = _SHORTHANDS | {"identifier", _PRIVATE}
_BINDING_FIELDS = {
    "arrow_function": "parameter",
    "catch_clause": "parameter",
    "for_in_statement": "left",
    "variable_declarator": "name",
}
"""Where a node binds names beside `formal_parameters`, all of whose parts do."""
_BOUND_PART = {
    "assignment_pattern": "left",
    "object_assignment_pattern": "left",
    "pair_pattern": "value",
}
"""The part of a pattern that is bound; the other is a default or the name of a property."""


@dataclass(eq=False)
class _Scope:
    """A part of the script that may declare names.

    Attributes:
        outer: the scope around it; `None` for the page's.
        short: its own names in the order of their declaration, and their new names.
        uses: the names that are used in it and further inside, each with its owner.
    """

    outer: _Scope | None = None
    short: dict[str, str] = field(default_factory=dict)
    uses: set[tuple[_Scope, str]] = field(default_factory=set)

    def owner(self, name: str) -> _Scope:
        """The scope, this or one around it, that declares the name; else the page's."""
        return self if self.outer is None or name in self.short else self.outer.owner(name)


def parsed(script: str) -> Node:
    """The syntax tree of a script; places in it count bytes of UTF-8.

    Raises:
        ValueError: the script has a fault in its syntax.
    """
    root = Parser(Language(tree_sitter_javascript.language())).parse(script.encode()).root_node
    if root.has_error:
        raise ValueError("the script has a fault in its syntax")
    return root


def names_in(node: Node) -> frozenset[str]:
    """The names that a part of a script uses and does not declare inside itself."""
    outside = _Scope()
    names = list(_names(node, outside, []))
    return frozenset(_text(name) for name, scope in names if scope.owner(_text(name)) is outside)


def with_short_names(script: str, properties: Sequence[str] = ()) -> str:
    """The same program with one or two letters for every name that it declares itself.

    Properties that others can see, and names of the page's, keep theirs.

    Args:
        script: the program.
        properties: names of properties that nobody else sees: they get letters as well. No
            object of the browser, no data and no template may have one of these names.

    Raises:
        ValueError: the script has a fault in its syntax.

    >>> with_short_names("const total = (first, { second }) => first + second + other;")
    'const e = (e, { second: t }) => e + t + other;'
    >>> with_short_names("const { left } = of; of.left = { left: 1 };", ["left"])
    'const { e: e } = of; of.e = { e: 1 };'
    """
    source = script.encode()
    scopes: list[_Scope] = []
    root = parsed(script)
    names = list(_names(root, _Scope(), scopes))
    short_properties = dict(zip(properties, _LETTERS, strict=False))
    for node, scope in names:
        _use(_text(node), scope)
    for scope in scopes:
        _shorten(scope)
    private: dict[str, str] = {}
    changes: list[tuple[Node, str]] = []
    for node, scope in names:
        name = _text(node)
        if node.type == _PRIVATE:
            short = private.setdefault(name, f"#{_LETTERS[len(private)]}")
        else:
            short = scope.owner(name).short.get(name, name)
        if node.type in _SHORTHANDS and (short, short_properties.get(name)) != (name, None):
            short = f"{short_properties.get(name, name)}: {short}"
        changes.append((node, short))
    changes += [
        (node, short_properties[_text(node)])
        for node in _properties(root)
        if _text(node) in short_properties
    ]
    written, done = [], 0
    for node, short in sorted(changes, key=lambda change: change[0].start_byte):
        written += [source[done : node.start_byte], short.encode()]
        done = node.end_byte
    return b"".join([*written, source[done:]]).decode()


def _properties(node: Node) -> Iterator[Node]:
    if node.type == "property_identifier":
        yield node
    for child in node.named_children:
        yield from _properties(child)


def _names(node: Node, scope: _Scope, scopes: list[_Scope]) -> Iterator[tuple[Node, _Scope]]:
    """Every name with the scope it stands in; scopes get their declarations, outer ones first."""
    if node.type in _NAMES:
        yield node, scope
    own_name = _part(node, "name") if node.type in _DECLARATIONS else None
    if own_name is not None:
        scope.short[_text(own_name)] = ""
    inside = scope
    if node.type in _SCOPES and not _is_body(node):
        inside = _Scope(scope)
        scopes.append(inside)
    if node.type == "formal_parameters":
        bound = node.named_children
    else:
        bound = node.children_by_field_name(_BINDING_FIELDS.get(node.type, ""))
    for pattern in bound:
        inside.short.update((_text(name), "") for name in _bound(pattern))
    for child in node.named_children:
        yield from _names(child, scope if child == own_name else inside, scopes)


def _is_body(node: Node) -> bool:
    """Whether it is the block of a function, which may not declare a parameter's name again."""
    around = node.parent
    return (
        node.type == "statement_block"
        and around is not None
        and around.type in _FUNCTIONS | {"catch_clause"}
    )


def _bound(pattern: Node) -> Iterator[Node]:
    if pattern.type in _NAMES:
        yield pattern
    elif (part := _BOUND_PART.get(pattern.type)) is not None:
        yield from _bound(_part(pattern, part))
    else:
        for child in pattern.named_children:
            yield from _bound(child)


def _use(name: str, scope: _Scope) -> None:
    """Remember the use in every scope from this one out to the name's owner."""
    owner, inside = scope.owner(name), scope
    inside.uses.add((owner, name))
    while inside is not owner and inside.outer is not None:
        inside = inside.outer
        inside.uses.add((owner, name))


def _shorten(scope: _Scope) -> None:
    """Give the scope's names the shortest ones that nothing in it means already.

    In the order of their declaration: parameters are then `e, t, n` in most functions, which
    compresses better than the shortest text would.
    """
    outer = {owner.short.get(name, name) for owner, name in scope.uses if owner is not scope}
    free = (name for name in _short_names() if name not in outer | _WORDS)
    scope.short = dict(zip(scope.short, free, strict=False))


def _short_names() -> Iterator[str]:
    for length in count(1):
        yield from map("".join, product(_LETTERS, repeat=length))


def _part(node: Node, name: str) -> Node:
    part = node.child_by_field_name(name)
    if part is None:
        raise ValueError(f"{node.type} without {name} at byte {node.start_byte}")
    return part


def _text(node: Node) -> str:
    return node.text.decode() if node.text is not None else ""
