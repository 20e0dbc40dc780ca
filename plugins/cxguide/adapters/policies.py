"""The policies of a built site: each page says what it may load and run."""

from __future__ import annotations

import json
import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cxguide.adapters.faults import stop_with
from cxguide.adapters.kept_results import kept_results
from cxguide.adapters.settings import option_place, settings_file
from cxguide.core.markup import StartTag
from cxguide.core.places import Faults, SourceError, SourceFaults
from cxguide.site.policy import joined, policy_of, refused, with_policy

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["site_policy", "write_policies"]

OPTION = "content_security_policy"
_EMBEDS = "embed"
"""The folder of pages for other people's sites, which have stricter policies of their own."""
_SHOWN = 80

_log = logging.getLogger("mkdocs.plugins.cxguide.site")


def write_policies(config: MkDocsConfig) -> None:
    """Write its policy into each page of a complete site; one that has its own keeps it.

    Raises:
        FaultsFound: pages need what their policy does not allow.
    """
    faults = Faults()
    site, kept = Path(config.site_dir), kept_results(config)
    place = option_place(settings_file(config), OPTION)
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        try:
            page = path.read_bytes().decode()
        except UnicodeDecodeError:
            _log.info("%s has no policy: it is not written in UTF-8", name)
            continue
        told = with_policy(page)
        if told == page:
            continue
        stopped = partial(_stopped, page, config.site_url or "")
        for raw, mend in json.loads(kept.made("stopped", f"{config.site_url}\0{page}", stopped)):
            faults.add(SourceError(place, f"{name} has {raw!r}, which its policy stops", fix=mend))
        path.write_bytes(told.encode())
    if faults.found:
        stop_with(SourceFaults(faults.found))


def _stopped(page: str, site_url: str) -> str:
    """What a page needs that its policy does not allow: tags, and how to do without; as JSON."""
    return json.dumps(
        [
            (f"{tag.raw[:_SHOWN]}…" if len(tag.raw) > _SHOWN else tag.raw, _mend(tag))
            for tag in refused(page, site_url)
        ]
    )


def _mend(tag: StartTag) -> str:
    if tag.name in {"td", "th"} and "text-align" in (tag.value("style") or ""):
        return "set 'tables: {use_align_attribute: true}' under 'markdown_extensions'"
    return f"keep it in a file of the site, or set '{OPTION}: false'"


def site_policy(config: MkDocsConfig) -> str:
    """What all pages together may load and run, for hosts that send it; empty without policies."""
    site = Path(config.site_dir)
    return joined(
        policy_of(path.read_bytes().decode(errors="ignore"))
        for path in sorted(site.rglob("*.html"))
        if path.relative_to(site).parts[0] != _EMBEDS
    )
