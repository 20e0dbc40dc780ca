"""What a change does to the translations, for the page on which it is reviewed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxguide.core.templating import rendered
from cxguide.translations.condensed import worst_first
from cxguide.translations.sections import META
from cxguide.translations.states import DONE, WAITING, PageState, State

if TYPE_CHECKING:
    from cxguide.core.catalogs import Texts
    from cxguide.core.places import SourceError
    from cxguide.translations.states import CatalogState

__all__ = ["CatalogChange", "PageChange", "language_summary", "original_summary", "remarks_summary"]

_NOTHING_TO_DO = (
    "There is nothing to do here. If you corrected a typing error alone, "
    "`cx i18n typo PAGE` keeps every translation as current as it was."
)
MOST_NAMED = 20
"""Sections that are named one by one; a summary is read, and may have 1 MiB at most."""
MOST_REMARKS = 100
"""Remarks that are told in full; a forge drops a summary over 1 MiB without a word."""
_TICKS = re.compile("`+")


@dataclass(frozen=True, slots=True)
class PageChange:
    """A translation before and after a change of it or of its English page.

    Attributes:
        before: its state; `None` where there was no such page in English.
        after: its state.
        is_translated: the change is one of the translation.
    """

    before: PageState | None
    after: PageState
    is_translated: bool

    @property
    def made_stale(self) -> tuple[str, ...]:
        """Ids of the sections that were current before and are old now, or new."""
        then = {one.id: one.state for one in self.before.sections} if self.before else {}
        wait = {State.STALE, State.NEW}
        return tuple(
            one.id
            for one in self.after.sections
            if one.state in wait and then.get(one.id) not in wait and self.after.is_written
        )


@dataclass(frozen=True, slots=True)
class CatalogChange:
    """A catalog before and after a change of it, both beside the English texts of now.

    Attributes:
        before: its state; `None` where it could not be read.
        after: its state.
    """

    before: CatalogState | None
    after: CatalogState

    @property
    def rows(self) -> tuple[tuple[str, int | None, int], ...]:
        """What is said of its texts, and of how many before and after; what is of none is not."""
        before, after = _texts(self.before), _texts(self.after)
        rows = ((kind.value, before.get(kind), count) for kind, count in after.items())
        return tuple(row for row in rows if row[0] == State.CURRENT or any(row[1:]))


def language_summary(
    name: str,
    changes: Iterable[PageChange],
    texts: Texts,
    *,
    catalogs: Iterable[CatalogChange] = (),
) -> str:
    """What a change of translations does, in the language's own words, as Markdown.

    Args:
        name: what the language calls itself.
        changes: of its pages.
        texts: of the language.
        catalogs: changes of its short texts.
    """
    changes = tuple(changes)
    left = [
        (one.after.path, "" if section.id == META else section.id, section.state.value)
        for one in changes
        for section in one.after.sections
        if section.state in WAITING
    ]
    rows = [
        (kind.value, _count([one.before for one in changes], kind), _count(after, kind))
        for after in ([one.after for one in changes],)
        for kind in State
        if kind is not State.OWN
    ]
    return rendered(
        "translations/summary.md.jinja",
        texts,
        name=name,
        is_of_pages=bool(changes),
        catalogs=[(one.after.file, one.rows) for one in catalogs],
        rows=[row for row in rows if row[0] == State.CURRENT or any(row[1:])],
        left=left[:MOST_NAMED],
        hidden=max(0, len(left) - MOST_NAMED),
    )


def original_summary(changes: Iterable[tuple[str, Sequence[PageChange]]]) -> str:
    """What a change of English pages does to their translations, as Markdown.

    Args:
        changes: by tag of the language, those of pages whose translation did not change.
    """
    lines = []
    for tag, pages in changes:
        for one in pages:
            if one.made_stale:
                names = ", ".join(f"`#{name}`" for name in one.made_stale)
                lines.append(f"- {tag}: `{one.after.path}` {names}")
    if not lines:
        return ""
    return "\n".join(
        [
            "### English",
            "",
            "Translators will find these sections changed:",
            "",
            *lines,
            "",
            _NOTHING_TO_DO,
            "",
        ]
    )


def remarks_summary(faults: Iterable[SourceError]) -> str:
    """Faults in full, the worst first, as Markdown that shows every sign of them as it is."""
    told = worst_first(faults)
    if not told:
        return ""
    items = "\n".join(_fenced_item(str(fault)) for fault in told[:MOST_REMARKS])
    hidden = len(told) - MOST_REMARKS
    more = f"\n- … and {hidden} more, which `cx i18n check` tells" if hidden > 0 else ""
    return f"<details><summary>All remarks</summary>\n\n{items}{more}\n\n</details>\n"


def _fenced_item(text: str) -> str:
    fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
    lines = "\n  ".join(text.splitlines())
    return f"- {fence}text\n  {lines}\n  {fence}"


def _texts(state: CatalogState | None) -> dict[State, int]:
    if state is None:
        return {}
    return {
        State.CURRENT: state.current,
        State.STALE: state.changed,
        State.UNTRANSLATED: state.missing,
    }


def _count(pages: Iterable[PageState | None], kind: State) -> int:
    kinds = DONE if kind is State.CURRENT else {kind}
    return sum(page.count(*kinds) for page in pages if page is not None)
