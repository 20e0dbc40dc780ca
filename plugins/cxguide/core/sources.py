"""Reading the YAML files that people edit, with the place of every value kept.

Anchors, aliases and tags are refused: they can make small files huge, and nothing here needs
them. Unknown keys are faults with a suggestion, never silence.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, NodeEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from cxguide.core.places import Faults, Place, SourceError
from cxguide.core.shape_faults import shape_fault
from cxguide.core.source_text import Keys, Places, SourceText

__all__ = ["Keys", "Places", "Source", "SourceText", "read_source"]

DEEPEST_NESTING = 20


class Source(BaseModel):
    """A part of a file that people edit: frozen, strict, no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


SourceModel = TypeVar("SourceModel", bound=BaseModel)


def read_source(source: SourceText, model: type[SourceModel]) -> tuple[SourceModel, Places]:
    """The content of a file as `model`, and the places of everything in it.

    Raises:
        SourceFaults: with all faults of the file.
    """
    faults = Faults()
    with faults.caught():
        content, places = _parse(source)
        try:
            return model.model_validate(content), places
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                faults.add(shape_fault(detail, places, model))
    faults.raise_if_any()
    raise AssertionError("a failed reading has a fault")


def _parse(source: SourceText) -> tuple[object, Places]:
    # Not the round-trip reader: it puts marks of its own into folded texts.
    yaml = YAML(typ="safe", pure=True)
    try:
        depth = 0
        for event in yaml.parse(source.text):
            _refuse_surprises(event, source)
            depth += type(event).__name__.endswith("StartEvent")
            depth -= type(event).__name__.endswith("EndEvent")
            if depth > DEEPEST_NESTING:
                mark = event.start_mark
                raise SourceError(
                    source.place(mark.line, mark.column),
                    f"this is nested more than {DEEPEST_NESTING} levels deep",
                    fix="a real file is flatter; look for a stray indentation or bracket",
                )
        root = YAML(typ="safe", pure=True).compose(source.text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise SourceError(
            source.place(mark.line, mark.column) if mark else source.place(),
            f"this is not YAML: {error.problem or error.context}",
            fix="check indentation, colons and quotes on this line and the one before",
        ) from None
    except YAMLError as error:
        raise SourceError(
            source.place(), f"this is not YAML: {error}", fix="save it as plain UTF-8 text"
        ) from None
    if root is None:
        raise SourceError(source.place(), "there is nothing in it", fix="write its keys")
    keys: dict[Keys, Place] = {}
    values: dict[Keys, Place] = {}
    content = _plain(root, (), source, keys, values)
    return content, Places(source, MappingProxyType(keys), MappingProxyType(values))


def _refuse_surprises(event: Any, source: SourceText) -> None:
    mark = event.start_mark
    if isinstance(event, AliasEvent):
        raise SourceError(
            source.place(mark.line, mark.column),
            f"the alias '*{event.anchor}' is not allowed",
            fix="write the value out",
        )
    if isinstance(event, NodeEvent) and event.anchor:
        raise SourceError(
            source.place(mark.line, mark.column),
            f"the anchor '&{event.anchor}' is not allowed",
            fix="remove it and write values out where they are needed",
        )
    tag = getattr(event, "tag", None) or getattr(event, "ctag", None)
    if tag and str(tag) not in {"!", "None"}:
        raise SourceError(
            source.place(mark.line, mark.column),
            f"the tag '{tag}' is not allowed",
            fix="remove it; plain text, numbers and lists need none",
        )


def _plain(
    node: Node,
    at: Keys,
    source: SourceText,
    keys: dict[Keys, Place],
    values: dict[Keys, Place],
) -> object:
    values[at] = _text_place(node, source)
    if isinstance(node, MappingNode):
        mapping: dict[str, object] = {}
        for key_node, value_node in node.value:
            place = source.place(key_node.start_mark.line, key_node.start_mark.column)
            if not isinstance(key_node, ScalarNode):
                raise SourceError(place, "a key must be a plain word", fix="write 'key: value'")
            key = str(key_node.value)
            if key in mapping:
                raise SourceError(
                    place, f"the key {key!r} stands here twice", fix="keep one of them"
                )
            keys[(*at, key)] = place
            mapping[key] = _plain(value_node, (*at, key), source, keys, values)
        return mapping
    if isinstance(node, SequenceNode):
        return tuple(
            _plain(item, (*at, index), source, keys, values)
            for index, item in enumerate(node.value)
        )
    return _scalar(node)


def _text_place(node: Node, source: SourceText) -> Place:
    quoted = isinstance(node, ScalarNode) and node.style in {"'", '"'}
    return source.place(node.start_mark.line, node.start_mark.column + bool(quoted))


def _scalar(node: Node) -> object:
    text: str = node.value
    kind = str(node.tag).rsplit(":", 1)[-1]
    if kind == "int":
        digits = text.replace("_", "")
        return int(digits, 0) if digits[:2] in {"0x", "0o"} else int(digits)
    if kind == "float":
        return float(text.replace("_", ""))
    if kind == "bool":
        return text.lower() == "true"
    if kind == "null":
        return None
    return text
