"""The one layout of catalogs: nothing that a file says gets lost in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import normalize
from hypothesis import given
from hypothesis import strategies as st

from cxguide.core.catalogs import catalog_in, read_catalog
from cxguide.translations.catalog_layout import formatted, frame_of
from cxguide.translations.merging import sync_catalog, written
from translations.small_catalogs import CZECH, catalog, message

HEAD = (
    'msgid ""\nmsgstr ""\n"Language: cs\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
)
LONG = "cx-allow typography: " + "the sign stands so in the original, as everybody can see " * 3

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]))
TEXTS = st.lists(WORDS | st.sampled_from(["\n", "\t", '"', "\\", r"\n", "long words " * 12]))
COMMENTS = st.lists(WORDS.map(str.strip).filter(lambda one: one[:1] not in set(".:,|~")))


@st.composite
def entries(draw: st.DrawFn) -> str:
    """An entry as somebody's tool may have written it: wrapped or not, set aside or not."""
    key = f"key/{draw(st.integers(0, 10**9))}"
    mark = draw(st.sampled_from(["", "#~ "]))
    english, text, before = (f"a{''.join(draw(TEXTS))}" for _ in range(3))
    lines = [f"# {one}".rstrip() for one in draw(COMMENTS)]
    if not mark:
        lines += [f"#. {one}" for one in draw(COMMENTS) if one] + ["#: docs/a.yml"]
    flags = draw(st.sets(st.sampled_from(["fuzzy", "no-wrap", "x-of-a-tool"])))
    lines += [f"#,{', '.join(flags)}"] if flags else []
    lines += [f"#| msgid {normalize(before, prefix='#| ', width=0)}"] if not mark else []
    width = draw(st.sampled_from([0, 40]))
    parts = {"msgctxt": key, "msgid": english, "msgstr": text}
    lines += [f"{mark}{name} {normalize(part, mark, width)}" for name, part in parts.items()]
    return "".join(f"{line}\n" for line in lines)


def said(found: Catalog) -> set[tuple[object, ...]]:
    """All that Babel reads of a catalog."""
    kinds = ((False, [one for one in found if one.id]), (True, found.obsolete.values()))
    return {
        (aside, one.context, one.id, one.string, *map(tuple, (one.user_comments,
         one.auto_comments, sorted(one.flags), one.previous_id, one.locations)))
        for aside, several in kinds
        for one in several
    }  # fmt: skip


def keys(text: str) -> list[str]:
    return re.findall(r"^(?:#~ )?msgctxt.*", text, re.M)


def key_of(entry: str) -> str:
    return keys(entry)[0].removeprefix("#~ ")


@given(st.lists(entries(), max_size=5, unique_by=key_of))
def test_a_catalog_says_in_the_one_layout_what_it_said_before(written_by_somebody: list[str]):
    text = "\n".join(written_by_somebody)

    done = formatted(text, CZECH)

    assert said(catalog_in(text, CZECH, "cs.po")) == said(catalog_in(done, CZECH, "cs.po"))
    assert done == formatted(done, CZECH)
    assert keys(done) == sorted(keys(text), key=lambda line: (line.startswith("#~"), line))


def test_comments_stay_in_one_line_however_long(tmp_path: Path):
    path = catalog(tmp_path / "cs.po", ("a", "A", "Á"))
    path.write_text(f"# {LONG}\n{path.read_text('utf-8')}", "utf-8")

    sync_catalog([message("a", "A")], path, CZECH, tmp_path)

    assert f"\n# {LONG.strip()}\n" in path.read_text("utf-8")


@pytest.mark.parametrize("before", ["A long English text " * 8, 'Two\nlines, one "quoted"'])
def test_a_text_remembers_the_english_it_was_made_from_however_long(tmp_path: Path, before: str):
    path = tmp_path / "cs.po"
    sync_catalog([message("a", before)], path, CZECH, tmp_path)
    path.write_text(path.read_text("utf-8").removesuffix('""\n') + '"Á"\n', "utf-8")

    for english in ("New", "Newer"):
        sync_catalog([message("a", english)], path, CZECH, tmp_path)

    entry = read_catalog(path, CZECH, tmp_path).get("Newer", "a")
    assert entry is not None
    assert [before] == entry.previous_id


def test_a_text_that_is_set_aside_stays_marked(tmp_path: Path):
    text = '#, fuzzy\n#~ msgctxt "a"\n#~ msgid "A"\n#~ msgstr "Á"\n'
    read = catalog_in(text, CZECH, "cs.po")

    assert f"{HEAD}\n{text}" == written(read, CZECH).decode() == formatted(text, CZECH)


def test_dates_in_the_head_go_and_comments_and_the_preview_stay():
    text = (
        '# Translated by friends\n\nmsgid ""\nmsgstr "PO-Revision-Date: 2026-01-01\\n"\n'
        '"X-Preview: yes\\n"\n\nmsgctxt "a"\nmsgid "A"\nmsgstr ""\n\n# to be gone on with\n'
    )

    assert (
        f'# Translated by friends\n{HEAD}"X-Preview: yes\\n"\n\n'
        'msgctxt "a"\nmsgid "A"\nmsgstr ""\n\n# to be gone on with\n'
    ) == formatted(text, CZECH)
    assert frame_of(text) == frame_of(formatted(text, CZECH))
