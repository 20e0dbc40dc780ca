"""Tables as Markdown has them, or as an outline where cells hold more than words."""

from __future__ import annotations

from cxguide.site.copies.elements import Content, Element
from cxguide.site.copies.inline import Writing, escaped

__all__ = ["outline_rows", "pipe_table"]

_ALIGNED = {"center": ":---:", "left": ":---", "right": "---:"}


def pipe_table(table: Element, writing: Writing) -> str:
    """The table in the lines of Markdown; its first row is the head."""
    rows = [_cells(row) for row in table.all("tr")]
    columns = max((len(row) for row in rows), default=0)
    if not columns:
        return ""
    head, *body = rows
    lines = [_row(head, columns, writing), _line(head, columns)]
    return "\n".join([*lines, *(_row(row, columns, writing) for row in body)])


def outline_rows(table: Element, writing: Writing) -> list[tuple[str, tuple[str, ...]]]:
    """What a table says of each row, by the name of the row, if its cells hold lists; else nothing.

    Such a table is read row by row on a phone as well: each cell with the head of its column.
    """
    head, *body = [_cells(row) for row in table.all("tr")] or [[]]
    if not any(any(True for _ in cell.all("ul", "ol", "p")) for row in body for cell in row):
        return []
    heads = [writing.line(cell.content) for cell in head]
    rows = []
    for name, *cells in body:
        items = [
            f"{escaped(cell.get('data-h')) or head}: {said}"
            for head, cell in zip(heads[1:], cells, strict=False)
            if (said := _said(cell.content, writing))
        ]
        rows.append((_name(name, writing), tuple(items)))
    return rows


def _cells(row: Element) -> list[Element]:
    return [
        cell
        for one in row.all("th", "td")
        for cell in [one, *[Element("td", {})] * (int(one.get("colspan") or 1) - 1)]
    ]


def _row(cells: list[Element], columns: int, writing: Writing) -> str:
    texts = [writing.line(cell.content).replace("|", r"\|") for cell in cells]
    return f"| {' | '.join([*texts, *[''] * (columns - len(texts))])} |"


def _line(head: list[Element], columns: int) -> str:
    marks = [_ALIGNED.get(_alignment(cell), "---") for cell in head]
    return f"| {' | '.join([*marks, *['---'] * (columns - len(marks))])} |"


def _alignment(cell: Element) -> str:
    return cell.get("style").partition("text-align:")[2].strip(" ;") or cell.get("align")


# Cells that hold more than words


def _name(cell: Element, writing: Writing) -> str:
    """The name of a row; what stands smaller or in a mark beside it is a remark."""
    names: list[str] = []
    remarks: list[str] = []
    for one in cell.content:
        is_remark = isinstance(one, Element) and one.name in {"small", "span"}
        (remarks if is_remark else names).append(writing.line([one]).strip("*"))
    name = " ".join(filter(None, names))
    return f"{name} ({', '.join(filter(None, remarks))})" if any(remarks) else name


def _said(content: Content, writing: Writing) -> str:
    """The items and paragraphs of a cell in one line."""
    parts: list[str] = []
    words: Content = []
    for one in content:
        if isinstance(one, Element) and one.name in {"ul", "ol"}:
            items = "; ".join(_remarked(item.content, writing) for item in one.all("li"))
            # A paragraph before the list names it.
            label = parts.pop() if parts and parts[-1].endswith(":") else ""
            parts.append(f"{label} {items}".strip(" "))
        elif isinstance(one, Element) and one.name in {"p", "div"}:
            parts.append(_remarked(one.content, writing))
        else:
            words.append(one)
    return "; ".join(filter(None, [writing.line(words), *parts]))


def _remarked(content: Content, writing: Writing) -> str:
    """Words of which smaller ones at the beginning name the others, such as whose they are."""
    first = next((one for one in content if isinstance(one, Element) or not one.isspace()), "")
    if not isinstance(first, Element) or first.name != "small":
        return writing.line(content)
    label = writing.line([first])
    rest = writing.line(one for one in content if one is not first)
    return f"{label}{rest}" if rest.startswith(":") else f"{label}: {rest}".strip(" ")
