"""The texts that translators get."""

from __future__ import annotations

from collections.abc import Callable

from cxguide.journeys import Journey, journey_messages

MakeJourney = Callable[..., Journey]


def test_every_text_has_a_key_of_its_own(retailer: Journey) -> None:
    keys = [message.key for message in journey_messages(retailer)]
    assert len(keys) == len(set(keys))
    assert all(key.startswith("journey/retailer/") for key in keys)


def test_a_text_knows_its_place_and_a_hint(retailer: Journey) -> None:
    name = next(one for one in journey_messages(retailer) if one.key.endswith("/purchase/name"))

    assert name.english == "Purchase"
    assert str(name.place).startswith("docs/journeys/retailer.yml:")
    assert name.note == "Stage name, at most 30 characters"


def test_keys_survive_another_order_of_the_stages(
    retailer: Journey, journey_of: MakeJourney
) -> None:
    pain = "pain_points: [{text: Slow, severity: 1}, {id: cost, text: Costly, severity: 2}]"
    there, back = journey_of(pain, "emotion: 1"), journey_of("emotion: 1", pain)

    keys = {message.key for message in journey_messages(there)}

    assert "journey/small/stages/a/pain_points/1" in keys
    assert "journey/small/stages/a/pain_points/cost" in keys
    assert {"journey/small/stages/a/name", "journey/small/stages/b/name"} <= keys & {
        message.key for message in journey_messages(back)
    }
