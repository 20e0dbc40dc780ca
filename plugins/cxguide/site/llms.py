"""`llms.txt`: the pages of a version with what each is about, for programs that read.

Its form is that of https://llmstxt.org: a title, a quotation, and lists of links under headings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cxguide.core.plain_tables import markdown_inline
from cxguide.site.page_facts import PageFacts, VersionFacts, copy_address

__all__ = ["LLMS", "llms_text"]

LLMS = "llms.txt"
"""The list of a version, relative to the version's root."""


def llms_text(
    facts: VersionFacts,
    others: Iterable[VersionFacts],
    site_url: str,
    words: Mapping[str, str],
) -> str:
    """The list of a version.

    Args:
        facts: of the version.
        others: the other versions.
        site_url: absolute address of the site, with a slash at the end.
        words: headings: `pages` for those that stand in no section, `languages`.
    """
    blocks = [f"# {markdown_inline(facts.name)}"]
    if facts.description:
        blocks.append(f"> {markdown_inline(facts.description)}")
    if notes := [one for one in (facts.author, facts.rights, facts.license) if one]:
        blocks.append(" · ".join(map(markdown_inline, notes)))
    listed: dict[str, list[str]] = {}
    for page in facts.pages:
        link = _link(page, facts, site_url)
        listed.setdefault(_heading(page, words["pages"]), []).append(link)
    for heading, links in listed.items():
        blocks += [f"## {markdown_inline(heading)}", "\n".join(links)]
    if languages := list(_languages(others, site_url)):
        blocks += [f"## {words['languages']}", "\n".join(languages)]
    return "\n\n".join(blocks) + "\n"


def _heading(page: PageFacts, otherwise: str) -> str:
    """The names of the sections that hold a page, the outermost first."""
    return ": ".join(section.name for section in page.sections) or otherwise


def _link(page: PageFacts, facts: VersionFacts, site_url: str) -> str:
    address = site_url + copy_address(facts.version.address(page.path))
    told = f": {markdown_inline(page.description)}" if page.description else ""
    return f"- [{markdown_inline(page.title)}]({address}){told}"


def _languages(others: Iterable[VersionFacts], site_url: str) -> Iterator[str]:
    for other in others:
        address = site_url + other.version.address(LLMS)
        yield f"- [{markdown_inline(other.version.name)}]({address}): {markdown_inline(other.name)}"
