"""Tables that are too wide for a phone."""

from lxml import html
from markdown import markdown

from cxguide.pages import tables_in_boxes, with_labelled_cells


def table(*rows: str) -> str:
    return markdown("\n".join(rows), extensions=["tables"])


WIDE = table(
    "| Metric | Question | Data | Stage | Effort |",
    "| --- | --- | --- | --- | --- |",
    "| *NPS* & more | [Would they?](a.md) | answers | all | small |",
)
NARROW = table("| A | B | C |", "| --- | --- | --- |", "| 1 | 2 | 3 |")


def test_every_cell_of_a_wide_table_has_the_name_of_its_column():
    cells = html.fromstring(with_labelled_cells(WIDE)).cssselect("td")

    assert [None, "Question", "Data", "Stage", "Effort"] == [c.get("data-h") for c in cells]


def test_titles_that_are_numbers_have_a_name_as_well():
    numbers = WIDE.replace("<em>NPS</em> &amp; more", "77%")

    (first, *_) = html.fromstring(with_labelled_cells(numbers)).cssselect("td")
    assert "Metric" == first.get("data-h")


def test_a_wide_table_says_that_it_is_one_whatever_its_style():
    page = html.fragment_fromstring(with_labelled_cells(WIDE), create_parent="div")

    roles = {element.tag: element.get("role") for element in page.iter() if element.get("role")}
    assert {
        "table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row",
        "th": "columnheader", "td": "cell",
    } == roles  # fmt: skip
    assert page.cssselect("table")[0].get("data-cx-wide") is not None


def test_nothing_else_of_a_page_changes():
    page = f"<p>a < b</p>{NARROW}<table class='x'><tr><td>1</td></tr></table><p>&amp;</p>"

    assert page == with_labelled_cells(page)


def test_long_words_make_three_columns_too_wide():
    words = table(
        "| A | B | C |", "| --- | --- | --- |", f"| {'x' * 15} | {'y' * 14} | {'z' * 12} |"
    )

    assert "data-cx-wide" in with_labelled_cells(words)


def test_two_columns_always_fit():
    words = table("| A | B |", "| --- | --- |", f"| {'x' * 30} | {'y' * 30} |")

    assert words == with_labelled_cells(words)


def test_thai_goes_on_in_the_next_line_without_a_space():
    thai = table("| ก | ข | ค |", "| --- | --- | --- |", f"| {'ลูกค้า' * 9} | {'ลูกค้า' * 9} | 3 |")

    assert thai == with_labelled_cells(thai)


def test_a_row_that_begins_with_its_head_is_labelled_like_any_other():
    row = "<tr><th scope='row'>NPS</th><td>1</td><td>2</td><td>3</td><td>4</td></tr>"
    page = f"{WIDE[: WIDE.index('<tbody>')]}<tbody>{row}</tbody></table>"

    head, *cells = html.fromstring(with_labelled_cells(page)).xpath("//tbody/tr/*")

    assert ("rowheader", None) == (head.get("role"), head.get("data-h"))
    assert ["Question", "Data", "Stage", "Effort"] == [cell.get("data-h") for cell in cells]


def test_a_table_stands_in_two_boxes():
    page = html.fragment_fromstring(tables_in_boxes(f"<p>A</p>{NARROW}"), create_parent="div")

    (table,) = page.cssselect(".md-typeset__scrollwrap > .md-typeset__table > table")
    assert "A" == page[0].text
    assert 6 == len(table.cssselect("th, td"))


def test_tables_of_others_and_inside_others_stay_as_they_are():
    own = '<table class="own"><tr><td></td></tr></table>'
    nested = "<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>"

    assert own == tables_in_boxes(own)
    assert 2 == tables_in_boxes(nested).count("<div")
    assert tables_in_boxes(nested).endswith("</table></td></tr></table></div></div>")
