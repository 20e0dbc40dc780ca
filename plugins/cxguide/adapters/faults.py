"""The faults that several plugins find in the sources of one run, told together.

A plugin adds what it finds in `on_files` at priority 0 and calls `tell` in `on_files` at
priority -90: by then every plugin has added its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from mkdocs.exceptions import PluginError

from cxguide.core.places import Faults, SourceFaults

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["found_faults", "tell"]

_found: WeakKeyDictionary[MkDocsConfig, Faults] = WeakKeyDictionary()


def found_faults(config: MkDocsConfig) -> Faults:
    """Where the plugins of a run put the faults of its sources."""
    return _found.setdefault(config, Faults())


def tell(config: MkDocsConfig) -> None:
    """Stop the build with all faults, without a stack of calls, or do nothing.

    Raises:
        PluginError: with the faults in its text.
    """
    try:
        _found.pop(config, Faults()).raise_if_any()
    except SourceFaults as faults:
        raise PluginError(str(faults)) from None
