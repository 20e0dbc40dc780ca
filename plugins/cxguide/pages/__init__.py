"""What readers get with a page beside its text: how long it takes, sheets to print and to keep."""

from cxguide.pages.images import may_hold_pictures, with_image_sizes
from cxguide.pages.reading_time import minutes_to_read
from cxguide.pages.reviewed import review_faults
from cxguide.pages.sheet_files import sheet_csv, sheet_markdown
from cxguide.pages.sheets import SHEET, Sheet, with_sheets
from cxguide.pages.sources import (
    Link,
    Named,
    PageSources,
    listed_items,
    metric_sources_html,
    page_sources_html,
)
from cxguide.pages.styles import pages_styles
from cxguide.pages.tables import tables_in_boxes, with_labelled_cells

__all__ = [
    "SHEET",
    "Link",
    "Named",
    "PageSources",
    "Sheet",
    "listed_items",
    "may_hold_pictures",
    "metric_sources_html",
    "minutes_to_read",
    "page_sources_html",
    "pages_styles",
    "review_faults",
    "sheet_csv",
    "sheet_markdown",
    "tables_in_boxes",
    "with_image_sizes",
    "with_labelled_cells",
    "with_sheets",
]
