"""How a calculator is cited: texts in which the browser puts in the address and the day."""

from __future__ import annotations

import json

__all__ = ["bibtex", "csl"]

_SPECIAL = {ord(sign): f"\\{sign}" for sign in "&%$#_"}
_NO_BRACES = str.maketrans("", "", "{}")


def bibtex(metric: str, version: int, title: str, publisher: str) -> str:
    r"""An entry for BibTeX; `{address}` and `{date}` (YYYY-MM-DD) are left to be filled.

    >>> print(bibtex("nps", 1, "Net Promoter Score", "Q&A"))
    @misc{cx_nps_1,
      author = {{Q\&A}},
      title = {{Net Promoter Score}},
      note = {Formula version 1},
      url = {{address}},
      urldate = {{date}}
    }
    """
    lines = [
        f"@misc{{cx_{metric}_{version},",
        f"  author = {{{{{_plain(publisher)}}}}},",
        f"  title = {{{{{_plain(title)}}}}},",
        f"  note = {{Formula version {version}}},",
        "  url = {{address}},",
        "  urldate = {{date}}",
        "}",
    ]
    return "\n".join(lines)


def csl(metric: str, version: int, title: str, publisher: str) -> str:
    """A list with one item of CSL JSON; `{address}`, `{year}`, `{month}`, `{day}` are left.

    >>> json.loads(csl("nps", 1, "NPS", "Q").replace("{year}", "2026").replace("{month}", "1")
    ...     .replace("{day}", "2"))[0]["accessed"]
    {'date-parts': [[2026, 1, 2]]}
    """
    item = {
        "id": f"cx_{metric}_{version}",
        "type": "webpage",
        "title": title,
        "version": str(version),
        "URL": "{address}",
        "author": [{"literal": publisher}],
        "accessed": {"date-parts": [["{year}", "{month}", "{day}"]]},
    }
    text = json.dumps([item], ensure_ascii=False, indent=2)
    for part in ("year", "month", "day"):
        text = text.replace(f'"{{{part}}}"', f"{{{part}}}")
    return text


def _plain(text: str) -> str:
    return text.translate(_NO_BRACES).translate(_SPECIAL)
