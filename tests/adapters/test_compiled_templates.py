"""Templates that several environments share are compiled once."""

from __future__ import annotations

from pathlib import Path
from types import CodeType

from jinja2 import Environment, FileSystemLoader

from cxguide.adapters.compiled_templates import compile_once


def test_a_template_is_compiled_again_only_when_it_has_changed(tmp_path: Path):
    compiled: list[str] = []

    class Counting(Environment):
        def _compile(self, source: str, filename: str) -> CodeType:
            compiled.append(filename)
            return super()._compile(source, filename)

    def said(text: str) -> str:
        (tmp_path / "a.html").write_text(text, "utf-8")
        env = Counting(loader=FileSystemLoader(tmp_path), autoescape=True)
        compile_once(env)
        return env.get_template("a.html").render()

    texts = ["{{ 1+1 }}", "{{ 1+1 }}", "{{ 1+2 }}", "{{ 1+1 }}"]
    assert ["2", "2", "3", "2"] == [said(text) for text in texts]
    assert 3 == len(compiled)
