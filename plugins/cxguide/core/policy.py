"""Rules of Content-Security-Policy (https://www.w3.org/TR/CSP3/) that pages of ours share."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

__all__ = ["policy_hash"]


def policy_hash(text: str) -> str:
    """The source that allows one inline script or style: that with exactly this content.

    Ends of lines count as browsers read them, whatever the system that wrote the file.

    >>> policy_hash("alert(1)")
    "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    """
    read = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{b64encode(sha256(read.encode()).digest()).decode()}'"
