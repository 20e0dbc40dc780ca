"""What a server shall say about the files, for those that read `_headers`.

Netlify and Cloudflare Pages do; on others, such as GitHub Pages, the policies in the pages
themselves hold, and `cx embed smoke` tells what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

__all__ = ["HEADERS", "headers_file"]

_YEAR = 365 * 24 * 60 * 60
_HOUR = 60 * 60
HEADERS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "/*": {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
        },
        "/embed/*": {
            "Access-Control-Allow-Origin": "*",
            "Cross-Origin-Resource-Policy": "cross-origin",
            "Referrer-Policy": "no-referrer",
        },
        "/embed/v1/*": {"Cache-Control": f"public, max-age={_HOUR}"},
        "/embed/versions.json": {"Cache-Control": f"public, max-age={_HOUR}"},
        **{
            f"/embed/{digit}*": {"Cache-Control": f"public, max-age={_YEAR}, immutable"}
            for digit in range(10)
        },
    }
)
"""By pattern of addresses. Files of an exact release never change, so their folder is kept."""


_OWN_FRAMES = "frame-ancestors 'self'"
"""For pages that are not made for frames on other sites."""


def headers_file(pages: Iterable[str] = (), *, policy: str = "", is_added: bool = False) -> str:
    """The content of `_headers`.

    Servers join the headers of all patterns that match, so what frames must not have cannot stand
    under `/*`: it stands under every other folder and page at the root.

    Args:
        pages: patterns of the addresses of all other pages, from the root of the site.
        policy: what these pages may load and run; empty for no rule.
        is_added: to rules of the site's own: then only those for embeds are given.
    """
    own = ["/", *(f"/{page}" for page in sorted(pages))]
    told = {"Content-Security-Policy": "; ".join(filter(None, (policy, _OWN_FRAMES)))}
    rules = {**HEADERS, **dict.fromkeys(own, told)}
    if is_added:
        rules = {name: one for name, one in HEADERS.items() if name.startswith("/embed/")}
        rules["/embed/*"] = {**HEADERS["/*"], **HEADERS["/embed/*"]}
    return "".join(
        f"{pattern}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for pattern, headers in rules.items()
    )
