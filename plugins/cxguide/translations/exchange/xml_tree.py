"""XML from outside, read into a tree with places; it may neither declare nor fetch anything.

Entities are how small files become huge ones and foreign files come in, so none are known but the
five of XML. A line `<!DOCTYPE martif …>`, which Weblate writes into every TBX file, declares
nothing, and what it names is not fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.parsers import expat

from cxguide.core.places import Place, SourceError

__all__ = ["Element", "read_xml", "written_xml"]

_HARMLESS = {"martif"}
_DEEPEST = 100


@dataclass(slots=True)
class Element:
    """An element; names are without their namespaces.

    Attributes:
        parts: texts and elements in it, in their order.
    """

    name: str
    attributes: dict[str, str]
    place: Place
    parts: list[str | Element] = field(default_factory=list)

    def children(self, *names: str) -> Iterator[Element]:
        """The elements in it that have one of the names."""
        return (one for one in self.parts if isinstance(one, Element) and one.name in names)

    def child(self, name: str) -> Element | None:
        """The first element in it that has the name."""
        return next(self.children(name), None)

    def all(self, *names: str) -> Iterator[Element]:
        """The elements below it that have one of the names, in their order."""
        for one in self.parts:
            if isinstance(one, Element):
                if one.name in names:
                    yield one
                yield from one.all(*names)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(one if isinstance(one, str) else one.text for one in self.parts)


def read_xml(content: bytes, file: str) -> Element:
    """The root of an XML file.

    Raises:
        SourceError: it is not XML, is too deep, or declares something.
    """
    reader = _Reader(file)
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        raise SourceError(
            Place(file, error.lineno, error.offset + 1),
            f"this is not XML: {expat.ErrorString(error.code)}",
            fix="export it again, as XML in UTF-8",
        ) from None
    except (LookupError, ValueError) as error:  # of an encoding that nobody knows
        raise SourceError(
            Place(file), f"this is not XML: {error}", fix="save it as UTF-8"
        ) from None
    return next(one for one in reader.root.parts if isinstance(one, Element))


def written_xml(root: ET.Element) -> str:
    """An XML file with one element a line; texts are as they are."""
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    # A parser would read the sign itself as the end of a line.
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.replace("\r", "&#13;")


class _Reader:
    """Builds the tree while expat reads."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root = Element("", {}, Place(file))
        self._open = [self.root]
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = lambda _: self._open.pop()
        self.parser.CharacterDataHandler = lambda text: self._open[-1].parts.append(text)
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = lambda name, *_: self._refuse(f"the entity {name!r}")
        self.parser.SkippedEntityHandler = lambda name, *_: self._refuse(f"the entity {name!r}")
        self.parser.ExternalEntityRefHandler = lambda *_: 0

    def _place(self) -> Place:
        return Place(self.file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            raise SourceError(
                self._place(),
                f"more than {_DEEPEST} elements in one another",
                fix="export it again; no such file is that deep",
            )
        local = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        element = Element(name.rpartition(" ")[2], local, self._place())
        self._open[-1].parts.append(element)
        self._open.append(element)

    def _doctype(self, name: str, _system: str | None, _public: str | None, declares: bool) -> None:
        if declares or name not in _HARMLESS:
            self._refuse(f"<!DOCTYPE {name}>")

    def _refuse(self, what: str) -> None:
        raise SourceError(
            self._place(),
            f"the file declares or uses {what}, which imports do not read",
            fix="remove it, and write signs as themselves",
        )
