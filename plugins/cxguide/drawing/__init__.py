"""What maps and pictures are drawn with: our fonts, lines of text, marks, colours, markup.

All but `extra`, `elements`, `palette`, `parts`, `renderers` and `together` need the libraries of
the extra `downloads`.
"""
