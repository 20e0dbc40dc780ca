"""Strange messages change nothing, in frames and on the page around them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from embed_states import READING, Shown, state
from partner_pages import PartnerSite, expect_right_height

pytestmark = pytest.mark.browser

# Messages into a frame

UNREADABLE = "{toString: 1, valueOf: 1}"
IGNORED = [
    *("null", "'set'", "1", "[]", "{}", "true", "new Map([['cx', 1]])"),
    "{cx: 2, type: 'set', inputs: {promoters: 1}}",
    "{cx: '1', type: 'set', inputs: {promoters: 1}}",
    "{cx: 1n, type: 'set', inputs: {promoters: 1}}",
    "{cx: 1, type: 'fill', inputs: {promoters: 1}}",
    "{cx: 1, type: ['set'], inputs: {promoters: 1}}",
    f"{{cx: 1, type: {UNREADABLE}}}",
    "{cx: 1, type: '__proto__'}",
    "{cx: 1}",
    "JSON.stringify({cx: 1, type: 'set', inputs: {promoters: 1}})",
    "{cx: 1, type: 'set'}",
    "{cx: 1, type: 'set', promoters: 1}",
    "{cx: 1, type: 'set', inputs: null}",
    "{cx: 1, type: 'set', inputs: 'promoters=1'}",
    "{cx: 1, type: 'set', inputs: 5}",
    "{cx: 1, type: 'set', inputs: [['promoters', 1]]}",
    "{cx: 1, type: 'set', inputs: {respondents: 5, nps: 5, x: 5}}",
    "{cx: 1, type: 'set', inputs: {['__proto__']: {promoters: 1}, constructor: 1, toString: 2}}",
    "{cx: 1, type: 'set', inputs: {x: 'y'.repeat(1e6)}}",
    f"{{cx: 1, type: 'set', inputs: {{x: {UNREADABLE}}}}}",
    "{cx: 1, type: 'theme'}",
    "{cx: 1, type: 'theme', theme: 'blue', accent: 'blue'}",
    "{cx: 1, type: 'theme', theme: {}, accent: {}}",
    "{cx: 1, type: 'theme', theme: 'dark; background: url(//evil.example)'}",
    "{cx: 1, type: 'theme', accent: 'url(//evil.example)'}",
    "{cx: 1, type: 'theme', accent: '#fff; background: url(//evil.example)'}",
    f"{{cx: 1, type: 'theme', theme: {UNREADABLE}, accent: {UNREADABLE}}}",
    "{cx: 1, type: 'theme', ['__proto__']: {theme: 'dark'}}",
    "{cx: 1, type: 'hello', height: 5}",
    "{cx: 1, type: 'height', height: 5}",
]
REFUSED = [
    "'<img src=x onerror=alert(1)>'",
    "{}",
    "{nested: {more: {}}}",
    "[[1, [2]], {}]",
    "true",
    "new Date(0)",
    "'9'.repeat(1e6)",
    "Infinity",
    "NaN",
    "'1 000'",
    UNREADABLE,
]


@pytest.fixture(scope="module")
def host(one_partner: PartnerSite) -> Page:
    """A page around a frame, which has heard of it."""
    page = one_partner.visited(one_partner.script("loader") + one_partner.frame("nps.en.html"))
    page.wait_for_function("heard.length === 1")
    return page


def answered(host: Page, message: str) -> Shown:
    """What the frame shows after a message, and after all that the message brings about."""
    host.evaluate(
        f"""() => new Promise((done, fail) => {{
        setTimeout(fail, 5000, "no answer");
        const frame = document.querySelector("iframe").contentWindow;
        frame.postMessage({message}, "*");
        frame.postMessage({{ cx: 1, type: "hello" }}, "*");
        addEventListener("message", done, {{ once: true }});
        }})"""
    )
    return Shown(*host.frames[1].evaluate(f"({READING})(document)"))


@pytest.mark.parametrize("message", IGNORED)
def test_a_message_that_says_nothing_changes_nothing(quiet: PartnerSite, host: Page, message: str):
    before = answered(host, "{cx: 1, type: 'set', inputs: {promoters: 110}}")

    assert before == answered(host, message)


@pytest.mark.parametrize("value", REFUSED)
def test_a_message_with_no_number_gives_the_error_of_its_field(
    quiet: PartnerSite, host: Page, value: str
):
    plain = answered(host, "{cx: 1, type: 'set', inputs: {promoters: 'x'}}")

    shown = answered(host, f"{{cx: 1, type: 'set', inputs: {{promoters: {value}}}}}")

    assert ("error", "not_a_number", "promoters", "") == state(shown)
    assert plain.markup == shown.markup


def test_a_frame_obeys_nobody_but_the_page_around_it(quiet: PartnerSite):
    stranger = quiet.put(
        """<script>
        for (const message of [
          { cx: 1, type: "set", inputs: { promoters: 1 } }, { cx: 1, type: "theme", theme: "dark" },
        ]) parent.frames[0].postMessage(message, "*");
        parent.postMessage("done", "*");
        </script>"""
    )
    page = quiet.visited(quiet.script("loader") + quiet.frame("nps.en.html"))
    page.wait_for_function("heard.length === 1")
    before = answered(page, "{cx: 1, type: 'hello'}")

    page.evaluate(
        """address => new Promise((done, fail) => {
        setTimeout(fail, 5000, "nothing is said");
        addEventListener("message", ({ data }) => data === "done" && done());
        const frame = document.createElement("iframe");
        frame.src = address;
        document.body.append(frame);
        })""",
        stranger,
    )

    assert before == answered(page, "{cx: 1, type: 'hello'}")


# Messages to the page


def saying(partner: PartnerSite, messages: list[str]) -> str:
    """The address of a page that posts messages to the page around it."""
    posts = "".join(f"parent.postMessage({one}, '*');" for one in messages)
    return partner.put(f"<script>{posts}parent.postMessage('done', '*')</script>")


def after_all_is_said(page: Page, address: str, attributes: str) -> None:
    """Put a foreign frame into the page, and wait until it has said all."""
    page.evaluate(
        """([address, attributes]) => new Promise((done, fail) => {
        setTimeout(fail, 5000, "nothing is said");
        addEventListener("message", ({ data }) => data === "done" && setTimeout(done));
        document.body.insertAdjacentHTML("beforeend", `<iframe ${attributes} src="${address}">`);
        })""",
        [address, attributes],
    )


FORGED = [
    "{cx: 1, type: 'height', height: 4999}",
    "{cx: 1, type: 'ready', metric: 'nps', lang: 'en'}",
    "{cx: 1, type: 'result', metric: 'nps', outputs: {nps: 100}}",
    "{cx: 1, type: 'error', code: 'missing'}",
]
HEIGHTS = [
    *("0", "-5", "-Infinity", "Infinity", "NaN", "1e9", "20000", "null", "undefined", "true"),
    *("'500'", "'500px'", "' 500 '", "'4e2'", "[500]", "{}", UNREADABLE, "500n", "''"),
    "'500px; position: fixed'",
    "new Date(500)",
]


def test_a_frame_that_is_not_ours_is_not_listened_to(quiet: PartnerSite):
    page = quiet.visited(quiet.script("loader") + quiet.frame("nps.en.html"))
    page.wait_for_function("heard.length === 1")
    before = expect_right_height(page)

    after_all_is_said(page, saying(quiet, FORGED), 'id="stranger" height="77"')

    assert 1 == page.evaluate("heard.length")
    assert before == expect_right_height(page)
    assert "77" == page.locator("#stranger").evaluate("one => `${one.clientHeight}`")


@pytest.mark.parametrize("height", HEIGHTS)
def test_a_height_that_is_no_height_is_ignored(quiet: PartnerSite, height: str):
    page = quiet.visited(quiet.script("loader"))
    wrong = f"{{cx: 1, type: 'height', height: {height}}}"

    after_all_is_said(page, saying(quiet, [wrong]), 'data-cx height="77"')

    assert "" == page.locator("iframe").evaluate("one => one.style.cssText")


@pytest.mark.parametrize(
    "message",
    [
        *("null", "'height'", "[1]", "{type: 'height', height: 500}"),
        "{cx: 2, type: 'height', height: 500}",
        "{cx: '1', type: 'height', height: 500}",
        "{cx: 1, type: 'click'}",
        "{cx: 1, type: '__proto__'}",
        f"{{cx: 1, type: {UNREADABLE}}}",
        "{cx: 1, type: ['ready']}",
        "{cx: 1, type: 'set', inputs: {promoters: 1}}",
    ],
)
def test_a_message_of_another_kind_is_ignored(quiet: PartnerSite, message: str):
    page = quiet.visited(quiet.script("loader"))

    after_all_is_said(page, saying(quiet, [message]), "data-cx")

    assert [] == page.evaluate("heard")
    assert "" == page.locator("iframe").evaluate("one => one.style.cssText")


def test_the_page_may_talk_to_itself(quiet: PartnerSite):
    page = quiet.visited(quiet.script("loader") + quiet.frame("nps.en.html"))
    page.wait_for_function("heard.length === 1")
    before = expect_right_height(page)

    page.evaluate("postMessage({ cx: 1, type: 'height', height: 4999 }, '*')")
    answered(page, "{cx: 1, type: 'hello'}")

    assert before == expect_right_height(page)
