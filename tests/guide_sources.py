"""The sources of the guide's pages for tests: their settings, sections, fences and prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from cxguide.core.catalogs import Texts, Translations, read_catalog, translations_of
from cxguide.core.languages import ENGLISH, Language
from cxguide.core.resources import CALCULATORS, LOCALE
from cxguide.glossary import Glossary, read_glossary
from cxguide.translations.page_source import PageShape, read_page
from guide_site import PATHS, ROOT

LANGUAGES = ("en", "sr", "th", "cs")
SOURCES = [(tag, path) for tag in LANGUAGES for path in PATHS]
"""Language and address of every page that people write."""

CATALOGS = (CALCULATORS / "locale", LOCALE, ROOT / "docs" / "locale")
"""Folders of the catalogs, one catalog a language in each."""

_FRONT = re.compile(r"\A---\n(?P<settings>.*?)\n---\n(?P<text>.*)\Z", re.S)
_FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.M | re.S)
_ATTRIBUTES = re.compile(r"\{\s?[:#.][^}\n]*\}")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_TAG = re.compile(r"<[^>\n]+>")
_HEADING = re.compile(r"^#{1,6} .*?\{ #(?P<id>[\w-]+)[^}]*\}\s*$", re.M)


@dataclass(frozen=True)
class SourcePage:
    """A page as its editor sees it."""

    settings: dict[str, Any]
    text: str
    shape: PageShape

    @property
    def sections(self) -> dict[str, str]:
        """The prose below each heading, without fences, by the heading's id."""
        parts = _HEADING.split(without_fences(self.text))
        return dict(zip(parts[1::2], map(prose, parts[2::2]), strict=True))


@cache
def source_page(tag: str, path: str) -> SourcePage:
    """The page of a language; `path` is its address, empty for the home page."""
    file = ROOT / "docs" / tag / f"{path or 'index'}.md"
    text = file.read_text("utf-8")
    parts = _FRONT.match(text)
    assert parts is not None, f"{file} has no front matter"
    shape = read_page(text, file.relative_to(ROOT).as_posix())
    return SourcePage(yaml.safe_load(parts["settings"]), parts["text"], shape)


def without_fences(markdown: str) -> str:
    """The text without calculators, maps and code."""
    return _FENCE.sub("", markdown)


def prose(markdown: str) -> str:
    """The words that readers see, links and markup taken away."""
    text = _LINK.sub(r"\1", _ATTRIBUTES.sub("", without_fences(markdown))).replace("&shy;", "")
    return re.sub(r"[*`|]|^[#>\s-]+|^\d+\. |^!!!.*$", " ", _TAG.sub("", text), flags=re.M)


@cache
def glossary() -> Glossary:
    """The terms of the guide."""
    return read_glossary(ROOT / "docs" / "glossary.yml", ROOT)


@cache
def texts_of(tag: str) -> Texts:
    """The short texts of a language."""
    if tag == "en":
        return Texts(ENGLISH)
    language = Language(tag)
    translations = Translations(language)
    for path in (folder / f"{tag}.po" for folder in CATALOGS):
        catalog = read_catalog(path, language, ROOT)
        translations = translations.joined(translations_of(catalog, language, path.name))
    return Texts(language, translations)
