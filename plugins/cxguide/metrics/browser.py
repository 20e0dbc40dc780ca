"""What the browser needs of a metric: its definition as plain data, and its texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from cxguide.core.catalogs import Texts
from cxguide.core.numbers import Style, format_value
from cxguide.metrics.citing import Cited, bibtex, csl
from cxguide.metrics.formula import Type, compact
from cxguide.metrics.goal import levers
from cxguide.metrics.model import Input, Metric, Output
from cxguide.metrics.shape import AnswersChart, CurveChart, ValuesChart

__all__ = ["browser_definition", "definition_script", "later_script"]


def browser_definition(metric: Metric, *, asks: bool = True) -> dict[str, object]:
    """The definition as `calculators/element/calculation.js` describes it.

    The same file gives the same bytes, and there is no text in any language in it.

    Args:
        metric: the metric.
        asks: whether visitors can ask further questions: what it would take, what matters most.
    """
    content = {
        "id": metric.id,
        "version": metric.shape.formula_version,
        "inputs": [_field(field) for field in metric.inputs],
        "steps": [[name, compact(formula)] for name, formula in metric.steps.items()],
        "checks": [[check.code, check.field, compact(check.when)] for check in metric.checks],
        "infinite": compact(metric.infinite) if metric.infinite is not None else None,
        "outputs": {name: _output(output) for name, output in metric.shown.items()},
        "bands": [[band.id, band.above, band.lower] for band in metric.bands],
        "band_by": metric.shape.bands.by if metric.shape.bands else None,
        "notes": [[note.id, compact(note.when)] for note in metric.notes if note.when is not None],
        "scale": metric.shape.scale,
        "interval": metric.main.interval,
        "chart": _chart(metric),
        "units": [name for name, output in metric.shape.outputs.items() if output.unit],
        "levers": [field.id for field in levers(metric)] if asks else None,
        "sensitivity": metric.shape.sensitivity if asks else None,
    }
    # What a metric lacks is left out, but for its formula of infinity, which is evaluated.
    return {name: one for name, one in content.items() if one is not None or name == "infinite"}


def definition_script(
    metric: Metric,
    texts: Texts,
    phrases: Mapping[str, Mapping[str, str]],
    names: Mapping[str, str],
    words: Mapping[str, str],
    choices: Mapping[str, Iterable[str]],
    *,
    asks: bool = True,
) -> Markup:
    """The definition with the texts of one language, to stand inside a `script` element.

    Args:
        metric: the metric.
        texts: of the language.
        phrases: the groups of `calculator/phrases.jinja`.
        names: what readers call inputs and outputs.
        words: what they call options and bands.
        choices: of each input with options, as readers see them.
        asks: as for `browser_definition`.
    """
    shape, key = metric.shape, f"metric/{metric.id}"
    told = dict(phrases["browser"]) | {"not_shown": phrases["words"]["not_shown"]}
    for name in _never_told(metric, asks=asks):
        del told[name]
    example = format_value(1234.5, Style.NUMBER, 1, texts.language)
    told["not_a_number"] = told["not_a_number"].replace("{example}", example)
    choose = told.pop("choose")
    told |= {
        f"out_of_range {field.id}": choose.replace("{options}", ", ".join(choices[field.id]))
        for field in metric.inputs
        if field.options
    }
    told |= {word: phrases["words"][word] for word in ("yes", "no") if _has_truth(metric)}
    if isinstance(shape.chart, AnswersChart | ValuesChart | CurveChart):
        told |= {name: phrases["pictures"][name] for name in (shape.chart.kind, "point")}
    if isinstance(shape.chart, AnswersChart | ValuesChart):
        told["chart"] = names[shape.chart.of]
    if isinstance(shape.chart, CurveChart):
        told["chart"] = texts(f"{key}/chart/label", shape.chart.label)
        told["across"] = texts(f"{key}/chart/across", shape.chart.across)
    for check in shape.checks:
        told[f"{check.code} {check.field}"] = texts(
            f"{key}/checks/{check.field}/{check.code}", check.text
        )
    for name, entry in shape.inputs.items():
        if entry.not_a_number:
            told[f"not_a_number {name}"] = texts(
                f"{key}/inputs/{name}/not_a_number", entry.not_a_number
            )
    units = {
        name: texts.forms(f"{key}/outputs/{name}/unit", output.unit.one, output.unit.other)
        for name, output in shape.outputs.items()
        if output.unit
    }
    definition = {
        **browser_definition(metric, asks=asks),
        "names": words,
        "units": units,
        "texts": told,
    }
    return _data(definition)


def later_script(
    metric: Metric,
    texts: Texts,
    phrases: Mapping[str, Mapping[str, str]],
    names: Mapping[str, str],
    publisher: str,
) -> Markup:
    """The texts that only `more.js` needs, to stand inside a `script` element.

    Args:
        metric: the metric.
        texts: of the language.
        phrases: the groups of `calculator/phrases.jinja`.
        names: what readers call inputs, outputs, options and bands.
        publisher: the site's name, for citations.
    """
    number, told = metric.shape.formula_version, phrases["taken"]
    title = texts(f"metric/{metric.id}/name", metric.shape.name)
    version = f"{told['formula_version']} {number}"
    cited = Cited(metric.id, number, version, title, publisher, texts.language.tag)
    citation = told["citation"]
    for name, value in {"publisher": publisher, "name": title, "version": str(number)}.items():
        citation = citation.replace(f"{{{name}}}", value)
    said = {
        "title": title,
        "version": version,
        "citation": citation,
        "bibtex": bibtex(cited),
        "csl": csl(cited),
    }
    return _data({"texts": said, "names": names})


def _data(content: object) -> Markup:
    # "<" is the only character that could end the script element.
    compact_json = json.dumps(_short(content), ensure_ascii=False, separators=(",", ":"))
    return Markup(compact_json.replace("<", "\\u003c"))


def _short(content: object) -> object:
    """The same for JavaScript, with `100` for `100.0`."""
    match content:
        case float() if content.is_integer():
            return int(content)
        case dict():
            return {name: _short(one) for name, one in content.items()}
        case list() | tuple():
            return [_short(one) for one in content]
    return content


def _never_told(metric: Metric, *, asks: bool) -> Iterator[str]:
    """The phrases that no entry can bring about."""
    numeric = [field for field in metric.inputs if not field.options]
    if not any(field.is_whole for field in numeric):
        yield "not_integer"
    if all(field.lowest != 0 for field in numeric):
        yield "negative"
    if all(field.above is None for field in numeric):
        yield "above"
    if all(field.scale is None for field in numeric):
        yield "length"
    own = {check.field for check in metric.shape.checks if check.code == "no_data"}
    if all(field.id in own for field in numeric if field.is_list):
        yield "no_data"  # checks have sentences of their own
    if metric.infinite is None:
        yield "infinite"
    if not (asks and levers(metric)):
        yield from ("goal", "unreachable")


def _has_truth(metric: Metric) -> bool:
    return any(output.type is Type.TRUTH for output in metric.outputs)


def _chart(metric: Metric) -> dict[str, object] | None:
    chart = metric.shape.chart
    if chart is None:
        return None
    content = chart.model_dump(exclude={"label", "across", "start", "end", "value"})
    if metric.curve:
        content |= {
            "start": compact(metric.curve.start),
            "end": compact(metric.curve.end),
            "value": compact(metric.curve.value),
        }
    return content


def _output(output: Output) -> list[object]:
    """Style and digits of a value, and its step where that has another name."""
    style = output.style if output.type is Type.NUMBER else output.type.name.lower()
    return [style, output.digits, *([output.step] if output.step != output.id else [])]


def _field(field: Input) -> dict[str, object]:
    """What is said of an input; what is not said of it is left out."""
    content = {
        "id": field.id,
        "kind": field.kind,
        "whole": field.is_whole,
        "list": field.is_list,
        "low": field.lowest,
        "high": field.highest,
        "above": field.above,
        "default": field.default,
        "optional": field.optional,
        "unless": field.unless,
        "with": field.together_with,
        "options": field.options,
        "scale": field.scale,
        "step": field.step,
    }
    return {
        name: value
        for name, value in content.items()
        if value is not None and value is not False and value != ()
    }
