"""Where the links of a translated section lead elsewhere than those of the original."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from cxguide.core.places import Severity, SourceError, short
from cxguide.translations.contents import Found
from cxguide.translations.section_shapes import SectionShape

__all__ = ["link_remarks", "slipped_links"]

_LANGUAGE_OF_HOST = re.compile(r"(www|[a-z]{2}(-[a-z]+)?)\.(?=.+\.)")


def link_remarks(ours: SectionShape, theirs: SectionShape) -> Iterator[SourceError]:
    """Links that lead elsewhere, that are missing, or that the original does not have.

    Their order is free, since sentences are. Pages of other sites may be those in the language:
    only their host has to be the same.
    """
    changed, extra, missing = _differences(ours, theirs)
    for here, there in changed:
        yield _remark(
            ours,
            here,
            f"the link to {here.what!r} {_difference(ours, theirs, here, there)}",
            f"write '[{here.words}]({there.what})'",
        )
    for here in extra:
        yield _remark(
            ours,
            here,
            f"the link to {here.what!r} does not stand in this section of {theirs.file}",
            f"write {here.words!r} without the link, or add it in every language",
        )
    for there in missing:
        yield _remark(
            ours,
            None,
            f"the link to {there.what!r} of {theirs.line_of(there)} is missing in this section",
            f"write '[...]({there.what})' around the words for {short(there.words)!r}",
        )


def slipped_links(ours: SectionShape, theirs: SectionShape) -> Iterator[tuple[Found, Found]]:
    """Links with those that they surely stand for: to another section or language of a page."""
    changed, extra, missing = _differences(ours, theirs)
    their_pages = [_page_of(theirs, there, ours) for _, there in changed]
    their_pages += [_page_of(theirs, there, ours) for there in missing]
    our_pages = [_page_of(ours, here, theirs) for here in (*extra, *(one for one, _ in changed))]
    for here, there in changed:
        page = _page_of(theirs, there, ours)
        is_one_of_several = their_pages.count(page) > 1 or our_pages.count(page) > 1
        if "://" not in here.what and our_pages.count(page) and not is_one_of_several:
            yield here, there


def _differences(
    ours: SectionShape, theirs: SectionShape
) -> tuple[list[tuple[Found, Found]], list[Found], list[Found]]:
    extra = _left_over(ours.contents.links, theirs.contents.links)
    missing = _left_over(theirs.contents.links, ours.contents.links)
    changed = []
    likely = sorted(
        ((_likeness(ours, theirs, one, two), n, one, two) for n, one in enumerate(extra)
         for two in missing),
        key=lambda pair: (-pair[0], pair[1]),
    )  # fmt: skip
    for _, _, here, there in likely:
        if here in extra and there in missing:
            extra.remove(here)
            missing.remove(there)
            changed.append((here, there))
    return changed, extra, missing


def _left_over(links: Sequence[Found], others: Sequence[Found]) -> list[Found]:
    """Those without a partner; of several with the same target the last."""
    known, left = Counter(_place_led_to(one.what) for one in others), []
    for link in links:
        place = _place_led_to(link.what)
        if known[place]:
            known[place] -= 1
        else:
            left.append(link)
    return left


def _place_led_to(target: str) -> str:
    """A target in the one form that all ways to write it share."""
    parts = urlsplit(target)
    if parts.scheme in {"http", "https"}:
        return _LANGUAGE_OF_HOST.sub("", parts.netloc.lower(), count=1)
    if parts.scheme or not parts.path:
        return unquote(target)
    fragment = f"#{unquote(parts.fragment)}" if parts.fragment else ""
    return normpath(unquote(parts.path)) + fragment


def _likeness(ours: SectionShape, theirs: SectionShape, here: Found, there: Found) -> float:
    if _path(here) == _path(there):
        return 3
    if _page_of(ours, here, theirs) == _page_of(theirs, there, ours):
        return 2
    return SequenceMatcher(None, here.what, there.what).ratio()


def _difference(ours: SectionShape, theirs: SectionShape, here: Found, there: Found) -> str:
    other = f"{theirs.line_of(there)} has {there.what!r}"
    home = _home(ours.file, theirs.file)
    if "://" not in here.what and home and not _file_of(ours, here).startswith(f"{home}/"):
        return f"leads out of {home}; {other}"
    if _path(here) == _path(there):
        return f"leads to another section; {other}"
    return f"leads elsewhere; {other}"


def _home(file: str, original_file: str) -> str:
    """The folder of the page's language."""
    ours, theirs = PurePosixPath(file).parts, PurePosixPath(original_file).parts
    shared = 0
    while shared < min(len(ours), len(theirs)) and ours[-1 - shared] == theirs[-1 - shared]:
        shared += 1
    return "/".join(ours[: len(ours) - shared])


def _page_of(section: SectionShape, link: Found, other: SectionShape) -> str:
    """The page that a link leads to, without the folder of its language."""
    path, folders = _file_of(section, link), _home(section.file, other.file).rpartition("/")[0]
    inside = path.removeprefix(f"{folders}/") if folders else path
    return inside.partition("/")[2] if inside != path else path


def _path(link: Found) -> str:
    return link.what.partition("#")[0]


def _file_of(section: SectionShape, link: Found) -> str:
    path = _path(link)
    return normpath(join(dirname(section.file), unquote(path))) if path else section.file


def _remark(ours: SectionShape, link: Found | None, problem: str, fix: str) -> SourceError:
    return SourceError(
        ours.place_of(link) if link else ours.place,
        problem,
        fix=fix,
        severity=Severity.WARNING,
        check="links",
    )
