"""A document of a built site as a PDF, by the Chromium that is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any
from urllib.parse import quote, unquote, urlsplit

__all__ = ["CHROMIUM_NAMES", "NoBrowser", "PrintFailed", "chromium_on_path", "print_pdf"]

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_DOCUMENT = "cx-book.html"
_WAIT_S = 600
_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",  # which containers have little of
    "--no-first-run",
    "--no-proxy-server",  # the server is on this machine
    "--no-pdf-header-footer",
)
_ROOT_OPTIONS = ("--no-sandbox",) if getattr(os, "geteuid", lambda: 1)() == 0 else ()
"""With its sandbox, Chromium does not start for root."""


class NoBrowser(Exception):
    """No Chromium is installed where anybody looks."""


class PrintFailed(Exception):
    """Chromium has made no PDF."""


def chromium_on_path() -> str:
    """The Chromium that CHROMIUM names, or else the first one on the path.

    Raises:
        NoBrowser: there is none.
    """
    if named := os.environ.get("CHROMIUM"):
        if found := shutil.which(named):
            return found
        raise NoBrowser(f"CHROMIUM names {named!r}, which is no program; correct it")
    if found := next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None):
        return found
    raise NoBrowser(
        "no Chromium found; install one (Debian: apt-get install chromium), "
        "or set CHROMIUM to its path"
    )


def print_pdf(
    document: str, site: Path, address: str, chromium: str, *, draft: bool = False
) -> bytes:
    """The document as a tagged PDF with an outline of its headings.

    It is served with the files of the site on this machine alone, under the path that the site
    will have; nothing else is asked for.

    Args:
        document: HTML that loads its files from the root of the site.
        site: folder of the built site.
        address: absolute address of the site, with a slash at the end.
        chromium: the program.
        draft: without tags and outline, which is faster: to learn where everything comes to stand.

    Raises:
        PrintFailed: Chromium stops, or takes longer than ten minutes.
    """
    with (
        _served(document.encode(), site, urlsplit(address).path) as url,
        TemporaryDirectory(prefix="cx-book-") as folder,
    ):
        target = Path(folder) / "book.pdf"
        options = [f"--user-data-dir={Path(folder) / 'profile'}", f"--print-to-pdf={target}"]
        options.append("--disable-pdf-tagging" if draft else "--generate-pdf-document-outline")
        said = _run([chromium, *_OPTIONS, *_ROOT_OPTIONS, *options, url])
        if not target.is_file():
            raise PrintFailed(f"{chromium} made no PDF: {said}")
        return target.read_bytes()


def _run(command: list[str]) -> str:
    """Run Chromium; what it has said at the end."""
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_WAIT_S)
    except subprocess.TimeoutExpired:
        raise PrintFailed(f"{command[0]} has not finished after {_WAIT_S} s") from None
    except OSError as error:
        raise PrintFailed(f"{command[0]} cannot be started: {error}") from None
    return "\n".join(done.stderr.decode(errors="replace").strip().splitlines()[-5:])


@contextmanager
def _served(document: bytes, site: Path, base: str) -> Iterator[str]:
    """The address of the document on a server of this machine, while the block runs."""
    handler = partial(_Host, directory=str(site), document=document, base=base)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{quote(unquote(base))}{_DOCUMENT}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Host(SimpleHTTPRequestHandler):
    """The files of a site under its path, and the document beside its first page."""

    def __init__(self, *arguments: Any, document: bytes, base: str, **options: Any) -> None:
        self._document, self._base = document, unquote(base)
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        if self.path.endswith(f"/{_DOCUMENT}"):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(self._document)))
            self.end_headers()
            self.wfile.write(self._document)
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        clean = unquote(urlsplit(path).path)
        return super().translate_path(quote(f"/{clean.removeprefix(self._base)}"))

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""
