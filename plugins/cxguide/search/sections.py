"""What a page says, section by section: what a search can find and lead to."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field

__all__ = ["Foreign", "PageText", "Section", "page_text_from"]

Foreign = tuple[int, int, str]
"""Words in another language than the page: where they begin and end in a text, and its tag."""


@dataclass(slots=True)
class Section:
    """A part of a page with an address.

    Attributes:
        id: behind `#` in its address; `""` for the beginning of the page.
        kind: `page`, `section`, `calculator`, `map` or `term`.
        title: its heading or name.
        text: what stands in it, blocks apart by line breaks; in composed form (NFC).
        description: what is said of it elsewhere; of a page in its head.
        keywords: other names by which it is to be found.
        leads_to: addresses in its links; kept for terms, which name the pages that explain them.
        links: what it says of other places, each with the address: the words of a link, or all
            of an item of a list that begins with it.
        pointing: how many signs of its text are such items, which say little of the section.
        foreign: what of its text is in another language.
        foreign_title: what of its title is.
    """

    id: str
    kind: str
    title: str = ""
    text: str = ""
    description: str = ""
    keywords: str = ""
    leads_to: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    pointing: int = 0
    foreign: list[Foreign] = field(default_factory=list)
    foreign_title: list[Foreign] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as a search sees it.

    Attributes:
        address: relative to the root of its version.
        sections: the beginning of the page first.
        boost: how much its text counts, beside 1 of other pages.
    """

    address: str
    sections: tuple[Section, ...]
    boost: float = 1.0

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.sections[0].title

    @property
    def as_json(self) -> str:
        """All of it, for `page_text_from`."""
        return json.dumps(asdict(self), ensure_ascii=False)


def page_text_from(text: str) -> PageText:
    """The page that `PageText.as_json` has told."""
    told = json.loads(text)
    pairs = ("links", "foreign", "foreign_title")  # JSON has lists for them
    sections = (
        Section(**{**one, **{name: [tuple(each) for each in one[name]] for name in pairs}})
        for one in told["sections"]
    )
    return PageText(told["address"], tuple(sections), told["boost"])
