"""The faults that several plugins find in the sources of one run, told together.

A plugin adds what it finds in `on_files` at priority 0 and calls `tell` in `on_files` at
priority -90: by then every plugin has added its own. MkDocs builds one site at a time in a
process, so there is one place for them.
"""

from __future__ import annotations

from mkdocs.exceptions import PluginError

from cxguide.core.places import Faults, Place, SourceFaults

__all__ = ["FaultsFound", "faulty_fences", "found_faults", "tell"]

_found = Faults()
_faulty_fences: set[Place] = set()


class FaultsFound(PluginError):
    """Stops a build with faults in what editors wrote; MkDocs shows its text."""

    def __init__(self, faults: SourceFaults) -> None:
        super().__init__(str(faults))
        self.faults = faults.faults


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
        raise FaultsFound(SourceFaults(faults))
