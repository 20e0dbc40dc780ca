"""A page that nobody has translated: what is shown in its place, and the way to mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

if TYPE_CHECKING:
    from cxguide.core.languages import Language

__all__ = ["Fallback", "edit_file_url", "marked", "new_file_url", "with_own_heading_links"]

LONGEST_TEXT = 6000
"""Characters of an address that servers and browsers take without a word."""
_EDIT = re.compile(r"^(?P<dash>-/)?(?:edit|blob|tree)/(?P<branch_and_folder>.+?)/?$")


@dataclass(frozen=True, slots=True)
class Fallback:
    """What a reader is told on a page without translation.

    Attributes:
        original: language of the text that is shown.
        translate_url: where a translation can be written, `None` when unknown.
    """

    original: Language
    translate_url: str | None


def marked(html: str, language: Language, *, inline: bool = False) -> str:
    """Words in another language than the page around them.

    >>> from cxguide.core.languages import ENGLISH
    >>> marked("Five Cs", ENGLISH, inline=True)
    '<span lang="en">Five Cs</span>'
    """
    if inline:
        return f'<span lang="{language.tag}">{html}</span>'
    return f'<div lang="{language.tag}">\n{html}\n</div>'


def with_own_heading_links(html: str, language: Language) -> str:
    """The links at headings name themselves in the page's language, whatever is around them.

    >>> from cxguide.core.languages import Language
    >>> with_own_heading_links('<a class="headerlink" href="#a" title="Линк">', Language("sr"))
    '<a lang="sr" class="headerlink" href="#a" title="Линк">'
    """
    return html.replace('<a class="headerlink"', f'<a lang="{language.tag}" class="headerlink"')


def edit_file_url(repository: str, edit_uri: str, path: str) -> str | None:
    """Where the forge's web editor opens a file of the docs directory.

    Args:
        repository: address of the repository, as `repo_url` in mkdocs.yml.
        edit_uri: the way from there to the docs directory, as `edit_uri` in mkdocs.yml.
        path: the file in that directory.

    Returns:
        `None` without both of them.

    >>> edit_file_url("https://github.com/cx/guide", "edit/main/docs/", "sr/metrics/nps.md")
    'https://github.com/cx/guide/edit/main/docs/sr/metrics/nps.md'
    """
    if not repository or not edit_uri:
        return None
    return urljoin(repository.rstrip("/") + "/", edit_uri.rstrip("/") + "/") + quote(path)


def new_file_url(
    repository: str, edit_uri: str, folder: str, path: str, text: str = ""
) -> str | None:
    """Where the forge's web editor begins a file in a folder of the docs directory.

    Args:
        repository: address of the repository, as `repo_url` in mkdocs.yml.
        edit_uri: the way from there to the docs directory, as `edit_uri` in mkdocs.yml.
        folder: folder of the language.
        path: the page in that folder.
        text: that the file begins with, where the forge can be told so and it is short enough.

    Returns:
        `None` when `edit_uri` does not look like GitHub's, Forgejo's or GitLab's.

    >>> new_file_url("https://github.com/cx/guide", "edit/main/docs/", "sr", "metrics/nps.md")
    'https://github.com/cx/guide/new/main/docs/sr?filename=metrics/nps.md'
    """
    match = _EDIT.match(edit_uri)
    if not repository or match is None:
        return None
    is_gitlab = match["dash"] is not None or "gitlab" in urlsplit(repository).netloc
    way = f"{'-/' if is_gitlab else ''}new/{match['branch_and_folder']}/{quote(folder)}"
    name = "file_name" if is_gitlab else "filename"
    begun = f"&value={quote(text)}" if text and not is_gitlab else ""
    if len(begun) > LONGEST_TEXT:
        begun = ""
    return urljoin(repository.rstrip("/") + "/", way) + f"?{name}={quote(path)}{begun}"
