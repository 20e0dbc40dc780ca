"""The policies of a built site: each page says what it may load and run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cxguide.adapters.faults import stop_with
from cxguide.adapters.settings import option_place, settings_file
from cxguide.core.places import Faults, SourceError, SourceFaults
from cxguide.site.policy import joined, policy_of, refused, with_policy

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["site_policy", "write_policies"]

OPTION = "content_security_policy"
_EMBEDS = "embed"
"""The folder of pages for other people's sites, which have stricter policies of their own."""


def write_policies(config: MkDocsConfig) -> None:
    """Write its policy into each page of a complete site.

    Raises:
        FaultsFound: pages need what their policy does not allow.
    """
    faults = Faults()
    site = Path(config.site_dir)
    place = option_place(settings_file(config), OPTION)
    for path in _pages(site):
        page = path.read_bytes().decode()
        told = with_policy(page)
        if told == page:
            continue
        for tag in refused(page, config.site_url or ""):
            faults.add(
                SourceError(
                    place,
                    f"{path.relative_to(site).as_posix()} has {tag!r}, which its policy stops",
                    fix=f"keep it in a file of the site, or set '{OPTION}: false'",
                )
            )
        path.write_bytes(told.encode())
    if faults.found:
        stop_with(SourceFaults(faults.found))


def site_policy(config: MkDocsConfig) -> str:
    """What all pages together may load and run, for hosts that send it; empty without policies."""
    return joined(policy_of(_head(path)) for path in _pages(Path(config.site_dir)))


def _pages(site: Path) -> Iterator[Path]:
    for path in sorted(site.rglob("*.html")):
        if path.relative_to(site).parts[0] != _EMBEDS:
            yield path


def _head(page: Path) -> str:
    with page.open("rb") as read:
        return read.read(4096).decode(errors="ignore")
