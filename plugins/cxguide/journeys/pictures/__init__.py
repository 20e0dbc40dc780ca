"""Maps to keep: a scene with a place for everything, drawn as SVG and PNG, and a printed page.

They need the libraries of the extra `downloads`.
"""
