"""Templates that show: autoescaped, strict about names, given ready values."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from cxguide.core.catalogs import Texts
from cxguide.core.resources import TEMPLATES

__all__ = ["environment", "filled", "phrases", "rendered"]


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment of our own templates."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["filled"] = filled
    return env


def filled(text: str, /, **values: object) -> Markup:
    """A translated sentence with markup at its placeholders; everything else is escaped.

    >>> filled("{low} < x", low=Markup("<b>1</b>"))
    Markup('<b>1</b> &lt; x')
    """
    return Markup(escape(text)).format_map({name: escape(value) for name, value in values.items()})


def rendered(template: str, texts: Texts, **values: object) -> str:
    """The template with `t` and `counted` for its texts."""
    return environment().get_template(template).render(t=texts, counted=texts.counted, **values)


def phrases(template: str, texts: Texts) -> dict[str, dict[str, str]]:
    """The groups of texts that a template without output sets at its top level, by name.

    In the order of the names: Jinja knows them as a set, whose order differs between two runs.
    """
    module = (
        environment().get_template(template).make_module({"t": texts, "counted": texts.counted})
    )
    return {name: value for name, value in sorted(vars(module).items()) if name[0] != "_"}
