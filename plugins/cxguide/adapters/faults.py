"""The faults that several plugins find in the sources of one run, told together.

A plugin adds what it finds in `on_files` at priority 0 and calls `tell` in `on_files` at
priority -90: by then every plugin has added its own. MkDocs builds one site at a time in a
process, so there is one place for them.
"""

from __future__ import annotations

import logging
from typing import NoReturn

from mkdocs.exceptions import PluginError

from cxguide.core.places import Faults, Place, SourceFaults

__all__ = ["FaultsFound", "faulty_fences", "found_faults", "stop_with", "tell"]

_log = logging.getLogger("mkdocs.plugins.cxguide")
_found = Faults()
_faulty_fences: set[Place] = set()


class FaultsFound(PluginError):
    """Stops a build with faults in what editors wrote; MkDocs shows its text."""

    def __init__(self, faults: SourceFaults) -> None:
        super().__init__(str(faults))
        self.faults = faults.faults


_told: set[str] = set()


def stop_with(faults: SourceFaults) -> NoReturn:
    """Stop the build.

    MkDocs logs the text of the error, but in a preview only once: it drops a message that it has
    logged before, also when the same fault still stands after the next save.

    Raises:
        FaultsFound: always.
    """
    if str(faults) in _told:
        _log.error("%s", faults)
    _told.add(str(faults))
    raise FaultsFound(faults) from None


def found_faults() -> Faults:
    """Where the plugins put the faults of the run's sources."""
    return _found


def faulty_fences() -> set[Place]:
    """Where the fences begin whose content is at fault; filled at priority 0 as well."""
    return _faulty_fences


def tell() -> None:
    """Stop the build with all faults, without a stack of calls, or do nothing.

    Raises:
        FaultsFound: with the faults in its text.
    """
    faults = _found.taken()
    _faulty_fences.clear()
    if faults:
        stop_with(SourceFaults(faults))
