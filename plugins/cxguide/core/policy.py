"""Rules of Content-Security-Policy (https://www.w3.org/TR/CSP3/) that pages of ours share."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from types import MappingProxyType

__all__ = ["joined", "policy_hash", "written"]

_STANDS_FOR: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "child-src": ("default-src",),
        "connect-src": ("default-src",),
        "fenced-frame-src": ("frame-src", "child-src", "default-src"),
        "font-src": ("default-src",),
        "frame-src": ("child-src", "default-src"),
        "img-src": ("default-src",),
        "manifest-src": ("default-src",),
        "media-src": ("default-src",),
        "object-src": ("default-src",),
        "prefetch-src": ("default-src",),
        "script-src": ("default-src",),
        "script-src-attr": ("script-src", "default-src"),
        "script-src-elem": ("script-src", "default-src"),
        "style-src": ("default-src",),
        "style-src-attr": ("style-src", "default-src"),
        "style-src-elem": ("style-src", "default-src"),
        "worker-src": ("child-src", "script-src", "default-src"),
    }
)
"""What a policy means where it does not say a rule (CSP3, 6.8.3); other rules are missing then."""
_TWO_WAYS = frozenset({"child-src", "script-src"})
"""What `worker-src` goes by differs from policy to policy where these two are told."""
_ONE_TEXT = re.compile(r"'(?:nonce|sha\d+)-", re.I)


def policy_hash(text: str) -> str:
    """The source that allows one inline script or style: that with exactly this content.

    Ends of lines count as browsers read them, whatever the system that wrote the file.

    >>> policy_hash("alert(1)")
    "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    """
    read = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(sha256(read.encode()).digest()).decode()}'"


def joined(policies: Iterable[str]) -> str:
    """One policy that allows what any of them allows; empty for none.

    A rule that one of them does not have, and that nothing stands for, is none of the whole.

    >>> joined(["script-src 'self'; base-uri 'none'", "script-src 'self' 'sha256-a='"])
    "script-src 'self' 'sha256-a='"
    >>> joined(["default-src 'self'; img-src data:", "default-src https:; "])
    "default-src 'self' https:; img-src data: https:"
    """
    read = [rules for policy in dict.fromkeys(policies) if (rules := _rules(policy))]
    names = dict.fromkeys(name for rules in read for name in rules)
    if names.keys() >= _TWO_WAYS:
        names["worker-src"] = None
    whole: dict[str, tuple[str, ...]] = {}
    for name in names:
        told = [one for rules in read if (one := _sources(rules, name)) is not None]
        if len(told) == len(read):
            whole[name] = _any_of(told)
    return written(whole)


def written(rules: Mapping[str, Iterable[str]]) -> str:
    """Rules as a page or a host says them."""
    return "; ".join(" ".join((name, *sources)) for name, sources in rules.items())


def _rules(policy: str) -> Mapping[str, tuple[str, ...]]:
    """The rules that a policy says; of one that it says twice, the first counts."""
    rules: dict[str, tuple[str, ...]] = {}
    for name, *sources in filter(None, map(str.split, policy.split(";"))):
        rules.setdefault(name.lower(), tuple(sources))
    return rules


def _sources(rules: Mapping[str, tuple[str, ...]], name: str) -> tuple[str, ...] | None:
    """What a rule allows; `None` where the policy lets everything be."""
    told = (one for one in (name, *_STANDS_FOR.get(name, ())) if one in rules)
    return next((rules[one] for one in told), None)


def _any_of(told: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Sources that allow what each of these allows.

    Some make browsers overlook others, so they cannot just be put together.
    """
    sources = dict.fromkeys(source for one in told for source in one)
    if any("'unsafe-inline'" in one and not any(map(_ONE_TEXT.match, one)) for one in told):
        sources = {one: None for one in sources if not _ONE_TEXT.match(one)}
    if not all("'strict-dynamic'" in one for one in told) and "'strict-dynamic'" in sources:
        sources = {"*" if one == "'strict-dynamic'" else one: None for one in sources}
    if len(sources) > 1:
        sources.pop("'none'", None)
    return tuple(sources)
