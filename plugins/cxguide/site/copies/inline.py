"""Words with their emphasis and links as Markdown, in one line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from cxguide.core.plain_tables import markdown_escaped
from cxguide.core.quotes import Quotes
from cxguide.site.copies.elements import Content, Element
from cxguide.site.copies.mathematics import formula_text

__all__ = ["Writing"]

_BREAK = "\x00"
"""A line break that the author wants, until blanks are put in order."""
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_UNSEEN = re.compile("[\u00ad\u200b\u2060]")
_MARKS = {
    "b": "**", "strong": "**", "em": "*", "i": "*", "dfn": "*", "del": "~~", "s": "~~",
}  # fmt: skip
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_BRACKETED = frozenset({"cx-hint", "cx-source-status"})
"""Remarks that the page sets apart by their look."""
_LABELS = frozenset({"cx-main-label", "cx-step-name"})
"""What stands before its value."""


@dataclass(frozen=True, slots=True)
class Writing:
    """How a page is written.

    Attributes:
        address: of the page, absolute; links are made absolute with it.
        quotes: of its language.
    """

    address: str
    quotes: Quotes

    def line(self, content: Iterable[Element | str]) -> str:
        r"""Words in one line.

        >>> site = Writing("https://cx.example/a/", Quotes("“", "”"))
        >>> site.line(["2 * 2 in ", Element("a", {"href": "../b/"}, ["the\nguide"])])
        '2 \\* 2 in [the guide](https://cx.example/b/)'
        """
        return self.lines(content).replace(_BREAK, " ").replace("  ", " ")

    def lines(self, content: Iterable[Element | str]) -> str:
        """Words in one line; a break of the author stays as the sign that `paragraph` knows."""
        return _tidy("".join(self._words(one) for one in content))

    def paragraph(self, content: Iterable[Element | str]) -> str:
        """Words as a paragraph, with the line breaks that the author wants."""
        text = re.sub(rf" ?{_BREAK} ?", r"\\\n", self.lines(content).strip(_BREAK + " "))
        # What would begin a list, a quotation or a heading, is a word here.
        text = re.sub(r"^(#{1,6} |[-+>] |[-=]+$)", r"\\\1", text, flags=re.MULTILINE)
        return re.sub(r"^(\d+)([.)] )", r"\1\\\2", text, flags=re.MULTILINE)

    def _words(self, part: Element | str) -> str:
        if isinstance(part, str):
            return escaped(part)
        match part.name:
            case "br":
                return _BREAK
            case "img":
                return self._image(part)
            case "input":
                return "[x] " if "checked" in part.attributes else "[ ] "
            case "math":
                return escaped(formula_text(part))
            case "svg":
                return escaped(part.get("aria-label"))
            case "wbr":
                return ""
        if part.name in _CODE:
            return _code(_BLANKS.sub(" ", part.text))
        inner = "".join(self._words(one) for one in part.content)
        return self._dressed(part, inner)

    def _dressed(self, part: Element, inner: str) -> str:
        name, classes = part.name, part.classes
        if name == "a":
            return self._link(part, inner)
        if name == "q":
            return f"{self.quotes.opening}{inner}{self.quotes.closing}"
        if name == "sup" and inner and not inner.translate(_RAISED).strip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"):
            return inner.translate(_RAISED)
        if name in _MARKS and not classes & {"cx-between"}:
            return _marked(inner, _MARKS[name])
        if classes & _BRACKETED:
            return f"({inner.strip()})"
        if classes & _LABELS:
            return f"{inner.strip()}:"
        return inner

    def _link(self, link: Element, inner: str) -> str:
        address = urljoin(self.address, link.get("href"))
        is_way = "href" in link.attributes and urlsplit(address).scheme in _SCHEMES
        # Terms are explained on the page, with a link that no author has written.
        if not is_way or "cx-term" in link.classes or not inner.strip(" " + _BREAK):
            return inner
        return f"[{_tidy(inner)}]({_target(address)})"

    def _image(self, image: Element) -> str:
        if not image.get("alt") or not image.get("src"):
            return ""
        address = urljoin(self.address, image.get("src"))
        return f"![{escaped(image.get('alt'))}]({_target(address)})"


_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def escaped(text: str) -> str:
    r"""A text that Markdown shows as it is; what nobody sees is gone.

    >>> escaped("*co\xadoperate*")
    '\\*cooperate\\*'
    """
    return markdown_escaped(_UNSEEN.sub("", text))


def _tidy(text: str) -> str:
    """Runs of blanks as one; none at the ends. A space that does not break is none of them."""
    return _BLANKS.sub(" ", text).strip(" ")


def _marked(inner: str, mark: str) -> str:
    """The words between marks, which must touch them."""
    words = inner.strip(" \t\n\r\f" + _BREAK)
    if not words:
        return inner
    before, _, after = inner.partition(words)
    return f"{before}{mark}{words}{mark}{after}"


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence, pad = "`" * (longest + 1), " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text else ""


def _target(address: str) -> str:
    return f"<{address}>" if re.search(r"[ ()<>]", address) else address


def words_of(content: Content) -> str:
    """The bare words, as for the name of something."""
    return _tidy("".join(one if isinstance(one, str) else one.text for one in content))
