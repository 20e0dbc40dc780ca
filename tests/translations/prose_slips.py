"""Slips in the prose of a page, which is right as far as it can be built."""

from __future__ import annotations

import re
from random import Random

from translations.slips import (
    Slip,
    TranslatedPage,
    chosen,
    drops,
    kind,
    slip_at,
    without_block,
)

_LINK = re.compile(r"(?<!!)\[(?P<words>[^\]]*)\]\((?P<target>[^)]*)\)")
_CODE = re.compile(r"`[^`]+`")
_PERCENT = re.compile(r"(?<![\d.,])\d+(?=[ \u00a0]?%)")
_ITEM = re.compile(r"[ ]*(?:- |\d+\. )")
_NO_PARAGRAPH = re.compile(r"#|\||>|<|!|=|\{|[ ]*(?:- |\d+\. )|\[\^|[ ]{4}")


@kind("dropped item", check="lists")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    items = [n for n in page.prose if _ITEM.match(page.lines[n])]
    several = [n for n in items if n - 1 in items or n + 1 in items]
    index = chosen(random, several)
    if index is None:
        return None
    lines = page.lines
    del lines[index]
    return slip_at(page, lines, index - 1)


def _paragraphs(page: TranslatedPage) -> list[int]:
    lines = page.lines
    return [
        n
        for n in page.prose
        if lines[n] and not lines[n - 1] and not lines[n + 1] and not _NO_PARAGRAPH.match(lines[n])
    ]


@kind("dropped paragraph", check="blocks")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    index = random.choice(_paragraphs(page))
    return without_block(page, index, index + 1)


@kind("paragraph in two", check="blocks")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    index, lines = random.choice(_paragraphs(page)), page.lines
    words = lines[index].split(" ")
    half = max(len(words) // 2, 1)
    lines[index : index + 1] = [" ".join(words[:half]), "", " ".join(words[half:]) or "x"]
    return slip_at(page, lines, index)


kind("dropped quote", check="blocks")(drops(re.compile(r"^> ")))
kind("dropped admonition", check="blocks")(drops(re.compile(r"^!!! .*")))


@kind("wrong target", check="links")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    return drops(re.compile(r"(?<=\]\()[^)#:]+(?=[)#])"), "../wrong.md")(page, random)


kind("wrong fragment", check="links", mended=True)(
    drops(re.compile(r"(?<=\.md)#[\w-]+(?=\))"), "#wrong")
)
kind("link without its fragment", check="links", mended=True)(
    drops(re.compile(r"(?<=\.md)#[\w-]+(?=\))"))
)
kind("dropped link", check="links")(drops(_LINK, r"\g<words>"))
kind("wrong host", check="links")(drops(re.compile(r"(?<=\]\(https://)[^/)]+"), "else.example"))


@kind("link into English", check="links", mended=True)
def _(page: TranslatedPage, random: Random) -> Slip | None:
    folder = page.file.count("/") - 1
    new = "../" * folder + "en/" + "/".join(page.file.split("/")[2:-1])
    pattern = re.compile(r"(?<=\]\()(?=[\w/-]+\.md)")
    return drops(pattern, f"{new.rstrip('/')}/")(page, random)


kind("dropped inline code", check="code")(drops(_CODE))
kind("changed percentage", check="numbers")(drops(_PERCENT, "93"))


@kind("changed line of code", check="code")
def _(page: TranslatedPage, random: Random) -> Slip | None:
    inside = [n for begin, end in page.fences() for n in range(begin + 1, end - 1)]
    index = chosen(random, [n for n in inside if page.lines[n].strip()])
    if index is None:
        return None
    lines = page.lines
    del lines[index]
    return slip_at(page, lines, index - 1)
