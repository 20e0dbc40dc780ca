"""What a plugin has whose things other people's pages may show."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from cxguide.adapters.fence_plugin import FencePlugin
from cxguide.core.catalogs import Texts

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

__all__ = ["EmbedVersion", "EmbeddablePlugin", "embeddable_plugins"]


@dataclass(frozen=True, slots=True)
class EmbedVersion:
    """A version of the site, as the files name it.

    Attributes:
        tag: of the version; another one than that of its texts where we do not speak it.
        texts: of its language.
        root: absolute address of its home page.
        site: absolute address of the root of the site.
        name: what the site calls itself in the language.
        language_name: what the language calls itself.
    """

    tag: str
    texts: Texts
    root: str
    site: str
    name: str
    language_name: str

    @property
    def told(self) -> str:
        """Everything that the files of a version depend on."""
        named = (self.tag, self.root, self.site, self.name, self.language_name)
        return repr((*named, self.texts.digest))

    @property
    def prefix(self) -> str:
        """The first part of its addresses with a slash; `""` for the version at the root."""
        return self.root.removeprefix(self.site)


class EmbeddablePlugin(FencePlugin):
    """A plugin with a fence, each of whose things can stand on a page that is not ours.

    Attributes:
        embed_folder: of its files, below the folder of a release; with a slash, or `""`.
        homes: the address, shared by all languages, of the page that shows a thing best, by the
            name of the thing.
    """

    embed_folder: ClassVar[str]
    homes: Mapping[str, str] = MappingProxyType({})

    @abstractmethod
    def embed_names(self) -> Iterable[str]:
        """Its things; none while they have faults."""

    @abstractmethod
    def embed_title(self, name: str, texts: Texts) -> str:
        """What a thing is called in a language."""

    @abstractmethod
    def embed_files(
        self, versions: tuple[EmbedVersion, ...], config: MkDocsConfig
    ) -> Iterator[tuple[str, str]]:
        """Name, below the folder of a release, and content of every file."""

    def home(self, name: str) -> str:
        """Where a thing stands, below the root of each language; `""` for nowhere."""
        return self.homes.get(name, "")


def embeddable_plugins(config: MkDocsConfig) -> list[EmbeddablePlugin]:
    """Those that the site has."""
    return [one for one in config.plugins.values() if isinstance(one, EmbeddablePlugin)]
