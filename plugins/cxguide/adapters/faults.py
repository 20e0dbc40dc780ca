"""The faults that several plugins find in the sources of one run, told together.

A plugin adds what it finds in `on_files` at priority 0 and calls `tell` in `on_files` at
priority -90: by then every plugin has added its own. MkDocs builds one site at a time in a
process, so there is one place for them.
"""

from __future__ import annotations

from mkdocs.exceptions import PluginError

from cxguide.core.places import Faults, SourceFaults

__all__ = ["found_faults", "tell"]

_found = Faults()


def found_faults() -> Faults:
    """Where the plugins put the faults of the run's sources."""
    return _found


def tell() -> None:
    """Stop the build with all faults, without a stack of calls, or do nothing.

    Raises:
        PluginError: with the faults in its text.
    """
    faults, _found.found = _found.found, []
    if faults:
        raise PluginError(str(SourceFaults(faults)))
