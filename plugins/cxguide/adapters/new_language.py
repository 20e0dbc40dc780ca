"""A language to begin with: a line in mkdocs.yml, a home page, catalogs to be filled in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from cxguide.adapters.i18n import site_languages, uses_folders
from cxguide.adapters.projects import catalogs_of, project_config
from cxguide.adapters.settings import settings_file, site_root
from cxguide.adapters.translation_projects import page_pairs, scripts_of
from cxguide.adapters.translation_work import begin_page
from cxguide.core.languages import Language
from cxguide.core.places import Place, SourceError
from cxguide.core.resources import THEME
from cxguide.translations.merging import sync_catalog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["begin_language"]


def begin_language(config: MkDocsConfig, tag: str, name: str = "") -> tuple[str, ...]:
    """Begin a language; the files that were written, mkdocs.yml first.

    Args:
        config: of the project.
        tag: of the language, as addresses will have it: `hr`.
        name: what it calls itself; as CLDR has it, if it is not said.

    Raises:
        SourceError: the site has the language, if in another script, nobody knows it, the theme
            has no words for it, or mkdocs.yml lists no languages.
        SourceFaults: the English sources have faults.
    """
    file, root = settings_file(config), site_root(config)
    language = _known(tag, config)
    before = file.read_bytes()
    after = _with_language(before.decode(), tag, name or _own_name(language), file.name)
    file.write_bytes(after.encode())
    written = [file.name]
    try:
        changed = project_config(file)
        for one, catalogs in catalogs_of(changed):
            path = catalogs.catalog(one)
            if one == language and catalogs.messages() and not path.exists():
                sync_catalog(catalogs.messages(), path, one, root, is_preview=True)
                written.append(path.relative_to(root).as_posix())
        home = next(pair for pair in page_pairs(changed) if pair.entry.language == language)
        begin_page(changed, home)
        written.append(home.file)
    except BaseException:  # what is half begun would not build
        file.write_bytes(before)
        for name_ in written[1:]:
            Path(root, name_).unlink(missing_ok=True)
        raise
    return tuple(written)


def _known(tag: str, config: MkDocsConfig) -> Language:
    place = Place(settings_file(config).name)
    language = Language(tag)
    _refuse_what_is_there(language, config, place)
    if not uses_folders(config):
        raise SourceError(
            place,
            "the site does not keep each language in a folder",
            fix="give the plugin i18n the option 'docs_structure: folder'",
        )
    if not language.is_known:
        raise SourceError(
            place,
            f"there is no language {tag!r}",
            fix="write its tag of two or three letters, as in https://www.iana.org/assignments/language-subtag-registry",
        )
    if tag != (usual := _usual_case(tag)):
        raise SourceError(place, f"the language {tag!r} has another tag", fix=f"write {usual!r}")
    _refuse_other_script(language, config, place)
    _refuse_without_words(language, config, place)
    return language


def _usual_case(tag: str) -> str:
    """A tag as BCP 47 recommends to write it.

    >>> _usual_case("HR"), _usual_case("sr-latn-rs")
    ('hr', 'sr-Latn-RS')
    """
    first, *others = tag.split("-")
    cased = {2: str.upper, 4: str.title}
    return "-".join((first.lower(), *(cased.get(len(one), str.lower)(one) for one in others)))


def _refuse_what_is_there(language: Language, config: MkDocsConfig, place: Place) -> None:
    for entry in site_languages(config):
        if entry.language.path == language.path:
            raise SourceError(
                place,
                f"the site has the language {entry.language.tag!r}",
                fix="see 'cx i18n status'",
            )
        for variant in scripts_of(entry, config):
            if Language(variant).path == language.path:
                raise SourceError(
                    place,
                    f"the site has {variant!r}, which is made from {entry.language.tag!r}",
                    fix=f"translate into {entry.language.tag!r}",
                )


def _refuse_other_script(language: Language, config: MkDocsConfig, place: Place) -> None:
    for entry in site_languages(config):
        if not entry.language.is_known:
            continue
        there, wanted = entry.language.locale, language.locale
        if (there.language, there.territory) == (wanted.language, wanted.territory):
            raise SourceError(
                place,
                f"{language.tag!r} is the language {entry.language.tag!r} of the site "
                "in another script",
                fix="let the plugin cx-site make it: its option 'script_variants' says from what",
            )


def _refuse_without_words(language: Language, config: MkDocsConfig, place: Place) -> None:
    """Refuse a tag at which Material would end the build, as it has no texts for it."""
    if config.theme.name != "material":
        return
    dirs = [Path(one) for one in (*config.theme.dirs, str(THEME))]
    files = {file.stem for one in dirs for file in one.glob("partials/languages/*.html")}
    if language.tag in files:
        return
    there = {entry.language.tag for entry in site_languages(config)}
    general = language.locale.language
    own = f"partials/languages/{language.tag}.html in the folder 'custom_dir' of the theme"
    raise SourceError(
        place,
        f"the theme Material has no words for {language.tag!r}",
        fix=f"write {general!r}" if general in files - there else f"write them into {own}",
    )


def _own_name(language: Language) -> str:
    name = language.locale.get_display_name() or language.tag
    return name[:1].upper() + name[1:]


def _with_language(text: str, tag: str, name: str, file: str) -> str:
    """mkdocs.yml with one more line at the end of its list of languages."""
    newline = "\r\n" if "\r\n" in text else "\n"
    if not text.endswith("\n"):
        text += newline
    listed = _languages_node(yaml.compose(text, Loader=yaml.BaseLoader))
    if listed is None or listed.flow_style or not listed.value:
        raise SourceError(
            Place(file, listed.start_mark.line + 1 if listed else 1),
            "the languages of the plugin i18n are not a list with a line for each",
            fix="write them below 'languages:', each as '- {locale: en, name: English}'",
        )
    lines = text.splitlines(keepends=True)
    indent = " " * listed.start_mark.column
    entry = f"{indent}- {{locale: {_scalar(tag)}, name: {_scalar(name)}}}{newline}"
    lines.insert(_line_after(listed.value[-1], lines), entry)
    return "".join(lines)


def _line_after(entry: yaml.Node, lines: Sequence[str]) -> int:
    """The line at which what follows an entry of a list can be put in."""
    if not isinstance(entry, yaml.CollectionNode) or entry.flow_style:
        return entry.end_mark.line + 1
    # A block ends where the next token begins: go back over what is empty or a comment.
    end = entry.end_mark.line
    while not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#"):
        end -= 1
    return end


def _scalar(text: str) -> str:
    """A text as a value between braces, in quotes where YAML would read something else.

    >>> _scalar("hr"), _scalar("no"), _scalar("A: b, {c}")
    ('hr', '"no"', '"A: b, {c}"')
    """
    try:
        is_plain = yaml.safe_load(f"{{name: {text}}}") == {"name": text}
    except (yaml.YAMLError, ValueError):  # ValueError: what looks like a date and is none
        is_plain = False
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _languages_node(node: Any) -> yaml.SequenceNode | None:
    """The list in `plugins: [..., i18n: {languages: [...]}]`."""
    plugins = _value(node, "plugins")
    options = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
    for one in options:
        found = _value(_value(one, "i18n"), "languages")
        if isinstance(found, yaml.SequenceNode):
            return found
    return None


def _value(node: Any, key: str) -> Any:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)
