"""The plugin `cx-calculators`: fences become calculators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from mkdocs.config import config_options as opt
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.utils import get_relative_url

from cxguide.adapters.faults import found_faults, tell
from cxguide.adapters.fences import (
    FencePage,
    add_fence,
    begin_page,
    check_fences,
    end_page,
    page_text,
    source_name,
)
from cxguide.adapters.generated import json_text, write_files
from cxguide.adapters.i18n import (
    building_language,
    default_language,
    is_first_build,
    is_last_build,
    written_files,
)
from cxguide.adapters.plugin import Options, Plugin
from cxguide.adapters.settings import leave_out, own_folder, site_root
from cxguide.adapters.texts import texts_for, texts_of_versions
from cxguide.core.places import Place, SourceError, nearest
from cxguide.core.resources import CALCULATORS
from cxguide.core.sources import Source, SourceText, read_source
from cxguide.core.templating import phrases
from cxguide.journeys import Calculator
from cxguide.metrics import Failure, Metric, Outcome, calculate, read_metrics
from cxguide.metrics.api import metrics_data
from cxguide.metrics.bundle import bundled
from cxguide.metrics.model import Kind
from cxguide.metrics.schema import metric_schema
from cxguide.metrics.writing import calculator_html
from cxguide.translations.page_source import fences_in

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from cxguide.metrics.calculation import Entered

__all__ = ["CalculatorsPlugin", "all_metrics", "as_calculators"]

SCRIPT = "assets/cx/calculator.js"
LATER_NAME = "./later.js"
STYLES = "assets/cx/calculator.css"
SCHEMA = "schema/v1/metric.schema.json"
API = "api/v1/metrics.json"


class CalculatorsConfig(Options):
    """Options of `cx-calculators`."""

    metrics_dir = opt.Optional(opt.Type(str))
    """Folder with metric files of this site, relative to mkdocs.yml; ours are built in."""


class CalculatorFence(Source):
    """What stands in a calculator fence."""

    metric: str
    inputs: dict[str, float | str | tuple[float, ...]] | None = None
    """The worked example; without it, the first example of the metric."""
    money: dict[str, float] | None = None
    """Amounts of the example that suit the currency of the page; they differ between languages."""
    form: Literal["full", "compact", "short"] = "full"
    """`compact` folds the explanation up, `short` leaves out everything but the result."""

    def entered(self, metric: Metric) -> Mapping[str, Entered]:
        """The values of the worked example."""
        inputs = metric.shape.examples[0].inputs if self.inputs is None else self.inputs
        return {**inputs, **(self.money or {})}


@dataclass(frozen=True, slots=True)
class MetricSource:
    """A source that calculators name.

    Attributes:
        status: whether we have read it, in words.
        is_citation: author and title, the same in every language; else a description.
        used_by: name and address of each calculator that rests on it.
    """

    text: str
    status: str
    is_citation: bool
    used_by: tuple[tuple[str, str], ...] = ()


class CalculatorsPlugin(Plugin):
    """Reads the metrics once a run and renders every calculator fence."""

    config_class = CalculatorsConfig
    config: CalculatorsConfig

    def __init__(self) -> None:
        self._metrics: Mapping[str, Metric] = {}
        self._homes: Mapping[str, str] = {}

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the fence known; runs once per language."""
        add_fence(config, "calculator", lambda source, page: self._render(source, page, config))
        if STYLES not in config.extra_css:
            config.extra_css.append(STYLES)
        if SCRIPT not in config.extra_javascript:
            config.extra_javascript.append(SCRIPT)
        return config

    def _on_files_check(self, files: Files, *, config: MkDocsConfig) -> None:
        """Read the metrics and check the fences of all languages, once a run."""
        if self.config.metrics_dir:
            leave_out(files, site_root(config) / self.config.metrics_dir)
        if not is_first_build(config):
            return
        faults = found_faults()
        self._metrics = {}
        with faults.caught():
            self._metrics = all_metrics(config)
            check_fences("calculator", self._checked, files, config)
        with faults.caught():
            self._homes = homes_of_metrics(files, config)

    @event_priority(-90)  # when every plugin has added its faults
    def _on_files_tell(self, files: Files, *, config: MkDocsConfig) -> None:
        tell()

    on_files = CombinedEvent(_on_files_check, _on_files_tell)

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Let fences know their page."""
        begin_page(page, config)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Tell what was wrong in the fences of the page."""
        end_page(page)

    @property
    def draft_keys(self) -> tuple[str, ...]:
        """Beginnings of the keys of texts that need no translation yet."""
        drafts = (name for name, metric in self._metrics.items() if metric.shape.draft)
        return tuple(f"metric/{name}/" for name in drafts)

    def calculators(self) -> Mapping[str, Calculator]:
        """What maps may ask of the metrics, by id; nothing while the metrics have faults."""
        return as_calculators(self._metrics)

    def calculator_links(
        self, page: FencePage, config: MkDocsConfig
    ) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Where each metric is calculated, seen from a page, and what the metric is called.

        Both by the metric's id; metrics without a calculator on any page have no address.
        """
        texts, prefix = texts_for(config, page.language), building_language(config).prefix
        names = {
            name: texts(f"metric/{name}/name", metric.shape.name)
            for name, metric in self._metrics.items()
        }
        from_url = getattr(page.owner, "url", "")
        links = {}
        for name, home in self._homes.items():
            address = f"{prefix}/{home}" if prefix else home
            links[name] = f"{get_relative_url(address, from_url)}#{anchor(name)}"
        return links, names

    def sources(self, page: FencePage, config: MkDocsConfig) -> tuple[MetricSource, ...]:
        """What the calculators of the site rest on, sorted by name; each source once."""
        texts = texts_for(config, page.language)
        statuses = phrases("calculator/phrases.jinja", texts)["statuses"]
        links, names = self.calculator_links(page, config)
        users: dict[MetricSource, list[str]] = {}
        for name, metric in self._metrics.items():
            for key, source in metric.shape.sources.items():
                text = source.citation or texts(
                    f"metric/{name}/sources/{key}/description", source.description or ""
                )
                one = MetricSource(text, statuses[source.status], bool(source.citation))
                users.setdefault(one, []).append(name)
        return tuple(
            replace(one, used_by=tuple((names[name], links.get(name, "")) for name in used))
            for one, used in sorted(users.items(), key=lambda entry: entry[0].text.casefold())
        )

    @event_priority(-200)  # when every language is written
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what calculators use in the browser, and the metrics as data."""
        if is_last_build(config):
            data = metrics_data(self._metrics.values(), texts_of_versions(config))
            write_files({**element_files(), API: json_text(data)}, config)

    def _render(self, source: SourceText, page: FencePage, config: MkDocsConfig) -> str:
        fence, metric, outcome = self._checked(source)
        return calculator_html(
            metric,
            fence.entered(metric),
            outcome,
            texts_for(config, page.language),
            element_id=page.unique_id(anchor(metric.id)),
            publisher=config.site_name,
            form=fence.form,
        )

    def _checked(self, source: SourceText) -> tuple[CalculatorFence, Metric, Outcome]:
        """What a fence says, if everything in it is right.

        Raises:
            SourceFaults: for its shape.
            SourceError: for an unknown metric, an unknown input or impossible values.
        """
        fence, places = read_source(source, CalculatorFence)
        metric = self._metrics.get(fence.metric)
        if metric is None:
            raise _unknown(places.of("metric"), "there is no metric", fence.metric, self._metrics)
        for name in fence.inputs or ():
            if name not in metric.shape.inputs:
                raise _unknown(
                    places.of_key("inputs", name),
                    f"the metric {metric.id!r} has no input",
                    name,
                    metric.shape.inputs,
                )
        amounts = [field.id for field in metric.inputs if field.kind is Kind.MONEY]
        for name in fence.money or ():
            if name not in amounts:
                raise _unknown(
                    places.of_key("money", name),
                    f"the metric {metric.id!r} has no amount of money",
                    name,
                    amounts,
                )
        outcome = calculate(metric, fence.entered(metric))
        if isinstance(outcome, Failure):
            raise SourceError(
                places.of(
                    "money" if outcome.field in (fence.money or ()) else "inputs", outcome.field
                ),
                f"this example cannot be calculated: {outcome.code} on {outcome.field!r}",
                known=f"inputs are: {', '.join(metric.shape.inputs)}",
                fix="correct the value, or leave 'inputs' out to show the metric's own example",
            )
        return fence, metric, outcome


def _unknown(place: Place, problem: str, name: str, known: Iterable[str]) -> SourceError:
    names = list(known)
    close = nearest(name, names)
    return SourceError(
        place,
        f"{problem} {name!r}",
        known=f"known: {', '.join(names) or 'none'}",
        fix=f"write {close!r}" if close else "write one of them" if names else "remove it",
    )


def as_calculators(metrics: Mapping[str, Metric]) -> Mapping[str, Calculator]:
    """What maps may ask of metrics, by id."""
    return {
        name: Calculator(tuple(metric.shape.inputs), partial(_refused, metric))
        for name, metric in metrics.items()
    }


def _refused(metric: Metric, inputs: Mapping[str, Entered]) -> tuple[str, str] | None:
    outcome = calculate(metric, inputs)
    return (outcome.code, outcome.field) if isinstance(outcome, Failure) else None


def anchor(metric: str) -> str:
    """The id of the calculator of a metric in its page."""
    return f"{metric}-calculator"


def homes_of_metrics(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """The shared address of the page on which each metric has its calculator, by the metric's id.

    A calculator with its explanation open (`form: full`) before one that has it folded up; where
    several pages have one, the first in the order of file names.
    """
    found: dict[str, dict[str, str]] = {"full": {}, "compact": {}, "short": {}}
    prefix = default_language(config).prefix
    for url, by_prefix in written_files(files, config).items():
        if (file := by_prefix.get(prefix)) is None:
            continue
        for fence in fences_in(page_text(file, config), source_name(file, config)):
            if fence.name == "calculator" and not fence.flaw:
                content, _ = read_source(fence.content, CalculatorFence)
                found[content.form].setdefault(content.metric, url)
    return found["compact"] | found["full"]


def all_metrics(config: MkDocsConfig) -> Mapping[str, Metric]:
    """The built-in metrics and those of the site, by id; the site's win."""
    root = site_root(config)
    metrics = read_metrics(CALCULATORS / "metrics", root)
    if folder := own_folder(config, "cx-calculators", "metrics_dir"):
        metrics |= read_metrics(folder, root)
    return metrics


def element_files() -> dict[str, str]:
    """Address and content of what the calculators need in the browser."""
    folder = CALCULATORS / "element"
    scripts = bundled(folder, later=LATER_NAME)
    # Named by its content, so that a first script kept by a browser never meets another's second.
    digest = sha256(scripts.later.encode()).hexdigest()[:8]
    later = f"calculator-{digest}.js"
    return {
        SCRIPT: scripts.first.replace(LATER_NAME, f"./{later}"),
        f"{PurePosixPath(SCRIPT).parent}/{later}": scripts.later,
        STYLES: (folder / "cx-calculator.css").read_text(encoding="utf-8"),
        SCHEMA: json_text(metric_schema()),
    }
