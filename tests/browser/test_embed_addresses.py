"""Strange addresses and attributes give a number or an error, and nothing else."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from cxguide.core.numbers import canonical
from cxguide.metrics import Failure, built_in_metrics, calculate
from cxguide.metrics.calculation import parse_canonical
from embed_states import READING, Shown, state
from partner_pages import PartnerSite

pytestmark = pytest.mark.browser

NPS = built_in_metrics()["nps"]
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


@pytest.fixture(scope="module")
def frame(one_partner: PartnerSite) -> Page:
    """A page that shows what is for frames."""
    return one_partner.opened()


@pytest.fixture(scope="module")
def element(one_partner: PartnerSite) -> Page:
    """A page with an element."""
    return one_partner.visited(
        f'<cx-calculator metric="nps" lang="en"></cx-calculator>{one_partner.script("nps.en")}'
    )


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


def same_texts(inputs: dict[str, str]) -> str:
    return "&".join(f"{name}={quote(text, safe='')}" for name, text in inputs.items())


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
