"""Icons of channels: outlines on a grid of 16 by 16, drawn with a round pen of 1.4."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["ICONS", "STAR"]

ICONS: Mapping[str, str] = MappingProxyType(
    {
        "box": "M2 5l6-3 6 3v6.5l-6 3-6-3zM2 5l6 3 6-3M8 8v6.5",
        "building": "M2 6.5l6-4 6 4M3.5 7v6M6.5 7v6M9.5 7v6M12.5 7v6M2 13.5h12",
        "call": "M3.5 2h3l1 3.5-1.8 1.3a8 8 0 0 0 3.5 3.5l1.3-1.8 3.5 1v3a1.5 1.5 0 0 1-1.6 1.5"
        "A10.9 10.9 0 0 1 2 3.6 1.5 1.5 0 0 1 3.5 2z",
        "card": "M1.5 3.5h13v9h-13zM1.5 6.5h13M4 10h3",
        "cart": "M1.5 2.5h2l2 8h7l1.5-5.5H4.2M6 13.5h.01M11.5 13.5h.01",
        "chart": "M2 14h12M4 14V8M8 14V3M12 14V6",
        "chat": "M2 3h12v8H7l-3 3v-3H2z",
        "document": "M4 1.5h5l3.5 3.5v9.5H4zM9 1.5V5h3.5",
        "form": "M3 2h10v12H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h3",
        "heart": "M8 13.5C3 10 2 7.6 2 5.9A2.9 2.9 0 0 1 8 5a2.9 2.9 0 0 1 6 .9c0 1.7-1 4.1-6 7.6z",
        "link": "M6.5 9.5l3-3M7.5 4L9 2.8a3 3 0 0 1 4.2 4.2L12 8.5M8.5 12L7 13.2A3 3 0 0 1 2.8 9"
        "L4 7.5",
        "mail": "M1.5 3.5h13v9h-13zM1.5 4L8 9l6.5-5",
        "page": "M2 3h12v10H2zM2 6h12",
        "person": "M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8zM2.5 14a5.5 5.5 0 0 1 11 0",
        "phone": "M4 1.5h8v13H4zM7 12.3h2",
        "pin": "M8 14.5s4.5-4.6 4.5-8a4.5 4.5 0 0 0-9 0c0 3.4 4.5 8 4.5 8zM8 6.5h.01",
        "return": "M5.5 2.5L2 6l3.5 3.5M2 6h7.5a4 4 0 0 1 0 8H6",
        "ruler": "M1.5 5h13v6h-13zM4.5 5v2.5M8 5v3M11.5 5v2.5",
        "screen": "M1.5 3h13v8h-13zM5.5 14h5M8 11v3",
        "search": "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3L14 14",
        "shop": "M2 6l1.5-3.5h9L14 6zM3.5 6v7.5h9V6",
        "sign": "M8 1.5v13M3 3h8.5l2 2-2 2H3z",
        "star": "M8 2l1.8 3.8 4.2.5-3.1 2.9.8 4.1-3.7-2-3.7 2 .8-4.1L2 6.3l4.2-.5z",
        "tag": "M2.5 2.5H8L13.5 8 8 13.5 2.5 8zM5.2 5.2h.01",
        "truck": "M2.5 11.5h-1V4h8v7.5h-3M9.5 6.5h3l2 2.5v2.5h-1M9.5 11.5h.5"
        "M3 12a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0M10.5 12a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0",
    }
)

STAR = "M0-7l2 4.4 4.8.6-3.6 3.3 1 4.7L0 3.6-4.2 6l1-4.7L-6.8-2-2-2.6z"
"""The mark of a moment of truth, around the origin."""
