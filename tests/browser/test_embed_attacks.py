"""What hostile addresses, pages and frames can do to embeds: nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from cxguide.core.numbers import canonical
from cxguide.metrics import Failure, built_in_metrics, calculate
from cxguide.metrics.calculation import parse_canonical
from guide_site import Guide
from partner_pages import PartnerSite, expect_right_height, partner_site

pytestmark = pytest.mark.browser

NPS = built_in_metrics()["nps"]

# Values of an input
HOSTILE = {
    "image": '"><img src=x onerror=alert(1)>',
    "script": "<script>alert(1)</script>",
    "closed script": "</script><script>alert(1)</script>",
    "closed title": "</title></style></textarea><svg onload=alert(1)>",
    "attribute": '" autofocus onfocus="alert(1)',
    "single quote": "' onfocus='alert(1)",
    "entity": "&lt;img src=x onerror=alert(1)&gt;",
    "numeric entity": "&#49;&#48;",
    "javascript": "javascript:alert(1)",
    "data address": "data:text/html,<script>alert(1)</script>",
    "comment": "--><!--<img src=x onerror=alert(1)>",
    "cdata": "]]><img src=x onerror=alert(1)>",
    "style": "10;background:url(//evil.example/x)",
    "closed style": "</style><link rel=stylesheet href=//evil.example>",
    "css escape": "\\3c img\\3e",
    "template": "${alert(1)}",
    "curly template": "{{constructor.constructor('alert(1)')()}}",
    "placeholder": "{low} {high} {count} {value}",
    "replacement": "$& $` $' $1 $$",
    "format": "%s%n%x%d",
    "backquote": "`${alert(1)}`",
    "infinite": "Infinity",
    "too large": "1e999",
    "too small": "-1e999",
    "above all counts": "9007199254740993",
    "not a number": "NaN",
    "nothing": "null",
    "undefined": "undefined",
    "hexadecimal": "0x10",
    "binary": "0b11",
    "octal": "010",
    "plus": "+5",
    "negative": "-5",
    "negative zero": "-0",
    "exponent": "1e2",
    "fraction": "1.5",
    "dot first": ".5",
    "dot last": "5.",
    "grouped": "1,000",
    "underscore": "1_000",
    "big integer": "10n",
    "very long": "9" * 30_000,
    "long words": "x" * 30_000,
    "many blanks": " " * 20_000 + "5",
    "many zeros": "0." + "0" * 20_000 + "1",
    "Thai digits": "๑๒๓",
    "Arabic digits": "١٢٣",
    "full width": "１２",
    "mathematical digits": "\U0001d7cf\U0001d7d0",
    "superscript": "5²",
    "from right to left": "\u202e05\u202c",
    "marks of direction": "\u200f50\u200e",
    "no width": "5\u200b0",
    "byte order": "\ufeff50",
    "separator of files": "\x1c50",
    "next line": "50\x85",
    "no break": "\u00a050\u2009",
    "nul": "50\x00",
    "escaped nul": "%00",
    "escaped twice": "%3Cimg src=x onerror=alert(1)%3E",
    "line breaks": "5\r\n0",
    "header": "5\r\nSet-Cookie: a=b",
    "bell": "\x07\x1b[31m",
    "emoji": "5️⃣👨‍👩‍👧",
    "combining": "Z̸̡̛͎͖͕͌̌" * 50,
    "prototype": "__proto__",
    "constructor": "constructor",
    "object": "[object Object]",
    "list": "5,6;7",
    "sentence of SQL": "1'; DROP TABLE nps; --",
    "path": "../../../etc/passwd",
    "empty": "",
    "blank": "   ",
}  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """What a calculator shows: its state, its first output, all of its markup."""

    status: str | None
    code: str | None
    field: str | None
    value: str | None
    markup: str


@pytest.fixture(scope="module")
def partner(guide: Guide, chromium: Browser) -> Iterator[PartnerSite]:
    with partner_site(guide.folder, chromium) as site:
        yield site


@pytest.fixture
def quiet(partner: PartnerSite) -> Iterator[PartnerSite]:
    """The same, where each test fails for its own troubles."""
    yield partner
    troubles = [*partner.troubles]
    partner.troubles.clear()
    assert [] == troubles


@pytest.fixture(scope="module")
def frame(partner: PartnerSite) -> Page:
    """A page that shows what is for frames."""
    return partner.opened()


@pytest.fixture(scope="module")
def element(partner: PartnerSite) -> Page:
    """A page with an element."""
    return partner.visited(
        f'<cx-calculator metric="nps" lang="en"></cx-calculator>{partner.script("nps.en")}'
    )


READING = """root => {
const calculator = root.querySelector(".cx-calculator");
const { cxStatus, cxError, cxField } = calculator.dataset;
const { cxValue } = calculator.querySelector("output").dataset;
return [cxStatus, cxError, cxField, cxValue, root.documentElement?.outerHTML ?? root.innerHTML];
}"""


def at_address(frame: Page, partner: PartnerSite, query: str) -> Shown:
    """What the page of NPS shows at an address."""
    frame.goto(f"{partner.ours}/embed/v1/nps.en.html?{query}", wait_until="domcontentloaded")
    return Shown(*frame.evaluate(f"({READING})(document)"))


def with_attribute(element: Page, text: str) -> Shown:
    """What the element shows with a text as its promoters."""
    found = element.evaluate(
        f"""async text => {{
        const element = document.querySelector("cx-calculator");
        element.setAttribute("promoters", text);
        await new Promise((done) => setTimeout(done));
        return ({READING})(element.shadowRoot);
        }}""",
        text,
    )
    return Shown(*found)


def as_calculated(promoters: str) -> tuple[str, str | None, str | None, str]:
    """State, code, field and score, as Python gives them."""
    inputs = dict(NPS.shape.examples[0].inputs) | {"promoters": promoters}
    answer = calculate(NPS, inputs)
    if isinstance(answer, Failure):
        return "error", answer.code, answer.field, ""
    return answer.status, None, None, canonical(answer.outputs["nps"])


PLAIN = {
    "not_a_number": "x",
    "missing": "",
    "not_integer": "0.5",
    "out_of_range below": "-1",
    "out_of_range above": "1e20",
}
"""Something plain that leads to the same error."""


def harmless(promoters: str) -> str:
    """Something plain that leads to the same."""
    status, code, *_ = as_calculated(promoters)
    if status == "ok":
        return canonical(parse_canonical(promoters))
    side = {"out_of_range": " below" if promoters.startswith("-") else " above"}
    return PLAIN[f"{code}{side.get(str(code), '')}"]


def state(shown: Shown) -> tuple[str | None, ...]:
    return shown.status, shown.code, shown.field, shown.value


def same_texts(inputs: dict[str, str]) -> str:
    return "&".join(f"{name}={quote(text, safe='')}" for name, text in inputs.items())


# Addresses and attributes


@pytest.mark.parametrize("name", HOSTILE)
def test_an_address_gives_the_right_number_or_the_error_of_its_field_and_nothing_else(
    quiet: PartnerSite, frame: Page, name: str
):
    text = HOSTILE[name]

    shown = at_address(frame, quiet, same_texts({"promoters": text}))
    plain = at_address(frame, quiet, same_texts({"promoters": harmless(text)}))

    assert as_calculated(text) == state(shown)
    assert plain.markup == shown.markup


@pytest.mark.parametrize("name", HOSTILE)
def test_an_attribute_gives_the_right_number_or_the_error_of_its_field_and_nothing_else(
    quiet: PartnerSite, element: Page, name: str
):
    text = HOSTILE[name]

    shown = with_attribute(element, text)
    plain = with_attribute(element, harmless(text))

    assert as_calculated(text) == state(shown)
    assert plain.markup == shown.markup


def test_an_error_changes_nothing_but_what_says_so(quiet: PartnerSite, frame: Page):
    elements = """[...document.querySelectorAll("*")].filter((one) => !one.closest("svg"))
      .map((one) => [one.tagName, ...one.getAttributeNames().filter((name) =>
        !["data-cx-error", "data-cx-field", "data-cx-example", "hidden"].includes(name))])"""
    at_address(frame, quiet, "promoters=1")
    right = frame.evaluate(elements)

    shown = at_address(frame, quiet, "promoters=x")

    assert ("error", "not_a_number", "promoters", "") == state(shown)
    assert right == frame.evaluate(elements)
    expect(frame.locator(".cx-error:visible")).to_have_count(1)
    expect(frame.get_by_role("textbox", name="Promoters")).to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize(
    "query",
    [
        "theme=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "theme=dark;background:url(//evil.example)",
        "theme=__proto__",
        "accent=red",
        "accent=url(//evil.example/x.png)",
        "accent=fff;background:url(//evil.example)",
        "accent=%23fff%0A;color:red",
        "accent=var(--x)",
        "accent=0b5a6b0",
        "accent=%EF%BC%91%EF%BC%92%EF%BC%93",
        "lang=th&metric=churn&tag=x",
        "__proto__=1&constructor=2&toString=3&hasOwnProperty=4",
        "__proto__%5Bpromoters%5D=1",
        "nps=99&respondents=1&se=2",
        "promoters%5B%5D=1&promoters.x=2&PROMOTERS=3",
        "currency=%3Cimg%20src=x%20onerror=alert(1)%3E",
        "&&&=&==&%&%E0%A4%A&%ff%fe",
        "secret=abc&data-cx=1&onload=alert(1)",
        f"x={'y' * 30_000}",
    ],
)
def test_what_an_address_says_of_other_things_is_ignored(
    quiet: PartnerSite, frame: Page, query: str
):
    clean = at_address(frame, quiet, "")

    assert clean == at_address(frame, quiet, query)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("promoters=50&promoters=x", "50"),
        ("promoters=50&promoters=60&promoters=", "50"),
        ("promoters=x&promoters=50", "x"),
    ],
)
def test_of_a_repeated_name_the_first_counts(
    quiet: PartnerSite, frame: Page, query: str, expected: str
):
    assert as_calculated(expected) == state(at_address(frame, quiet, query))


@pytest.mark.parametrize(
    "fragment", ["#<img src=x onerror=alert(1)>", "#?secret=<b>", "#:~:text=x"]
)
def test_what_stands_behind_an_address_changes_nothing(
    quiet: PartnerSite, frame: Page, fragment: str
):
    clean = at_address(frame, quiet, "promoters=5")
    frame.goto("about:blank")  # else only the fragment would change, in the page that is there

    assert clean == at_address(frame, quiet, f"promoters=5{fragment}")


def test_the_link_to_the_guide_stays_one_to_the_guide(quiet: PartnerSite, frame: Page):
    at_address(frame, quiet, same_texts({"promoters": '"><a href=//evil.example>'}))
    link = frame.locator(".cx-home a")

    link.focus()

    assert (link.get_attribute("href") or "").startswith(
        "https://cx-guide.example/metrics/nps/?promoters=NaN&"
    )


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
def host(partner: PartnerSite) -> Page:
    """A page around a frame, which has heard of it."""
    page = partner.visited(partner.script("loader") + partner.frame("nps.en.html"))
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
