"""A real Chromium for tests marked `browser`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from chromium import HOW_TO_GET_ONE, chromium_path
from cxguide.core.catalogs import Texts
from cxguide.core.languages import ENGLISH
from cxguide.core.resources import CALCULATORS
from cxguide.metrics import built_in_metrics, calculate
from cxguide.metrics.bundle import bundled
from cxguide.metrics.writing import calculator_html
from guide_site import Guide, served
from partner_pages import PartnerSite, partner_site
from system_tools import required


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = chromium_path()
    required(path, HOW_TO_GET_ONE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """The visitor of a module's tests, who may use the clipboard."""
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A new page for each test."""
    page = context.new_page()
    yield page
    page.close()


@pytest.fixture(scope="session")
def guide_url(guide: Guide) -> Iterator[str]:
    """The built guide on a server that behaves like a static host."""
    yield from served(guide.folder)


@pytest.fixture(scope="session")
def modules_url(root: Path) -> Iterator[str]:
    """The browser modules as they are written, on a server."""
    yield from served(root / "calculators" / "element")


@pytest.fixture(scope="session")
def calculators_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A light page for each metric, in English, with the script and styles of the guide."""
    folder = tmp_path_factory.mktemp("calculators")
    element = CALCULATORS / "element"
    scripts = bundled(element, later="./calculator-more.js")
    (folder / "calculator.js").write_text(scripts.first, "utf-8")
    (folder / "calculator-more.js").write_text(scripts.later, "utf-8")
    (folder / "calculator.css").write_bytes((element / "cx-calculator.css").read_bytes())
    for name, metric in built_in_metrics().items():
        example = dict(metric.shape.examples[0].inputs)
        markup = calculator_html(
            metric,
            example,
            calculate(metric, example),
            Texts(ENGLISH),
            element_id=f"{name}-calculator",
            publisher="CX Guide",
        )
        (folder / f"{name}.html").write_text(
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{name}</title>'
            f'<link rel="stylesheet" href="calculator.css">{markup}'
            '<script src="calculator.js"></script></html>',
            "utf-8",
        )
    yield from served(folder)


@pytest.fixture(scope="module")
def modules_page(chromium: Browser, modules_url: str) -> Iterator[Page]:
    """An empty page that can import the browser modules."""
    page = chromium.new_page()
    page.goto(f"{modules_url}/numbers.js")  # any address of the same origin
    yield page
    page.close()


@pytest.fixture
def visitor() -> dict[str, object]:
    """How the visitor of partners' pages looks at them; modules may have their own."""
    return {}


@pytest.fixture
def embedded_site(guide: Guide) -> Path:
    """The built site whose embeds partners show; modules may have their own."""
    return guide.folder


@pytest.fixture
def partner(
    embedded_site: Path, chromium: Browser, visitor: dict[str, object]
) -> Iterator[PartnerSite]:
    """A partner's site, which must stay without troubles."""
    with partner_site(embedded_site, chromium, **visitor) as site:
        yield site


@pytest.fixture(scope="module")
def one_partner(guide: Guide, chromium: Browser) -> Iterator[PartnerSite]:
    """The same for all tests of a module, where making it anew would take too long."""
    with partner_site(guide.folder, chromium) as site:
        yield site


@pytest.fixture
def quiet(one_partner: PartnerSite) -> Iterator[PartnerSite]:
    """That of the module, where each test fails for its own troubles."""
    yield one_partner
    troubles = [*one_partner.troubles]
    one_partner.troubles.clear()
    assert [] == troubles
