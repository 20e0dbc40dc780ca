"""All that a calculator shows, to see whether something has changed it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["READING", "Shown", "state"]


@dataclass(frozen=True)
class Shown:
    """What a calculator shows: its state, its first output, all of its markup."""

    status: str | None
    code: str | None
    field: str | None
    value: str | None
    markup: str


READING = """root => {
const calculator = root.querySelector(".cx-calculator");
const { cxStatus, cxError, cxField } = calculator.dataset;
const { cxValue } = calculator.querySelector("output").dataset;
return [cxStatus, cxError, cxField, cxValue, root.documentElement?.outerHTML ?? root.innerHTML];
}"""
"""What makes the values of `Shown` in the browser, of a document or a shadow root."""


def state(shown: Shown) -> tuple[str | None, ...]:
    return shown.status, shown.code, shown.field, shown.value
