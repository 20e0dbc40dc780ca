"""What translators do to the pages and catalogs of a project, as commands ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxguide.adapters.i18n import default_language
from cxguide.adapters.projects import catalogs_of
from cxguide.adapters.settings import site_root
from cxguide.adapters.translation_files import write_source
from cxguide.adapters.translation_projects import (
    WrongTarget,
    page_pairs,
    scripts_of,
    state_of,
    translated_languages,
)
from cxguide.core.catalogs import read_catalog
from cxguide.core.history import History, NoHistory
from cxguide.core.places import Place, SourceError, nearest
from cxguide.translations.catalog_layout import frame_of
from cxguide.translations.corrections import (
    corrected_catalog,
    corrected_markers,
    reworded_sections,
)
from cxguide.translations.markers import with_markers
from cxguide.translations.marking import Marking, marking_of, read_back, untouched_sections
from cxguide.translations.merging import written
from cxguide.translations.origins import find_origins, section_text
from cxguide.translations.page_skeleton import new_translation
from cxguide.translations.sections import read_sections
from cxguide.translations.states import State
from cxguide.translations.word_diff import changed_words, word_runs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from cxguide.adapters.i18n import SiteLanguage
    from cxguide.adapters.translation_projects import PagePair
    from cxguide.translations.origins import Origin
    from cxguide.translations.states import LanguageState, PageState, SectionState
    from cxguide.translations.word_diff import Run

__all__ = [
    "SectionChange",
    "begin_page",
    "begun_pages",
    "changed_english",
    "changes_of",
    "correct_page",
    "correct_text",
    "finish",
    "pair_of",
    "translated_language",
]


@dataclass(frozen=True, slots=True)
class SectionChange:
    """What happened to the English of a section since it was translated.

    Attributes:
        section: its state.
        english: source of the section.
        runs: how its words have changed; for a section that is not stale, nothing.
        since: the day of the English it was made from, as ISO has it; empty where unknown.
        ours: source of the translation.
    """

    section: SectionState
    english: str
    runs: tuple[Run, ...]
    since: str
    ours: str


def translated_language(config: MkDocsConfig, tag: str) -> SiteLanguage:
    """A language that pages are translated into.

    Raises:
        SourceError: the site has one language only.
        WrongTarget: nobody translates into this one.
    """
    entries = {entry.language.tag: entry for entry in translated_languages(config)}
    if tag in entries:
        return entries[tag]
    problem = f"no page is translated into {tag!r}"
    if tag == default_language(config).language.tag:
        raise WrongTarget(f"{problem}, the language of the site", f"write {next(iter(entries))!r}")
    for entry in entries.values():
        if tag in scripts_of(entry, config):
            followed = entry.language.tag
            raise WrongTarget(f"{problem}, which follows {followed!r}", f"write {followed!r}")
    close = nearest(tag, entries) or next(iter(entries))
    raise WrongTarget(problem, f"write {close!r}, or run 'cx i18n new language {tag}'")


def pair_of(config: MkDocsConfig, tag: str, page: str) -> PagePair:
    """A page and its translation.

    Args:
        config: of the project.
        tag: of the language.
        page: the path that all languages share, or a file's name from the project on.

    Raises:
        WrongTarget: there is no such language or page.
    """
    entry = translated_language(config, tag)
    pairs = [pair for pair in page_pairs(config) if pair.entry == entry]
    for pair in pairs:
        if page in {pair.path, pair.file, pair.original_file}:
            return pair
    like = nearest(page, [pair.path for pair in pairs])
    hint = f"write {like!r}" if like else "write its path as 'cx i18n status' shows it"
    raise WrongTarget(f"there is no page {page!r} in English", hint)


def begun_pages(config: MkDocsConfig, tag: str) -> tuple[PagePair, ...]:
    """The pages of a language that somebody has begun, in reading order.

    Raises:
        WrongTarget: there is no such language.
    """
    entry = translated_language(config, tag)
    pairs = page_pairs(config)
    return tuple(one for one in pairs if one.entry == entry and one.text is not None)


def finish(
    config: MkDocsConfig, pair: PagePair, names: Iterable[str], *, may_be_unchanged: bool
) -> Marking:
    """Say of sections that they are right, and write it into the page.

    Raises:
        SourceError: nobody has begun the page.
        WrongTarget: it has no such section.
    """
    if pair.text is None:
        raise SourceError(
            Place(pair.file),
            "nobody has begun this page",
            fix=f"run 'cx i18n new page {pair.path} {pair.entry.language.tag}'",
        )
    state, page = state_of(pair), read_sections(pair.text, pair.file)
    _refuse_unknown_sections(names := tuple(names), state)
    untouched: frozenset[str] = frozenset()
    history = History(site_root(config))
    if not may_be_unchanged and history.is_kept:
        untouched = untouched_sections(state, page, history.versions(pair.file))
    marking = marking_of(state, names, untouched=untouched, may_be_unchanged=may_be_unchanged)
    marked = with_markers(pair.text, page, marking.markers)
    marking = read_back(marking, state_of(pair, marked))
    if marking.markers:
        write_source(site_root(config) / pair.file, with_markers(pair.text, page, marking.markers))
    return marking


def begin_page(config: MkDocsConfig, pair: PagePair) -> None:
    """Write the page that a translator begins with.

    Raises:
        SourceError: it exists.
    """
    if pair.text is not None:
        raise SourceError(Place(pair.file), "this page exists", fix="see 'cx i18n status'")
    write_source(site_root(config) / pair.file, new_translation(pair.original, pair.file))


def changes_of(config: MkDocsConfig, pair: PagePair, names: Iterable[str]) -> list[SectionChange]:
    """What a translator has to look at in a page.

    Raises:
        NoHistory: sections are stale, and there is nothing that knows what they were made from.
    """
    state, names = state_of(pair), set(names)
    _refuse_unknown_sections(names, state)
    asked = [one for one in state.sections if not names or one.id in names]
    origins = _origins(config, pair, asked)
    changes = []
    for one in asked:
        if one.english is None or one.state not in {State.STALE, State.NEW, State.UNTRANSLATED}:
            continue
        now, origin = section_text(pair.original, one.english), origins.get(one.marker)
        ours = section_text(pair.text or "", one.translation) if one.translation else ""
        runs = tuple(word_runs(origin.text if origin else "", now))
        changes.append(SectionChange(one, now, runs, origin.day if origin else "", ours))
    return changes


def changed_english(config: MkDocsConfig, states: Iterable[LanguageState]) -> dict[str, int]:
    """By how many words the English of pages changed, by the file of the translation.

    Nothing where the history does not reach back to what a translation was made from.
    """
    history, found = History(site_root(config)), dict[str, int]()
    if not history.is_kept:
        return found
    for page in (page for state in states for page in state.pages if page.count(State.STALE)):
        stale = [one for one in page.sections if one.state is State.STALE]
        original = next(one.english.place.file for one in stale if one.english is not None)
        origins = find_origins({one.marker for one in stale}, history.versions(original))
        pairs = [(origins.get(one.marker), one.english) for one in stale]
        if all(then is not None for then, _ in pairs):
            found[page.file] = sum(
                changed_words(then.section.words, now.words)
                for then, now in pairs
                if then is not None and now is not None
            )
    return found


def correct_page(
    config: MkDocsConfig, path: str, names: Iterable[str], *, since: str
) -> dict[str, tuple[str, ...]]:
    """Let translations keep their state although the English of a page was corrected.

    Args:
        config: of the project.
        path: of the page, shared by all languages.
        names: of the sections that were corrected; all that changed, if there are none.
        since: the revision before the correction.

    Returns:
        The sections that got another marker, by the file of the translation.

    Raises:
        NoHistory: the revision is not known.
        SourceError: no word of it changed.
        WrongTarget: there is no such page or section.
    """
    tags = [entry.language.tag for entry in translated_languages(config)]
    pairs = [pair_of(config, tag, path) for tag in tags]
    now = read_sections(pairs[0].original, pairs[0].original_file)
    before = History(site_root(config)).text_at(since, now.file)
    if before is None:
        raise SourceError(
            Place(now.file), f"there is no such page in {since!r}", fix="name --since"
        )
    _refuse_unknown_sections(names := set(names), state_of(pairs[0]))
    reworded = reworded_sections(read_sections(before, now.file), now)
    if not reworded:
        raise SourceError(
            Place(now.file),
            f"no section has other words than in {since!r}",
            fix="name the commit before your correction: --since HEAD~1",
        )
    done: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        if pair.text is not None:
            page = read_sections(pair.text, pair.file)
            markers = corrected_markers(reworded, page, names)
            if markers:
                write_source(site_root(config) / pair.file, with_markers(pair.text, page, markers))
            done[pair.file] = tuple(markers)
    return done


def correct_text(config: MkDocsConfig, key: str) -> dict[str, tuple[str, ...]]:
    """Let the translations of a short text keep their state although its English was corrected.

    Returns:
        The keys that were brought up to date, by the file of the catalog.

    Raises:
        WrongTarget: no source has such a text.
        SourceFaults: the sources have faults.
    """
    root, done, keys = site_root(config), dict[str, tuple[str, ...]](), set[str]()
    for language, one in catalogs_of(config):
        messages = [message for message in one.messages() if message.key == key]
        keys |= {message.key for message in one.messages()}
        path = one.catalog(language)
        if messages and path.exists():
            catalog = read_catalog(path, language, root)
            frame = frame_of(path.read_text("utf-8-sig"))
            done[path.relative_to(root).as_posix()] = corrected_catalog(messages, catalog, language)
            path.write_bytes(written(catalog, language, frame))
    if not done:
        close = nearest(key, keys)
        hint = f"write {close!r}" if close else "write it as msgctxt has it in a catalog"
        raise WrongTarget(f"no text has the key {key!r}", hint)
    return done


def _origins(
    config: MkDocsConfig, pair: PagePair, sections: Iterable[SectionState]
) -> dict[str, Origin]:
    """What stale sections were made from, by their markers.

    Raises:
        NoHistory: there is no history, or what there is does not reach back far enough.
    """
    wanted = {one.marker for one in sections if one.state is State.STALE}
    if not wanted:
        return {}
    history = History(site_root(config))
    found = find_origins(wanted, history.versions(pair.original_file))
    if wanted - found.keys() and history.is_shallow:
        raise NoHistory(
            f"the English that {pair.file} was made from is in a part of the history that this "
            "copy does not have; get it with: git fetch --unshallow"
        )
    return found


def _refuse_unknown_sections(names: Iterable[str], state: PageState) -> None:
    known = [one.id for one in state.sections]
    for name in names:
        if name not in known:
            close = nearest(name, known)
            hint = f"write {close!r}" if close else f"sections are: {', '.join(known)}"
            raise WrongTarget(f"{state.path} has no section {name!r}", hint)
