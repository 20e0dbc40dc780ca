"""Several style sheets as one."""

import pytest

from cxguide.site.style_sheets import one_sheet

ALL = "assets/cx/all.css"
SHAPE = (
    "url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><path d='M1 2z'/></svg>\")"
)


def test_the_sheets_keep_their_order_and_lose_their_comments():
    sheets = [
        ("a.css", "/* first */\na { color: red; }\n"),
        ("b.css", "@media print {\n  a { color: blue; }\n}\n"),
    ]

    assert "a{color:red}\n@media print{a{color:blue}}\n" == one_sheet(sheets, ALL)


@pytest.mark.parametrize("text", ['", "', '": "', '"/* x */"', "'a  {'", r"""'\' ; b'"""])
def test_texts_stay_as_they_are(text: str):
    sheet = one_sheet(
        [("a.css", f"a::after {{ content: {text}; }} [title={text}] {{ top: 0; }}")], ALL
    )

    assert f"a::after{{content:{text}}}[title={text}]{{top:0}}\n" == sheet


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('url("cx.woff2")', 'url("../fonts/cx.woff2")'),
        ("url(cx.woff2)", "url(../fonts/cx.woff2)"),
        ("url( '../img/a.svg#b' )", "url('../img/a.svg#b')"),
        ('url("my pic.png")', 'url("../fonts/my pic.png")'),
        ("url(../../favicon.svg)", "url(../../favicon.svg)"),
        ("url(/fonts/cx.woff2)", "url(/fonts/cx.woff2)"),
        ("url(https://other.example/a.png)", "url(https://other.example/a.png)"),
        ("url(#shape)", "url(#shape)"),
        (SHAPE, SHAPE),
    ],
)
def test_addresses_lead_to_the_same_files(written: str, expected: str):
    sheet = one_sheet([("assets/fonts/fonts.css", f"a {{ src: {written}; }}")], ALL)

    assert f"a{{src:{expected}}}\n" == sheet


def test_a_sheet_at_the_root_leads_into_folders():
    sheet = one_sheet([("assets/fonts/fonts.css", "a { src: url(cx.woff2); }")], "all.css")

    assert "a{src:url(assets/fonts/cx.woff2)}\n" == sheet


def test_a_sheet_that_imports_another_is_refused():
    with pytest.raises(ValueError, match=r"b\.css imports another style sheet"):
        one_sheet([("a.css", "a { color: red; }"), ("b.css", '@import "c.css";')], ALL)
