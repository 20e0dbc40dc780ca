from __future__ import annotations

import random

import pytest

from collation_lists import TAGS, collated
from cxguide.core.languages import Language
from cxguide.glossary.ordering import initial, latin_key, sort_key
from cxguide.site.latin import to_latin

IN_ORDER = {
    # Names of more than one word: a blank comes before every letter.
    "en": ["band", "benchmark", "brand", "brand image", "e-mail", "error", "error rate", "five Cs"],
    # ch is a letter after h; č, ř, š and ž are letters, á, ě and ú are not.
    "cs": [
        "bod", "cesta", "cíl", "čas", "dobrý", "efektivita", "hlas", "hodnota", "chatbot", "chyba",
        "index", "medián", "míra", "náklady", "nákup", "rozdíl", "řešení", "souhlas", "škála",
        "udržení", "úkol", "uživatel", "zákazník", "žádanka", "živý chat",
    ],
    # азбука: ђ after д, љ after л, њ after н, ћ after т, џ after ч.
    "sr": [
        "анкета", "вредност", "група", "дан", "ђак", "емоција", "животни век", "заговорник",
        "индекс", "јасноћа", "канал", "лојалност", "љубав", "метрика", "навика", "његов", "особа",
        "тренутак", "ћаскање уживо", "узорак", "фаза", "хијерархија", "циљ", "четбот", "џеп",
        "шаблон", "Core Web Vitals",
    ],
    # By consonants; a vowel written before its consonant counts after it, tones count last.
    "th": [
        "กรณี", "กราฟ", "กลยุทธ์", "กลุ่มลูกค้า", "กำไร", "เกณฑ์เปรียบเทียบ", "ขนาดตัวอย่าง",
        "ขอบเขต", "ข้อผิดพลาด", "คลิก", "แชตบอต", "ดัชนี", "เทมเพลต", "แบบสำรวจ", "เป้าหมาย",
        "เวลา", "สูตร", "เส้นทาง", "แหล่งที่มา", "โอกาส",
    ],
}  # fmt: skip
LATIN_ORDER = [
    "анкета", "бренд", "циљ", "четбот", "ћаскање", "дан", "џеп", "ђак", "емоција", "фаза", "група",
    "хијерархија", "индекс", "јасноћа", "канал", "лојалност", "љубав", "метрика", "навика",
    "његов", "особа", "шаблон", "тренутак", "узорак", "вредност", "заговорник", "животни век",
]  # fmt: skip


@pytest.mark.parametrize("tag", IN_ORDER)
def test_words_stand_as_in_a_dictionary_of_the_language(tag: str):
    expected = IN_ORDER[tag]
    shuffled = random.Random(1).sample(expected, len(expected))

    actual = sorted(shuffled, key=lambda word: sort_key(word, Language(tag)))

    assert expected == actual


@pytest.mark.parametrize("tag", TAGS)
def test_a_list_is_long_enough_to_mean_something(tag: str):
    words = collated(tag)[1]

    assert len(set(words)) == len(words) >= 200


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag != "sr-Latn"])
def test_words_stand_as_icu_puts_them(tag: str):
    expected = collated(tag)[1]
    shuffled = random.Random(1).sample(expected, len(expected))

    assert expected == sorted(shuffled, key=lambda word: sort_key(word, Language(tag)))


def test_serbian_words_stand_in_latin_letters_as_icu_puts_them():
    expected = collated("sr-Latn")[1]
    shuffled = random.Random(1).sample(expected, len(expected))

    assert expected == sorted(shuffled, key=lambda line: latin_key(line.split("\t")[0]))
    assert [to_latin(line.split("\t")[0]) for line in expected] == [
        line.split("\t")[1] for line in expected
    ]


def test_serbian_words_have_another_order_in_latin_letters():
    shuffled = random.Random(1).sample(LATIN_ORDER, len(LATIN_ORDER))

    assert LATIN_ORDER == sorted(shuffled, key=latin_key)


def test_two_letters_side_by_side_are_not_taken_for_the_latin_letter_that_they_look_like():
    """n and j in "konjunktura" are two letters, as Cyrillic knows."""
    assert ["конјунктура", "контакт", "коњ"] == sorted(
        ["коњ", "контакт", "конјунктура"], key=latin_key
    )


@pytest.mark.parametrize(
    ("tag", "word", "letter"),
    [
        ("en", "e-mail", "E"),
        ("cs", "chyba", "Ch"),
        ("cs", "úkol", "U"),
        ("cs", "škála", "Š"),
        ("sr", "љубав", "Љ"),
        ("th", "แบบสำรวจ", "บ"),
        ("th", "Net Promoter Score", "N"),
        ("en", "404 page", "#"),
    ],
)
def test_a_word_stands_under_its_letter(tag: str, word: str, letter: str):
    assert letter == initial(word, Language(tag))


def test_accents_and_capitals_decide_only_between_words_that_are_equal_without_them():
    words = ["resumé", "Resume", "resume", "resumes"]

    assert "resumes" == sorted(words, key=lambda word: sort_key(word, Language("en")))[-1]
