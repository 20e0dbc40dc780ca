"""Which versions a page is announced in (hreflang, sitemap) and which it links to.

Only texts that people wrote are announced: a page that shows the default text in another
version is a copy of it. A site with a single version announces nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from cxguide.core.languages import Language
from cxguide.site.versions import SiteModel, SiteVersion

__all__ = [
    "Alternate",
    "SitemapEntry",
    "SwitchLink",
    "alternates",
    "sitemap_entries",
    "switch_links",
]

X_DEFAULT = "x-default"


@dataclass(frozen=True, slots=True)
class Alternate:
    """A version of a page for search engines.

    Attributes:
        hreflang: a language tag, or `x-default`.
        address: absolute.
    """

    hreflang: str
    address: str


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One address of the sitemap with all its versions, itself included.

    Attributes:
        address: absolute.
        alternates: its versions.
        changed: the day on which its text was last changed, as ISO has it; empty if unknown.
    """

    address: str
    alternates: tuple[Alternate, ...]
    changed: str = ""


@dataclass(frozen=True, slots=True)
class SwitchLink:
    """A link of the language switcher.

    Attributes:
        address: relative to the site's root.
        is_current: it is the version of the page that the link stands on.
        is_home: it leads to the home page instead, where the version lacks the page.
        is_written: the page has a text of its own there, and readers are led to it.
    """

    language: Language
    name: str
    address: str
    is_current: bool
    is_home: bool
    is_written: bool


def alternates(model: SiteModel, path: str) -> tuple[Alternate, ...]:
    """All versions in which the page is written, then `x-default`: the default version.

    The answer is the same for every version of a page. It is empty for a site with one
    version, for a page that the model does not know, and while the site's address is unknown,
    because only absolute addresses may be announced.
    """
    if not model.site_url or len(model.shown) < 2:
        return ()
    written = [version for version in model.shown if model.is_written(path, version)]
    found = [
        Alternate(version.language.tag, _absolute(model, version, path)) for version in written
    ]
    if model.default in written:
        found.append(Alternate(X_DEFAULT, _absolute(model, model.default, path)))
    return tuple(found)


def switch_links(
    model: SiteModel, path: str | None, current: SiteVersion, *, home: str = ""
) -> tuple[SwitchLink, ...]:
    """The same page in every version; the home page where a version lacks it.

    Args:
        model: the site.
        path: the page; `None` for one that exists nowhere, such as "not found".
        current: the version of the page that gets the links.
        home: path of the home page (`index.html` on sites without directory addresses).
    """
    return tuple(
        SwitchLink(
            version.language,
            version.name,
            version.address(home if page is None else page),
            is_current=version == current,
            is_home=page is None,
            is_written=page is not None
            and not version.is_preview
            and model.is_written(page, version),
        )
        for version in model.versions
        if version == current or not version.is_preview
        for page in [path if path is not None and model.exists(path, version) else None]
    )


def sitemap_entries(model: SiteModel) -> tuple[SitemapEntry, ...]:
    """Every written page of every version, sorted by path, versions in the model's order."""
    if not model.site_url:
        return ()
    return tuple(
        SitemapEntry(
            _absolute(model, version, path),
            alternates(model, path),
            model.changed_on(path, version),
        )
        for path in sorted(model.translations)
        for version in model.shown
        if model.is_written(path, version)
    )


def _absolute(model: SiteModel, version: SiteVersion, path: str) -> str:
    return model.site_url + version.address(path)
