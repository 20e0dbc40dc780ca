"""How much each term says about each section: in names, texts, links and by synonyms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from urllib.parse import unquote, urljoin, urlsplit

from cxguide.search.analyzer import Analyzer, Written
from cxguide.search.sections import PageText, Section
from cxguide.search.synonyms import Synonyms

__all__ = ["Weighed", "Weigher"]

TITLE = {"page": 6.0, "section": 3.0, "calculator": 3.5, "map": 3.5, "term": 3.0}
"""How much a word in the name of a section counts, in words of its text."""
THINGS = ("calculator", "map")
PAGE_TITLE = 1.2
DESCRIPTION = 1.5
KEYWORDS = 4.0
TERMS = 4.0
"""Names in the glossary, for the page that explains them."""
LABEL = 1.0
AWAY = 0.7
"""How much a calculator or map counts on other pages than the one that is about it."""
LINKED = 0.8
"""What links say of the place to which they lead, each of them; at most that of three."""
MOST_LINKED = 3
SAME = 0.5
"""How much a word counts of which the section has only a synonym."""
POINTING = 0.7
"""How much less the text of a section counts that only leads to other places."""
_TERM = itemgetter(0)
"""Of `Written`; asked for each word of a site."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """How often each term stands in a section, by weight; and how long its text is."""

    fixed: Mapping[str, float]
    counted: Mapping[str, float]
    length: int
    boost: float


class Weigher:
    """Weighs the sections of the pages of one version."""

    def __init__(
        self,
        pages: Sequence[PageText],
        analyzer: Analyzer,
        *,
        labels: Mapping[str, str],
        same: Iterable[Sequence[str]] = (),
    ) -> None:
        self._seen: Counter[Written] = Counter()
        self._said_instead: set[tuple[str, str]] = set()
        self._pages = pages
        self._analyzer = analyzer
        self._labels = labels
        self._synonyms = Synonyms(same, analyzer)
        self._descriptions = Counter(page.sections[0].description for page in pages)
        self._explained = _explained(pages)
        self._linked = _linked(pages)
        self._homes = self._at_home()

    def sections(self) -> list[Weighed]:
        """All sections, in the order of the pages."""
        return [self._weighed(page, one) for page in self._pages for one in page.sections]

    @property
    def shown(self) -> Mapping[str, Counter[str]]:
        """By term, how often what has been weighed writes it in which way."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for one, count in self._seen.items():
            found[one.term][one.word] += count
        for term, word in self._said_instead:
            found[term][word] += 0
        return found

    def _weighed(self, page: PageText, section: Section) -> Weighed:
        fixed: dict[str, float] = defaultdict(float)
        for text, weight in self._fields(page, section):
            for term, share in self._said(text).items():
                fixed[term] += weight * share
        links: dict[str, float] = defaultdict(float)
        for said in self._linked.get((_place(page.address), section.id), ()):
            for term, share in self._said(said).items():
                links[term] += share
        for term, number in links.items():
            fixed[term] += LINKED * min(number, MOST_LINKED)
        counted, length = self._counted(section.text)
        boost = page.boost * (1 - POINTING * min(1, section.pointing / (len(section.text) or 1)))
        if section.kind in THINGS and page.address not in self._homes[section.title]:
            boost *= AWAY
            fixed = {term: AWAY * weight for term, weight in fixed.items()}
        return Weighed(fixed, counted, length, boost)

    def _fields(self, page: PageText, section: Section) -> list[tuple[str, float]]:
        """What is said of a section, and how much each word of it counts."""
        fields = [(section.title, TITLE[section.kind]), (section.keywords, KEYWORDS)]
        if section.kind != "page":
            return [*fields, (page.title, PAGE_TITLE), (self._labels.get(section.kind, ""), LABEL)]
        # What several pages say of themselves is what the site says of all.
        own = section.description if self._descriptions[section.description] == 1 else ""
        terms = self._explained.get(_place(page.address), ())
        return [*fields, (own, DESCRIPTION), *((" ".join(one), TERMS) for one in terms)]

    def names(self, page: PageText) -> list[str]:
        """What a page is called besides its title, each name once."""
        terms = self._explained.get(_place(page.address), ())
        names = [*page.sections[0].keywords.split(","), *(name for one in terms for name in one)]
        return [*dict.fromkeys(plain for name in names if (plain := name.strip()))]

    def _said(self, text: str) -> dict[str, float]:
        """The terms of a short text, and how much they are there: synonyms less."""
        tokens = self._tokens(text)
        there = dict.fromkeys((one.term for one in tokens), 1.0)
        for term in self._same(tokens):
            there.setdefault(term, SAME)
        return there

    def _counted(self, text: str) -> tuple[dict[str, float], int]:
        """How often the terms of a text are there, synonyms less; and how many it has."""
        tokens = self._tokens(text)
        counted: dict[str, float] = dict(Counter(map(_TERM, tokens)))
        for term in self._same(tokens):
            counted[term] = counted.get(term, 0) + SAME
        return counted, len(tokens)

    def _tokens(self, text: str) -> list[Written]:
        """The terms of a text, whose words are noted to be shown."""
        tokens = [*self._analyzer.written(text)]
        self._seen.update(tokens)
        return tokens

    def _same(self, tokens: Iterable[Written]) -> list[str]:
        found = [*self._synonyms.of(tokens)]
        self._said_instead.update(found)
        return [term for term, _ in found]

    def _at_home(self) -> dict[str, frozenset[str]]:
        """By their titles, where calculators and maps are at home: whose names have most of it."""
        shares: dict[str, dict[str, float]] = defaultdict(dict)
        for page in self._pages:
            text = " ".join([page.title, *self.names(page)])
            known = {one.term for one in self._analyzer.tokens(text)}
            for title in {one.title for one in page.sections if one.kind in THINGS}:
                terms = {one.term for one in self._analyzer.tokens(title)}
                shares[title][page.address] = len(terms & known) / (len(terms) or 1)
        return {
            title: frozenset(page for page in found if found[page] == max(found.values()))
            for title, found in shares.items()
        }


def _explained(pages: Iterable[PageText]) -> dict[str, list[tuple[str, str]]]:
    """The terms, each with its other name, by the page that explains them."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for page in pages:
        for section in page.sections:
            for link in section.leads_to if section.kind == "term" else ():
                name = (section.title, section.keywords)
                if target := _target(page, link):
                    found[target[0]].append(name)
    return found


def _linked(pages: Iterable[PageText]) -> dict[tuple[str, str], list[str]]:
    """What links of other pages say of each section, by page and id; every saying once."""
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for page in pages:
        for section in page.sections:
            for link, said in section.links:
                target = _target(page, link)
                if target and target[0] != _place(page.address):
                    found[target][said] = None
    return {place: [*sayings] for place, sayings in found.items()}


def _target(page: PageText, link: str) -> tuple[str, str] | None:
    """Place and id to which a link leads; `None` on other sites, or where nobody can read it.

    What a link presets (`?n=1`) makes no other place.

    >>> page = PageText("a/", ())
    >>> [_target(page, one) for one in ("../b/?n=1#%C5%BE", "https://b.example/", "http://[b]/")]
    [('/b/', 'ž'), None, None]
    """
    try:
        address = urlsplit(urljoin(f"/{page.address}", link))
    except ValueError:
        return None
    if address.scheme or address.netloc:
        return None
    return _place(address.path), unquote(address.fragment)


def _place(address: str) -> str:
    """The address of a page as a path that is the same however a link says it.

    >>> _place("metrics/nps/index.html"), _place("metrics/nps.html"), _place("/m%C4%9B/")
    ('/metrics/nps/', '/metrics/nps.html', '/mě/')
    """
    return "/" + unquote(address).removesuffix("index.html").lstrip("/")
