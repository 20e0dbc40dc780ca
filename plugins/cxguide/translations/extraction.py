"""The texts that templates use, read from the templates themselves.

A template writes `t("map/row/actions", "Actions")`, or `counted("map/stages", n, "{n} stage",
"{n} stages")` for a text that changes with a number. Both are literal, so Babel's reader of
Jinja templates finds them. A comment on the line above that begins with `translators:` goes to
the translators.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from jinja2.ext import babel_extract

from cxguide.core.catalogs import Message
from cxguide.core.places import Faults, Place, SourceError

__all__ = ["template_messages"]

_PLAIN, _COUNTED = "t", "counted"


def template_messages(folder: Path, root: Path) -> tuple[Message, ...]:
    """The messages of all templates of a folder, sorted by key, each once.

    Raises:
        SourceFaults: a key has two different English texts, or a call has no literal text.
    """
    messages: dict[str, Message] = {}
    faults = Faults()
    for path in sorted({*folder.rglob("*.html"), *folder.rglob("*.jinja")}):
        with faults.caught():
            for message in _messages_of(path, root):
                known = messages.setdefault(message.key, message)
                if known.english != message.english:
                    faults.add(
                        SourceError(
                            message.place,
                            f"the key {message.key!r} has the text {message.english!r} here "
                            f"and {known.english!r} at {known.place}",
                            fix="give one of them another key",
                        )
                    )
    faults.raise_if_any()
    return tuple(messages[key] for key in sorted(messages))


def _messages_of(path: Path, root: Path) -> Iterator[Message]:
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    with path.open("rb") as file:
        found = list(babel_extract(file, [_PLAIN, _COUNTED], ["translators:"], {}))
    for line, function, arguments, comments in found:
        texts = arguments if isinstance(arguments, tuple) else (arguments,)
        needed = 4 if function == _COUNTED else 2
        # After the texts stand the values of placeholders, of which Babel gives `None`.
        literal = [texts[0], *texts[2:4]] if function == _COUNTED else texts[:2]
        if len(texts) < needed or not all(isinstance(text, str) for text in literal):
            raise SourceError(
                Place(name, line),
                f"{function}() needs its key and its English text in quotes",
                fix='write t("key", "Text") or counted("key", n, "{n} thing", "{n} things")',
            )
        note = " ".join(comment.removeprefix("translators:").strip() for comment in comments)
        key, english = cast(str, texts[0]), cast(str, texts[needed - 1])
        yield Message(key, english, Place(name, line), note, counted=function == _COUNTED)
