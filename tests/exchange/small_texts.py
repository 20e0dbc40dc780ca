"""A few texts that go out and come back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cxguide.core.catalogs import Message, catalog_in
from cxguide.core.languages import Language
from cxguide.core.places import Place
from cxguide.translations.exchange import (
    Accepted,
    Concept,
    Returned,
    Unit,
    accepted,
    flat_po,
    glossary_csv,
    read_flat_po,
    read_glossary_csv,
    read_tbx,
    read_xliff,
    tbx,
    units_of,
    xliff,
)

CZECH = Language("cs")
MESSAGES = (
    Message("glossary/churn/definition", "Share of customers who left.", Place("glossary.yml"),
            at_most=160),
    Message("glossary/churn/term", "churn rate", Place("glossary.yml"), "A term"),
    Message("map/stages", "{n} stages of {title}", Place("map.jinja"), "on a map", counted=True),
    Message("nav/metrics", "Metrics", Place("mkdocs.yml")),
    Message("site/link", "See <b>the</b> guide", Place("site.jinja")),
)  # fmt: skip
CATALOG = """\
msgctxt "glossary/churn/definition"
msgid "Share of customers who left."
msgstr "Podíl zákazníků, kteří odešli."

# cx-allow terms: so it is called there
msgctxt "glossary/churn/term"
msgid "churn rate"
msgstr "míra odchodu"

msgctxt "nav/metrics"
msgid "Measures"
msgstr "Metriky"
"""


def units() -> tuple[Unit, ...]:
    return units_of(MESSAGES, catalog_in(CATALOG, CZECH, "cs.po"), CZECH)


def concepts(units: Iterable[Unit]) -> list[Concept]:
    by_key = {unit.key: unit for unit in units}
    return [
        Concept(
            "churn",
            by_key["glossary/churn/term"],
            by_key["glossary/churn/definition"],
            "CR",
            ("churn",),
        )
    ]


WRITERS: dict[str, Callable[[tuple[Unit, ...]], str]] = {
    "po": lambda units: flat_po(units, CZECH),
    "xlf": lambda units: xliff({"docs/cs.po": units}, CZECH),
    "csv": lambda units: glossary_csv(concepts(units), CZECH),
    "tbx": lambda units: tbx(concepts(units), CZECH, "Guide", wrong={"čurn": "míra odchodu"}),
}
READERS: dict[str, Callable[[str], Returned]] = {
    "po": lambda text: read_flat_po(text, CZECH, "a.po"),
    "xlf": lambda text: read_xliff(text.encode(), CZECH, "a.xlf"),
    "csv": lambda text: read_glossary_csv(text, CZECH, "a.csv"),
    "tbx": lambda text: read_tbx(text.encode(), CZECH, "a.tbx"),
}


def returned(key: str, english: str, translation: str) -> Unit:
    return Unit(key, english, translation, Place("a.po", 7))


def answer(*units: Unit, translated: Iterable[str] = ()) -> Accepted:
    return accepted(units, MESSAGES, CZECH, translated=frozenset(translated))
