"""From which version of a site to which: tags and addresses before and after."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

__all__ = ["ScriptVariant"]


@dataclass(frozen=True)
class ScriptVariant:
    """From which version to which.

    Attributes:
        source_tag: language of the written pages, such as `sr`.
        target_tag: what the new pages say, such as `sr-Latn`.
        source_prefix: first part of the addresses of the written pages.
        target_prefix: the same of the new pages.
        site_url: absolute address of the root, with a slash at the end; may be unknown (`""`).
        has_file: whether the site has a file, by its path from the root. Decides whether a
            link to `nps.sr.html` may become one to `nps.sr-latn.html`.
    """

    source_tag: str
    target_tag: str
    source_prefix: str
    target_prefix: str
    site_url: str = ""
    has_file: Callable[[str], bool] = lambda path: False

    @property
    def root(self) -> str:
        """Absolute address of the site's root, a made-up one while it is unknown."""
        return self.site_url or "http://site.invalid/"

    def tag(self, tag: str) -> str | None:
        """The tag after the change, or `None` for another language or script.

        >>> variant = ScriptVariant("sr", "sr-Latn", "sr", "sr-latn")
        >>> variant.tag("sr-RS"), variant.tag("sr-Cyrl"), variant.tag("en")
        ('sr-Latn-RS', None, None)
        """
        match = re.fullmatch(rf"{self.source_tag}(-[A-Za-z]{{2}})?", tag, re.IGNORECASE)
        return self.target_tag + (match[1] or "") if match else None

    def address(self, address: str, page: str) -> str:
        """The address as the new page has to say it.

        Args:
            address: as the written page says it.
            page: the page, relative to its version's root.
        """
        path = re.split(r"[?#]", address, maxsplit=1)[0]
        inside = self._inside(self.target_prefix, page, path)
        if inside is None:
            return address
        if not inside.startswith(f"{self.source_prefix}/"):
            return self._twin(address, inside)
        before = path.removesuffix(inside)
        # Ways that wind through other folders are left; MkDocs does not write them.
        if before == path:
            return address
        rest = address[len(before) + len(self.source_prefix) :]
        return before + self.target_prefix + rest

    def same_address(self, address: str, page: str) -> str:
        """The address changed only as far as needed to lead from the new page to the same place.

        A relative address that stays inside the written version would lead into the new one.
        """
        written = self._inside(self.source_prefix, page, address)
        if written is None or self._inside(self.target_prefix, page, address) == written:
            return address
        return "../" * f"{self.target_prefix}/{page}".count("/") + written

    def _inside(self, prefix: str, page: str, address: str) -> str | None:
        """Where an address on a page leads to, from the root; `None` for another site."""
        try:
            absolute = urljoin(f"{self.root}{prefix}/{page}", address)
        except ValueError:  # such as "http://[": no address, so it leads nowhere
            return None
        return absolute[len(self.root) :] if absolute.startswith(self.root) else None

    def _twin(self, address: str, inside: str) -> str:
        # Files outside the versions' folders carry the language in their name.
        old, new = f".{self.source_prefix}.", f".{self.target_prefix}."
        folder, _, name = inside.rpartition("/")
        if old in name and self.has_file(f"{folder}/{name.replace(old, new)}".lstrip("/")):
            return address.replace(name, name.replace(old, new), 1)
        return address
