"""A kind of file for the tests of reading: a scale with its edges."""

import pytest

from cxguide.core.places import SourceFaults
from cxguide.core.sources import Source, SourceText, read_source


class Edge(Source):
    id: str
    lower: float
    kind: str | None = "plain"
    values: float | str | tuple[float, ...] | None = None


class Scale(Source):
    name: str
    edges: tuple[Edge, ...] = ()
    by_name: dict[str, Edge] = {}


def faults_of(text: str, first_line: int = 1, first_column: int = 1) -> str:
    with pytest.raises(SourceFaults) as told:
        read_source(SourceText("a.yml", text, first_line, first_column), Scale)
    return str(told.value)
