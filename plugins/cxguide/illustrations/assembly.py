"""From the shape of a faultless file to the picture; every text gets its key, place and hint."""

from __future__ import annotations

from dataclasses import dataclass

from cxguide.core.catalogs import Message
from cxguide.core.sources import Keys, Places
from cxguide.illustrations.model import (
    Chain,
    Content,
    Field,
    Frame,
    Link,
    Nested,
    Picture,
    Sheet,
    Step,
    Steps,
)
from cxguide.illustrations.shape import (
    ChainShape,
    FrameShape,
    NestedShape,
    PictureShape,
    SheetShape,
    StepsShape,
)

__all__ = ["assembled"]

ARROW_LENGTH = 20
"""Characters that have room beside an arrow."""
NAME_LENGTH = 30
"""Characters that a name or label has room for."""
TEXT_LENGTH = 120
"""Characters after which a picture is no longer one."""


def assembled(written: PictureShape, places: Places) -> Picture:
    """The picture of a file without faults."""
    made = _Assembly(written, places)
    return Picture(
        id=written.id,
        title=made.text(written.title, "title", note="What a picture shows; read out"),
        caption=made.optional(written.caption, "caption", note="Caption of a picture"),
        content=made.content(),
        is_draft=written.draft,
    )


@dataclass(frozen=True)
class _Assembly:
    written: PictureShape
    places: Places

    def content(self) -> Content:
        match self.written:
            case ChainShape() as chain:
                return self.chain(chain)
            case StepsShape() as steps:
                return self.steps(steps)
            case NestedShape() as nested:
                return Nested(self.frame(nested.outer, "outer"), self.frame(nested.inner, "inner"))
            case SheetShape() as sheet:
                return self.sheet(sheet)
        raise AssertionError("every shape is of a kind")

    def chain(self, chain: ChainShape) -> Chain:
        return Chain(
            tuple(
                Link(
                    self.name(link.name, at, "name", key=("links", link.id, "name")),
                    self.text(link.text, *at, "text", key=("links", link.id, "text")),
                    self.optional(
                        link.example,
                        *at,
                        "example",
                        key=("links", link.id, "example"),
                        note="Example in a picture",
                    ),
                    self.optional(
                        link.arrow,
                        *at,
                        "arrow",
                        key=("links", link.id, "arrow"),
                        note="What the arrow to the next link says",
                        at_most=ARROW_LENGTH,
                    ),
                )
                for index, link in enumerate(chain.links)
                for at in [("links", index)]
            )
        )

    def steps(self, steps: StepsShape) -> Steps:
        back = "What an arrow from the last step to the first says"
        return Steps(
            tuple(
                Step(
                    self.name(step.name, ("steps", index), "name", key=("steps", step.id, "name")),
                    self.text(step.text, "steps", index, "text", key=("steps", step.id, "text")),
                )
                for index, step in enumerate(steps.steps)
            ),
            self.optional(steps.back, "back", note=back, at_most=NAME_LENGTH * 2),
        )

    def frame(self, frame: FrameShape, name: str) -> Frame:
        return Frame(
            self.name(frame.name, (name,), "name"),
            self.text(frame.text, name, "text"),
            tuple(
                self.text(
                    example,
                    *(name, "examples", index),
                    key=(name, "examples", index + 1),
                    note="Example in a picture",
                    at_most=NAME_LENGTH,
                )
                for index, example in enumerate(frame.examples)
            ),
        )

    def sheet(self, sheet: SheetShape) -> Sheet:
        quotation = "What the person says; without quotation marks"
        return Sheet(
            self.name(sheet.name, (), "name"),
            self.text(sheet.about, "about", note="Who the person is, below the name"),
            self.optional(sheet.quotation, "quotation", note=quotation),
            tuple(
                Field(
                    self.name(
                        field.label, ("fields", index), "label", key=("fields", field.id, "label")
                    ),
                    self.text(
                        field.text, "fields", index, "text", key=("fields", field.id, "text")
                    ),
                )
                for index, field in enumerate(sheet.fields)
            ),
        )

    def name(self, english: str, at: Keys, last: str, *, key: Keys = ()) -> Message:
        return self.text(english, *at, last, key=key, note="Name in a picture", at_most=NAME_LENGTH)

    def optional(
        self,
        english: str | None,
        *at: str | int,
        note: str,
        key: Keys = (),
        at_most: int = TEXT_LENGTH,
    ) -> Message | None:
        if english is None:
            return None
        return self.text(english, *at, note=note, key=key, at_most=at_most)

    def text(
        self,
        english: str,
        *at: str | int,
        note: str = "Text in a picture",
        key: Keys = (),
        at_most: int = TEXT_LENGTH,
    ) -> Message:
        return Message(
            "/".join(map(str, ("picture", self.written.id, *(key or at)))),
            english,
            self.places.of(*at),
            f"{note}, at most {at_most} characters",
            is_draft=self.written.draft,
            at_most=at_most,
        )
