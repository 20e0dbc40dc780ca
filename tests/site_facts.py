"""A site with two sections, in English, Serbian and Thai, for tests of what is told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cxguide.core.languages import Language
from cxguide.site.page_facts import PageFacts, Section, VersionFacts, all_versions
from cxguide.site.versions import SiteModel, SiteVersion

SITE = "https://cx.example/"
VERSIONS = (
    SiteVersion(Language("en"), "English", ""),
    SiteVersion(Language("sr"), "Српски", "sr"),
    SiteVersion(Language("sr-Latn"), "Srpski", "sr-latn", "sr"),
    SiteVersion(Language("th"), "ไทย", "th"),
)
EVERYWHERE = frozenset({"", "sr", "th"})
MODEL = SiteModel(
    VERSIONS,
    SITE,
    {"": EVERYWHERE, "nps/": EVERYWHERE, "five/": frozenset({""})},
    {("nps/", ""): "2026-01-02", ("nps/", "sr"): "2026-03-04"},
)
ENGLISH = VersionFacts(
    VERSIONS[0],
    "CX & guide",
    "A <guide>.",
    "The authors",
    "CC BY 4.0",
    "https://licence.example/by/",
    (
        PageFacts("", "Customer experience", "Where to begin.", reviewed=date(2026, 9, 9)),
        PageFacts("five/", "Five <Cs>", "Principles.", (Section("Basics", "five/"),)),
        PageFacts(
            "nps/",
            "Score & interval",
            "How to [calculate] it.",
            (Section("Metrics", "five/"),),
            date(2026, 3, 31),
        ),
    ),
)
SERBIAN = replace(
    ENGLISH,
    version=VERSIONS[1],
    name="Водич",
    pages=(
        PageFacts("", "Почетак", reviewed=date(2026, 9, 9)),
        PageFacts(
            "nps/", "Оцена", "Како се рачуна.", (Section("Метрике", "five/"),), date(2026, 1, 1)
        ),
    ),
)
WRITTEN = {"": ENGLISH, "sr": SERBIAN}
LATIN = {one.version.prefix: one for one in all_versions(MODEL, WRITTEN)}["sr-latn"]
