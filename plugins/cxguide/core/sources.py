"""Reading the YAML files that people edit, with the place of every value kept.

Anchors, aliases and tags are refused: they can make small files huge, and nothing here needs
them. Unknown keys are faults with a suggestion, never silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, NodeEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from cxguide.core.places import Faults, Place, SourceError, nearest

__all__ = ["Keys", "Source", "SourceText", "read_source"]

Keys = tuple[str | int, ...]
"""The way to a value inside a file: keys of mappings and indexes of lists."""

LARGEST_FILE_BYTES = 500_000
DEEPEST_NESTING = 20


class Source(BaseModel):
    """A part of a file that people edit: frozen, strict, no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


SourceModel = TypeVar("SourceModel", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text with YAML in it, and where its first line stands.

    Attributes:
        file: path as an editor knows it, relative to the project.
        text: the YAML.
        first_line: line of the file on which `text` begins (a fence begins inside a page).
        first_column: column of its first character on every line.
    """

    file: str
    text: str
    first_line: int = 1
    first_column: int = 1

    @classmethod
    def of(cls, path: Path, root: Path) -> SourceText:
        """The text of a file, named relative to `root` where it lies inside it.

        Raises:
            SourceError: it is larger than any real source, or not UTF-8.
        """
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
        if (size := path.stat().st_size) > LARGEST_FILE_BYTES:
            raise SourceError(
                Place(name),
                f"the file has {size:,} bytes, more than {LARGEST_FILE_BYTES:,}",
                fix="split it, or move what is not text out of it",
            )
        try:
            return cls(name, path.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError as error:
            raise SourceError(
                Place(name), f"byte {error.start} is not UTF-8", fix="save the file as UTF-8"
            ) from None

    def place(self, line: int = 0, column: int = 0) -> Place:
        """The place of a position in `text`, both counted from 0."""
        return Place(self.file, self.first_line + line, self.first_column + column)


@dataclass(frozen=True)
class Places:
    """Where each key and each value of a read file stands."""

    source: SourceText
    keys: Mapping[Keys, Place]
    values: Mapping[Keys, Place]

    def of(self, *keys: str | int) -> Place:
        """The place of a value, or of the nearest thing around it that is written down."""
        while keys and keys not in self.values:
            keys = keys[:-1]
        return self.values.get(keys, self.source.place())

    def of_key(self, *keys: str | int) -> Place:
        """The place of a key, or of its value where there is no key."""
        return self.keys.get(keys, self.of(*keys))

    def inside(self, offset: int, *keys: str | int) -> Place:
        """The place `offset` characters into a one-line value (into a formula, say)."""
        place = self.of(*keys)
        return replace(place, column=place.column + offset)


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
                faults.add(_fault(detail, places, model))
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


_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "mapping_type": "keys with values",
    "tuple_type": "a list",
    "list_type": "a list",
}


def _fault(detail: ErrorDetails, places: Places, model: type[BaseModel]) -> SourceError:
    written = _written_keys(detail["loc"], places)
    name, found = written[-1] if written else "file", detail.get("input")
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        known = _known_keys(model, written[:-1])
        close = nearest(str(name), known)
        return SourceError(
            places.of_key(*written),
            f"unknown key {name!r}",
            known=f"known keys here: {', '.join(known)}" if known else "",
            fix=f"write {close!r}" if close else "remove it",
        )
    if kind == "missing":
        missing = detail["loc"][-1]
        return SourceError(
            places.of_key(*written),
            f"the key {missing!r} is missing",
            fix=f"add '{missing}: …' here",
        )
    place = places.of(*written)
    if kind in {"literal_error", "enum"}:
        expected = str(context.get("expected", ""))
        options = [part.strip(" '") for part in expected.replace(" or ", ",").split(",")]
        close = nearest(str(found), options)
        return SourceError(
            place,
            f"{name}: unknown value {found!r}",
            known=f"known values: {', '.join(options)}",
            fix=f"write {close!r}" if close else "write one of them",
        )
    if kind in _EXPECTED:
        return SourceError(
            place,
            f"{name}: {_EXPECTED[kind]} is expected, found {_shown(found)}",
            fix="put quotes around it" if kind == "string_type" else f"write {_EXPECTED[kind]}",
        )
    if kind == "value_error":
        problem, _, fix = str(context.get("error", detail["msg"])).partition("; fix: ")
        return SourceError(place, problem, fix=fix or "see the schema of this file")
    return SourceError(
        place,
        f"{name}: {detail['msg'][0].lower()}{detail['msg'][1:]}, found {_shown(found)}",
        fix="change the value accordingly",
    )


def _written_keys(location: tuple[int | str, ...], places: Places) -> Keys:
    """The part of pydantic's location that stands in the file (it adds names of its own)."""
    written: Keys = ()
    for key in location:
        if (*written, key) in places.values:
            written = (*written, key)
    return written


def _known_keys(model: type[BaseModel], at: Keys) -> list[str]:
    """The keys that the schema knows at a place, by walking the annotations."""
    annotations: list[object] = [model]
    for key in at:
        annotations = [found for part in annotations for found in _inside(part, key)]
    return [name for part in annotations for name in _fields(part)]


def _inside(annotation: object, key: str | int) -> list[object]:
    """The annotations of what stands under a key of something annotated so."""
    if fields := _fields(annotation):
        return _alternatives(fields[str(key)].annotation) if key in fields else []
    if get_origin(annotation) in {dict, Mapping}:
        return _alternatives(get_args(annotation)[1])
    if get_origin(annotation) in {tuple, list}:
        return _alternatives(get_args(annotation)[0])
    return []


def _alternatives(annotation: object) -> list[object]:
    """The parts of a union, without what `Annotated` adds."""
    if get_origin(annotation) is Annotated:
        return _alternatives(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        return [found for part in get_args(annotation) for found in _alternatives(part)]
    return [annotation]


def _fields(annotation: object) -> Mapping[str, FieldInfo]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {field.alias or name: field for name, field in annotation.model_fields.items()}
    return {}


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
