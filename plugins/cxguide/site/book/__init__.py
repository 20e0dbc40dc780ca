"""A version of a built site as one document, for paper and for reading without a network.

Everything is read from the site itself, whatever its theme: which pages a version has
(`llms.txt`), in which order they are read (`rel="next"`), and what each of them says.
"""

from cxguide.site.book.chapters import Chapter, Group, grouped, in_reading_order
from cxguide.site.book.document import Book, book_html, book_of
from cxguide.site.book.lists import BookVersion, book_versions, site_address
from cxguide.site.book.printing import NoBrowser, PrintFailed, chromium_on_path, print_pdf
from cxguide.site.book.sheets import sheets_of

__all__ = [
    "Book",
    "BookVersion",
    "Chapter",
    "Group",
    "NoBrowser",
    "PrintFailed",
    "book_html",
    "book_of",
    "book_versions",
    "chromium_on_path",
    "grouped",
    "in_reading_order",
    "print_pdf",
    "sheets_of",
    "site_address",
]
