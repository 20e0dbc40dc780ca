"""The real guide for tests: its addresses, read from the sources, and one build of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from lxml import html

ROOT = Path(__file__).resolve().parents[1]
PREFIXES = {"en": "", "sr": "sr/", "sr-Latn": "sr-latn/", "th": "th/", "cs": "cs/"}
"""Every version of the site and the first part of its addresses."""

PATHS = tuple(
    sorted(
        path.relative_to(ROOT / "docs" / "en").with_suffix("").as_posix().removesuffix("index")
        for path in (ROOT / "docs" / "en").rglob("*.md")
    )
)
"""Addresses of the pages without the part of the language; the home page is empty."""

PAGES = tuple(
    (tag, path, f"/{prefix}{path}{'/' if path else ''}")
    for tag, prefix in PREFIXES.items()
    for path in PATHS
)
"""Language, path and whole address of every page."""


@dataclass(frozen=True)
class Guide:
    """The built site and what the build said."""

    folder: Path
    log: str

    def page(self, address: str) -> html.HtmlElement:
        """A page by its address, such as `/th/metrics/nps/`."""
        file = self.folder / address.strip("/")
        return html.fromstring((file / "index.html" if file.is_dir() else file).read_bytes())


def built(folder: Path, root: Path = ROOT, **variables: str) -> Guide:
    """The guide of a project folder, built strictly into `folder`, in an environment."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Guide(folder, done.stderr)


def is_translated(tag: str, path: str) -> bool:
    """Whether a page of that language is written, not shown in English."""
    folder = {"sr-Latn": "sr"}.get(tag, tag)
    return (ROOT / "docs" / folder / f"{path or 'index'}.md").exists()


class StaticHost(SimpleHTTPRequestHandler):
    """Serves a folder the way static hosts do: with 404.html for what is not there."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = Path(self.directory, "404.html")
        if code != 404 or not missing.exists():
            super().send_error(code, message, explain)
            return
        content = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


def served(folder: Path, host: type[StaticHost] = StaticHost) -> Iterator[str]:
    """The address of a server for a folder, until the generator ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(host, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
