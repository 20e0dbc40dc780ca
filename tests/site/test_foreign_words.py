from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxguide.site.foreign_words import with_marked_english

IS_LATIN = {"th": False, "sr": False, "cs": True}


def marked(html: str, tag: str) -> str:
    """The page with [words] for what is marked as English."""
    html = with_marked_english(html, tag, is_latin=IS_LATIN[tag])
    return html.replace('<span lang="en">', "[").replace("</span>", "]")


@pytest.mark.parametrize(
    ("tag", "words", "expected"),
    [
        ("th", "อัตรา (churn rate) สูง", "อัตรา ([churn rate]) สูง"),
        ("th", "จุดสัมผัส (touchpoint)", "จุดสัมผัส ([touchpoint])"),
        ("th", "ตามคู่มือ (top-two-box)", "ตามคู่มือ ([top-two-box])"),
        ("th", "Net Promoter Score ของคุณ", "[Net Promoter Score] ของคุณ"),
        ("th", "Oliver, Journal of Marketing 2(1)", "[Oliver, Journal of Marketing] 2(1)"),
        ("sr", "купци (churn) и Bain &amp; Company", "купци ([churn]) и Bain &amp; Company"),
        ("sr", "„The One Number You Need“", "„[The One Number You Need]“"),
        (
            "cs",
            "Rocks, „Interval Estimation for Scores“",
            "Rocks, „[Interval Estimation for Scores]“",
        ),
        (
            "cs",
            "Toman, The Effortless Experience, 2013",
            "Toman, [The Effortless Experience], 2013",
        ),
        ("cs", "podle návodů (top-two-box), jak", "podle návodů ([top-two-box]), jak"),
        ("cs", "studie „Times in usability tests“", "studie „[Times in usability tests]“"),
        ("cs", "zpětná vazba (closing the loop)", "zpětná vazba ([closing the loop])"),
        ("cs", "Oliver, Journal of Marketing 22", "Oliver, [Journal of Marketing] 22"),
        (
            "cs",
            "„Modeling Lifetime Value“, Journal of Service Research 9(2)",
            "„[Modeling Lifetime Value]“, [Journal of Service Research] 9(2)",
        ),
        (
            "cs",
            "Lehmann, Managing Customers as Investments, 2005",
            "Lehmann, [Managing Customers as Investments], 2005",
        ),
    ],
)
def test_english_among_other_words_is_marked(tag: str, words: str, expected: str) -> None:
    assert f"<p>{expected}</p>" == marked(f"<p>{words}</p>", tag)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("th", "NPS และ CSAT ของ Google Analytics"),
        ("th", "De Matos, Henrique และ van Dijk"),
        ("th", "5 kg, 20 min และ 10 px"),
        ("th", "mkdocs.yml, a@b.example และ example.com/path"),
        ("th", "ก&nbsp;ข &amp; ค &lt;ง&gt;"),
        ("sr", "купци и NPS у 2026."),
        ("sr", "страница {site}, датотеке {churn_rate}"),
        ("cs", "„to rychle napravili“ a „ano“, „marketing“ (e-mail)"),
        ("cs", "(specialista na onboarding)"),
        ("cs", "„moment pravdy“, (segment trhu), (marketing a prodej), (stupnice kvality)"),
        ("cs", "(onboarding se vším), (pricing pro start)"),
        ("cs", "Fader a Hardie, Net Promoter a NPS"),
        ("cs", "Otevřete Google Analytics v Praze"),
    ],
)
def test_names_units_addresses_and_words_of_the_language_stay(tag: str, words: str) -> None:
    assert f"<p>{words}</p>" == marked(f"<p>{words}</p>", tag)


@pytest.mark.parametrize(
    "html",
    [
        '<p lang="en">The churn rate</p>',
        '<span lang="de">die churn rate</span>',
        "<code>churn rate</code><pre>churn rate</pre><svg><text>churn rate</text></svg>",
        '<b translate="no">churn rate</b><textarea>churn rate</textarea>',
        '<title>churn rate</title><a href="churn rate" title="churn rate">ก</a>',
        "<output>churn rate</output><option>churn rate</option>",
        "<template data-cx-security>churn rate</template>",
    ],
)
def test_code_other_languages_and_what_holds_only_text_stay(html: str) -> None:
    assert html == with_marked_english(html, "th", is_latin=False)


def test_an_english_page_stays() -> None:
    assert "<p>The churn rate</p>" == with_marked_english(
        "<p>The churn rate</p>", "en", is_latin=True
    )


@pytest.mark.parametrize("tag", IS_LATIN)
@given(text=st.text(st.sampled_from("<p>&;a The churn-rate 5,:ก“”ч„{}"), max_size=40))
def test_nothing_but_marks_is_added_and_none_twice(tag: str, text: str) -> None:
    once = with_marked_english(text, tag, is_latin=IS_LATIN[tag])

    assert text == once.replace('<span lang="en">', "").replace("</span>", "")
    assert once == with_marked_english(once, tag, is_latin=IS_LATIN[tag])
