"""The terms of a glossary as TBX-Basic (ISO 30042:2008), for term bases of translation tools.

Terms in doubt go out without their translation: a term base has no mark for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree as ET

from cxguide.core.languages import ENGLISH, Language
from cxguide.core.places import SourceError
from cxguide.translations.exchange.returned_file import Returned, comment_lines, is_in
from cxguide.translations.exchange.units import Concept, Unit
from cxguide.translations.exchange.xml_tree import Element, read_xml, written_xml

__all__ = ["read_tbx", "tbx"]

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUS, _TYPE = "administrativeStatus", "termType"
_RULED_OUT = "deprecatedTerm-admn-sts"
_FULL_FORMS = {"", "fullForm"}


def tbx(
    concepts: Iterable[Concept], language: Language, title: str, *, wrong: Mapping[str, str]
) -> str:
    """The terms as TBX-Basic.

    Args:
        concepts: the terms.
        language: of the translations.
        title: of the collection.
        wrong: what the language must not say, with what it says instead.
    """
    root = ET.Element("martif", {"type": "TBX-Basic", _LANG: ENGLISH.tag})
    head = ET.SubElement(ET.SubElement(root, "martifHeader"), "fileDesc")
    ET.SubElement(ET.SubElement(head, "titleStmt"), "title").text = title
    ET.SubElement(ET.SubElement(head, "sourceDesc"), "p").text = title
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    forms: dict[str, list[str]] = {}
    for form, instead in wrong.items():
        forms.setdefault(instead.casefold(), []).append(form)
    for one in concepts:
        entry = ET.SubElement(body, "termEntry", {"id": one.id})
        _add(entry, ENGLISH.tag, one, one.name.english, one.definition.english)
        if not one.name.needs_check and one.name.translation:
            definition = "" if one.definition.needs_check else one.definition.translation
            group = _add(entry, language.tag, one, one.name.translation, definition)
            for form in forms.pop(one.name.translation.casefold(), ()):
                _add_term(group, form, _STATUS, _RULED_OUT)
    _add_other_words(body, {wrong[form[0]]: form for form in forms.values()}, language)
    return written_xml(root)


def _add_other_words(
    body: ET.Element, wrong: Mapping[str, Iterable[str]], language: Language
) -> None:
    """Words that are no terms, and so have no English: what is said, and what is not."""
    for number, (instead, forms) in enumerate(wrong.items(), start=1):
        entry = ET.SubElement(body, "termEntry", {"id": f"word-{number}"})
        group = ET.SubElement(entry, "langSet", {_LANG: language.tag})
        _add_term(group, instead, _STATUS, "preferredTerm-admn-sts")
        for form in forms:
            _add_term(group, form, _STATUS, _RULED_OUT)


def _add(entry: ET.Element, tag: str, one: Concept, name: str, definition: str) -> ET.Element:
    group = ET.SubElement(entry, "langSet", {_LANG: tag})
    if definition:
        text = ET.SubElement(ET.SubElement(group, "descripGrp"), "descrip", {"type": "definition"})
        text.text = definition
    term = _add_term(group, name, _TYPE, "fullForm")
    for comment in one.name.comments if tag != ENGLISH.tag else ():
        ET.SubElement(term, "note").text = comment
    if one.short:
        _add_term(group, one.short, _TYPE, "abbreviation")
    for other in one.also:
        _add_term(group, other, _TYPE, "variant")
    return group


def _add_term(group: ET.Element, text: str, kind: str, value: str) -> ET.Element:
    node = ET.SubElement(group, "tig")
    ET.SubElement(node, "term").text = text
    ET.SubElement(node, "termNote", {"type": kind}).text = value
    return node


def read_tbx(content: bytes, language: Language, file: str) -> Returned:
    """The names and definitions of a TBX file that came back.

    Raises:
        SourceError: it is no TBX of before 2019, or has no such language.
    """
    root = read_xml(content, file)
    if root.name != "martif":
        raise SourceError(
            root.place,
            f"this is not TBX-Basic, found <{root.name}>",
            fix="have it saved as TBX-Basic of 2008, whose first element is <martif>",
        )
    units, faults = list[Unit](), list[SourceError]()
    for entry in root.all("termEntry"):
        try:
            units += _units(entry, language)
        except SourceError as fault:
            faults.append(fault)
    languages = {one.attributes.get("lang", "") for one in root.all("langSet")} - {ENGLISH.tag}
    if languages and not any(is_in(tag, language) for tag in languages):
        raise SourceError(
            root.place,
            f"the file has terms in {', '.join(sorted(languages))}, none in {language.tag!r}",
            fix="import it as the language that it is in",
        )
    return Returned(tuple(units), tuple(faults))


def _units(entry: Element, language: Language) -> Iterator[Unit]:
    name = entry.attributes.get("id", "")
    groups = {one.attributes.get("lang", ""): one for one in entry.children("langSet")}
    english = groups.pop(ENGLISH.tag, None)
    if english is None:
        if all(_status(node) for node in entry.all("tig", "ntig")):
            return  # words that are no terms
        raise SourceError(
            entry.place, f"the term {name!r} has no English", fix="export the terms again"
        )
    for group in (one for tag, one in groups.items() if is_in(tag, language)):
        ours, theirs = _term(group), _term(english)
        if ours is not None and theirs is not None:
            text = ours.child("term") or ours
            yield Unit(
                f"glossary/{name}/term",
                (theirs.child("term") or theirs).text.strip(),
                text.text.strip(),
                text.place,
                comments=comment_lines(one.text for one in ours.children("note")),
            )
        defined, definition = _definition(group), _definition(english)
        if defined is not None and definition is not None:
            yield Unit(
                f"glossary/{name}/definition",
                definition.text.strip(),
                defined.text.strip(),
                defined.place,
            )


def _term(group: Element) -> Element | None:
    """The full form of a term, the one that is not ruled out."""
    for node in group.all("tig", "ntig"):
        if _status(node) != _RULED_OUT and _note(node, _TYPE) in _FULL_FORMS:
            return node
    return None


def _status(node: Element) -> str:
    return _note(node, _STATUS)


def _note(node: Element, kind: str) -> str:
    found = (one for one in node.all("termNote") if one.attributes.get("type") == kind)
    return next((one.text.strip() for one in found), "")


def _definition(group: Element) -> Element | None:
    found = (one for one in group.all("descrip") if one.attributes.get("type") == "definition")
    return next(found, None)
