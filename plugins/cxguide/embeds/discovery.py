"""How systems that are given an address learn that there is a frame for it."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape

__all__ = ["with_discovery"]


def with_discovery(html: str, answers: Iterable[tuple[str, str]]) -> str:
    """A page that names its oEmbed answers, in its head, where consumers stop reading.

    Args:
        html: the page.
        answers: address and title of each; the first is the one that most consumers take.

    The blank in `rel` says nothing to consumers, and keeps the script of Material for MkDocs from
    taking the answer for a version of the site whose sitemap it would ask for.

    >>> with_discovery("</head>", [("b.json", "B")])
    '<link rel="alternate " type="application/json+oembed" href="b.json" title="B"></head>'
    """
    links = "".join(
        f'<link rel="alternate " type="application/json+oembed" href="{escape(address)}" '
        f'title="{escape(title)}">'
        for address, title in answers
        if f'href="{escape(address)}"' not in html
    )
    head, end, rest = html.partition("</head>")
    return f"{head}{links}{end}{rest}" if end else html
