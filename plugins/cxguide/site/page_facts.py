"""What is told outside of the site about its pages: titles, descriptions, days, sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from cxguide.site.latin import to_latin
from cxguide.site.versions import SiteModel, SiteVersion, source_version

__all__ = [
    "PageFacts",
    "Section",
    "VersionFacts",
    "all_versions",
    "card_address",
    "copy_address",
]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the menu, and the first page in it, as its path."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page that people have written.

    Attributes:
        path: its address, which all versions share.
        title: what it is called, without the name of the site.
        description: one sentence about it; may be empty.
        sections: of the menu that hold it, the outermost first.
        reviewed: the day on which somebody last checked it, if the page says one.
        is_list: people look things up in it; nobody reads it from end to end.
    """

    path: str
    title: str
    description: str = ""
    sections: tuple[Section, ...] = ()
    reviewed: date | None = None
    is_list: bool = False

    @property
    def is_home(self) -> bool:
        """Whether it is the first page of the site in its language."""
        return self.path in {"", "index.html"}


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """The site in one language.

    Attributes:
        version: the version.
        name: of the site.
        description: of the site; may be empty.
        author: who wrote it; may be empty.
        rights: what the foot of its pages says about copying; may be empty.
        license: address of the licence of its texts; may be empty.
        pages: those that people have written in it, in reading order.
    """

    version: SiteVersion
    name: str
    description: str = ""
    author: str = ""
    rights: str = ""
    license: str = ""
    pages: tuple[PageFacts, ...] = ()

    @property
    def home(self) -> str:
        """Address of its home page, relative to the site's root."""
        path = next((page.path for page in self.pages if page.is_home), "")
        return self.version.address(path)

    @property
    def has_feed(self) -> bool:
        """Whether there is anything to be told in a feed."""
        return any(page.reviewed and not page.is_home for page in self.pages)


def all_versions(model: SiteModel, written: Mapping[str, VersionFacts]) -> Iterator[VersionFacts]:
    """The facts of every version that readers are led to, in the order of the switcher.

    Args:
        model: the site.
        written: the facts of the versions that people have written, by prefix.
    """
    for version in model.shown:
        if version.derived_from is None:
            found = written.get(version.prefix)
        else:
            source = written.get(source_version(model, version).prefix)
            found = _in_latin(source, version) if source is not None else None
        if found is not None:
            yield found


def card_address(path: str, version: SiteVersion) -> str:
    """Where the picture of a page stands, relative to the site's root.

    The language is a part of the file's name, by which a version in another script finds its own.

    >>> from cxguide.core.languages import Language
    >>> card_address("metrics/nps/", SiteVersion(Language("cs"), "Čeština", "cs"))
    'assets/cards/metrics/nps.cs.png'
    >>> card_address("", SiteVersion(Language("sr-Latn"), "Srpski", "sr-latn", "sr"))
    'assets/cards/index.sr-latn.png'
    """
    name = path.removesuffix(".html").rstrip("/") or "index"
    return f"assets/cards/{name}.{version.language.path}.png"


def copy_address(address: str) -> str:
    """Where the Markdown copy of a page stands.

    >>> copy_address("cs/metrics/nps/"), copy_address(""), copy_address("cs/nps.html")
    ('cs/metrics/nps/index.md', 'index.md', 'cs/nps.md')
    """
    if address.endswith(".html"):
        return f"{address.removesuffix('.html')}.md"
    return f"{address}index.md"


def _in_latin(facts: VersionFacts, version: SiteVersion) -> VersionFacts:
    return replace(
        facts,
        version=version,
        name=to_latin(facts.name),
        description=to_latin(facts.description),
        author=to_latin(facts.author),
        rights=to_latin(facts.rights),
        pages=tuple(
            replace(
                page,
                title=to_latin(page.title),
                description=to_latin(page.description),
                sections=tuple(replace(one, name=to_latin(one.name)) for one in page.sections),
            )
            for page in facts.pages
        ),
    )
