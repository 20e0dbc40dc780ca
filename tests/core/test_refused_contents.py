"""What a file cannot hold is refused: too much, another encoding, what YAML can and we do not."""

from pathlib import Path

import pytest

from core.scales import Edge, faults_of
from cxguide.core.places import SourceError, SourceFaults
from cxguide.core.source_text import LARGEST_FILE_BYTES
from cxguide.core.sources import SourceText, read_source


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name: &a x", "a.yml:1:7: the anchor '&a' is not allowed"),
        ("name: x\nedges: [*a]", "a.yml:2:9: the alias '*a' is not allowed"),
        ("name: !!python/name:os.system x", "is not allowed"),
        ("name: x\nname: y", "a.yml:2:1: the key 'name' stands here twice"),
        ("name: x\n...\nname: y", "this is not YAML"),
        ("", "there is nothing in it"),
        ("? [a]\n: b", "a key must be a plain word"),
        ("name: " + "[" * 30 + "]" * 30, "nested more than 20 levels"),
        ("just words", "keys with values is expected"),
    ],
)
def test_surprises_are_refused(text: str, problem: str):
    assert problem in faults_of(text)


def test_a_file_far_too_large_is_refused_unread(tmp_path: Path):
    path = tmp_path / "a.yml"
    path.write_text("x" * (LARGEST_FILE_BYTES + 1))

    with pytest.raises(SourceError, match="more than 500,000"):
        SourceText.of(path, tmp_path)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path):
    path = tmp_path / "a.yml"
    path.write_bytes("name: č".encode("cp1250"))

    with pytest.raises(SourceError, match="not UTF-8"):
        SourceText.of(path, tmp_path)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("lower: 1e999", r"m\.yml:1:8: the number 1e999 is too large"),
        ("name: “One, two”", r"m\.yml:1:7: the quotes around this text are not those of YAML"),
        ("lower: 1\n---\nlower: 2", r"m\.yml:2:1: a second document begins here"),
        ("# nothing but a comment", r"m\.yml:1:1: there is nothing in it"),
    ],
)
def test_what_a_file_cannot_hold_is_told_at_its_place(text: str, problem: str):
    with pytest.raises(SourceFaults, match=problem):
        read_source(SourceText("m.yml", text), Edge)
