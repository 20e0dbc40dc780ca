"""Pages as Markdown: for programs that read, and for people who keep a page as text.

The copy is made from the page that readers get, so it holds what they see: calculators as their
example with result and formula, maps and pictures as their words.
"""

from cxguide.site.copies.page import page_copy

__all__ = ["page_copy"]
