"""How a calculator is cited: texts in which the browser puts in the address and the day."""

from __future__ import annotations

import json
from dataclasses import dataclass

__all__ = ["Cited", "bibtex", "csl"]

_SPECIAL = {ord(sign): f"\\{sign}" for sign in "&%$#_"}
_NO_BRACES = str.maketrans("", "", "{}")


@dataclass(frozen=True, slots=True)
class Cited:
    """A calculator on a page of one language.

    Attributes:
        version: of its formula, in words: "Formula version 1".
        publisher: the site's name.
        language: the BCP 47 tag; the same calculator in two languages is two works.
    """

    metric: str
    formula_version: int
    version: str
    title: str
    publisher: str
    language: str

    @property
    def key(self) -> str:
        """What the author's text calls it."""
        return f"cx_{self.metric}_{self.formula_version}_{self.language}"


def bibtex(cited: Cited) -> str:
    r"""An entry for BibTeX; `{address}` and `{date}` (YYYY-MM-DD) are left to be filled.

    >>> print(bibtex(Cited("nps", 1, "Formula version 1", "Net Promoter Score", "Q&A", "en")))
    @misc{cx_nps_1_en,
      author = {{Q\&A}},
      title = {{Net Promoter Score}},
      note = {Formula version 1},
      language = {en},
      url = {{address}},
      urldate = {{date}}
    }
    """
    lines = [
        f"@misc{{{cited.key},",
        f"  author = {{{{{_plain(cited.publisher)}}}}},",
        f"  title = {{{{{_plain(cited.title)}}}}},",
        f"  note = {{{_plain(cited.version)}}},",
        f"  language = {{{cited.language}}},",
        "  url = {{address}},",
        "  urldate = {{date}}",
        "}",
    ]
    return "\n".join(lines)


def csl(cited: Cited) -> str:
    """A list with one item of CSL JSON; `{address}`, `{year}`, `{month}`, `{day}` are left.

    >>> text = csl(Cited("nps", 1, "Formula version 1", "NPS", "Q", "en"))
    >>> text = text.replace("{year}", "2026").replace("{month}", "1").replace("{day}", "2")
    >>> json.loads(text)[0]["accessed"]
    {'date-parts': [[2026, 1, 2]]}
    """
    item = {
        "id": cited.key,
        "type": "webpage",
        "title": cited.title,
        "version": str(cited.formula_version),
        "language": cited.language,
        "URL": "{address}",
        "author": [{"literal": cited.publisher}],
        "accessed": {"date-parts": [["{year}", "{month}", "{day}"]]},
    }
    text = json.dumps([item], ensure_ascii=False, indent=2)
    for part in ("year", "month", "day"):
        text = text.replace(f'"{{{part}}}"', f"{{{part}}}")
    return text


def _plain(text: str) -> str:
    return text.translate(_NO_BRACES).translate(_SPECIAL)
