"""What a page may load and run, said in the page itself (Content-Security-Policy).

A page may use files of its own site and what stands in it as it was built: inline scripts and
styles are allowed one by one, by their hashes. What somebody slips into a page does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import takewhile
from types import MappingProxyType
from urllib.parse import urlsplit

from cxguide.core.markup import StartTag, pieces
from cxguide.core.policy import joined, policy_hash, written
from cxguide.core.srcset import addresses_in_srcset
from cxguide.site.event_handlers import EVENT_HANDLERS

__all__ = ["joined", "policy_of", "refused", "with_policy"]

_RULES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "default-src": ("'self'",),
        "script-src": ("'self'",),
        "style-src": ("'self'",),
        "img-src": ("'self'", "data:"),
        "object-src": ("'none'",),
        "base-uri": ("'none'",),
        "form-action": ("'self'",),
    }
)
_SCRIPT = re.compile(
    r"<script(?=[\s>])(?![^>]*\ssrc=)(?P<tag>[^>]*)>(?P<text>.*?)</script", re.S | re.I
)
_STYLE = re.compile(r"<style(?=[\s>])[^>]*>(?P<text>.*?)</style", re.S | re.I)
_TYPE = re.compile(r"""\stype=["']?(?P<type>[^"'\s>]+)""", re.I)
_RUNS = frozenset({"", "module", "importmap", "text/javascript", "application/javascript"})
_POLICY = "content-security-policy"
_NAMED = re.compile(_POLICY, re.I)
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.I)
_HEAD = re.compile(r"<head(?=[\s>])[^>]*>", re.I)

_SUSPECT = re.compile(
    r"""\s(?:style|on[a-z]+)\s*=
    |\b(?:src|poster|action|formaction)\s*=\s*["']?\s*(?:[a-z][a-z0-9+.-]*:|//)
    |\bsrcset\s*=\s*(?:["'][^"']*|[^\s>]*)(?::|//)
    |<link\b(?=[^>]*//)(?=[^>]*\b(?:stylesheet|icon|preload|modulepreload|manifest)\b)
    |<(?:object|embed|base)\b
    |javascript:""",
    re.I | re.X,
)
"""Nearly every page has none of these, and reading it tag by tag would take a while."""
_NEVER = {"object": "data", "embed": "src", "base": "href"}
_ADDRESSES = frozenset({"src", "poster", "action", "formaction"})
_PICTURES = frozenset({("img", "src"), ("video", "poster"), ("link", "href"), ("input", "src")})
_LOADING_LINKS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest"})


def policy_of(page: str) -> str:
    """The policy that a page says in its head; empty for one without.

    >>> policy_of(with_policy('<head><meta charset="utf-8"></head>')).partition(";")[0]
    "default-src 'self'"
    """
    if _NAMED.search(page) is None:
        return ""
    tags = (piece for piece in pieces(page) if isinstance(piece, StartTag))
    return next(filter(None, map(_told_by, takewhile(lambda tag: tag.name != "body", tags))), "")


def _told_by(tag: StartTag) -> str:
    if tag.name != "meta" or unescape(tag.value("http-equiv") or "").lower() != _POLICY:
        return ""
    return unescape(tag.value("content") or "").strip()


def with_policy(page: str) -> str:
    """The page with its policy before everything that it is about; one that has its own keeps it.

    A text without a head, which is no page, stays as it is.
    """
    place = _CHARSET.search(page) or _HEAD.search(page)
    if place is None or policy_of(page):
        return page
    rules = dict(_RULES)
    rules["script-src"] += tuple(dict.fromkeys(map(policy_hash, _running_scripts(page))))
    rules["style-src"] += tuple(
        dict.fromkeys(policy_hash(style["text"]) for style in _STYLE.finditer(page))
    )
    policy = written(rules).replace("'", "&#39;")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return f"{page[: place.end()]}{meta}{page[place.end() :]}"


def refused(page: str, site_url: str) -> Iterator[StartTag]:
    """The tags in a page that the policy keeps from working.

    Args:
        page: as it is built.
        site_url: absolute address of the site; may be empty.
    """
    if _SUSPECT.search(page):
        host = urlsplit(site_url).netloc
        for tag in pieces(page):
            if isinstance(tag, StartTag) and any(_refused_in(tag, host)):
                yield tag


def _refused_in(tag: StartTag, host: str) -> Iterator[bool]:
    """For each attribute, whether the policy stops what it says."""
    for one in tag.attributes:
        value = unescape(one.value).strip()
        yield one.name == "style" or (one.name in EVENT_HANDLERS and one.start >= 0)
        yield _NEVER.get(tag.name) == one.name
        yield value.lower().startswith("javascript:")
        if one.name in _ADDRESSES or (tag.name == "link" and one.name == "href" and _loads(tag)):
            yield _is_elsewhere(value, host, is_picture=(tag.name, one.name) in _PICTURES)
        if one.name == "srcset":
            for address in addresses_in_srcset(value):
                yield _is_elsewhere(address, host, is_picture=True)


def _loads(link: StartTag) -> bool:
    return not _LOADING_LINKS.isdisjoint((link.value("rel") or "").lower().split())


def _is_elsewhere(address: str, host: str, *, is_picture: bool) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return True  # browsers do not find it either
    if parts.scheme == "data":
        return not is_picture
    return parts.scheme not in {"", "http", "https"} or parts.netloc not in {"", host}


def _running_scripts(page: str) -> Iterator[str]:
    """The contents of inline scripts that are no data."""
    for script in _SCRIPT.finditer(page):
        kind = _TYPE.search(script["tag"])
        if (kind["type"].lower() if kind else "") in _RUNS:
            yield script["text"]
