"""The shape of a page, and where a translation's shape differs from the original's.

Headings have the same ids and levels in every language, so that a link or the language
switch leads to the same place, and the same classes; calculators and maps are the same ones, with
the same values, in the same order; tables have the same size; images, code and footnotes are there;
the page is made by the same template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxguide.core.places import Place, SourceError
from cxguide.core.section_markers import MARKER
from cxguide.translations.aging import Aging, lines_of
from cxguide.translations.classes import class_faults, outvoted_classes
from cxguide.translations.code_faults import code_faults
from cxguide.translations.embed_faults import embed_faults, outvoted_embeds
from cxguide.translations.fenced import EMBED_KEYS
from cxguide.translations.footnote_faults import footnote_faults
from cxguide.translations.front_matter import front_matter, front_matter_faults
from cxguide.translations.heading_faults import id_faults, order_faults, outvoted_ids
from cxguide.translations.image_faults import image_faults
from cxguide.translations.markers import marker_faults
from cxguide.translations.page_source import read_page
from cxguide.translations.section_shapes import read_shapes
from cxguide.translations.setting_faults import setting_faults
from cxguide.translations.table_faults import outvoted_tables, table_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from cxguide.translations.page_source import PageShape

__all__ = ["Outvoted", "structure_faults"]


class Outvoted(SourceError):
    """A fault of an original that only its translations tell; it may be a change that is meant."""

    def __init__(self, fault: SourceError) -> None:
        super().__init__(fault.place, fault.problem, known=fault.known, fix=fault.fix)


def structure_faults(
    text: str,
    file: str,
    *,
    original: str | None = None,
    original_file: str = "",
    translations: Iterable[tuple[str, str]] = (),
    told_fences: Collection[Place] = (),
    templates: Collection[str] = (),
    may_lack: Callable[[str], bool] = lambda section: False,
    order: Sequence[str] = (),
) -> tuple[SourceError, ...]:
    """All faults in the shape of a page.

    Args:
        text: the Markdown source with its front matter.
        file: the page as an editor knows it, such as `docs/cs/metrics/nps.md`.
        original: source of the page that this one translates; `None` when this is an
            original, has none, or has a fault itself, which would be told of every translation.
        original_file: that page as an editor knows it.
        translations: of this original: text and file of each; they know a lost id.
        told_fences: where fences begin that are at fault themselves. Calculators, maps and tables
            of pages with one are not compared: mending it shows whether they differ.
        templates: what pages may ask for.
        may_lack: whether a translation may be without the section with an id, as it is when the
            section is new in English.
        order: ids in the order that all translations share, where that is another one than in
            English: somebody has moved sections there.
    """
    page = read_page(text, file)
    told_files = {place.file for place in told_fences}
    settings = tuple(front_matter_faults(text, file, templates))
    own = [*settings, *page.class_faults]
    if file not in told_files:  # what an open fence holds may look like a table
        own += [fault for table in page.tables for fault in table.faults]
    if original is None:
        return (*own, *_faults_of_original(page, text, translations, told_files))
    model, aging = read_page(original, original_file), Aging(original, original_file)
    faults = [] if settings else list(setting_faults(text, file, original, original_file))
    faults += marker_faults(page.headings, front_matter(text), file)
    # Ids are compared once they are all there; else one missing id looks like a moved section.
    ids = tuple(id_faults(page, model))
    faults += ids
    compared: list[SourceError] = []
    if not ids:
        compared += order_faults(page, model, aging, may_lack, order)
        compared += class_faults(page, model)
    if not told_files & {file, original_file}:
        compared += embed_faults(page, model)
        if not ids:
            compared += table_faults(page, model)
            compared += _content_faults((text, file), (original, original_file))
    # Of an untranslated section readers see the English one; an old one may differ.
    free = lines_of(
        page, (one for one in page.headings if one.is_untranslated or aging.is_old(one))
    )
    return (*own, *faults, *(one for one in compared if one.place.line not in free))


def _faults_of_original(
    page: PageShape,
    text: str,
    translations: Iterable[tuple[str, str]],
    told_files: Collection[str],
) -> Iterator[SourceError]:
    texts = list(translations)
    for heading in page.headings if texts else ():
        if heading.marker is not None:
            yield SourceError(
                heading.place,
                f"the heading {heading.text!r} says from which English it was made, and is English",
                fix=f"remove '{MARKER}={heading.marker}'; it belongs to translations",
            )
    twins = [(one, twin) for one in texts if not any(id_faults(twin := read_page(*one), None))]
    good = [twin for _, twin in twins]
    faults = list(id_faults(page, good[0] if good else None))
    faults = faults or [*map(Outvoted, outvoted_ids(page, good, Aging(text, page.file)))]
    yield from faults
    if faults:
        return
    outvoted = list(outvoted_classes(page, good))
    if page.file not in told_files:
        embeds = list(outvoted_embeds(page, good))
        outvoted += [*embeds, *outvoted_tables(page, good)]
        if not embeds:
            outvoted += _outvoted_contents((text, page.file), [one for one, _ in twins])
    # Translations that were made from other words have no vote.
    aging = Aging(text, page.file)
    old = {one.id for twin in good for one in twin.headings if aging.is_old(one)}
    free = lines_of(page, (one for one in page.headings if one.id in old))
    yield from (Outvoted(one) for one in outvoted if one.place.line not in free)


def _content_faults(page: tuple[str, str], original: tuple[str, str]) -> Iterator[SourceError]:
    """Images, code and footnotes of a page, given as its text and file, beside another."""
    pages = (page, original)
    has_code = any(one.name not in EMBED_KEYS for each in pages for one in read_page(*each).fences)
    has_others = any(sign in text for text, _ in pages for sign in ("![", "<img", "[^"))
    if not has_code and not has_others:
        return  # as most pages have none, and finding them takes as long as all the rest
    ours, theirs = read_shapes(*page), read_shapes(*original)
    for faults in (image_faults, code_faults, footnote_faults):
        yield from faults(ours, theirs)


def _outvoted_contents(
    page: tuple[str, str], translations: Sequence[tuple[str, str]]
) -> Iterator[SourceError]:
    """Where an original differs from all translations, two at least, which agree."""
    first, *others = translations or [page]
    if others and not any(any(_content_faults(one, first)) for one in others):
        yield from _content_faults(page, first)
