"""All pages of a version in another script, made from a built folder."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

from cxguide.core.keeping import Keeper, Unkept
from cxguide.site.latin import to_latin
from cxguide.site.reordering import in_places
from cxguide.site.script_variant import ScriptVariant, in_other_script
from cxguide.site.search import INDEX
from cxguide.site.versions import SiteModel, SiteVersion, source_version

__all__ = ["derive_version"]

_MARKUP = frozenset({".html", ".svg"})
_PLAIN = frozenset({".csv", ".md"})


def derive_version(
    folder: Path, model: SiteModel, version: SiteVersion, kept: Keeper | None = None
) -> None:
    """Write a derived version beside the version it is made from.

    Pages, pictures with text (SVG), tables, plain texts and the search index change their script;
    other files of the version are copied. What an earlier run wrote is replaced.

    Raises:
        SourceError: the version is derived from the default one, or from none that exists.
    """
    source = source_version(model, version)
    target = folder / version.prefix
    shutil.rmtree(target, ignore_errors=True)
    variant = ScriptVariant(
        source.language.tag,
        version.language.tag,
        source.prefix,
        version.prefix,
        model.site_url,
        has_file=lambda path: (folder / path).is_file(),
    )
    kept = kept or Unkept()
    told = f"{version} {model.site_url} {_paths(folder)}"
    for file in sorted((folder / source.prefix).rglob("*")):
        if file.is_file():
            inside = file.relative_to(folder / source.prefix)
            _write(file, target / inside, variant, inside.as_posix(), kept, told)


def _paths(folder: Path) -> str:
    """A text that differs where other files are there, to which pages may lead."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    return sha256("\n".join(names).encode()).hexdigest()


def _write(
    file: Path, target: Path, variant: ScriptVariant, inside: str, kept: Keeper, told: str
) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if file.suffix in _MARKUP:
        # Bytes in, bytes out: nothing may touch line endings.
        text = file.read_bytes().decode()
        page = inside.removesuffix("index.html")
        made = kept.made(
            "page in another script",
            f"{told} {page}\0{text}",
            lambda: in_places(in_other_script(text, variant, page=page)),
        )
        target.write_bytes(made.encode())
    elif inside == INDEX:
        target.write_text(_index(file.read_text(encoding="utf-8"), variant), encoding="utf-8")
    elif file.suffix in _PLAIN:
        text = to_latin(file.read_bytes().decode())
        prefixes = (variant.source_prefix, variant.target_prefix)
        theirs, own = (f"{variant.site_url}{prefix}/" for prefix in prefixes)
        target.write_bytes(text.replace(theirs, own).encode())
    else:
        shutil.copyfile(file, target)


def _index(text: str, variant: ScriptVariant) -> str:
    index = json.loads(text)
    for entry in index["docs"]:
        for name in ("title", "text"):
            entry[name] = in_other_script(entry[name], variant, is_source=True)
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))
