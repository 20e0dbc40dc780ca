"""What a deployed site says about its embeds, compared with what partners' pages need."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from cxguide.embeds.releases import integrity

__all__ = ["Answer", "fetched", "smoke"]

SECONDS_TO_WAIT = 20
_TYPES = {
    ".html": ("text/html",),
    ".js": ("text/javascript", "application/javascript"),
    ".json": ("application/json",),
}
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&')


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; names of headers in lower case.

    Attributes:
        status: of HTTP; 0 for no answer at all.
        headers: as the server sent them.
        content: the body, as sent, so perhaps compressed.
    """

    status: int
    headers: Mapping[str, str]
    content: bytes


def fetched(address: str, encoding: str = "identity") -> Answer:
    """Ask a server for an address, as a page of another site would."""
    origin = {"Origin": "https://partner.example", "Accept-Encoding": encoding}
    try:
        with urlopen(Request(address, headers=origin), timeout=SECONDS_TO_WAIT) as got:
            return Answer(got.status, _lowered(got.headers), got.read())
    except HTTPError as error:
        return Answer(error.code, _lowered(error.headers), b"")
    except URLError as error:
        return Answer(0, {}, str(error.reason).encode())
    except (HTTPException, OSError) as error:  # it hung up, was too slow, is no address at all
        return Answer(0, {}, f"{error}".encode())


def smoke(site: str, ask: Callable[..., Answer] = fetched) -> Iterator[str]:
    """What is wrong with the embeds of a deployed site, a sentence each; nothing if all is well.

    Args:
        site: its address.
        ask: called with an address and an encoding.
    """
    root = f"{site.rstrip('/')}/embed"
    listed = ask(f"{root}/versions.json")
    if listed.status != 200:
        yield f"{root}/versions.json: {_status(listed)}; is this the address of the site?"
        return
    try:
        told = json.loads(listed.content)
        releases = [(str(one["version"]), dict(one["files"])) for one in told["releases"]]
        current = [str(name) for name in told["current"]["files"]]
    except (ValueError, KeyError, TypeError):
        yield f"{root}/versions.json: this is no list of releases"
        return
    names = [*_one_of_each(current)]
    for name in names:
        yield from _current(f"{root}/v1/{name}", ask)
    for version, files in releases:
        for name in [name for name in names if name in files] or [*files][:3]:
            yield from _exact(f"{root}/{version}/{name}", files[name], ask)


def _one_of_each(names: list[str]) -> Iterator[str]:
    """A calculator and a map in all their forms, and the loader."""
    if "loader.js" in names:
        yield "loader.js"
    for folder in ("", "journey/"):
        pages = [name for name in names if name.endswith(".html") and name.startswith(folder)]
        first = next((name for name in pages if bool(folder) == ("/" in name)), None)
        for ending in ("html", "js", "oembed.json") if first else ():
            yield f"{str(first).removesuffix('html')}{ending}"


def _current(address: str, ask: Callable[..., Answer]) -> Iterator[str]:
    answer = ask(address)
    if answer.status != 200:
        yield f"{address}: {_status(answer)}"
        return
    ending = address[address.rindex(".") :]
    found = answer.headers.get("content-type", "")
    if found.partition(";")[0].strip() not in _TYPES[ending]:
        yield f"{address}: the type is {found or 'missing'}, not {_TYPES[ending][0]}"
    charset = found.partition("charset=")[2].strip(' "').lower()
    if ending == ".js" and charset not in {"", "utf-8"}:
        yield f"{address}: the server says that it is {charset}; it is UTF-8"
    if answer.headers.get("access-control-allow-origin") != "*":
        yield (
            f"{address}: no 'Access-Control-Allow-Origin: *', so other sites cannot load it "
            "with integrity"
        )
    if answer.headers.get("x-frame-options") or "frame-ancestors" in answer.headers.get(
        "content-security-policy", ""
    ):
        yield f"{address}: a header forbids other sites to show it in a frame"
    if ending == ".html" and not _POLICY.search(answer.content.decode("utf-8", "replace")):
        yield f"{address}: the page has lost its policy"
    packed = ask(address, "br, gzip")
    if packed.headers.get("content-encoding", "identity") == "identity":
        yield f"{address}: it is sent without compression, {len(answer.content)} bytes"


def _exact(address: str, digest: str, ask: Callable[..., Answer]) -> Iterator[str]:
    answer = ask(address)
    if answer.status != 200:
        yield f"{address}: {_status(answer)}"
        return
    if integrity(answer.content) != digest:
        yield f"{address}: the server sends other bytes than the release has"
    if "immutable" not in answer.headers.get("cache-control", ""):
        yield f"{address}: no 'Cache-Control: ... immutable', so browsers ask for it again"
    if answer.headers.get("access-control-allow-origin") != "*":
        yield f"{address}: no 'Access-Control-Allow-Origin: *', which integrity needs"


def _status(answer: Answer) -> str:
    if answer.status:
        return f"the server answers {answer.status}"
    return f"no answer ({answer.content.decode('utf-8', 'replace')})"


def _lowered(headers: Message) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
