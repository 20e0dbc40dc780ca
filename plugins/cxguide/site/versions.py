"""The language versions of a site, and which of them each page really exists in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cxguide.core.languages import Language
from cxguide.core.places import Place, SourceError

__all__ = ["SiteModel", "SiteVersion", "source_version"]


@dataclass(frozen=True)
class SiteVersion:
    """The site in one language.

    Attributes:
        language: the language, as `lang` and `hreflang` say it.
        name: what it calls itself, for the switcher.
        prefix: first part of its addresses, `""` for the default version.
        derived_from: prefix of the version whose written pages it is made from by changing
            the script; `None` for a version that people write.
        is_preview: it is being begun; nobody is led to it.
    """

    language: Language
    name: str
    prefix: str
    derived_from: str | None = None
    is_preview: bool = False

    def address(self, path: str) -> str:
        """Where a page of this version is, relative to the site's root.

        >>> SiteVersion(Language("sr"), "Српски", "sr").address("metrics/nps/")
        'sr/metrics/nps/'
        """
        return f"{self.prefix}/{path}" if self.prefix else path


@dataclass(frozen=True)
class SiteModel:
    """All versions of a site.

    Attributes:
        versions: the default version first, then in the order of the switcher.
        site_url: absolute address of the root, with a slash at the end; `""` when unknown.
        translations: for each path that the versions share (`metrics/nps/`, `""` for the
            home page) the prefixes of the versions in which people have written it.
        days: by path and prefix, the day on which the source of a page was last changed, as ISO
            has it, as far as that is known.
    """

    versions: tuple[SiteVersion, ...]
    site_url: str = ""
    translations: Mapping[str, frozenset[str]] = field(default_factory=dict)
    days: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def default(self) -> SiteVersion:
        """The version at the root of the site."""
        return self.versions[0]

    @property
    def shown(self) -> tuple[SiteVersion, ...]:
        """The versions that readers and search engines are led to."""
        return tuple(version for version in self.versions if not version.is_preview)

    @property
    def derived(self) -> tuple[SiteVersion, ...]:
        """The versions made by changing the script of another one."""
        return tuple(version for version in self.versions if version.derived_from is not None)

    def version(self, prefix: str) -> SiteVersion:
        """The version with a prefix.

        Raises:
            KeyError: there is none.
        """
        for version in self.versions:
            if version.prefix == prefix:
                return version
        raise KeyError(prefix)

    def version_of(self, address: str) -> SiteVersion:
        """The version that an address relative to the site's root belongs to."""
        first = address.partition("/")[0]
        for version in self.versions:
            if version.prefix and version.prefix == first:
                return version
        return self.default

    def changed_on(self, path: str, version: SiteVersion) -> str:
        """The day on which the text of a page was last changed; empty where nobody knows."""
        prefix = version.prefix if version.derived_from is None else version.derived_from
        return self.days.get((path, prefix), "")

    def is_written(self, path: str, version: SiteVersion) -> bool:
        """Whether the page has a text of its own in the version, not the default one's."""
        written = self.translations.get(path, frozenset())
        prefix = version.prefix if version.derived_from is None else version.derived_from
        return prefix in written

    def exists(self, path: str, version: SiteVersion) -> bool:
        """Whether the version shows anything at the path, if only the default text."""
        return self.is_written(path, version) or self.is_written(path, self.default)


def source_version(model: SiteModel, version: SiteVersion) -> SiteVersion:
    """The written version that a derived one is made from.

    Raises:
        SourceError: it is the default version, another derived one, or none that exists.
    """
    written = [found for found in model.versions if found.prefix and found.derived_from is None]
    for found in written:
        if found.prefix == version.derived_from:
            return found
    known = ", ".join(found.language.tag for found in written)
    raise SourceError(
        Place("mkdocs.yml"),
        f"the version {version.language.tag!r} cannot be made from {version.derived_from!r}",
        known=f"languages with a folder of their own: {known}",
        fix="write one of them after 'from:' in script_variants, or remove the variant",
    )
