"""Which words find what in the search of the guide: forms, slips, other signs for the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from guide_site import PREFIXES
from search_box import QUESTIONS, ask, links, opened

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("tag", PREFIXES)
def test_a_page_is_found_in_its_own_language(page: Page, guide_url: str, tag: str):
    question, path = QUESTIONS[tag]
    opened(page, f"{guide_url}/{PREFIXES[tag]}metrics/nps/")
    ask(page, question)
    found = links(page)

    assert f"{guide_url}/{PREFIXES[tag]}{path}" in found[:3]
    others = {prefix for name, prefix in PREFIXES.items() if prefix and name != tag}
    assert not [one for one in found if one.removeprefix(f"{guide_url}/").startswith((*others,))]


def test_a_slip_is_told_and_mended(page: Page, guide_url: str):
    opened(page, f"{guide_url}/")
    ask(page, "retnetion")
    expect(page.locator(".cx-search-status")).to_contain_text("No page has: retnetion")
    page.locator(".cx-search-questions button").first.click()
    expect(page.get_by_role("searchbox")).to_have_value("retention")


@pytest.mark.parametrize(
    ("prefix", "slip", "meant"),
    [
        ("", "segemnt", "segment"),
        ("", "sgement", "segment"),
        ("cs/", "vernostt", "věrnost"),
        ("cs/", "omděny", "odměny"),
        ("sr/", "жлбе", "жалбе"),
        ("sr-latn/", "žlbe", "žalbe"),
    ],
)
def test_what_is_not_found_for_a_slip_is_suggested(
    page: Page, guide_url: str, prefix: str, slip: str, meant: str
):
    opened(page, f"{guide_url}/{prefix}")
    page.get_by_role("searchbox").fill(slip)
    suggested = page.locator(".cx-search-questions button").first
    expect(suggested).to_have_text(meant)
    expect(page.locator(".cx-search-results > li")).to_have_count(0)

    suggested.click()
    expect(page.locator(".cx-search-results > li").first).to_be_visible()


@pytest.mark.parametrize(
    ("prefix", "typed", "meant"),
    [
        ("", "ＮＰＳ", "NPS"),
        ("th/", "ค\u0e4d\u0e32ถาม", "ค\u0e33ถาม"),
        ("th/", "๒๕๖๙", "2569"),
    ],
)
def test_other_signs_for_the_same_letters_find_the_same(
    page: Page, guide_url: str, prefix: str, typed: str, meant: str
):
    opened(page, f"{guide_url}/{prefix}")
    ask(page, meant)
    expected = links(page)
    page.get_by_role("searchbox").fill("")
    expect(page.locator(".cx-search-results > li")).to_have_count(0)
    ask(page, typed)

    assert expected == links(page)


@pytest.mark.parametrize("words", ["dropoff calculator", "landingpage", "omni channel"])
def test_words_may_be_written_apart_or_together(page: Page, guide_url: str, words: str):
    opened(page, f"{guide_url}/")
    ask(page, words)

    assert "No page has" not in page.locator(".cx-search-status").inner_text()


def test_a_slip_that_tears_a_thai_word_apart_is_mended(page: Page, guide_url: str):
    opened(page, f"{guide_url}/th/")
    ask(page, "ความภัคดีของลูกค้า")

    assert f"{guide_url}/th/metrics/loyalty/" in links(page)[:3]


@pytest.mark.parametrize(
    ("question", "marked", "others"),
    [
        ("สำรวจ", "สำรวจ", ("<mark>รว</mark>",)),  # of another word, รวบรวม
        ("ใจ", "ใจ", ("<mark>ใจข", "<mark>ใจห")),  # the beginning of the next word
        ("การรักษาลูกค้า", "ลูกค้า", ("<mark>การ</mark>ณ์", "บริ<mark>การ</mark>")),
        ("ถาม", "ถาม", ("<mark>ถ้ามี",)),  # "if there is", but for its tone
        ("ทีม", "ทีม", ("<mark>ที่มี", "<mark>ที่มา")),
    ],
)
def test_of_thai_words_those_are_marked_that_were_asked_for(
    page: Page, guide_url: str, question: str, marked: str, others: tuple[str, ...]
):
    opened(page, f"{guide_url}/th/")
    ask(page, question)
    found = page.locator(".cx-search-results")

    assert marked in found.locator("mark").all_text_contents()
    assert [] == [one for one in others if one in found.inner_html()]


def test_thai_of_which_only_pairs_of_syllables_stand_somewhere_is_not_found(
    page: Page, guide_url: str
):
    opened(page, f"{guide_url}/th/")
    page.get_by_role("searchbox").fill("รรรรรร")
    expect(page.locator(".cx-search-status")).to_contain_text("ไม่มีหน้าใดที่มี “รรรรรร”")
    expect(page.locator(".cx-search-results > li")).to_have_count(0)

    ask(page, "NPS รรรรรร")
    expect(page.locator(".cx-search-status")).to_contain_text("ไม่มีหน้าใดที่มีคำว่า รรรรรร")
    assert f"{guide_url}/th/metrics/nps/" == links(page)[0]


def test_where_nothing_is_like_a_word_other_words_are_suggested(page: Page, guide_url: str):
    opened(page, f"{guide_url}/")
    page.get_by_role("searchbox").fill("xyzqw")

    expect(page.locator(".cx-search-more")).to_contain_text("Try other words, or fewer.")


def test_a_word_with_a_slip_is_not_cut_into_others(page: Page, guide_url: str):
    opened(page, f"{guide_url}/cs/")
    ask(page, "odchot")

    expect(page.locator(".cx-search-status")).to_contain_text("odchot")
    expect(page.locator(".cx-search-questions button")).to_contain_text(["odchodu"])


def test_a_slip_means_the_word_that_is_written_like_it(page: Page, guide_url: str):
    """The stem of "joined" is as near to it as that of "journey", and rarer."""
    opened(page, f"{guide_url}/")
    ask(page, "jorney")

    expect(page.locator(".cx-search-page").first).to_contain_text("ourney")


def test_no_two_thai_syllables_are_suggested_for_a_word(page: Page, guide_url: str):
    opened(page, f"{guide_url}/th/")
    page.get_by_role("searchbox").fill("วมฮฮ")
    expect(page.locator(".cx-search-status")).not_to_be_empty()

    expect(page.locator(".cx-search-questions button")).to_have_count(0)


@pytest.mark.parametrize(
    ("prefix", "question"),
    [
        ("th/", "frontstage"),
        ("th/", "lostness"),  # in the name of a calculator
        ("cs/", "revenue churn"),
        ("sr/", "net easy"),
    ],
)
def test_english_words_in_results_say_that_they_are_english(
    page: Page, guide_url: str, prefix: str, question: str
):
    opened(page, f"{guide_url}/{prefix}")
    ask(page, question)

    said = page.locator(".cx-search-results [lang=en]", has_text=question)
    expect(said.locator("mark").first).to_have_text(question.split(maxsplit=1)[0])
