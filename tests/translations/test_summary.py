from __future__ import annotations

from markdown_it import MarkdownIt

from cxguide.core.places import Place, Severity, SourceError
from cxguide.translations.summary import remarks_summary


def warning(line: int, problem: str, check: str = "typography") -> SourceError:
    place = Place("docs/cs/score.md", line)
    return SourceError(place, problem, fix="mend it", severity=Severity.WARNING, check=check)


def test_every_sign_of_a_remark_is_shown_as_it_is():
    found = [warning(3, "found '*a* _b_ <b>c</b>'"), warning(4, "a fence '```` metric' is open")]

    tokens = MarkdownIt("commonmark").parse(remarks_summary(found))

    assert [f"{one}\n" for one in found] == [one.content for one in tokens if one.type == "fence"]
    assert 2 == sum(one.type == "list_item_open" for one in tokens)


def test_a_hundred_remarks_are_told_the_worst_first_and_the_others_counted():
    found = [warning(line, "a straight quotation mark") for line in range(1, 151)]

    told = remarks_summary([*found, warning(999, "says what is wrong", "freshness")])

    assert 100 == told.count("- ```text")
    assert told.index("[freshness]") < told.index("[typography]")
    assert "- … and 51 more, which `cx i18n check` tells" in told


def test_without_remarks_there_is_nothing_to_unfold():
    assert "" == remarks_summary([])
