"""The plugin `cx-pictures`: fences become pictures made of texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from mkdocs.config import config_options as opt
from mkdocs.plugins import CombinedEvent, event_priority

from cxguide.adapters.faults import found_faults
from cxguide.adapters.fence_plugin import FencePlugin
from cxguide.adapters.fences import FencePage, check_fences, may_hold, page_text
from cxguide.adapters.generated import json_text, write_files
from cxguide.adapters.i18n import is_first_build, is_last_build
from cxguide.adapters.plugin import Options
from cxguide.adapters.settings import own_folder, site_root
from cxguide.adapters.texts import texts_for, texts_of_versions
from cxguide.core.digests import digest
from cxguide.core.places import Place, SourceError, nearest
from cxguide.core.sources import Source, SourceText, read_source
from cxguide.drawing.extra import HOW_TO_GET_IT, is_installed
from cxguide.illustrations import Picture, picture_schema, picture_styles, read_pictures

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

__all__ = ["PicturesPlugin"]

SCHEMA = "schema/v1/picture.schema.json"


class PicturesConfig(Options):
    """Options of `cx-pictures`."""

    pictures_dir = opt.Type(str, default="docs/pictures")
    """Folder with the files of pictures, relative to mkdocs.yml; it may be missing."""


class PictureFence(Source):
    """What stands in a picture fence."""

    picture: str


class PicturesPlugin(FencePlugin):
    """Reads the pictures once a run and renders every picture fence."""

    config_class = PicturesConfig
    config: PicturesConfig
    fence = "picture"
    styles = "assets/cx/picture.css"

    def __init__(self) -> None:
        self._pictures: Mapping[str, Picture] = MappingProxyType({})
        self._told = ""

    def own_sources(self, config: MkDocsConfig) -> Path:
        """The folder of the pictures."""
        return site_root(config) / self.config.pictures_dir

    def check(self, files: Files, config: MkDocsConfig) -> None:
        """Read the pictures and check the fences of all languages."""
        self._pictures = {}
        with found_faults().caught():
            folder = own_folder(config, "cx-pictures", "pictures_dir")
            self._pictures = read_pictures(folder, site_root(config)) if folder else {}
            check_fences(self.fence, self._checked, files, config)
        self._told = digest(*self._pictures.items())

    def content_told(self, file: File, config: MkDocsConfig) -> str:
        """The pictures, where there is a fence."""
        return self._told if may_hold(self.fence, page_text(file, config)) else ""

    @event_priority(-85)  # when cx-translations has checked the catalogs
    def _on_files_check_letters(self, files: Files, *, config: MkDocsConfig) -> None:
        """Check that the texts can be drawn; with other faults not all of them are known."""
        faults = found_faults()
        if is_first_build(config) and not faults.found and is_installed():
            with faults.caught():
                for fault in self._unshown_characters(config):
                    faults.add(fault)

    on_files = CombinedEvent(
        FencePlugin._on_files_check, _on_files_check_letters, FencePlugin._on_files_tell
    )

    @event_priority(-200)  # when every language is written
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the styles that pictures use, and the schema of their files."""
        if is_last_build(config):
            files = {self.styles: picture_styles(), SCHEMA: json_text(picture_schema())}
            write_files(files, config)

    @property
    def draft_keys(self) -> tuple[str, ...]:
        """Beginnings of the keys of pictures that nobody must translate yet."""
        drafts = (name for name, picture in self._pictures.items() if picture.is_draft)
        return tuple(f"picture/{name}/" for name in drafts)

    def render(self, source: SourceText, page: FencePage, config: MkDocsConfig) -> str:
        """The picture as HTML."""
        picture = self._checked(source)
        html = import_module("cxguide.illustrations.html")  # what sets texts is an extra
        rendered: str = html.render_picture(
            picture, texts_for(config, page.language), page.unique_id
        )
        return rendered

    def _checked(self, source: SourceText) -> Picture:
        """The picture that a fence asks for, if everything in it is right.

        Raises:
            SourceFaults: for its shape.
            SourceError: there is no such picture, or nothing to draw it with.
        """
        fence, places = read_source(source, PictureFence)
        picture = self._pictures.get(fence.picture)
        if picture is None:
            close = nearest(fence.picture, self._pictures)
            folder = self.config.pictures_dir
            raise places.fault(
                f"there is no picture {fence.picture!r}",
                "picture",
                known=f"known: {', '.join(self._pictures) or 'none'}",
                fix=f"write {close!r}" if close else f"add {folder}/{fence.picture}.yml",
            )
        if not is_installed():
            raise places.fault(
                "the libraries that pictures are drawn with are not installed",
                "picture",
                fix=HOW_TO_GET_IT,
            )
        return picture

    def _unshown_characters(self, config: MkDocsConfig) -> Iterator[SourceError]:
        """The faults of texts, one for each, with characters that our fonts do not have."""
        coverage = import_module("cxguide.illustrations.coverage")
        told: set[Place] = set()
        for texts in texts_of_versions(config, english_for=("picture/",)).values():
            for picture in self._pictures.values():
                for fault in coverage.coverage_faults(picture, texts):
                    if fault.place not in told:
                        told.add(fault.place)
                        yield fault
