"""The command `cx`. Exit codes: 0 done, 1 faults found, 2 wrong use."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from cxguide.adapters.kept_checks import faults_once
from cxguide.adapters.projects import faults_of, metrics_folder, project_config
from cxguide.adapters.settings import site_root
from cxguide.cli.building import build, cache, serve
from cxguide.cli.embeds import embed
from cxguide.cli.i18n import i18n
from cxguide.cli.i18n_changes import new_language, new_page
from cxguide.cli.journeys import journey
from cxguide.cli.options import project, reported, told, waiting
from cxguide.cli.site import site
from cxguide.core.numbers import canonical
from cxguide.core.places import nearest
from cxguide.core.reports import REPORTS
from cxguide.core.resources import CALCULATORS
from cxguide.metrics import Failure, Metric, Outcome, calculate, read_metrics
from cxguide.metrics.batch import answer_json, answer_lines
from cxguide.metrics.skeleton import write_new_metric

if TYPE_CHECKING:
    from cxguide.metrics.calculation import Entered

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="cx-guide")
def main() -> None:
    """Calculators, journey maps and translations of a guide."""


@main.command()
@click.argument("metric", required=False)
@click.argument("values", nargs=-1, metavar="[NAME=VALUE]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--batch",
    type=click.File("rb"),
    help="A file with one {'metric', 'inputs'} as JSON per line, - for standard input; "
    "one answer as JSON per line.",
)
def calc(metric: str | None, values: tuple[str, ...], form: str, batch: BinaryIO | None) -> None:
    """Calculate METRIC once: cx calc nps promoters=110 passives=54 detractors=36.

    Numbers are canonical (1234.5, 1e3); lists have commas (times=38,52,41).
    """
    if batch is not None and metric is not None:
        found = " ".join([metric, *values])
        raise click.UsageError(
            f"with --batch every line names its own metric and inputs; leave out {found!r}"
        )
    with told():
        metrics = read_metrics(CALCULATORS / "metrics", Path.cwd())
    if batch is not None:
        for answer_line in answer_lines(batch, metrics):
            click.echo(answer_line)
        return
    if metric is None:
        raise click.UsageError(f"name a metric: {', '.join(metrics)}")
    if metric not in metrics:
        close = nearest(metric, metrics)
        hint = f"did you mean {close!r}?" if close else f"metrics are: {', '.join(metrics)}"
        raise click.UsageError(f"there is no metric {metric!r}; {hint}")
    answer = calculate(metrics[metric], _entered(values, metrics[metric]))
    click.echo(answer_json(metric, answer) if form == "json" else _text(metrics[metric], answer))
    if isinstance(answer, Failure):
        sys.exit(1)


@main.command()
@project
@click.option("--format", "form", type=click.Choice([*REPORTS]), default="text")
@click.option("--no-cache", "fresh", is_flag=True, help="Look at everything again.")
def check(config_file: Path, form: str, fresh: bool) -> None:
    """Check every source: metrics, maps, pages, catalogs. All faults, sorted by place.

    Where nothing has changed since the last time, that is told again.
    For programs they go to standard output: json is a list, github a line for each fault.
    """
    with waiting("checking the sources"):
        config = project_config(config_file)
        faults = faults_of(config) if fresh else faults_once(config, faults_of)
    if form != "text":
        click.echo(reported(form, faults, config_file))
    elif faults:
        click.echo(REPORTS[form](faults), err=True)
    else:
        click.echo("no faults found")
    sys.exit(1 if faults else 0)


@main.group()
def new() -> None:
    """A skeleton that builds: cx new metric churn_by_segment."""


@new.command("metric")
@click.argument("metric_id", metavar="ID")
@project
def new_metric(metric_id: str, config_file: Path) -> None:
    """Write the file of a new metric, to be filled with its own inputs and formulas."""
    config = project_config(config_file)
    with told():
        path = write_new_metric(metric_id, metrics_folder(config), site_root(config))
    click.echo(f"{path}: written; edit it, then run 'cx check'")


main.add_command(build)
main.add_command(serve)
main.add_command(cache)
main.add_command(embed)
main.add_command(journey)


@new.command("journey")
@click.argument("journey_id", metavar="ID")
@project
@click.pass_context
def new_journey(context: click.Context, journey_id: str, config_file: Path) -> None:
    """Write the file of a new map, as 'cx journey new' does."""
    context.invoke(journey.commands["new"], journey_id=journey_id, config_file=config_file)


new.add_command(new_page)
new.add_command(new_language)


main.add_command(i18n)
main.add_command(site)


def _entered(values: tuple[str, ...], metric: Metric) -> dict[str, Entered]:
    entered: dict[str, Entered] = {}
    for value in values:
        name, equals, text = value.partition("=")
        if not equals:
            raise click.UsageError(f"{value!r} is not NAME=VALUE")
        known = [field.id for field in metric.inputs]
        if name not in known:
            close = nearest(name, known)
            hint = f"did you mean {close!r}?" if close else f"inputs are: {', '.join(known)}"
            raise click.UsageError(f"{metric.id} has no input {name!r}; {hint}")
        entered.setdefault(name, text)
    return entered


def _text(metric: Metric, answer: Outcome | Failure) -> str:
    if isinstance(answer, Failure):
        told = f"{metric.id}: {answer.code} on {answer.field}"
        sentence = _own_sentence(metric, answer)
        return f"{told}: {sentence}" if sentence else told
    lines = [f"{name}: {_written(value)}" for name, value in answer.outputs.items()]
    return "\n".join([f"{metric.shape.name} ({answer.status})", *lines])


def _own_sentence(metric: Metric, failure: Failure) -> str | None:
    """What the metric itself says about the error, in English."""
    if failure.code == "not_a_number":
        return metric.shape.inputs[failure.field].not_a_number
    for check in metric.shape.checks:
        if (check.code, check.field) == (failure.code, failure.field):
            return check.text
    return None


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return canonical(value) if isinstance(value, float) else str(value or "not shown")
