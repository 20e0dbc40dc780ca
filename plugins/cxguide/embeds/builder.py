"""The page on which partners make their code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape

from cxguide.core.catalogs import Texts
from cxguide.core.styles import compact
from cxguide.core.templating import rendered

__all__ = [
    "Builder",
    "EmbedLanguage",
    "Embeddable",
    "builder_files",
    "builder_html",
    "embeddable",
    "with_own_code",
]

SCRIPT, STYLES = "assets/cx/builder.js", "assets/cx/builder.css"
_HERE = Path(__file__).parent
_LISTED = re.compile(r'<details class="cx-builder-plain">.*?</details>', re.DOTALL)
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
"""Run its script, and open the link to the guide as a page that may do what it always may."""


@dataclass(frozen=True, slots=True)
class Embeddable:
    """A calculator or a map.

    Attributes:
        name: as files are named: `nps`, `journey/retailer`.
        title: in the language of the page.
        page: the address of its page below the root of a language, `metrics/nps/#nps-calculator`.
        frame: the code of a frame in the language of the page.
        element: the code of an element.
        height: of the frame, in CSS pixels.
    """

    name: str
    title: str
    page: str
    frame: str
    element: str
    height: int


@dataclass(frozen=True, slots=True)
class EmbedLanguage:
    """A language in which everything can be had.

    Attributes:
        path: the tag as files are named.
        tag: the language.
        name: what it calls itself.
        root: absolute address of its home page.
    """

    path: str
    tag: str
    name: str
    root: str


@dataclass(frozen=True, slots=True)
class Builder:
    """What `embed/builder.html.jinja` receives.

    Attributes:
        root: the address of the site's root, seen from the page.
        site: the same, absolute.
        calculators: all of them.
        maps: all of them.
        languages: the page's first.
    """

    root: str
    site: str
    calculators: tuple[Embeddable, ...]
    maps: tuple[Embeddable, ...]
    languages: tuple[EmbedLanguage, ...]

    @property
    def script(self) -> str:
        """Its own script, seen from the page."""
        return f"{self.root}{SCRIPT}"

    @property
    def styles(self) -> str:
        """Its own styles, seen from the page."""
        return f"{self.root}{STYLES}"

    @property
    def first_height(self) -> int:
        """The height of what the preview shows first, in CSS pixels."""
        return (self.calculators or self.maps)[0].height

    @property
    def sandbox(self) -> str:
        """What a frame may do: `SANDBOX`."""
        return SANDBOX

    @property
    def loader(self) -> str:
        """The loader, which gives the preview its height, seen from the page."""
        return f"{self.root}embed/v1/loader.js"


def embeddable(
    name: str, title: str, page: str, *, site: str, language: EmbedLanguage, height: int
) -> Embeddable:
    """A calculator or a map with its code.

    Args:
        name: as files are named.
        title: in the language.
        page: below the root of a language.
        site: absolute address of the site's root.
        language: of the code.
        height: of the frame, in CSS pixels.
    """
    address = f"{site}embed/v1/{name}.{language.path}"
    frame = (
        f'<iframe data-cx src="{address}.html" title="{escape(title)}" width="100%" '
        f'height="{height}" frameborder="0" loading="lazy" sandbox="{SANDBOX}" '
        'referrerpolicy="no-referrer"></iframe>\n'
        f'<script src="{site}embed/v1/loader.js" charset="utf-8" async></script>'
    )
    folder, _, own = name.rpartition("/")
    tag, key = ("cx-journey", "map") if folder else ("cx-calculator", "metric")
    element = (
        f'<{tag} {key}="{own}" lang="{language.path}">'
        f'<a href="{language.root}{page}">{escape(title)}</a></{tag}>\n'
        f'<script src="{address}.js" charset="utf-8" async></script>'
    )
    return Embeddable(name, title, page, frame, element, height)


def builder_html(builder: Builder, texts: Texts) -> str:
    """The page's part, complete without its script."""
    return rendered("embed/builder.html.jinja", texts, builder=builder).strip()


def with_own_code(page: str, made: str) -> str:
    """A page whose listed code is that of `made`: the words around it stay."""
    found = _LISTED.search(made)
    return _LISTED.sub(lambda _: found[0], page) if found else page


def builder_files() -> dict[str, str]:
    """What the page loads, by address."""
    script = (_HERE / "builder.js").read_text(encoding="utf-8")
    return {SCRIPT: script, STYLES: compact((_HERE / "builder.css").read_text(encoding="utf-8"))}
