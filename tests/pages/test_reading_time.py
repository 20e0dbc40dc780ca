"""How long a page takes to read."""

import pytest

from cxguide.pages import minutes_to_read


@pytest.mark.parametrize(
    ("content", "minutes"),
    [
        ("<p>one</p>", 1),
        ("", 1),
        ("<p>" + "word " * 200 + "</p>", 1),
        ("<p>" + "word " * 201 + "</p>", 2),
        ("<p>" + "слово " * 401 + "</p>", 3),
        ("<p>1 068 odpovědí, 43,5 %</p>", 1),
        ("<p>" + "ลูกค้า" * 200 + "</p>", 2),  # 1,200 signs without a space
        ("<p>one</p><cx-calculator>" + "word " * 500 + "</cx-calculator>", 1),
        ("<p>one</p><figure>" + "word " * 500 + "</figure>", 1),
    ],
)
def test_minutes_are_whole_and_tools_are_not_read(content: str, minutes: int):
    assert minutes == minutes_to_read(content)


def test_a_page_to_look_things_up_has_no_minutes():
    assert minutes_to_read("<p>one</p><div data-cx-list>" + "word " * 500 + "</div>") is None
