"""A page in the pseudo-language: its words change, its Markdown does not.

What is no prose is set aside first (fences, code, tags, targets of links, attributes), each behind
a sign that no page has, and put back at the end. In between a line is only words.
"""

from __future__ import annotations

import re

from cxguide.translations.front_matter import first_line_after
from cxguide.translations.pseudo import CLOSING, OPENING, accented, pseudo

__all__ = ["pseudo_page"]

_FENCE = re.compile(
    r"^[ \t>]*(?P<signs>`{3,}|~{3,})[^`\n]*\n(?:.*\n)*?[ \t>]*(?P=signs)[`~]*[ \t]*$", re.M
)
_NO_PROSE = re.compile(
    r"""<!--.*?-->
    | <(?P<raw>pre|script|style|svg|math)\b.*?</(?P=raw)>
    | <(?P<foreign>[a-z]+)\b[^<>]*\blang=[^<>]*>.*?</(?P=foreign)>  # in another language already
    | (?<!`)(?P<ticks>`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)(?P=ticks)(?!`)
    | </?[a-zA-Z][^<>]*>                                    # a tag, an address in angles
    | \{\{.*?\}\} | \{%.*?%\} | \{[^{}\n]*\}                # macros, attributes
    | ^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S[^\n]*$           # where a reference leads
    | \[\^[^\]\s]+\]:? | \[[ xX]\] | \[TOC\]
    | \]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)(?:\{[^{}\n]*\})?
    | \]\[[^\]\n]*\]
    | ^[ \t>]*--8<--[^\n]*$
    | (?<!\w):[a-z][\w+-]*:(?!\w)                           # an icon
    | &(?:\#\w+|\w+);
    | \bhttps?://[^\s<>")]+ | \b[\w.+-]+@[\w-]+\.[\w.]+""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_LABEL = re.compile(r"^[ ]{0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*\S", re.M)
_CONTAINER = re.compile(
    r'(?P<before>[ \t>]*(?:[!?]{3}\+?|===[+!]*|///)[ \t]*[\w -]*)(?:"(?P<title>[^"]*)")?[ \t]*'
)
_ABBREVIATION = re.compile(r"(?P<before>\*\[)(?P<label>[^\]]+)(?P<colon>\]:[ \t]*)(?P<words>.*)")
_IMAGE = re.compile(r"(?P<before>!\[)(?P<words>[^\[\]\ue000]*)(?P<after>\ue000\d+\ue001)")
_SET_ASIDE = re.compile(r"\ue000(\d+)\ue001")
_LINE = re.compile(
    r"(?P<before>[ \t>]*(?:(?:\#{1,6}|[-*+]|\d+[.)]|:)[ \t]+)*(?:\ue000\d+\ue001|[ \t])*)"
    r"(?P<words>.*?)"
    r"(?P<after>(?:[ \t\\#]|\ue000\d+\ue001)*)"
)
_CELL_BREAK = re.compile(r"(?<!\\)(\|)")
_SETTING = re.compile(r"""(?P<before>(?:title|description):[ \t]+(?P<quote>["']?))(?P<words>.*)""")
_LETTER = re.compile(r"[^\W\d_]")


def pseudo_page(text: str) -> str:
    """The source of a page with its prose in the pseudo-language, line for line.

    Headings keep their ids, links their targets; fences, code, HTML and words marked as another
    language's stay, and of the front matter all but title and description.

    >>> pseudo_page("## See [this](b.md) { #see }")
    '## «Šéééé [ťĥííš](b.md)» { #see }'
    """
    lines = text.split("\n")
    end = first_line_after(lines)
    settings = [_setting(line) for line in lines[:end]]
    return "\n".join([*settings, *_body("\n".join(lines[end:])).split("\n")])


def _setting(line: str) -> str:
    found = _SETTING.fullmatch(line.rstrip())
    if found is None:
        return line
    quote = found["quote"]
    words = found["words"].removesuffix(quote) if quote else found["words"]
    return f"{found['before']}{pseudo(words)}{quote}"


def _body(text: str) -> str:
    aside: list[str] = []

    def set_aside(found: re.Match[str]) -> str:
        aside.append(found[0])
        return f"\ue000{len(aside) - 1}\ue001"

    labels = "|".join(re.escape(label) for label in _LABEL.findall(text))
    plain = _NO_PROSE.sub(set_aside, _FENCE.sub(set_aside, text))
    if labels:  # [label] alone is words and address in one
        alone = re.compile(rf"\[({labels})\](?!\ue000|\()")
        plain = alone.sub(lambda found: f"[{found[1]}{_kept(f'][{found[1]}]', aside)}", plain)
    changed = "\n".join(_line(line, aside) for line in plain.split("\n"))
    while _SET_ASIDE.search(changed):  # a comment may hold a fence
        changed = _SET_ASIDE.sub(lambda found: aside[int(found[1])], changed)
    return changed


def _kept(text: str, aside: list[str]) -> str:
    aside.append(text)
    return f"\ue000{len(aside) - 1}\ue001"


def _line(line: str, aside: list[str]) -> str:
    if found := _CONTAINER.fullmatch(line):
        title = found["title"]
        return found["before"] + (f'"{pseudo(title)}"' if title is not None else "")
    if found := _ABBREVIATION.fullmatch(line):
        label = accented(found["label"])
        return f"{found['before']}{label}{found['colon']}{pseudo(found['words'])}"
    cells = _CELL_BREAK.split(line)
    return "".join(_segment(cell, aside) for cell in cells)


def _segment(text: str, aside: list[str]) -> str:
    """A line or a cell in brackets, which stand inside what surrounds its words."""
    found = _LINE.fullmatch(text)
    if found is None:
        return text
    words, after = found["words"], found["after"]
    # What a link ends with belongs to its words.
    while (ends := _SET_ASIDE.match(after)) and aside[int(ends[1])].startswith("]"):
        words, after = words + ends[0], after[ends.end() :]
    if not _LETTER.search(words):
        return text
    if image := _IMAGE.fullmatch(words):
        changed = f"{image['before']}{pseudo(image['words'])}{image['after']}"
        return f"{found['before']}{changed}{after}"
    return f"{found['before']}{OPENING}{accented(words)}{CLOSING}{after}"
