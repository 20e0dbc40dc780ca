"""Where the time of a build goes, for whoever asks: `cx build --timings`."""

from __future__ import annotations

import logging
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mkdocs.plugins import CombinedEvent, event_priority

from cxguide.adapters.plugin import Plugin

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["TIMINGS", "step", "time_build"]

TIMINGS = "CX_TIMINGS"
"""The variable that asks for them."""
_NAME = "cx-timings"
_OUTSIDE = "MkDocs"
_BETWEEN = {"page_markdown": "Markdown", "page_context": "templates"}
"""What MkDocs does between an event and the next one."""
_FIRST, _LAST = 1_000_000, -1_000_000
_log = logging.getLogger("mkdocs.plugins.cxguide.site")


class _Clock:
    """Seconds by what was going on; inside something, only that counts."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._around: list[str] = []
        self._now = _OUTSIDE
        self._since = time.perf_counter()

    def _turn(self, to: str) -> None:
        now = time.perf_counter()
        self.seconds[self._now] += now - self._since
        self._now, self._since = to, now

    def begin(self, name: str) -> None:
        self._around.append(self._now)
        self._turn(name)

    def end(self, then: str = "") -> None:
        """Go back to what was around, or on to what comes then."""
        around = self._around.pop()
        self._turn(then or around)


_clock: _Clock | None = None


@contextmanager
def step(name: str) -> Iterator[None]:
    """A part of a build that is told by its own name."""
    if _clock is None:
        yield
        return
    _clock.begin(name)
    try:
        yield
    finally:
        _clock.end()


def _timed(event: str) -> CombinedEvent[..., None]:
    @event_priority(_FIRST)
    def begin(self: _TimingsPlugin, *_: object, **__: object) -> None:
        self.clock.begin(event)

    @event_priority(_LAST)
    def end(self: _TimingsPlugin, *_: object, **__: object) -> None:
        self.clock.end(_BETWEEN.get(event, _OUTSIDE))

    return CombinedEvent(begin, end)


class _TimingsPlugin(Plugin):
    """Hears every event before and after everybody else."""

    def __init__(self, clock: _Clock) -> None:
        self.clock = clock

    on_files = _timed("files")
    on_nav = _timed("nav")
    on_env = _timed("env")
    on_page_markdown = _timed("page_markdown")
    on_page_content = _timed("page_content")
    on_page_context = _timed("page_context")
    on_post_page = _timed("post_page")
    on_template_context = _timed("template_context")
    on_post_template = _timed("post_template")


def time_build(config: MkDocsConfig) -> Callable[[], None]:
    """Begin to count, if somebody wants it; what is returned tells the seconds when it is done."""
    global _clock
    if not os.environ.get(TIMINGS):
        return lambda: None
    clock = _clock = _Clock()
    config.plugins[_NAME] = _TimingsPlugin(clock)

    def tell() -> None:
        global _clock
        _clock = None
        clock.begin("")
        for name, seconds in sorted(clock.seconds.items(), key=lambda one: -one[1]):
            _log.info("%7.2f s  %s", seconds, name)

    return tell
