"""Classes that editors write, on headings and elsewhere: mistyped ones, and those that differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from cxguide.core.places import Place, SourceError, nearest
from cxguide.translations.headings import Heading, heading_line

if TYPE_CHECKING:
    from cxguide.translations.page_source import PageShape

__all__ = ["class_faults", "mistyped_classes", "outvoted_classes"]

CLASSES = ("cx-door", "cx-doors", "cx-lead", "cx-sheet")
"""What pages may ask for by a class."""

_CODE = re.compile(r"(?P<signs>`+).*?(?P=signs)")
_ATTRIBUTES = re.compile(r"""\{:?[^{}]*\}|\bclass\s*=\s*("[^"]*"|'[^']*')""")
_NAME = re.compile(r"""(?<=[.\s"'])[\w-]+""")


def mistyped_classes(text: Sequence[str], file: str) -> Iterator[SourceError]:
    """Classes that are nearly one of ours, in lines outside fences and comments.

    >>> print(*mistyped_classes(["## Check { #check .cx-shet }"], "a.md"))
    a.md:1:20: there is no class 'cx-shet'
      fix: write 'cx-sheet'
    """
    for number, line in enumerate(text, 1):
        if "{" not in line and "class" not in line:
            continue
        plain = _CODE.sub(lambda code: " " * len(code[0]), line)
        for attributes in _ATTRIBUTES.finditer(plain):
            for name in _NAME.finditer(attributes[0]):
                right = nearest(name[0], CLASSES, likeness=0.8)
                is_class = (
                    attributes[0].startswith("class") or attributes[0][name.start() - 1] == "."
                )
                if right is not None and is_class and name[0] not in CLASSES:
                    yield SourceError(
                        Place(file, number, attributes.start() + name.start() + 1),
                        f"there is no class {name[0]!r}",
                        fix=f"write {right!r}",
                    )


def class_faults(page: PageShape, original: PageShape) -> Iterator[SourceError]:
    """Headings with other classes than in the original."""
    theirs = {heading.id: heading for heading in original.headings}
    for ours in _good_headings(page):
        other = theirs.get(ours.id)
        if other is None or ours.level != other.level:
            continue  # another level has its own fault, with the line to write
        if set(ours.classes) != set(other.classes):
            at = f"{other.place.file}:{other.place.line}"
            yield _fault(ours, other.classes, f"in {at} it has {_shown(other.classes)}")


def outvoted_classes(page: PageShape, translations: Sequence[PageShape]) -> Iterator[SourceError]:
    """Headings of an original with other classes than in all translations, two at least."""
    for ours in _good_headings(page):
        votes = [
            heading.classes
            for one in translations
            for heading in _good_headings(one)
            if heading.id == ours.id
        ]
        wanted = {frozenset(classes) for classes in votes}
        if len(votes) > 1 and len(wanted) == 1 and set(ours.classes) != {*votes[0]}:
            yield _fault(ours, votes[0], f"in all translations it has {_shown(votes[0])}")


def _good_headings(page: PageShape) -> Iterator[Heading]:
    """Those without a mistyped class, which is told already."""
    told = {fault.place.line for fault in page.class_faults}
    return (heading for heading in page.headings if heading.place.line not in told)


def _fault(heading: Heading, wanted: Sequence[str], difference: str) -> SourceError:
    words = f"the heading {heading.text!r} has {_shown(heading.classes)}; {difference}"
    line = heading_line(heading, heading.id or "", classes=wanted)
    return SourceError(heading.place, words, fix=f"write {line!r}, or change it in every language")


def _shown(classes: Iterable[str]) -> str:
    names = " ".join(classes)
    if not names:
        return "no class"
    return f"the class {names!r}" if " " not in names else f"the classes {names!r}"
