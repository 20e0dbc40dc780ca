from __future__ import annotations

import re

from cxguide.translations.folders import folder_faults

LOOKS_LIKE_LANGUAGE = re.compile(r"[a-z]{2}(-[A-Za-z]{4})?").fullmatch


def told(*paths: str) -> list[str]:
    found = folder_faults(paths, ("en", "sr"), lambda name: bool(LOOKS_LIKE_LANGUAGE(name)))
    return [str(fault) for fault in found]


def test_a_folder_that_looks_like_a_language_is_refused() -> None:
    expected = [
        (
            "docs/cx/: the folder name 'cx' looks like a language, so none of its files "
            "would be built\n"
            "  languages of the site: en, sr\n"
            "  fix: move it to docs/en/cx/, rename it, or add the language 'cx' to mkdocs.yml"
        )
    ]
    assert [line.replace("docs/cx/:1:1:", "docs/cx/:") for line in told("cx/a.md", "cx/b.md")] == (
        expected
    )


def test_languages_and_other_folders_are_welcome() -> None:
    assert told("en/a.md", "sr/a.md", "assets/a.svg", "en/cx/a.md", "cx", "index.md") == []


def test_all_folders_are_told() -> None:
    assert [line.split(":")[0] for line in told("qa/a.md", "ai/b.png")] == ["docs/ai/", "docs/qa/"]
