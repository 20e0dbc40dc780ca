"""The plugin `cx-calculators`: fences become calculators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.config import config_options as opt
from mkdocs.plugins import event_priority
from mkdocs.utils import get_relative_url

from cxguide.adapters.calculator_fence import (
    FENCE,
    AskedCalculator,
    checked_fence,
    shown_metric,
)
from cxguide.adapters.calculator_files import SCRIPT, STYLES, element_files
from cxguide.adapters.embeddable import EmbeddablePlugin, EmbedVersion
from cxguide.adapters.embedded_files import calculator_files
from cxguide.adapters.faults import found_faults
from cxguide.adapters.fences import FencePage, check_fences, may_hold, page_text
from cxguide.adapters.generated import json_text, write_files
from cxguide.adapters.i18n import building_language, default_language, is_last_build
from cxguide.adapters.kept_results import kept_results
from cxguide.adapters.plugin import Options
from cxguide.adapters.settings import own_folder, site_root
from cxguide.adapters.texts import texts_for, texts_of_versions
from cxguide.adapters.written_pages import homes_of, written_pages
from cxguide.core.digests import digest
from cxguide.core.resources import CALCULATORS
from cxguide.core.sources import SourceText
from cxguide.core.templating import phrases
from cxguide.glossary.ordering import sort_key
from cxguide.journeys import Calculator
from cxguide.metrics import Failure, Metric, calculate, read_metrics
from cxguide.metrics.api import metrics_data
from cxguide.metrics.embedding import embedding_scripts
from cxguide.metrics.writing import calculator_html

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from cxguide.core.catalogs import Texts
    from cxguide.metrics.calculation import Entered

__all__ = ["CalculatorsPlugin", "all_metrics", "as_calculators"]

API = "api/v1/metrics.json"
ELEMENT = "<cx-calculator"


class CalculatorsConfig(Options):
    """Options of `cx-calculators`."""

    metrics_dir = opt.Optional(opt.Type(str))
    """Folder with metric files of this site, relative to mkdocs.yml; ours are built in."""


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


class CalculatorsPlugin(EmbeddablePlugin):
    """Reads the metrics once a run and renders every calculator fence."""

    config_class = CalculatorsConfig
    config: CalculatorsConfig
    fence = FENCE
    styles = STYLES
    embed_folder = ""

    def __init__(self) -> None:
        self._metrics: Mapping[str, Metric] = {}
        self.told = ""
        """Digest of all that fences can show: the metrics, and the pages on which they stand."""

    def own_sources(self, config: MkDocsConfig) -> Path | None:
        """The folder of the site's own metrics, if it has some."""
        folder = self.config.metrics_dir
        return site_root(config) / folder if folder else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the fence known, and the script; runs once per language."""
        if SCRIPT not in config.extra_javascript:
            config.extra_javascript.append(SCRIPT)
        return super().on_config(config)

    def check(self, files: Files, config: MkDocsConfig) -> None:
        """Read the metrics and check the fences of all languages."""
        faults = found_faults()
        self._metrics = {}
        with faults.caught():
            self._metrics = all_metrics(config)
            check_fences(self.fence, self._asked, files, config)
        with faults.caught():
            pages = written_pages(files, config).values()
            self.homes = homes_of(pages, default_language(config).prefix, self.fence, shown_metric)
        shapes = [metric.shape for metric in self._metrics.values()]
        self.told = digest(shapes, sorted(self.homes.items()))

    def content_told(self, file: File, config: MkDocsConfig) -> str:
        """The metrics, where there is a fence."""
        return self.told if may_hold(self.fence, page_text(file, config)) else ""

    @property
    def draft_keys(self) -> tuple[str, ...]:
        """Beginnings of the keys of texts that need no translation yet."""
        drafts = (name for name, metric in self._metrics.items() if metric.shape.draft)
        return tuple(f"metric/{name}/" for name in drafts)

    @property
    def metrics(self) -> Mapping[str, Metric]:
        """The metrics by id; none while they have faults."""
        return self._metrics

    def home(self, name: str) -> str:
        """Where the calculator of a metric stands, below the root of each language."""
        page = super().home(name)
        return f"{page}#{anchor(name)}" if page else ""

    def embed_names(self) -> Iterable[str]:
        """The metrics by id."""
        return self._metrics

    def embed_title(self, name: str, texts: Texts) -> str:
        """What a metric is called in a language."""
        return texts(f"metric/{name}/name", self._metrics[name].shape.name)

    def embed_files(
        self, versions: tuple[EmbedVersion, ...], config: MkDocsConfig
    ) -> Iterator[tuple[str, str]]:
        """The files of every calculator."""
        kept = kept_results(config)
        for name, metric in self._metrics.items():
            scripts, home = cache(partial(embedding_scripts, metric)), self.home(name)
            for version in versions:
                yield from kept.files(
                    "embedded calculator",
                    repr((version.told, metric.shape, home)),
                    partial(calculator_files, metric, scripts, version, home),
                ).items()

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
        names = {name: self.embed_title(name, texts) for name in self._metrics}
        from_url = getattr(page.owner, "url", "")
        links = {}
        for name, home in self.homes.items():
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
        in_order = sorted(users, key=lambda source: sort_key(source.text, page.language))
        return tuple(
            replace(one, used_by=tuple((names[name], links.get(name, "")) for name in users[one]))
            for one in in_order
        )

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Tell themes that link only what is needed which script a page can do without."""
        env.globals["idle_scripts"] = (SCRIPT,)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """The page has a calculator, so its script has work to do."""
        if ELEMENT in (page.content or ""):
            cast("dict[str, Any]", context)["idle_scripts"] = ()

    @event_priority(-200)  # when every language is written
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what calculators use in the browser, and the metrics as data."""
        if is_last_build(config):
            data = metrics_data(self._metrics.values(), texts_of_versions(config))
            write_files({**element_files(), API: json_text(data)}, config)

    def render(self, source: SourceText, page: FencePage, config: MkDocsConfig) -> str:
        """The calculator with its worked example, as HTML."""
        asked = self._asked(source)
        texts = texts_for(config, page.language)
        own_id, publisher = page.unique_id(anchor(asked.metric.id)), config.site_name
        return kept_results(config).made(
            "calculator",
            repr((asked.fence, asked.metric.shape, texts.digest, own_id, publisher)),
            lambda: calculator_html(
                asked.metric,
                asked.fence.entered(asked.metric),
                asked.outcome,
                texts,
                element_id=own_id,
                publisher=publisher,
                form=asked.fence.form,
                is_own_example=asked.fence.inputs is None,
            ),
        )

    def _asked(self, source: SourceText) -> AskedCalculator:
        return checked_fence(source, self._metrics)


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


def all_metrics(config: MkDocsConfig) -> Mapping[str, Metric]:
    """The built-in metrics and those of the site, by id; the site's win."""
    root = site_root(config)
    metrics = read_metrics(CALCULATORS / "metrics", root)
    if folder := own_folder(config, "cx-calculators", "metrics_dir"):
        metrics |= read_metrics(folder, root)
    return metrics
