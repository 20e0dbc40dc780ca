from __future__ import annotations

import pytest

from cxguide.translations.fallback import new_file_url


@pytest.mark.parametrize(
    ("repository", "edit_uri", "expected"),
    [
        (
            "https://github.com/cx/guide",
            "edit/main/docs/",
            "https://github.com/cx/guide/new/main/docs/sr?filename=metrics/nps.md",
        ),
        (
            "https://gitlab.com/cx/guide/",
            "-/edit/main/docs/",
            "https://gitlab.com/cx/guide/-/new/main/docs/sr?file_name=metrics/nps.md",
        ),
        ("https://github.com/cx/guide", "", None),
        ("", "edit/main/docs/", None),
        ("https://example.com/cx", "?query=", None),
    ],
)
def test_a_new_translation_begins_in_the_editor_of_the_forge(
    repository: str, edit_uri: str, expected: str | None
) -> None:
    assert new_file_url(repository, edit_uri, "sr", "metrics/nps.md") == expected
