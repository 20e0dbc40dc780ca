"""What a language says in maps: the editors' texts, the fixed words, the sentences made of both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from markupsafe import Markup

from cxguide.core.catalogs import Message, Texts
from cxguide.core.languages import Language
from cxguide.core.lists import listed
from cxguide.core.numbers import format_number
from cxguide.core.templating import environment
from cxguide.journeys.model import Journey, Stage
from cxguide.journeys.summary import Feeling, feelings_of, summary_of, worst_pain_point

__all__ = ["Words", "signed"]


class Words:
    """A map's words in one language; templates and renderers without templates share them."""

    def __init__(self, texts: Texts) -> None:
        """The words of the language that `texts` are in."""
        self.texts = texts

    @property
    def language(self) -> Language:
        """The language they are in."""
        return self.texts.language

    @cached_property
    def fixed(self) -> Any:
        """What `templates/journey/words.jinja` sets: `rows`, `levels`, `today` and so on."""
        texts = {"t": self.texts, "counted": self.texts.counted}
        return environment().get_template("journey/words.jinja").make_module(texts)

    @property
    def context(self) -> dict[str, object]:
        """What the templates of maps receive under the same names."""
        return {
            "t": self.texts,
            "counted": self.texts.counted,
            "words": self.fixed,
            "own": self.own,
            "signed": self.signed,
            "listed": self.listed,
        }

    def own(self, message: Message) -> str:
        """An editor's text."""
        return self.texts(message.key, message.english)

    def signed(self, score: int) -> str:
        """A score with its sign."""
        return signed(score, self.language)

    def listed(self, feelings: Iterable[Feeling]) -> str:
        """Stages in a row, each with the persona where there are several."""
        names = [
            self.own(one.stage.name)
            if one.persona is None
            else self.fixed.felt_by.format(
                stage=self.own(one.stage.name), persona=self.own(one.persona.name)
            )
            for one in feelings
        ]
        return listed(names, self.language)

    def remark(self, text: str, remark: str) -> str:
        """A text with something in brackets after it."""
        return str(self.fixed.remark).format(text=text, remark=remark)

    def pair(self, name: str, text: str) -> str:
        """What something is about, a colon, and the text."""
        return str(self.fixed.pair).format(name=name, text=text)

    def level(self, score: int | None) -> str:
        """An emotion as a word and a number."""
        if score is None:
            return str(self.fixed.no_data)
        return self.remark(self.fixed.levels[score], self.signed(score))

    def to_target(self, levels: int) -> str:
        """How many levels an emotion is below its target."""
        return _plain(self.fixed.to_target(levels))

    def difference(self, levels: int) -> str:
        """How many levels an emotion of the second of two maps is higher."""
        return _plain(self.fixed.difference(levels))

    def apart(
        self,
        titles: Sequence[str],
        widest: tuple[Iterable[str], tuple[int | None, int | None]] | None,
    ) -> str:
        """Where two maps are furthest apart: names of the stages, and both scores."""
        if widest is None:
            return _plain(self._sentences.apart(*titles, None))
        names, scores = widest
        stages = " / ".join(names)  # names may hold an "and" of their own
        return _plain(self._sentences.apart(*titles, {"stages": stages, "scores": scores}))

    def summary(self, journey: Journey) -> str:
        """The editor's summary, or one made from the content; the note to the reader after it."""
        if journey.summary is not None:
            told = self.own(journey.summary)
        else:
            told = _plain(self._sentences.summary(summary_of(journey)))
        note = journey.lens.note
        return told if note is None else f"{told} {self.own(note)}"

    def sentence(self, journey: Journey, stage: Stage) -> str:
        """A stage in words: its emotions and its worst pain point."""
        feelings = feelings_of(journey, stage)
        known = [(persona, score) for persona, score in feelings if score is not None]
        told = self._sentences.stage(
            journey.stages.index(stage) + 1,
            self.own(stage.name),
            known,
            worst_pain_point(stage),
        )
        return _plain(told)

    @cached_property
    def _sentences(self) -> Any:
        return environment().get_template("journey/sentences.jinja").make_module(self.context)


def _plain(markup: Markup) -> str:
    """What a macro says, as text in one line; no-break spaces stay."""
    return re.sub(r"[ \n]+", " ", markup.unescape()).strip()


def signed(score: int, language: Language) -> str:
    """A score with its sign, which is a real minus and not a hyphen.

    >>> [signed(score, Language("en")) for score in (-2, 0, 1)]
    ['−2', '0', '+1']
    """
    sign = "\N{MINUS SIGN}" if score < 0 else "+" if score > 0 else ""
    return sign + format_number(abs(score), 0, language)
