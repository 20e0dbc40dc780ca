"""What a picture says of itself: its title and its description, for people who do not see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cxguide.core.catalogs import Message, Texts
from cxguide.core.lists import listed
from cxguide.core.templating import phrases
from cxguide.illustrations.model import Chain, Nested, Picture, Sheet, Steps

__all__ = ["description", "phrases_of"]


def phrases_of(texts: Texts) -> Mapping[str, str]:
    """The fixed words of pictures."""
    return phrases("picture/phrases.jinja", texts)["words"]


def description(picture: Picture, texts: Texts) -> str:
    """How the picture is built; its own texts are read after it.

    Raises:
        SourceError: the language lacks a text.
    """
    words = phrases_of(texts)

    def own(message: Message) -> str:
        return texts(message.key, message.english)

    def names(messages: Iterable[Message]) -> str:
        return listed(map(own, messages), texts.language)

    match picture.content:
        case Chain(links=links):
            return words["chain"].format(names=names(link.name for link in links))
        case Steps(steps=steps, back=back):
            text = words["steps"].format(names=names(step.name for step in steps))
            return f"{text} {words['back']}" if back is not None else text
        case Nested(outer=outer, inner=inner):
            return words["nested"].format(outer=own(outer.name), inner=own(inner.name))
        case Sheet(fields=fields):
            return words["sheet"].format(names=names(field.label for field in fields))
