"""A whole project seen as a reviewer sees it: faults, remarks, and what a change does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from cxguide.adapters.i18n import default_language, site_languages
from cxguide.adapters.language_checks import KNOWN_CHECKS, language_remarks, sources_by_language
from cxguide.adapters.projects import catalogs_of, faults_of
from cxguide.adapters.settings import site_root
from cxguide.adapters.texts import texts_for
from cxguide.adapters.translation_projects import PagePair, language_states, page_pairs, state_of
from cxguide.core.catalogs import catalog_in
from cxguide.core.history import History
from cxguide.core.places import Severity, SourceError, SourceFaults
from cxguide.core.source_text import SourceText
from cxguide.language import allowances, silenced
from cxguide.translations.catalog_state import catalog_state
from cxguide.translations.claims import claim_faults, claimed_markers, excused_sections
from cxguide.translations.remarks import CHECKS as STRUCTURE
from cxguide.translations.remarks import structure_remarks
from cxguide.translations.sections import PageSections, read_sections
from cxguide.translations.state_report import state_faults
from cxguide.translations.states import State, page_state
from cxguide.translations.structure import Outvoted
from cxguide.translations.summary import (
    CatalogChange,
    PageChange,
    language_summary,
    original_summary,
    remarks_summary,
)
from cxguide.translations.tables import counted

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from cxguide.core.catalogs import Message
    from cxguide.core.languages import Language
    from cxguide.translations.states import CatalogState

__all__ = ["Review", "changed_paths", "review", "summary"]


@dataclass(frozen=True, slots=True)
class Review:
    """What there is to say.

    Attributes:
        faults: errors, warnings and notices, the worst first, each kind by place.
        changes: of pages, by tag of the language; nothing where nobody asked for a change.
        catalogs: changes of short texts, in the same way.
    """

    faults: tuple[SourceError, ...]
    changes: dict[str, list[PageChange]]
    catalogs: dict[str, list[CatalogChange]] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """How many faults fail a check."""
        return sum(fault.severity is Severity.ERROR for fault in self.faults)


def review(
    config: MkDocsConfig, *, since: str | None = None, files: Collection[str] = ()
) -> Review:
    """Look through a project.

    Args:
        config: of the project.
        since: a branch or revision; then errors are told of everything, remarks of what changed
            since the present work left it, and whether it says anything wrong of its freshness.
        files: what is asked for; everything, if there are none.

    Raises:
        NoHistory: the revision is not known.
        SourceFaults: a source cannot be read.
    """
    pairs, states = page_pairs(config), language_states(config)
    change = _Change(site_root(config), since) if since is not None else None
    remarks = list(state_faults(states))
    changes: dict[str, list[PageChange]] = {}
    for pair in pairs:
        if change is None:
            remarks += _page_remarks(pair, config)
        elif change.touches(pair):
            after = change.of(pair)
            changes.setdefault(pair.entry.language.tag, []).append(after)
            if after.is_translated:
                remarks += _page_remarks(pair, config)
                remarks += change.claims(pair)
    sources = sources_by_language(config, pairs)
    if files:
        sources = {
            entry: [one for one in texts if _is_asked(one.file, files)]
            for entry, texts in sources.items()
        }
    if change is not None:
        remarks = [one for one in remarks if one.place.file in change.files]
        sources = {
            entry: [one for one in texts if one.file in change.files]
            for entry, texts in sources.items()
        }
    remarks += language_remarks(config, sources)
    errors = faults_of(config)
    if change is not None:
        errors = tuple(change.softened(one, pairs) for one in errors)
    faults = [one for one in (*errors, *remarks) if _is_asked(one.place.file, files)]
    order = list(Severity)
    faults.sort(key=lambda one: (order.index(one.severity), one.place, one.problem))
    return Review(tuple(faults), changes, change.of_catalogs(config) if change else {})


def changed_paths(config: MkDocsConfig, since: str) -> tuple[str, ...]:
    """The pages that a change touches in any language, in reading order.

    Raises:
        NoHistory: the revision is not known.
    """
    change = _Change(site_root(config), since)
    return tuple(dict.fromkeys(pair.path for pair in page_pairs(config) if change.touches(pair)))


def summary(found: Review, config: MkDocsConfig) -> str:
    """The same for the page of a change, as Markdown: to each language in its own words."""
    names = {entry.language.tag: entry for entry in site_languages(config)}
    remarks, errors = counted(len(found.faults), "remark"), counted(found.errors, "error")
    parts = [f"{remarks}, {errors} among them.", ""]
    for tag, entry in names.items():
        translated = [one for one in found.changes.get(tag, ()) if one.is_translated]
        catalogs = found.catalogs.get(tag, [])
        if translated or catalogs:
            # The change may be the one that leaves the words of the summary untranslated.
            texts = texts_for(config, entry.language, english_for=("state/", "summary/"))
            parts.append(language_summary(entry.name, translated, texts, catalogs=catalogs))
    untranslated = [
        (tag, [one for one in changes if not one.is_translated])
        for tag, changes in found.changes.items()
    ]
    parts.append(original_summary(untranslated))
    parts.append(remarks_summary(found.faults))
    return "\n".join(parts)


def _is_asked(file: str, asked: Collection[str]) -> bool:
    return not asked or file in asked


FOLLOWS = "follows"
"""The check behind what a change of English asks of a translation that it does not touch."""


class _Change:
    """What differs from the revision at which the present work began."""

    def __init__(self, root: Path, since: str) -> None:
        self._history = History(root)
        self._base = self._history.branched_at(since)
        self.files = frozenset(self._history.changed_files(self._base))

    def touches(self, pair: PagePair) -> bool:
        """Whether it changes a page or its original."""
        return not self.files.isdisjoint({pair.file, pair.original_file})

    def of(self, pair: PagePair) -> PageChange:
        """What it does to a translation."""
        original = self._before(pair.original_file)
        before = None
        if original is not None:
            before = page_state(
                original,
                self._before(pair.file),
                tag=pair.entry.language.tag,
                path=pair.path,
                file=pair.file,
            )
        return PageChange(before, state_of(pair), pair.file in self.files)

    def of_catalogs(self, config: MkDocsConfig) -> dict[str, list[CatalogChange]]:
        """What it does to the short texts of the project, by tag of the language."""
        found: dict[str, list[CatalogChange]] = {}
        for language, one in catalogs_of(config):
            after = one.state(language)
            if after.file in self.files and one.messages():
                before = self._state_before(one.messages(), language, after.file)
                found.setdefault(language.tag, []).append(CatalogChange(before, after))
        return found

    def softened(self, fault: SourceError, pairs: Iterable[PagePair]) -> SourceError:
        """A fault; a notice where a change of the English page has made it, not the translation."""
        if isinstance(fault, Outvoted) and fault.place.file in self.files:
            return _notice(fault)
        for pair in pairs:
            is_there = fault.place.file == pair.file and pair.file not in self.files
            if is_there and pair.original_file in self.files:
                return _notice(fault)
        return fault

    def claims(self, pair: PagePair) -> Iterator[SourceError]:
        """What a changed translation says wrong of its freshness."""
        state, before = state_of(pair), self._before(pair.file)
        claimed = claimed_markers(state, before)
        tag = pair.entry.language.tag
        yield from claim_faults(
            claimed.values(),
            argument=state.argument,
            known=self._known(pair, {one.marker for one in claimed.values()}),
            before=before,
            excused={name for one, path, name in self._excused if (one, path) == (tag, pair.path)},
            is_shallow=self._history.is_shallow,
        )

    @cached_property
    def _excused(self) -> frozenset[tuple[str, str, str]]:
        return excused_sections(self._history.messages(self._base))

    def _state_before(
        self, messages: Iterable[Message], language: Language, file: str
    ) -> CatalogState | None:
        """How a catalog stood beside the texts of now; `None` where it was none to be read."""
        text = self._history.text_at(self._base, file) or ""
        try:
            catalog = catalog_in(text, language, file)
        except (SourceError, SourceFaults):
            return None
        return catalog_state(messages, catalog, language, file)

    def _before(self, file: str) -> PageSections | None:
        text = self._history.text_at(self._base, file)
        return read_sections(text, file) if text is not None else None

    def _known(self, pair: PagePair, wanted: Collection[str]) -> set[str]:
        """Those fingerprints that the English page has or had."""
        now = read_sections(pair.original, pair.original_file)
        known = {one.fingerprint for one in now.sections}
        for version in self._history.versions(pair.original_file):
            if known.issuperset(wanted):
                break
            page = read_sections(version.text, version.commit)
            known |= {one.fingerprint for one in page.sections}
        return known


def _notice(fault: SourceError) -> SourceError:
    return fault.but(
        fix="run 'cx i18n fix', which brings what it can into every language; or leave it to the "
        "translators",
        severity=Severity.NOTICE,
        check=FOLLOWS,
    )


def _page_remarks(pair: PagePair, config: MkDocsConfig) -> tuple[SourceError, ...]:
    if pair.text is None:
        return ()
    state = state_of(pair)
    current = {one.id for one in state.sections if one.state is State.CURRENT}
    remarks = structure_remarks(
        pair.text,
        pair.file,
        original=pair.original,
        original_file=pair.original_file,
        language=pair.entry.language,
        original_language=default_language(config).language,
        is_current=current.__contains__,
    )
    said = allowances(SourceText(pair.file, pair.text))
    ours = [one for one in said if one.check in STRUCTURE]
    return silenced(remarks, ours, ran=STRUCTURE, known=KNOWN_CHECKS)
