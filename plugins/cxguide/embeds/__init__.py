"""What partners' pages receive: pages for frames, oEmbed answers, releases, headers."""

from cxguide.embeds.frame import FramePage, frame_html
from cxguide.embeds.oembed import oembed_answer

__all__ = ["FramePage", "frame_html", "oembed_answer"]
