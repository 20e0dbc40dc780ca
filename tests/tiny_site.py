"""Tiny sites, built by MkDocs in a process of their own.

static-i18n switches off MkDocs' cleaning while it builds and does not switch it on again after
a failure, so no build may run inside the test process.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from urllib.parse import urljoin, urlsplit

from lxml import html

from cxguide.core.languages import Language
from cxguide.core.resources import TEMPLATES, THEMES
from cxguide.translations.extraction import template_messages

LANGUAGES = {"en": "English", "sr": "Српски", "th": "ไทย", "cs": "Čeština"}
SAMPLE_WORDS = {"sr": "ћирилица", "th": "ภาษาไทย", "cs": "čeština"}
"""Every short text is translated as "<sample>: <English>", so a test sees its language."""

PREFIXES = {"": "en", "sr/": "sr", "sr-latn/": "sr-Latn", "th/": "th", "cs/": "cs"}
"""The first part of the addresses of each version, and its language."""

SAMPLES = {"sr/": "ћирилица", "sr-latn/": "ćirilica", "th/": "ภาษาไทย", "cs/": "čeština"}
"""How the short texts of a version can be told."""

RUNNER = """
import sys
from pathlib import Path
from cxguide.adapters import catalog_sets, texts
texts.LOCALE = Path(sys.argv.pop(1))
texts.CALCULATORS = catalog_sets.CALCULATORS = catalog_sets.TEMPLATES = texts.LOCALE.parent
catalog_sets.read_metrics = lambda folder, root: {}
from mkdocs.__main__ import cli
cli()
"""

PAGES = {
    "en/index.md": "# Guide { #guide }\n\nWelcome to [scores](metrics/nps.md).\n",
    "en/metrics/nps.md": "# Score { #nps }\n\nA survey.\n\n## NPS { #formula }\n\n55 - 18\n",
    "en/five-cs.md": "# Five Cs { #five-cs }\n\nOnly English.\n\n## Care { #care }\n",
    "sr/index.md": "# Водич { #guide }\n\nДобро дошли на [оцене](metrics/nps.md).\n",
    "sr/metrics/nps.md": "# Оцена { #nps }\n\nЉубав и анкета.\n\n## Збир { #formula }\n\nТекст.\n",
    "th/index.md": "# คู่มือ { #guide }\n\nยินดีต้อนรับ\n",
    "th/metrics/nps.md": "# คะแนน { #nps }\n\nแบบสำรวจ\n\n## NPS { #formula }\n\n55 - 18\n",
    "cs/index.md": "# Průvodce { #guide }\n\nVítejte.\n",
}

ALL_PAGES = [prefix + path for prefix in PREFIXES for path in ("", "metrics/nps/", "five-cs/")]


def resolved(path: str, link: str) -> str:
    """Where a link on a page of a tiny site leads, from the root of the host."""
    return urlsplit(urljoin(f"https://guide.example/{path}", link)).path


def announced(page: html.HtmlElement) -> list[tuple[str, str]]:
    """The languages that the head of a page names, with their addresses."""
    links = page.xpath("//link[@hreflang and contains(concat(' ', @rel, ' '), ' alternate ')]")
    return [(link.get("hreflang"), link.get("href")) for link in links]


def switcher(page: html.HtmlElement) -> list[html.HtmlElement]:
    """The links of the language switcher."""
    return page.xpath("//header//details[contains(@class, 'cx-languages')]//a")


@dataclass
class Site:
    """A site in a folder of its own.

    Attributes:
        root: the folder.
        config: content of mkdocs.yml (JSON is YAML).
    """

    root: Path
    config: dict[str, object] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        return self.root / "site"

    def write(self, path: str, text: str) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def build(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        self.write("mkdocs.yml", json.dumps(self.config, ensure_ascii=False))
        return subprocess.run(
            [
                sys.executable,
                "-c",
                RUNNER,
                str(self.root / "short-texts" / "locale"),
                "build",
                *arguments,
            ],
            cwd=self.root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    def built(self) -> Site:
        """The site, built strictly."""
        done = self.build("--strict")
        assert done.returncode == 0, done.stderr
        return self

    def page(self, path: str) -> html.HtmlElement:
        return html.document_fromstring(self.text(path).encode())

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def options(self, plugin: str) -> dict[str, Any]:
        """The options of a plugin in mkdocs.yml, to be changed."""
        plugins = cast("list[str | dict[str, dict[str, Any]]]", self.config["plugins"])
        return next(one[plugin] for one in plugins if isinstance(one, dict) and plugin in one)

    def searched(self, prefix: str) -> dict[str, list[list[str]]]:
        """The sections that our search finds in a version, by the address of their page."""
        folder = self.folder / prefix / "search"
        pages = (json.loads(path.read_text("utf-8")) for path in folder.glob("page-*.json"))
        return {
            one["address"]: one["sections"] for one in sorted(pages, key=lambda p: p["address"])
        }

    def search_index(self, prefix: str) -> dict[str, list[dict[str, str]]]:
        return json.loads(self.text(f"{prefix}search/search_index.json"))

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


def _catalog(texts: dict[str, tuple[str, str]]) -> str:
    entries = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n']
    for key, (english, translated) in texts.items():
        quoted = [json.dumps(text, ensure_ascii=False) for text in (key, english, translated)]
        entries.append("msgctxt {}\nmsgid {}\nmsgstr {}\n".format(*quoted))
    return "\n".join(entries)


def _short_texts(site: Site) -> None:
    phrases = site.root / "short-texts"
    phrases.mkdir()
    for name in (
        "languages/offer.jinja",
        "page_phrases.jinja",
        "page/section-notice.html.jinja",
        "search/words.jinja",
        "translations/state.html.jinja",
        "site/phrases.jinja",
    ):
        shutil.copy(TEMPLATES / name, phrases)
    messages = (*template_messages(THEMES, THEMES), *template_messages(phrases, phrases))
    own = {"site/name": "CX Guide", "site/description": "A guide.", "nav/metrics": "Metrics"}
    for tag, sample in SAMPLE_WORDS.items():
        theme = {key: m.english for m in messages for key in m.keys(Language(tag))}
        for folder, english in {"short-texts/locale": theme, "docs/locale": own}.items():
            texts = {key: (text, f"{sample}: {text}") for key, text in english.items()}
            site.write(f"{folder}/{tag}.po", _catalog(texts))


def multilingual_config() -> dict[str, object]:
    return {
        "site_name": "CX Guide",
        "site_description": "A guide.",
        "site_url": "https://guide.example/",
        "repo_url": "https://github.com/cx/guide",
        "edit_uri": "edit/main/docs/",
        "exclude_docs": "/locale/",
        "theme": {
            "name": "material",
            "custom_dir": str(THEMES / "guide"),
            "font": False,
            "features": ["content.action.edit"],
        },
        "nav": ["index.md", {"Metrics": ["metrics/nps.md"]}, "five-cs.md"],
        "markdown_extensions": ["attr_list", "admonition", {"toc": {"permalink": True}}],
        "plugins": [
            "search",
            "cx-translations",
            {
                "cx-site": {
                    "script_variants": [{"locale": "sr-Latn", "from": "sr", "name": "Srpski"}]
                }
            },
            {
                "i18n": {
                    "docs_structure": "folder",
                    "languages": [
                        {"locale": tag, "name": name, "default": tag == "en"}
                        for tag, name in LANGUAGES.items()
                    ],
                }
            },
        ],
    }


def new_site(root: Path, **options: object) -> Site:
    """A site in four languages: the page on the five Cs is English only, cs has only a home.

    Args:
        root: its folder.
        options: of `cx-site`.
    """
    site = Site(root, multilingual_config())
    site.options("cx-site").update(options)
    for path, text in PAGES.items():
        site.write(f"docs/{path}", text)
    _short_texts(site)
    return site
