"""What the pictures of a map depend on, as a short text: equal ones need not be made again."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from cxguide.core.catalogs import Message, Texts
from cxguide.core.digests import digest
from cxguide.drawing.renderers import renderers
from cxguide.journeys.model import Journey
from cxguide.journeys.plain import plain_map
from cxguide.journeys.words import Words

__all__ = ["fingerprint"]

_CODE = ("journeys/**/*.py", "journeys/**/*.typ")


def fingerprint(journey: Journey, texts: Texts, source: str) -> str:
    """A text that differs where the pictures differ.

    It covers the map, its texts, our own words, numbers and dates as the language has them, our
    code, the fonts and the libraries. Where in a file something stands is no part of it.

    Raises:
        SourceError: the language lacks a text.
    """
    words = Words(texts)
    # Jinja keeps what a template sets in an order of its own.
    own = sorted((name, value) for name, value in vars(words.fixed).items() if _is_told(value))
    plain = plain_map(journey, texts)
    told = [plain.lens, plain.summary, [(one.remarks, dict(one.cells)) for one in plain.stages]]
    facts = _facts(journey, texts)
    return digest(texts.tag, source, facts, own, told, renderers(*_CODE))[:32]


def _is_told(value: object) -> bool:
    return isinstance(value, str | Mapping)


def _facts(part: object, texts: Texts) -> object:
    if isinstance(part, Message):
        return texts(part.key, part.english)
    if isinstance(part, tuple):
        return [_facts(one, texts) for one in part]
    if isinstance(part, Mapping):
        return [(key, _facts(value, texts)) for key, value in part.items()]
    if dataclasses.is_dataclass(part):
        names = [entry.name for entry in dataclasses.fields(part)]
        return [(name, _facts(getattr(part, name), texts)) for name in names]
    return part
