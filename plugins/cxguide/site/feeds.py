"""A feed per language: pages that somebody has checked, so that readers can follow them."""

from __future__ import annotations

from cxguide.core.templating import environment
from cxguide.site.page_facts import VersionFacts

__all__ = ["FEED", "feed"]

FEED = "feed.xml"
"""The feed of a version, relative to the version's root."""
MOST_ENTRIES = 50


def feed(facts: VersionFacts, site_url: str) -> str:
    """The Atom feed of a version, its newest days first; empty for one without reviewed pages.

    The day of an entry is that of the last review, as the page says it. The home page is the feed's
    own page, so it is no entry. At most 50 entries; pages of one day stand in reading order.

    Args:
        facts: of the version.
        site_url: absolute address of the site, with a slash at the end.
    """
    if not facts.has_feed:
        return ""
    pages = [page for page in facts.pages if page.reviewed and not page.is_home]
    newest = sorted(pages, key=lambda page: str(page.reviewed), reverse=True)[:MOST_ENTRIES]
    template = environment().get_template("site/feed.xml.jinja")
    return template.render(
        site=site_url,
        facts=facts,
        address=site_url + facts.version.address(FEED),
        updated=newest[0].reviewed,
        entries=newest,
    )
