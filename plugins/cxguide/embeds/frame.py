"""A page for a frame: one answer with all it needs, which may do nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from cxguide.core.policy import policy_hash
from cxguide.core.templating import environment

__all__ = ["FramePage", "frame_html"]

_RULES = (
    "default-src 'none'; style-src {styles}; script-src {script}; base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)


@dataclass(frozen=True, slots=True)
class FramePage:
    """What `embed/frame.html.jinja` receives.

    Attributes:
        tag: the language.
        title: what the frame shows, for screen readers and tabs.
        styles: the content of its only style element.
        script: the content of its only script that runs.
        body: the markup, complete without the script.
        canonical: the address of the same in the guide; `""` for none.
        oembed: the address of the oEmbed answer for this page; `""` for none.
    """

    tag: str
    title: str
    styles: str
    script: str
    body: str
    canonical: str = ""
    oembed: str = ""


def frame_html(page: FramePage) -> str:
    """The page. A policy in it allows its own style and script by their hashes, nothing else."""
    policy = _RULES.format(styles=policy_hash(page.styles), script=policy_hash(page.script))
    template = environment().get_template("embed/frame.html.jinja")
    return template.render(
        page=page,
        policy=policy,
        styles=Markup(page.styles),
        script=Markup(page.script),
        body=Markup(page.body),
    )
