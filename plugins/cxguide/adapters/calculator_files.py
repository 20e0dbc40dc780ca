"""What the calculators of a site need in the browser."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePosixPath

from cxguide.adapters.generated import json_text
from cxguide.core.resources import CALCULATORS
from cxguide.metrics.bundle import bundled
from cxguide.metrics.schema import metric_schema

__all__ = ["SCRIPT", "STYLES", "element_files"]

SCRIPT = "assets/cx/calculator.js"
STYLES = "assets/cx/calculator.css"
SCHEMA = "schema/v1/metric.schema.json"
_LATER = "./later.js"


def element_files() -> dict[str, str]:
    """Address and content of what the calculators need in the browser."""
    folder = CALCULATORS / "element"
    scripts = bundled(folder, later=_LATER, entry="versions.js")
    # Named by its content, so that a first script kept by a browser never meets another's second.
    digest = sha256(scripts.later.encode()).hexdigest()[:8]
    later = f"calculator-{digest}.js"
    return {
        SCRIPT: scripts.first.replace(_LATER, f"./{later}"),
        f"{PurePosixPath(SCRIPT).parent}/{later}": scripts.later,
        STYLES: "".join(
            (folder / name).read_text(encoding="utf-8")
            for name in ("cx-calculator.css", "paper.css")
        ),
        SCHEMA: json_text(metric_schema()),
    }
