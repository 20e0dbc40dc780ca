"""What a site says of itself in mkdocs.yml, below `cx-site`."""

from __future__ import annotations

from mkdocs.config import config_options as options

from cxguide.adapters.plugin import Options
from cxguide.site.packed import PACKINGS

__all__ = ["SiteOptions"]


class ScriptVariant(Options):
    """A version in another script: its tag, the language it is made from, its own name."""

    locale = options.Type(str)
    from_ = options.Type(str)
    name = options.Type(str)


class SiteOptions(Options):
    """Options of `cx-site` in mkdocs.yml."""

    script_variants = options.ListOfItems(options.SubConfig(ScriptVariant), default=[])
    search = options.Optional(options.Type(bool))
    """Our search; when not set, it takes the place of Material's, where a site has that."""
    feeds = options.Type(bool, default=True)
    """Whether there is a feed for each language: `feed.xml`."""
    markdown_copies = options.Type(bool, default=True)
    """Whether each page has a copy in Markdown, and each language a list of them: `llms.txt`."""
    cards = options.Type(bool, default=False)
    """Whether each page has a picture that others show beside a link; needs `downloads`."""
    one_style_sheet = options.Type(bool, default=False)
    """All of `extra_css` in one file without comments; for a theme that links `style_sheets`."""
    packed = options.ListOfItems(options.Choice(tuple(PACKINGS)), default=[])
    """Packed copies beside the files: `br`, `gz`, both or none."""
    content_security_policy = options.Type(bool, default=False)
    """Whether each page says that it may use nothing but the files of its own site."""
    mark_english = options.Type(bool, default=False)
    """Whether English words on pages of other languages are marked, to be read aloud as such; for
    a site whose foreign words in Latin letters are English."""
    offline = options.Type(bool, default=False)
    """Whether readers can keep a language on their device; offered on the page of our search. When
    it is not set any more, devices let go of it at the first visit a day after they noticed."""
    license = options.Type(str, default="")
    """Address of the licence of the texts, for search engines, feeds and copies."""
