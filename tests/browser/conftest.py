"""A browser on the real site. It talks to this machine only, and every complaint it makes fails the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.browser.serving import elsewhere, site

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",  # it opens nothing but our own pages, and root cannot have one
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
PHONE = {"width": 360, "height": 740}
# What a 4xx answer looks like in the console; the tests look at the status themselves.
EXPECTED = "Failed to load resource: the server responded with a status of 4"


@dataclass
class Visitor:
    """A person at a browser of their own; remembers what the browser asked for and complained about."""

    page: Page
    base: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.context.on("request", lambda request: self.requests.append(request.url))
        self.page.context.on("console", self._hear)
        self.page.context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(EXPECTED):
            self.complaints.append(message.text)

    @property
    def foreign(self) -> list[str]:
        """Requests to anybody but the site."""
        return [url for url in self.requests if not url.startswith((f"{self.base}/", "data:"))]


Arrive = Callable[..., Visitor]


@pytest.fixture(scope="session")
def weather() -> Iterator[str]:
    """The address of the page that the exit leads to."""
    with elsewhere() as address:
        yield address


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory, weather: str) -> Iterator[str]:
    """The address of the site with the real content."""
    with site(tmp_path_factory.mktemp("site"), ELSEWHERE=weather) as address:
        yield address


# Not longer than a module: while Playwright runs, Django refuses its database to other tests of the same process.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def arrive(chromium: Browser, base: str) -> Iterator[Arrive]:
    """Makes visitors, with a phone unless told otherwise; no request elsewhere and no complaint of any of them."""
    visitors: list[Visitor] = []

    def arrive(**options: Any) -> Visitor:
        context = chromium.new_context(**{"viewport": PHONE, **options})
        context.set_default_timeout(10_000)
        visitors.append(Visitor(context.new_page(), base))
        return visitors[-1]

    yield arrive
    for visitor in visitors:
        visitor.page.context.close()
    assert [visitor.foreign for visitor in visitors] == [[]] * len(visitors)
    assert [visitor.complaints for visitor in visitors] == [[]] * len(visitors)
