"""XLIFF 1.2, which every translation tool and Weblate read: a `<file>` for each catalog.

Our own few lines instead of translate-toolkit: that is under the GPL, large (lxml, many formats),
and would read texts without their places. Version 2 is not read by Weblate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from cxguide.core.languages import ENGLISH, Language
from cxguide.core.places import SourceError
from cxguide.translations.exchange.returned_file import Returned, comment_lines, refuse_language
from cxguide.translations.exchange.units import Unit
from cxguide.translations.exchange.xml_tree import Element, read_xml, written_xml

__all__ = ["read_xliff", "xliff"]

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_DEVELOPER, _TRANSLATOR = "developer", "translator"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_UNFINISHED = "needs-translation"
"""Weblate takes it for "needs editing", other tools for open."""


def xliff(files: Mapping[str, Iterable[Unit]], language: Language) -> str:
    """The texts as XLIFF.

    Args:
        files: the texts by the name of their catalog.
        language: of the translations.
    """
    root = ET.Element("xliff", {"version": "1.2", "xmlns": _NAMESPACE})
    for name, units in files.items():
        file = ET.SubElement(
            root,
            "file",
            {
                "original": name,
                "source-language": ENGLISH.tag,
                "target-language": language.tag,
                "datatype": "plaintext",
            },
        )
        body = ET.SubElement(file, "body")
        for unit in units:
            _add(unit, body)
    return written_xml(root)


def _add(unit: Unit, body: ET.Element) -> None:
    limit = {"maxwidth": str(unit.at_most), "size-unit": "char"} if unit.at_most else {}
    names = {"id": unit.key, "resname": unit.key, _SPACE: "preserve"}
    node = ET.SubElement(body, "trans-unit", names | limit)
    ET.SubElement(node, "source").text = unit.english
    if unit.translation:
        state = _UNFINISHED if unit.needs_check else "translated"
        ET.SubElement(node, "target", {"state": state}).text = unit.translation
    before = f"the translation was made from: {unit.made_from}" if unit.made_from else ""
    for text in filter(None, (unit.note, before)):
        ET.SubElement(node, "note", {"from": _DEVELOPER}).text = text
    for text in unit.comments:
        ET.SubElement(node, "note", {"from": _TRANSLATOR}).text = text


def read_xliff(content: bytes, language: Language, file: str) -> Returned:
    """The texts of an XLIFF file that came back.

    Raises:
        SourceError: it is no XLIFF 1.2, or one of another language.
    """
    root = read_xml(content, file)
    version = root.attributes.get("version", "")
    if root.name != "xliff" or not version.startswith("1."):
        raise SourceError(
            root.place,
            f"this is not XLIFF 1.2, found <{root.name} version={version!r}>",
            fix="have it saved as XLIFF 1.2",
        )
    units, faults = [], list[SourceError]()
    for part in root.all("file"):
        refuse_language(part.attributes.get("target-language", ""), language, part.place)
        for node in part.all("trans-unit"):
            try:
                units.append(_unit(node))
            except SourceError as fault:
                faults.append(fault)
    return Returned(tuple(units), tuple(faults))


def _unit(node: Element) -> Unit:
    key = node.attributes.get("resname") or node.attributes.get("id", "")
    source, target = node.child("source"), node.child("target")
    if source is None:
        raise SourceError(node.place, f"{key!r} has no <source>", fix="export it again")
    state = target.attributes.get("state", "") if target else ""
    translation = _plain(target, key) if target else ""
    notes = [one for one in node.children("note") if one.attributes.get("from") != _DEVELOPER]
    return Unit(
        key,
        _plain(source, key),
        translation,
        (target or node).place,
        comments=comment_lines(one.text for one in notes),
        needs_check=bool(translation) and (state == "new" or state.startswith("needs-")),
    )


def _plain(element: Element, key: str) -> str:
    """The text of an element; tools may mark parts of it, but we have sent no markup."""
    for inside in element.all(*{one.name for one in element.parts if isinstance(one, Element)}):
        if inside.name != "mrk":
            raise SourceError(
                inside.place,
                f"there is <{inside.name}> in the text of {key!r}, where the English has none",
                fix="write the text without it",
            )
    return element.text
