"""What our templates find in MkDocs: the texts of the language, and the templates themselves."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cxguide.adapters.faults import stop_with
from cxguide.adapters.i18n import building_language
from cxguide.adapters.texts import texts_for
from cxguide.core.places import SourceError, SourceFaults
from cxguide.core.resources import THEME
from cxguide.pages import tables_in_boxes
from cxguide.translations.pseudo import pseudo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["add_our_templates", "install_texts", "told"]


def add_our_templates(config: MkDocsConfig) -> None:
    """Let Material's templates be overridden by ours; those of the site come first.

    Another theme has other templates, so it is left alone. Safe to call once per language.
    """
    known = {Path(folder).resolve() for folder in config.theme.dirs}
    if config.theme.name == "material" and THEME.resolve() not in known:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))


def install_texts(env: Environment, config: MkDocsConfig) -> None:
    """Make `t`, `counted` and our filters known to templates, in the language being built."""
    texts = texts_for(config, building_language(config).language)
    env.globals["t"] = texts
    env.globals["counted"] = texts.counted
    env.filters["pseudo"] = pseudo  # for the words of Material
    env.filters["tables_in_boxes"] = tables_in_boxes


@contextmanager
def told() -> Iterator[None]:
    """Stop the build with what an editor has to mend, without a stack of calls.

    Raises:
        FaultsFound: instead of `SourceError` and `SourceFaults`.
    """
    try:
        yield
    except SourceFaults as faults:
        stop_with(faults)
    except SourceError as fault:
        stop_with(SourceFaults([fault]))
