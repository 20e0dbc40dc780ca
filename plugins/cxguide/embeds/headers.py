"""What a server shall say about the files, for those that read `_headers`.

Netlify and Cloudflare Pages do; on others, such as GitHub Pages, the policies in the pages
themselves hold, and `cx embed smoke` tells what is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
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


def headers_file() -> str:
    """The content of `_headers`."""
    return "".join(
        f"{pattern}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for pattern, headers in HEADERS.items()
    )
