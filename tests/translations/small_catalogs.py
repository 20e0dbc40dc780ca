"""Messages and catalogs of a few texts, for the tests of merging and completeness."""

from pathlib import Path

from cxguide.core.catalogs import Message
from cxguide.core.languages import Language
from cxguide.core.places import Place

CZECH, SERBIAN, THAI = Language("cs"), Language("sr"), Language("th")
HERE = Place("nps.yml")


def message(key: str, english: str, *, note: str = "", counted: bool = False) -> Message:
    return Message(key, english, HERE, note, counted)


def catalog(path: Path, *entries: tuple[str, str, str]) -> Path:
    path.write_text(
        "\n".join(f'msgctxt "{k}"\nmsgid "{e}"\nmsgstr "{t}"\n' for k, e, t in entries), "utf-8"
    )
    return path


def listed(*english: str) -> list[Message]:
    return [
        Message(f"shop/actions/{n}", one, Place("shop.yml", 5 + n)) for n, one in enumerate(english)
    ]
