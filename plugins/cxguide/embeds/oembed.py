"""The answer to a system that has been given an address and asks what to show for it."""

from __future__ import annotations

from markupsafe import escape

__all__ = ["WIDTH", "frame_snippet", "oembed_answer"]

WIDTH = 340
"""The width, in CSS pixels, for which heights hold: a narrow column, or a phone."""


def frame_snippet(address: str, title: str, height: int) -> str:
    """The markup of a frame that needs nothing else on the page."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{height}" '
        'frameborder="0" scrolling="auto"></iframe>'
    )


def oembed_answer(
    address: str, title: str, height: int, *, provider: str, provider_address: str
) -> dict[str, object]:
    """What the oEmbed specification calls a rich answer (https://oembed.com, section 2.3.4.4).

    A file cannot know which width was asked for: the frame takes the width of its place, and
    the height is enough for a narrow one.

    Args:
        address: of the page for frames.
        title: what it shows.
        height: in CSS pixels, at a width of `WIDTH`.
        provider: the name of the site.
        provider_address: of its home page.
    """
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": provider,
        "provider_url": provider_address,
        "width": WIDTH,
        "height": height,
        "html": frame_snippet(address, title, height),
    }
