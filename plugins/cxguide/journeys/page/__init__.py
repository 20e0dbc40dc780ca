"""Maps in a page: the HTML and its styles."""
