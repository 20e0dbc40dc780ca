"""A page in another script of the same language, from the page that people wrote.

Words and the attributes that are read out are changed; code, addresses, other languages and
whatever says `translate="no"` stay, and every other byte of the page stays as well. The address
that a page says of itself (`cx-own-address`) becomes that of the new page.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from cxguide.core.markup import Attribute, EndTag, RawText, StartTag, Words, pieces
from cxguide.site.latin import to_latin
from cxguide.site.script_change import ScriptVariant

__all__ = ["ScriptVariant", "in_other_script", "words_in_other_script"]

_NOT_WORDS = frozenset({"code", "pre", "kbd", "samp", "script", "style", "var"})
_OWN_ADDRESS = "cx-own-address"
"""The class of the element in which a page shows its address, as on paper."""
_READ_OUT = frozenset(
    [
        "abbr",
        "alt",
        "aria-description",
        "aria-label",
        "aria-placeholder",
        "aria-roledescription",
        "aria-valuetext",
        "data-cx-failed",  # what the search will say
        "data-cx-loading",
        "data-cx-said",  # what a calculator will say
        "data-h",  # of cells of maps and wide tables: the styles show them before the cell
        "data-line",
        "label",
        "placeholder",
        "title",
    ]
)
_ADDRESSES = frozenset({"action", "data", "formaction", "href", "poster", "src"})
_LANGUAGE = frozenset({"lang", "xml:lang", "data-lang", "data-cx-lang"})
_META_WORDS = frozenset(
    [
        "application-name",
        "apple-mobile-web-app-title",
        "description",
        "keywords",
        "og:description",
        "og:image:alt",
        "og:site_name",
        "og:title",
        "twitter:description",
        "twitter:image:alt",
        "twitter:title",
    ]
)
_META_ADDRESSES = frozenset({"og:image", "og:url", "twitter:image", "twitter:url"})
_META_LANGUAGE = frozenset({"content-language"})
_JSON_LANGUAGE = frozenset({"inLanguage", "lang", "language", "locale", "tag"})
_JSON_TYPES = frozenset({"application/json", "application/ld+json"})
_SELF_CLOSING_SIBLINGS = {
    "dd": {"dd", "dt"}, "dt": {"dd", "dt"}, "li": {"li"}, "option": {"option"}, "p": {"p"},
    "td": {"td", "th"}, "th": {"td", "th"}, "tr": {"tr"},
}  # fmt: skip
_CHARACTER = re.compile(r"&#(?:[xX]([0-9a-fA-F]{3,4})|(\d{4}));")
_JSON_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"(?P<is_key>\s*:)?', re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Inside:
    """What holds for the content of an element."""

    element: str
    is_translated: bool
    is_source: bool
    is_own_address: bool = False

    @property
    def changes(self) -> bool:
        return self.is_translated and self.is_source


def words_in_other_script(text: str) -> str:
    """Words as they stand in HTML, in the other script; entities stay entities."""

    def letter(found: re.Match[str]) -> str:
        number = int(found[1], 16) if found[1] else int(found[2])
        return chr(number) if 0x400 <= number <= 0x4FF else found[0]

    return to_latin(_CHARACTER.sub(letter, text))


def in_other_script(
    html: str, variant: ScriptVariant, *, page: str = "", is_source: bool = False
) -> str:
    """A page or a part of one (also SVG) in the other script.

    Args:
        html: the text.
        variant: from what to what.
        page: address of the page, relative to its version's root.
        is_source: the text is in the source language even where no `lang` says so.
    """
    open_elements = [_Inside("", is_translated=True, is_source=is_source)]
    json_follows = False
    result: list[str] = []
    for piece in pieces(html):
        inside = open_elements[-1]
        if isinstance(piece, Words):
            result.append(_words(piece.raw, inside, variant, page))
        elif isinstance(piece, RawText):
            result.append(_json(piece.raw, variant, page) if json_follows else piece.raw)
        elif isinstance(piece, EndTag):
            _close(open_elements, piece.name)
            result.append(piece.raw)
        elif isinstance(piece, StartTag):
            if inside.element in _SELF_CLOSING_SIBLINGS.get(piece.name, ()):
                open_elements.pop()
            within = _within(piece, open_elements[-1], variant)
            json_follows = piece.value("type") in _JSON_TYPES and _holds_words(piece, within)
            result.append(_start_tag(piece, within, variant, page))
            if not piece.closes_itself:
                open_elements.append(within)
        else:
            result.append(piece.raw)
    return "".join(result)


def _words(raw: str, inside: _Inside, variant: ScriptVariant, page: str) -> str:
    if inside.is_own_address:
        return variant.address(raw, page)
    return words_in_other_script(raw) if inside.changes else raw


def _close(open_elements: list[_Inside], name: str) -> None:
    for depth in range(len(open_elements) - 1, 0, -1):
        if open_elements[depth].element == name:
            del open_elements[depth:]
            return


def _within(tag: StartTag, around: _Inside, variant: ScriptVariant) -> _Inside:
    translate, lang = tag.value("translate"), tag.value("lang") or tag.value("xml:lang")
    is_translated = around.is_translated and tag.name not in _NOT_WORDS
    if translate is not None:
        is_translated = translate.lower() != "no"
    is_source = around.is_source if lang is None else variant.tag(lang) is not None
    is_own_address = _OWN_ADDRESS in (tag.value("class") or "").split()
    return _Inside(tag.name, is_translated, is_source, is_own_address)


def _holds_words(tag: StartTag, within: _Inside) -> bool:
    return within.is_source and (tag.value("translate") or "").lower() != "no"


def _start_tag(tag: StartTag, within: _Inside, variant: ScriptVariant, page: str) -> str:
    edits = [
        (attribute.start, attribute.start + len(attribute.value), new)
        for attribute in tag.attributes
        if attribute.value
        and (new := _value(tag, attribute, within, variant, page)) != attribute.value
    ]
    edits += _current_version(tag, variant)
    raw = tag.raw
    for start, end, new in sorted(edits, reverse=True):
        raw = raw[:start] + new + raw[end:]
    return raw


def _value(
    tag: StartTag, attribute: Attribute, within: _Inside, variant: ScriptVariant, page: str
) -> str:
    name, value = attribute.name, attribute.value
    meta = (tag.value("name") or tag.value("property") or tag.value("http-equiv") or "").lower()
    is_meta = tag.name == "meta" and name == "content"
    if name in _ADDRESSES and tag.value("hreflang") is not None:
        # It names the language of its target, so it leads to that version on purpose.
        return variant.same_address(value, page)
    if name in _ADDRESSES or (is_meta and meta in _META_ADDRESSES):
        return variant.address(value, page)
    # The parts of an element that is code (an input inside <pre>) are not words either.
    if not _holds_words(tag, within):
        return value
    if name in _LANGUAGE or (is_meta and meta in _META_LANGUAGE):
        return variant.tag(value) or value
    is_button = tag.name == "input" and tag.value("type") in {"button", "reset", "submit"}
    if name in _READ_OUT or (is_meta and meta in _META_WORDS) or (is_button and name == "value"):
        return words_in_other_script(value) if within.changes else value
    return value


def _current_version(tag: StartTag, variant: ScriptVariant) -> list[tuple[int, int, str]]:
    """Move the mark of the current version in the language switcher."""
    if tag.name != "a" or tag.value("hreflang") is None:
        return []
    mark = next((a for a in tag.attributes if a.name == "aria-current"), None)
    if tag.value("hreflang") == variant.source_tag and mark is not None:
        return [(*mark.whole, "")]
    if tag.value("hreflang") == variant.target_tag and mark is None:
        end = len(tag.raw) - (2 if tag.raw.endswith("/>") else 1)
        return [(end, end, ' aria-current="true"')]
    return []


def _json(text: str, variant: ScriptVariant, page: str) -> str:
    key = ""

    def changed(found: re.Match[str]) -> str:
        nonlocal key
        literal = found[0].removesuffix(found["is_key"] or "").rstrip()
        try:
            value = str(json.loads(literal))
        except ValueError:
            return found[0]
        if found["is_key"] is not None:
            key = value
            return found[0]
        new = _json_value(key, value, variant, page)
        return found[0] if new == value else _json_literal(new, like=literal)

    return _JSON_STRING.sub(changed, text)


def _json_value(key: str, value: str, variant: ScriptVariant, page: str) -> str:
    if key in _JSON_LANGUAGE and variant.tag(value) is not None:
        return variant.tag(value) or value
    if value.startswith(("/", variant.root)) and "\n" not in value:
        return variant.address(value, page)
    return to_latin(value)


def _json_literal(value: str, *, like: str) -> str:
    literal = json.dumps(value, ensure_ascii=like.isascii())
    # As Jinja's tojson does: nothing in a script may look like markup.
    for sign in "<>&'":
        literal = literal.replace(sign, f"\\u{ord(sign):04x}")
    return literal
