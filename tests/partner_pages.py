"""Partners' pages: ours on one origin, pages of other people that show them on another.

Both servers are on this machine, under the two names that it has for itself, so a browser takes
them for different sites and keeps them as far apart as it does sites on different machines.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Response, expect

from guide_site import StaticHost

__all__ = [
    "PartnerSite",
    "embeds_served",
    "expect_right_height",
    "partner_site",
    "read_rules",
    "rules_for",
]

SANDBOX = 'sandbox="allow-scripts allow-popups"'
SPOKEN = """<script>
window.spoken = new Set();
window.said = [];
addEventListener("message", ({ source, data }) => { spoken.add(source); said.push(data) });
</script>"""
"""Keeps which frames have said something, and what."""
HEARING = """
window.heard = [];
for (const name of ["cx-ready", "cx-result", "cx-error"]) {
  addEventListener(name, ({ type, target, detail, bubbles, composed }) =>
    heard.push({ type, at: target.id, detail, bubbles, composed }));
}
"""
"""Keeps every event of ours that reaches the window, in `heard`."""


@dataclass
class PartnerSite:
    """A site of other people, and one visitor of it.

    Attributes:
        ours: the address of the site that the embeds are from.
        theirs: the address of the partner's site.
        visitor: whose pages all are.
        troubles: what went wrong on any of the pages, a line each.
    """

    ours: str
    theirs: str
    visitor: BrowserContext
    troubles: list[str] = field(default_factory=list)
    contents: dict[str, tuple[str, str]] = field(default_factory=dict)

    def script(self, name: str, attributes: str = "") -> str:
        """The markup that loads a script of ours."""
        return f'<script src="{self.ours}/embed/v1/{name}.js" {attributes}></script>'

    def frame(self, address: str, attributes: str = SANDBOX) -> str:
        """The markup of a frame of ours, with its address below the folder of embeds."""
        source = f"{self.ours}/embed/v1/{address}"
        return f'<iframe data-cx title="x" src="{source}" frameborder="0" {attributes}></iframe>'

    def put(self, markup: str, policy: str = "", attributes: str = 'lang="en"') -> str:
        """The address of a new page with this body, under a policy for contents."""
        address = f"/page-{len(self.contents) + 1}"
        html = (
            f'<!doctype html><html {attributes}><head><meta charset="utf-8"><title>Partner</title>'
            '<meta name="viewport" content="width=device-width,initial-scale=1"></head>'
            f"<body>{markup}</body></html>"
        )
        self.contents[address] = (html, policy)
        return f"{self.theirs}{address}"

    def opened(self) -> Page:
        """An empty page that will tell its troubles."""
        page = self.visitor.new_page()
        page.add_init_script(HEARING)
        self._watch(page)
        return page

    def visited(self, markup: str, policy: str = "", attributes: str = 'lang="en"') -> Page:
        """A page with this body, when all has come; `heard` in it are the events it has heard."""
        page = self.opened()
        page.goto(self.put(markup, policy, attributes))
        return page

    def _watch(self, page: Page) -> None:
        def tell(trouble: str) -> None:
            self.troubles.append(trouble)

        def asked(address: str) -> None:
            if not address.startswith((f"{self.ours}/", f"{self.theirs}/", "about:")):
                tell(f"asked for {address}")

        def answered(response: Response) -> None:
            if response.status >= 400:
                tell(f"{response.status}: {response.url}")

        def interrupted(dialog: Dialog) -> None:
            tell(f"dialog: {dialog.message}")
            dialog.dismiss()

        page.on("console", lambda message: tell(f"console {message.type}: {message.text}"))
        page.on("pageerror", lambda error: tell(f"error: {error}"))
        page.on("crash", lambda _: tell("the page has crashed"))
        page.on("request", lambda request: asked(request.url))
        page.on("requestfailed", lambda request: tell(f"no answer: {request.url}"))
        page.on("response", answered)
        page.on("dialog", interrupted)
        page.on("popup", lambda popup: tell(f"popup: {popup.url}"))


def expect_right_height(page: Page, index: int = 0) -> int:
    """Wait until a frame is as high as what is in it; that height in CSS pixels."""
    frame = page.locator("iframe").nth(index)
    body = frame.content_frame.locator("body")
    height = body.evaluate("body => Math.ceil(body.getBoundingClientRect().height)")
    expect(frame).to_have_js_property("clientHeight", height)
    return height


@contextmanager
def partner_site(folder: Path, chromium: Browser, **visitor: object) -> Iterator[PartnerSite]:
    """A partner's site that shows the embeds of the site in `folder`.

    At the end it fails if anything went wrong on a page: an error, a message on the console, a
    request that failed or went to anybody else.
    """
    context = chromium.new_context(**visitor)
    contents: dict[str, tuple[str, str]] = {}
    with embeds_served(folder) as ours, _running(partial(_Pages, contents)) as port:
        site = PartnerSite(ours, f"http://127.0.0.1:{port}", context, contents=contents)
        yield site
        context.close()
    assert [] == site.troubles


@contextmanager
def embeds_served(
    folder: Path, *, is_packed: bool = False, rules: Mapping[str, Mapping[str, str]] | None = None
) -> Iterator[str]:
    """The address of a built site on a host that obeys its `_headers`, or the rules given."""
    if rules is None:
        rules = read_rules(folder / "_headers")
    handler = partial(_Embeds, rules=rules, is_packed=is_packed, directory=str(folder))
    with _running(handler) as port:
        yield f"http://localhost:{port}"


def read_rules(file: Path) -> dict[str, dict[str, str]]:
    """Headers by pattern of addresses, as a host reads them from `_headers`."""
    rules: dict[str, dict[str, str]] = {}
    pattern = ""
    for line in file.read_text("utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[pattern][name] = value
        else:
            pattern = line
            rules[pattern] = {}
    return rules


def rules_for(address: str, rules: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The headers of an address; where several patterns fit, values are joined by commas."""
    found: dict[str, str] = {}
    for pattern, headers in rules.items():
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), address):
            for name, value in headers.items():
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found


@contextmanager
def _running(handler: partial[StaticHost]) -> Iterator[int]:
    """The port of a server, until the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


class _Embeds(StaticHost):
    """Answers as static hosts do that read `_headers`."""

    def __init__(
        self,
        *arguments: object,
        rules: Mapping[str, Mapping[str, str]],
        is_packed: bool,
        directory: str,
    ) -> None:
        self._rules = rules
        self._is_packed = is_packed
        super().__init__(*arguments, directory=directory)

    def end_headers(self) -> None:
        for name, value in rules_for(urlsplit(self.path).path, self._rules).items():
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if not (
            self._is_packed and "gzip" in self.headers.get("Accept-Encoding", "") and file.is_file()
        ):
            super().do_GET()
            return
        content = gzip.compress(file.read_bytes(), 1)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Pages(StaticHost):
    """Answers with pages that tests have put there; with nothing for anything else."""

    def __init__(self, contents: Mapping[str, tuple[str, str]], *arguments: object) -> None:
        self._contents = contents
        super().__init__(*arguments)

    def do_GET(self) -> None:
        html, policy = self._contents.get(urlsplit(self.path).path, ("", ""))
        content = html.encode()
        self.send_response(HTTPStatus.OK if html else HTTPStatus.NO_CONTENT)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(content)
