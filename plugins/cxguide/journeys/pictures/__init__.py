"""Maps to keep: a scene with a place for everything, drawn as SVG and PNG, and a printed page.

All but `extra` need the libraries of the extra `downloads`.
"""
