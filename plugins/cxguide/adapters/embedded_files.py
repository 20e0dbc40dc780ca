"""The files of the calculators and maps that other people's pages show."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from markupsafe import Markup

from cxguide.adapters.embeddable import EmbedVersion
from cxguide.adapters.generated import json_text
from cxguide.core.markup_tree import markup_tree
from cxguide.core.resources import CALCULATORS
from cxguide.core.styles import compact
from cxguide.core.templating import rendered
from cxguide.embeds import FramePage, frame_html, oembed_answer
from cxguide.embeds.heights import height_of
from cxguide.journeys import Journey, Surroundings, journey_styles, render_journey
from cxguide.metrics import Metric
from cxguide.metrics.bundle import bundled, tightened
from cxguide.metrics.embedding import EmbeddingScripts, embedded_calculator
from cxguide.metrics.view import Home

__all__ = ["FOLDER", "calculator_files", "loader", "map_files"]

FOLDER = "embed/v1"
"""Of the current files of the programming interface's first version."""

_ELEMENT = CALCULATORS / "element"
_DATA = '"EMBEDDED"'


def calculator_files(
    metric: Metric, scripts: Callable[[], EmbeddingScripts], version: EmbedVersion, home: str
) -> Iterator[tuple[str, str]]:
    """Name, below the folder of a release, and content of the files of a calculator.

    Args:
        metric: the metric.
        scripts: tells those of the metric.
        version: of the site.
        home: where it stands below the version's root; `""` for nowhere.
    """
    name = f"{metric.id}.{version.texts.language.path}"
    at = f"{version.root}{home}"
    made = embedded_calculator(metric, scripts(), version.texts, Home(at, version.name))
    shown = FramePage(
        version.texts.tag, made.title, made.styles, made.frame_script, made.html,
        at.partition("#")[0],
        f"{version.site}{FOLDER}/{name}.oembed.json",
    )  # fmt: skip
    yield from _pages(name, shown, version, height_of(name))
    yield f"{name}.js", made.element_script


def map_files(
    journey: Journey,
    version: EmbedVersion,
    home: str,
    calculators: Mapping[str, str],
    metric_names: Mapping[str, str],
    downloads: tuple[tuple[str, str], ...],
) -> Iterator[tuple[str, str]]:
    """Name, below the folder of a release, and content of the files of a map.

    Args:
        journey: the map.
        version: of the site.
        home: where it stands below the version's root; `""` for nowhere.
        calculators: absolute address of each metric's calculator, by its id.
        metric_names: what metrics are called, by id.
        downloads: forms of the map and their absolute addresses.
    """
    texts = version.texts
    name = f"journey/{journey.id}.{texts.language.path}"
    figure = render_journey(
        journey,
        texts,
        page=Surroundings(str, calculators, metric_names, downloads),
    )
    canonical = f"{version.root}{home}"
    body = rendered(
        "journey/embedded.html.jinja",
        texts,
        figure=Markup(figure),
        home=canonical,
        site=version.name,
    ).strip()
    styles = journey_styles() + compact((_ELEMENT / "map-frame.css").read_text(encoding="utf-8"))
    title = texts(journey.title.key, journey.title.english)
    in_frame = bundled(_ELEMENT, entry="map-frame.js", asks=False).first
    shown = FramePage(
        texts.tag, title, styles, in_frame, body, canonical,
        f"{version.site}{FOLDER}/{name}.oembed.json",
    )  # fmt: skip
    yield from _pages(name, shown, version, height_of(name))
    data = [name.removeprefix("journey/"), styles, markup_tree(body)]
    script = bundled(_ELEMENT, entry="map-element.js", asks=False).first
    yield f"{name}.js", script.replace(_DATA, _json(data))


def loader() -> str:
    """The script that gives frames their height."""
    return tightened((_ELEMENT / "loader.js").read_text(encoding="utf-8"))


def _pages(
    name: str, page: FramePage, version: EmbedVersion, height: int
) -> Iterator[tuple[str, str]]:
    yield f"{name}.html", frame_html(page)
    answer = oembed_answer(
        f"{version.site}{FOLDER}/{name}.html", page.title, height,
        provider=version.name, provider_address=version.root,
    )  # fmt: skip
    yield f"{name}.oembed.json", json_text(answer)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
