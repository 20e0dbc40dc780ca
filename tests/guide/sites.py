"""The addresses of the guide, read from its sources."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PREFIXES = {"en": "", "sr": "sr/", "sr-Latn": "sr-latn/", "th": "th/", "cs": "cs/"}
PATHS = tuple(
    sorted(
        path.relative_to(ROOT / "docs" / "en").with_suffix("").as_posix().removesuffix("index")
        for path in (ROOT / "docs" / "en").rglob("*.md")
    )
)
PAGES = tuple(
    (tag, path, f"/{prefix}{path}{'' if path in {'', '404.html'} else '/'}")
    for tag, prefix in PREFIXES.items()
    for path in (*PATHS, "404.html")
)


def is_translated(tag: str, path: str) -> bool:
    """Whether a page of that language is written, not shown in English."""
    folder = {"sr-Latn": "sr"}.get(tag, tag)
    return path == "404.html" or (ROOT / "docs" / folder / f"{path or 'index'}.md").exists()
