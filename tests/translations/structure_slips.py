"""Slips that change the structure of a page: errors, which stop a build."""

from __future__ import annotations

import re
from random import Random

from translations.slips import (
    Change,
    Slip,
    TranslatedPage,
    chosen,
    drops,
    kind,
    slip_at,
    with_heading,
    with_line,
    without_block,
)

_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")


@kind("dropped section")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    if len(page.headings) < 3:
        return None
    begin, end = page.section(random.choice(page.headings[1:]))
    lines = page.lines
    del lines[begin:end]
    return slip_at(page, lines, begin - 1)


@kind("lost template")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    if not page.lines[1].startswith("template: "):
        return None
    lines = page.lines
    del lines[1]
    return slip_at(page, lines, 1)


@kind("swapped sections")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    if len(page.headings) < 3:
        return None
    number = random.randrange(1, len(page.headings) - 1)
    first, second = page.headings[number : number + 2]
    end, lines = page.section(second)[1], page.lines
    lines[first:end] = [*lines[second:end], *lines[first:second]]
    return slip_at(page, lines, first, end - 1)


@kind("wrong level", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    return with_heading(page, random, lambda line: f"#{line}")


@kind("translated id", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    return with_heading(page, random, lambda line: re.sub(r"#[a-z][\w-]*", "#prelozeno", line))


@kind("id in another script", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    return with_heading(page, random, lambda line: re.sub(r"#[a-z][\w-]*", "#формула", line))


@kind("lost id", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    return with_heading(
        page, random, lambda line: re.sub(r" \{ #[\w-]+ \}| #[a-z][\w-]*", "", line)
    )


@kind("broken id", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    return with_heading(page, random, lambda line: f"{line}}}")


@kind("duplicated id", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    if len(page.headings) < 3:
        return None
    index, other = random.sample(page.headings, 2)
    found = re.search(r"#[a-z][\w-]*", page.lines[other])
    assert found is not None
    line = re.sub(r"#[a-z][\w-]*", found[0], page.lines[index])
    lines = page.lines
    lines[index] = line
    return slip_at(page, lines, index, other)


@kind("lost class", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    index = chosen(random, [n for n in page.headings if " ." in page.lines[n]])
    if index is None:
        return None
    return with_line(page, index, re.sub(r" \.[\w-]+", "", page.lines[index]))


def _drops_fence(*names: str) -> Change:
    def change(page: TranslatedPage, random: Random) -> Slip | None:
        found = page.fences(*names)
        return without_block(page, *random.choice(found)) if found else None

    return change


kind("dropped calculator", mended=True)(_drops_fence("calculator"))
kind("dropped map", mended=True)(_drops_fence("journey"))
kind("dropped picture", mended=True)(_drops_fence("picture"))


@kind("dropped code", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    found = [one for one in page.fences() if page.lines[one[0]].startswith("```")]
    return without_block(page, *random.choice(found)) if found else None


@kind("changed value of a calculator", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    inside = [n for fence in page.fences("calculator") for n in range(*fence)]
    index = chosen(random, [n for n in inside if re.match(r"inputs: .*\d", page.lines[n])])
    if index is None:
        return None
    return with_line(page, index, re.sub(r"(\d)(?!.*\d)", r"\g<1>7", page.lines[index]))


@kind("swapped calculators", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    found = page.fences("calculator")
    lines, one = page.lines, random.randrange(max(len(found) - 1, 1))
    if len(found) < 2:
        return None
    (begin, end), (later, last) = found[one], found[one + 1]
    first, second = lines[begin:end], lines[later:last]
    lines[later:last], lines[begin:end] = first, second
    return slip_at(page, lines, begin, later) if first[1] != second[1] else None


@kind("moved calculator", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    found, lines = page.fences("calculator"), page.lines
    if not found:
        return None
    begin, end = random.choice(found)
    fence = [*lines[begin:end], ""]
    home = page.section(begin)
    others = [n for n in page.headings if n != home[0] and not any(
        n < one < page.section(n)[1] for one, _ in found)]  # fmt: skip
    target = random.choice(others) + 2
    for at, new in sorted([(begin, None), (target, fence)], key=lambda one: -one[0]):
        lines[at : at + (0 if new else len(fence))] = new or []
    return slip_at(page, lines, home[0], target if target < begin else target - len(fence))


kind("dropped image")(drops(_IMAGE))
kind("image without words")(drops(re.compile(r"!\[[^\]]+\]"), "![]"))
kind("changed path of an image", mended=True)(drops(re.compile(r"(?<=assets/)\w+(?=\.png)"), "x"))
kind("lost reference of a footnote")(drops(re.compile(r"\[\^\w+\](?!:)")))
kind("lost footnote")(drops(re.compile(r"^\[\^\w+\]: ")))


@kind("dropped row of a table")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    rows = [n for n in page.prose if page.lines[n].startswith("|")
            and page.lines[n - 2].startswith("|")]  # fmt: skip
    index = chosen(random, rows)
    if index is None:
        return None
    lines = page.lines
    del lines[index]
    return slip_at(page, lines, index - 1)


@kind("dropped column of a table")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    index = chosen(random, [n for n in page.prose if page.lines[n].startswith("| ---")])
    if index is None:
        return None
    lines, row = page.lines, index - 1
    while lines[row].startswith("|"):
        lines[row] = "|" + "|".join(lines[row].split("|")[2:])
        row += 1
    return slip_at(page, lines, index)
