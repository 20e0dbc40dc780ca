"""Templates that several environments share are compiled once."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from cxguide.adapters.compiled_templates import compile_once


def test_a_template_is_compiled_again_only_when_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    compiled: list[str] = []
    compile_it = Environment.compile

    def counted(env: Environment, source: str, *others: object, **options: object) -> object:
        compiled.append(source)
        return compile_it(env, source, *others, **options)  # type: ignore[call-overload]

    def said(text: str) -> str:
        (tmp_path / "a.html").write_text(text, "utf-8")
        env = Environment(loader=FileSystemLoader(tmp_path), autoescape=True)
        compile_once(env)
        return env.get_template("a.html").render()

    monkeypatch.setattr(Environment, "compile", counted)

    assert ["2", "2", "3", "2"] == [
        said(f"{{{{ {one} }}}}") for one in ("1+1", "1+1", "1+2", "1+1")
    ]
    assert ["{{ 1+1 }}", "{{ 1+2 }}", "{{ 1+1 }}"] == compiled
