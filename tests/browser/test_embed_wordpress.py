"""Frames of ours where other systems show them, in the words of those systems."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from guide_site import PREFIXES
from partner_pages import SPOKEN, PartnerSite, expect_right_height

pytestmark = pytest.mark.browser


@pytest.fixture
def visitor() -> dict[str, object]:
    return {"viewport": {"width": 700, "height": 900}}


# As WordPress shows what it found by oEmbed

WORDPRESS = """<script>
addEventListener("message", ({ data, source }) => {
  if (!data || !data.secret || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
    if (source !== frame.contentWindow) continue;
    frame.removeAttribute("style");
    if (data.message === "height") {
      frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
    }
  }
});
</script>"""
"""What wp-embed.js of WordPress does with a frame."""
HIDDEN = (
    'sandbox="allow-scripts" security="restricted" '
    'style="position: absolute; clip: rect(1px, 1px, 1px, 1px);" width="340" height="338" '
)


def in_wordpress(partner: PartnerSite, address: str, secret: str) -> str:
    """The frame that WordPress makes, hidden until it speaks."""
    frame = partner.frame(f"{address}#?secret={secret}", f'{HIDDEN} data-secret="{secret}"')
    return frame.replace("data-cx", 'class="wp-embedded-content"')


@pytest.mark.parametrize("tag", PREFIXES)
def test_a_frame_shows_itself_in_wordpress_at_its_whole_height(partner: PartnerSite, tag: str):
    page = partner.visited(
        WORDPRESS + in_wordpress(partner, f"bounce.{tag.lower()}.html", "aB3dE6gH9j")
    )

    expect(page.locator("iframe")).not_to_have_attribute("style", "")
    height = expect_right_height(page)
    assert (f"{height}", 200 < height < 1000) == (
        page.locator("iframe").get_attribute("height"), True,
    )  # fmt: skip


def test_a_high_frame_scrolls_in_wordpress(partner: PartnerSite):
    page = partner.visited(
        WORDPRESS + in_wordpress(partner, "journey/clinic.cs.html", "aB3dE6gH9j")
    )

    expect(page.locator("iframe")).to_have_attribute("height", "1000")


def test_several_frames_in_wordpress_get_each_its_own_height(partner: PartnerSite):
    page = partner.visited(
        WORDPRESS
        + in_wordpress(partner, "bounce.en.html", "one")
        + in_wordpress(partner, "abandonment.en.html", "two")
    )

    assert expect_right_height(page, 0) != expect_right_height(page, 1)


@pytest.mark.parametrize("secret", ["", "a b", "<b>", "a&secret=b"])
def test_a_secret_is_passed_on_only_where_it_is_one(partner: PartnerSite, secret: str):
    page = partner.visited(SPOKEN + partner.frame(f"churn.en.html#?secret={secret}"))
    page.wait_for_function("said.length > 3")

    secrets = page.evaluate("said.map(({ secret }) => secret).filter(Boolean)")
    assert all(one.isalnum() for one in secrets)


# As others ask for heights


def test_heights_are_told_in_the_words_of_others_too(partner: PartnerSite):
    page = partner.visited(SPOKEN + partner.frame("churn.en.html"))
    page.wait_for_function("said.length > 3")

    height = (
        page.frame_locator("iframe")
        .locator("body")
        .evaluate("body => Math.ceil(body.getBoundingClientRect().height)")
    )
    said = page.evaluate("said")
    assert {"sentinel": "amp", "type": "embed-size", "height": height} in said
    assert f'{{"context":"iframe.resize","height":{height}}}' in said
