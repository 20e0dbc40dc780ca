"""What goes out comes back as it was, and what is translated meanwhile is in the catalog."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.core.catalogs import catalog_in
from cxguide.core.places import Place
from cxguide.translations.exchange import Unit, take
from cxguide.translations.merging import written
from exchange.small_texts import CATALOG, CZECH, MESSAGES, READERS, WRITERS, answer, units

FORMS = pytest.mark.parametrize("form", WRITERS)

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"])
    | st.sampled_from('\n\t<>&;,"\\')
)
COMMENTS = st.lists(
    TEXTS.map(lambda text: " ".join(text.split())).filter(lambda one: one[:1] not in set(".:,|~")),
    max_size=2,
    unique=True,
)


@st.composite
def some_units(draw: st.DrawFn) -> tuple[Unit, ...]:
    """Texts of a term, as odd as catalogs allow."""
    found = []
    for part in ("definition", "term"):
        translation = draw(TEXTS)
        found.append(
            Unit(
                f"glossary/churn/{part}",
                f"a{draw(TEXTS)}",
                translation,
                Place("glossary.yml"),
                comments=tuple(filter(None, draw(COMMENTS))),
                needs_check=bool(translation) and draw(st.booleans()),
            )
        )
    return tuple(found)


def said(units: tuple[Unit, ...]) -> dict[str, tuple[object, ...]]:
    return {one.key: (one.english, one.translation, one.comments, one.needs_check) for one in units}


@pytest.mark.parametrize("form", ["po", "xlf"])
@given(out=some_units())
def test_every_text_comes_back_as_it_went_out(form: str, out: tuple[Unit, ...]):
    back = READERS[form](WRITERS[form](out))

    assert (said(out), ()) == (said(back.units), back.faults)


@given(out=some_units())
def test_the_names_of_terms_come_back_from_a_table(out: tuple[Unit, ...]):
    back = READERS["csv"](WRITERS["csv"](out))

    assert (said(out[1:]), ()) == (said(back.units), back.faults)


@FORMS
def test_a_file_that_nobody_touched_changes_nothing(form: str):
    catalog = catalog_in(CATALOG, CZECH, "cs.po")
    before = written(catalog, CZECH)

    back = READERS[form](WRITERS[form](units()))
    found = answer(*back.units)
    taken = take(found.units, MESSAGES, catalog, CZECH)

    assert ((), (), ()) == (back.faults, found.refused, taken)
    assert before == written(catalog, CZECH)


@FORMS
def test_a_translation_is_taken_and_nothing_else_changes(form: str):
    catalog = catalog_in(CATALOG, CZECH, "cs.po")

    text = WRITERS[form](units()).replace("míra odchodu", "míra ztráty")
    taken = take(answer(*READERS[form](text).units).units, MESSAGES, catalog, CZECH)

    assert ("glossary/churn/term",) == taken
    expected = written(catalog_in(CATALOG, CZECH, "cs.po"), CZECH).decode()
    assert expected.replace("míra odchodu", "míra ztráty") == written(catalog, CZECH).decode()


@pytest.mark.parametrize("form", ["po", "xlf"])
def test_a_text_in_doubt_stays_so_until_somebody_says_that_it_is_right(form: str):
    catalog = catalog_in(CATALOG, CZECH, "cs.po")
    (doubtful,) = (one for one in units() if one.key == "nav/metrics")

    (back,) = READERS[form](WRITERS[form]((doubtful,))).units
    untouched = take([back], MESSAGES, catalog, CZECH)
    confirmed = take([replace(back, needs_check=False)], MESSAGES, catalog, CZECH)

    assert (True, "Measures") == (back.needs_check, doubtful.made_from)
    assert ((), ("nav/metrics",)) == (untouched, confirmed)
    assert 'msgid "Metrics"\nmsgstr "Metriky"' in written(catalog, CZECH).decode()


def test_another_translation_in_doubt_is_taken_with_the_english_it_was_made_from():
    catalog = catalog_in(CATALOG, CZECH, "cs.po")
    unit = Unit("nav/metrics", "Metrics", "Ukazatele", Place("a.po"), needs_check=True)

    take([unit], MESSAGES, catalog, CZECH)

    assert (
        '#, fuzzy\n#| msgid "Measures"\nmsgctxt "nav/metrics"\nmsgid "Metrics"\n'
        'msgstr "Ukazatele"\n'
    ) in written(catalog, CZECH).decode()


def test_a_file_without_our_comments_does_not_remove_them():
    catalog = catalog_in(CATALOG, CZECH, "cs.po")
    unit = Unit("glossary/churn/term", "churn rate", "míra ztráty", Place("a.po"))

    take([unit], MESSAGES, catalog, CZECH)

    assert "# cx-allow terms: so it is called there" in written(catalog, CZECH).decode()


def test_a_question_of_a_translator_is_kept_although_nothing_is_translated():
    catalog = catalog_in(CATALOG, CZECH, "cs.po")
    unit = Unit("site/link", MESSAGES[-1].english, "", Place("a.po"), comments=("Which guide?",))

    taken = take([unit], MESSAGES, catalog, CZECH)

    assert ("site/link",) == taken
    assert "# Which guide?\n" in written(catalog, CZECH).decode()
