"""Glossaries of a few terms, for tests."""

from __future__ import annotations

from pathlib import Path

from cxguide.core.catalogs import Texts, Translations
from cxguide.core.languages import ENGLISH, Language
from cxguide.glossary import Glossary, read_glossary


def glossary_of(folder: Path, text: str) -> Glossary:
    """The glossary that a file with this text holds."""
    file = folder / "glossary.yml"
    file.write_text(text, "utf-8")
    return read_glossary(file, folder)


def texts_of(tag: str, **names: str) -> Texts:
    """Texts that know the names of terms by their ids, written with `_`."""
    language = Language(tag)
    if language == ENGLISH:
        return Texts(ENGLISH)
    words = {"terms/letters": "letters", "terms/pages": "More:"}
    known = {f"glossary/{name.replace('_', '-')}/term": text for name, text in names.items()}
    return Texts(language, Translations(language, known | words), english_for=("glossary/",))
