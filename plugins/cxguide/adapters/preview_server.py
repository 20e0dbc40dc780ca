"""The server of `mkdocs serve`, quicker: it hears of a saved file at once and shows its page first.

A page that was saved is built alone, and the whole site behind it when nobody saves any more.
Until that is complete the last site is shown, and only those browsers load their page again whose
page has changed. While a source is at fault every page says so.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG
from threading import Timer
from typing import Any
from urllib.parse import unquote, urlsplit

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from cxguide.adapters.saved_pages import SavedPages, Superseded
from cxguide.core.templating import environment

__all__ = ["PreviewServer"]

_log = logging.getLogger("mkdocs.plugins.cxguide.preview")
_SETTLED = 0.02
"""Seconds without a change after which files are taken for saved; editors write several times."""
_POLLED = 0.5
"""Seconds between two looks, for disks that tell nobody of their changes."""
_IDLE = 1.5
"""Seconds after the last saved page until the whole site is built."""
_CHANGES = {"created", "deleted", "modified", "moved"}
_RELOAD = re.compile(r"/livereload/([0-9]+)/[0-9]+")
_DATA = {".html", ".json", ".md", ".txt", ".xml"}
"""Endings of files that no other page shows."""


class PreviewServer(LiveReloadServer):
    """Takes the place of MkDocs' server before that has begun."""

    def __init__(self, other: LiveReloadServer, pages: SavedPages) -> None:
        host, port = other.server_address[:2]
        super().__init__(self._build, str(host), int(port), other.root, other.mount_path)
        self.error_handler = other.error_handler
        self.build_delay = _SETTLED
        self.observer: Any = _Observers(self._is_news)
        self._whole_site: Callable[[], None] = other.builder
        self._pages = pages
        pages.is_superseded = lambda: self._want_rebuild
        self._timer: Timer | None = None
        self._is_due = False
        self._fault = ""
        self._seen: dict[str, object] = {}
        self._site: dict[str, bytes] = {}
        self._changed_at: dict[str, int] = {}
        self._all_changed_at = 0
        for path in other._watched_paths:
            self.watch(path)
        other.server_close()

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Serve until somebody stops it."""
        self._seen = self._look()
        self._site = self._contents()
        begin: Callable[..., None] = super().serve  # MkDocs does not say so
        begin(open_in_browser=open_in_browser)

    def shutdown(self, wait: bool = False) -> None:
        """Stop."""
        if self._timer is not None:
            self._timer.cancel()
        super().shutdown(wait=wait)

    # What has changed

    def _look(self) -> dict[str, object]:
        """All files that are watched, and what changes when they do."""
        found = {path: _stamp(path) for path in self._watched_paths}
        for path in self._watched_paths:
            for folder, _, names in os.walk(path):
                files = (f"{folder}{os.sep}{name}" for name in names if _is_source(name))
                found.update((file, _stamp(file)) for file in files)
        return {path: stamp for path, stamp in found.items() if stamp}

    def _is_news(self, path: str) -> bool:
        return _is_source(path.rpartition(os.sep)[2]) and _stamp(path) != self._seen.get(path)

    def _contents(self) -> dict[str, bytes]:
        """All files of the site by their path from its root."""
        root = Path(self.root)
        files = (path for path in root.rglob("*") if path.is_file())
        return {path.relative_to(root).as_posix(): _digest(path) for path in files}

    # Building

    def _build(self) -> None:
        """The page that was saved; the whole site when it is due."""
        before, self._seen = self._seen, self._look()
        changed = _different(before, self._seen)
        if changed and not self._fault and self._is_shown(changed):
            self._is_due = True
            self._remind()
        elif changed or self._is_due:
            self._build_whole()

    def _is_shown(self, changed: set[str]) -> bool:
        """Whether all that has changed are pages, which are built."""
        if not self._pages.can_show(changed):
            return False
        root = Path(self.root)
        try:
            written = self._pages.show(changed, root)
        except Exception:  # the whole build says what is wrong, in all sources
            return False
        for path in written:
            self._site[path] = _digest(root / path)
            self._changed_at[path] = self._wanted_epoch
        return True

    def _build_whole(self) -> None:
        self._is_due, self._pages.error = False, None
        fault = ""
        with self._last_site_served(), _errors() as said:
            try:
                self._whole_site()
            except Superseded:
                self._is_due = True
                return
            except (Exception, SystemExit) as error:  # MkDocs stops by the latter
                if not said:  # MkDocs says the same thing once a run, and not all of what it raises
                    _log.exception("The site could not be built")
                found = self._pages.error or error
                fault = "\n".join(dict.fromkeys(said)) or str(found) or type(found).__name__
        if fault or self._fault:
            self._all_changed_at = self._wanted_epoch
        self._fault = fault
        if not fault:
            before, self._site = self._site, self._contents()
            changed = _different(before, self._site)
            self._changed_at |= dict.fromkeys(changed, self._wanted_epoch)
            if any(Path(path).suffix not in _DATA for path in changed):
                self._all_changed_at = self._wanted_epoch
            _log.info("The whole site is up to date")

    @contextmanager
    def _last_site_served(self) -> Iterator[None]:
        """Let nobody wait for what is built meanwhile, which takes the place of the last site."""
        wanted = self._wanted_epoch
        self._want(self._visible_epoch)
        try:
            yield
        finally:
            self._want(wanted)

    def _want(self, epoch: int) -> None:
        with self._epoch_cond:
            self._wanted_epoch = epoch
            self._epoch_cond.notify_all()

    def _remind(self) -> None:
        """Build the whole site when nobody saves any more."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = Timer(_IDLE, self._begin)
        self._timer.daemon = True
        self._timer.start()

    def _begin(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    # Serving

    def _serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"]
        if (asked := _RELOAD.fullmatch(path)) and (looking_at := environ.get("HTTP_REFERER")):
            start_response("200 OK", [("Content-Type", "text/plain")])
            return [b"%d" % self._epoch_after(int(asked[1]), self._path_of(looking_at))]
        if self._fault and path.endswith(("/", ".html")):
            start_response("500 Internal Server Error", [("Content-Type", "text/html")])
            template = environment().get_template("preview/fault.html.jinja")
            html = template.render(fault=self._fault).encode()
            with_script: Callable[[bytes, int], bytes] = self._inject_js_into_html
            return [with_script(html, self._visible_epoch)]
        return super()._serve_request(environ, start_response)

    def _epoch_after(self, epoch: int, path: str) -> int:
        """The epoch in which a page has changed, when that is later; the same one after a while."""

        def changed_at() -> int:
            return max(self._changed_at.get(path, 0), self._all_changed_at)

        with self._epoch_cond:
            self._epoch_cond.wait_for(
                lambda: epoch < changed_at() <= self._visible_epoch,
                timeout=self.poll_response_timeout,
            )
            return max(epoch, min(changed_at(), self._visible_epoch))

    def _path_of(self, address: str) -> str:
        """The path of a page from the root of the site, by its whole address."""
        path = unquote(urlsplit(address).path).removeprefix(self.mount_path)
        return f"{path}index.html" if path.endswith("/") or not path else path


class _Observers:
    """What MkDocs asks of one observer, asked of two: one hears of changes, one looks for them."""

    def __init__(self, is_news: Callable[[str], bool]) -> None:
        self._is_news = is_news
        self._both: tuple[Any, ...] = (Observer(), PollingObserver(timeout=_POLLED))

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool
    ) -> tuple[Any, ...]:
        """Let a handler hear of news below a path."""
        news = _News(handler, self._is_news)
        return tuple(one.schedule(news, path, recursive=recursive) for one in self._both)

    def unschedule(self, watches: tuple[Any, ...]) -> None:
        """Forget what `schedule` gave."""
        for one, watch in zip(self._both, watches, strict=True):
            one.unschedule(watch)

    def start(self) -> None:
        """Begin."""
        for one in self._both:
            one.start()

    def stop(self) -> None:
        """End."""
        for one in self._both:
            one.stop()

    def join(self) -> None:
        """Wait for the end."""
        for one in self._both:
            one.join()


class _News(FileSystemEventHandler):
    """Hands on what is not known yet: a file that was read has not changed."""

    def __init__(self, handler: FileSystemEventHandler, is_news: Callable[[str], bool]) -> None:
        self._handler = handler
        self._is_news = is_news

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hand on an event."""
        paths = (os.fsdecode(path) for path in (event.src_path, event.dest_path) if path)
        if event.event_type in _CHANGES and any(map(self._is_news, paths)):
            self._handler.dispatch(event)


class _Noting(logging.Handler):
    """Notes what is said."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def _errors() -> Iterator[list[str]]:
    """What MkDocs and plugins say meanwhile is wrong."""
    handler = _Noting(logging.ERROR)
    log = logging.getLogger("mkdocs")
    log.addHandler(handler)
    try:
        yield handler.said
    finally:
        log.removeHandler(handler)


def _is_source(name: str) -> bool:
    """Whether a file is neither hidden nor a copy that an editor keeps."""
    return not name.startswith(".") and not name.endswith("~")


def _stamp(path: str) -> object:
    """What changes when a file does; `None` if there is none."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size) if S_ISREG(found.st_mode) else None


def _digest(path: Path) -> bytes:
    return blake2b(path.read_bytes(), digest_size=16).digest()


def _different(before: dict[str, Any], now: dict[str, Any]) -> set[str]:
    """Names that are in one of both alone, or have another value."""
    return {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
