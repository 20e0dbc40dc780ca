"""What search engines are told about a page in their own words (schema.org, as JSON-LD)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cxguide.site.page_facts import PageFacts, VersionFacts
from cxguide.site.versions import SiteModel

__all__ = ["page_data"]

Data = Mapping[str, object]
_CONTEXT = "https://schema.org"


def page_data(page: PageFacts, facts: VersionFacts, model: SiteModel, *, image: str = "") -> Data:
    """The page, the site that it is a part of, and the way to it.

    The home page is the site itself; a page in which people look things up is a page; any other
    one is an article. None is called a HowTo: they explain and compare, and what steps they have
    are a part of that.

    Args:
        page: the page.
        facts: of its version.
        model: the site, whose address is known.
        image: absolute address of the picture of the page; empty for none.
    """
    pictured = _filled({"image": image})
    if page.is_home:
        return {"@context": _CONTEXT, **_site(facts, model), **pictured}
    parts = [{**_page(page, facts, model), **pictured}, _trail(page, facts, model)]
    return {"@context": _CONTEXT, "@graph": parts}


def _site(facts: VersionFacts, model: SiteModel) -> Data:
    return _filled(
        {
            **_site_name(facts, model),
            "description": facts.description,
            "inLanguage": facts.version.language.tag,
            "author": _author(facts),
            "license": facts.license,
        }
    )


def _site_name(facts: VersionFacts, model: SiteModel) -> Data:
    return {"@type": "WebSite", "name": facts.name, "url": model.site_url + facts.home}


def _page(page: PageFacts, facts: VersionFacts, model: SiteModel) -> Data:
    url = model.site_url + facts.version.address(page.path)
    reviewed = page.reviewed.isoformat() if page.reviewed else ""
    kind = "WebPage" if page.is_list else "TechArticle"
    common = {
        "@type": kind,
        "description": page.description,
        "inLanguage": facts.version.language.tag,
        "author": _author(facts),
        "license": facts.license,
        "dateModified": model.changed_on(page.path, facts.version),
        "isPartOf": _site_name(facts, model),
        "translationOfWork": _original(kind, page, facts, model),
    }
    if page.is_list:
        return _filled({**common, "url": url, "name": page.title, "lastReviewed": reviewed})
    return _filled(
        {
            **common,
            "url": url,
            "headline": page.title,
            "articleSection": page.sections[-1].name if page.sections else "",
            "mainEntityOfPage": _filled({"@type": "WebPage", "@id": url, "lastReviewed": reviewed}),
        }
    )


def _author(facts: VersionFacts) -> Data | None:
    return {"@type": "Organization", "name": facts.author} if facts.author else None


def _original(kind: str, page: PageFacts, facts: VersionFacts, model: SiteModel) -> Data | None:
    """The page in the default language, from which the others are translated."""
    if facts.version == model.default or not model.is_written(page.path, model.default):
        return None
    return {
        "@type": kind,
        "url": model.site_url + model.default.address(page.path),
        "inLanguage": model.default.language.tag,
    }


def _trail(page: PageFacts, facts: VersionFacts, model: SiteModel) -> Data:
    """From the home page through the sections of the menu; each leads to its first page."""

    def steps() -> Iterator[tuple[str, str]]:
        yield facts.name, facts.home
        for one in page.sections:
            if one.path != page.path:
                yield one.name, facts.version.address(one.path)
        yield page.title, facts.version.address(page.path)

    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": name,
            "item": model.site_url + address,
        }
        for position, (name, address) in enumerate(steps(), start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _filled(data: Data) -> Data:
    return {name: value for name, value in data.items() if value}
