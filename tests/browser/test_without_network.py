"""Without a network: what was saved is read with its day, the rest says so, and no answer is ever in a cache."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.utils import translation
from django.utils.html import strip_tags
from playwright.sync_api import Page, expect

from refugeeguide.journey.tags import day
from refugeeguide.journey.views import today
from tests.browser.conftest import Arrive, Visitor
from tests.browser.sights import FAMILY, answers_as_cookie

LANGUAGES = ("en", "ar")
# Everything in every cache of the browser: address, headers and text.
CACHED = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      const address = new URL(request.url);
      const path = address.pathname + address.search;
      found.push({ path, status: response.status, headers: [...response.headers], text: await response.text() });
    }
  }
  return found;
}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
CACHES = "() => caches.keys()"
NO_NETWORK = "Failed to load resource: net::ERR_INTERNET_DISCONNECTED"


def save(visitor: Visitor, language: str) -> Page:
    """Press the button, and wait until the page says that it is done."""
    page = visitor.page
    page.goto(f"{visitor.base}/{language}/offline/")
    page.locator("#save").click()
    expect(page.locator("#saved")).to_contain_text("2")
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    page.wait_for_function("navigator.serviceWorker.controller")
    return page


@contextmanager
def without_network(visitor: Visitor) -> Iterator[Page]:
    """Cut, and mended again; the browser may say that there was none."""
    visitor.page.context.set_offline(True)
    yield visitor.page
    visitor.page.context.set_offline(False)
    visitor.complaints[:] = [each for each in visitor.complaints if each != NO_NETWORK]


class Road:
    """Between a browser and the site; whoever drives on it can be made to wait for ever."""

    def __init__(self, base: str) -> None:
        self.site = urlsplit(base)
        self.open = threading.Event()
        self.open.set()
        self.door = socket.create_server(("127.0.0.1", 0))
        self.base = f"http://127.0.0.1:{self.door.getsockname()[1]}"
        threading.Thread(target=self._let_in, daemon=True).start()

    def _let_in(self) -> None:
        with suppress(OSError):  # closed at the end of the test
            while True:
                near, _ = self.door.accept()
                far = socket.create_connection((self.site.hostname, self.site.port))
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=self._drive, args=ends, daemon=True).start()

    def _drive(self, source: socket.socket, goal: socket.socket) -> None:
        with suppress(OSError), source, goal:
            while data := source.recv(65536):
                self.open.wait()
                goal.sendall(data)


@pytest.fixture
def road(base: str) -> Iterator[Road]:
    """A road to the site."""
    road = Road(base)
    yield road
    road.open.set()
    road.door.close()


def written(value: date, language: str) -> str:
    """A day as pages of this language write it."""
    with translation.override(language):
        return strip_tags(day(value))


def wanted(visitor: Visitor, language: str) -> dict[str, Any]:
    """What the site says is to be saved."""
    return visitor.page.context.request.get(f"{visitor.base}/{language}/offline/pages.json").json()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_saved_is_read_without_a_network(arrive: Arrive, language: str) -> None:
    """Word for word what stood there with a network, and the day of the copy before it."""
    visitor = arrive()
    page, pages = save(visitor, language), wanted(visitor, language)["pages"]
    assert len(pages) == 16
    online = {}
    for path in pages:
        page.goto(visitor.base + path)
        expect(page.locator("#saved-copy")).to_have_count(0)
        online[path] = page.locator("main").inner_text()
    with without_network(visitor):
        for path in pages[:-1]:
            page.goto(visitor.base + path)
            note = page.locator("main > :first-child")
            expect(note).to_have_id("saved-copy")
            expect(note.locator("time")).to_have_text(written(today(), language))
            note.evaluate("note => note.remove()")
            assert page.locator("main").inner_text() == online[path], path


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_not_saved_says_so(arrive: Arrive, language: str) -> None:
    """And shows what is there. A page inside a saved one leads to it."""
    visitor = arrive()
    save(visitor, language)
    with without_network(visitor) as page:
        page.goto(f"{visitor.base}/{language}/offline/")
        expect(page.locator("#instead")).to_be_hidden()
        expect(page.locator("#saved")).to_contain_text(written(today(), language))
        page.goto(f"{visitor.base}/{language}/about/")
        expect(page.locator("#instead")).to_be_visible()
        expect(page.locator("main .contents a")).to_have_count(14)
        expect(page.locator("#save")).to_be_hidden()
        page.locator("main .contents a").nth(2).click()
        expect(page).to_have_url(f"{visitor.base}/{language}/brochure/residence/")
        page.goto(f"{visitor.base}/{language}/procedures/rights-and-duties/")
        expect(page).to_have_url(f"{visitor.base}/{language}/brochure/residence/#rights-and-duties")
        page.goto(f"{visitor.base}/{language}/contacts/cgrs/")
        expect(page).to_have_url(f"{visitor.base}/{language}/contacts/#cgrs")
    page.goto(f"{visitor.base}/{language}/about/")
    expect(page.locator("#instead, #saved-copy")).to_have_count(0)


def test_two_languages_are_kept_side_by_side(arrive: Arrive) -> None:
    """Each with its own note; a third language gets the words of one that is there."""
    visitor = arrive()
    save(visitor, "en")
    page = save(visitor, "ar")
    assert sorted(page.evaluate(CACHES)) == ["guide-ar", "guide-en"]
    with without_network(visitor):
        for language in ("en", "ar"):
            page.goto(f"{visitor.base}/{language}/about/")
            expect(page.locator("html")).to_have_attribute("lang", language)
            expect(page.locator("#saved-copy")).to_have_attribute("lang", language)
        page.goto(f"{visitor.base}/nl/brochure/")
        expect(page.locator("#instead")).to_be_visible()
    page.goto(f"{visitor.base}/ar/offline/")
    page.locator("#remove").click()
    expect(page.locator("#remove")).to_be_hidden()
    assert (page.evaluate(CACHES), page.evaluate(WORKERS)) == (["guide-en"], 1)
    page.goto(f"{visitor.base}/en/offline/")
    page.locator("#remove").click()
    expect(page.locator("#remove")).to_be_hidden()
    expect(page.locator("#save")).to_be_focused()
    page.wait_for_function(f"({WORKERS})().then(count => count == 0)")
    assert page.evaluate(CACHES) == []


def test_a_copy_older_than_the_release_offers_to_save_again(arrive: Arrive) -> None:
    """The list that was saved names the release it was made from."""
    visitor = arrive()
    page = save(visitor, "en")
    expect(page.locator("#older")).to_be_hidden()
    page.evaluate(
        """async address => {
          const list = await (await caches.match(address)).json();
          await (await caches.open("guide-en")).put(address, Response.json({ ...list, release: 0 }));
        }""",
        "/en/offline/pages.json",
    )
    page.reload()
    expect(page.locator("#older")).to_be_visible()
    expect(page.locator("#save")).to_have_text("Save again")
    page.locator("#save").click()
    expect(page.locator("#older")).to_be_hidden()


def test_a_network_that_goes_while_saving_takes_nothing_away(arrive: Arrive) -> None:
    """The page says that it did not work; the copy from before is whole."""
    visitor = arrive()
    page = save(visitor, "en")
    before = page.evaluate(CACHED)
    with without_network(visitor):
        page.locator("#save").click()
        expect(page.locator("#says")).to_have_text(re.compile("did not work"))
    assert page.evaluate(CACHED) == before


# Lives where no contact of the guide does, so that her postcode stands in no page of theirs.
HERS = FAMILY | {"postcode": "3990"}
POSTED = {"search": "travel to the country of my father", "contacts": "3990"}


def use_everything(visitor: Visitor, language: str) -> str:
    """As a person who answered every question opens every page that knows something; her plan code."""
    page, start = visitor.page, f"{visitor.base}/{language}"
    for slug in HERS:
        page.goto(f"{start}/questions/{slug}/")
        page.locator("main form .button").click()
    for path in ("", "brochure/", "contacts/", "answers/", "plan/"):
        page.goto(f"{start}/{path}")
    for path in ("plan/take-away/", "plan/checklist.pdf"):
        with page.expect_download():
            page.evaluate(
                "path => { const a = document.createElement('a'); a.href = path; a.download = ''; a.click(); }",
                f"/{language}/{path}",
            )
    for path, typed in POSTED.items():
        page.goto(f"{start}/{path}/")
        page.locator("#typed").fill(typed)
        page.locator("#typed").press("Enter")
        page.wait_for_load_state()
        page.goto(f"{start}/{path}/")
        expect(page.locator("#typed")).to_have_value(typed)
    page.goto(f"{start}/plan/share/")
    return page.locator(".code").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_is_ever_in_a_cache(arrive: Arrive, language: str) -> None:
    """Whatever she does while the worker is there, and when she saves again with all her answers in the browser."""
    visitor, stranger = arrive(), arrive()
    page = save(visitor, language)
    page.context.add_cookies([{**answers_as_cookie(HERS), "url": visitor.base}])
    code = use_everything(visitor, language)
    cookies = [cookie["value"] for cookie in page.context.cookies()]
    assert len(cookies) == 2
    secrets = [code, code.replace(" ", ""), "3990", "Peer", POSTED["search"], *cookies]
    dates = [value for value in HERS.values() if re.match(r"\d{4}-", str(value))]
    secrets += dates + [written(date.fromisoformat(value), language) for value in dates]
    knows_nothing(page, stranger, language, secrets)
    page.goto(f"{visitor.base}/{language}/offline/")
    page.locator("#save").click()
    expect(page.locator("#says")).not_to_be_empty()
    expect(page.locator("#says")).to_be_empty()
    knows_nothing(page, stranger, language, secrets)


def knows_nothing(page: Page, stranger: Visitor, language: str, secrets: list[str]) -> None:
    """The caches of the browser hold what is listed, as somebody without a cookie gets it, and nothing more."""
    cached, said = page.evaluate(CACHED), wanted(stranger, language)
    assert [each["path"] for each in cached] == [*said["pages"], f"/{language}/offline/pages.json"]
    assert {each["status"] for each in cached} == {200}
    assert {name for each in cached for name, _ in each["headers"]} == KEPT_HEADERS
    for each in cached[:-1]:
        anonymous = stranger.page.context.request.get(stranger.base + each["path"]).text()
        assert each["text"].replace(said["note"], "") == anonymous, each["path"]
    assert [(each["path"], secret) for each in cached for secret in secrets if secret in str(each)] == []
    assert [each["path"] for each in cached if re.search(r"\s(checked|selected)\b", each["text"])] == []


KEPT_HEADERS = {"content-type", "content-security-policy", "referrer-policy", "x-content-type-options"}


def test_leaving_takes_worker_and_copies_away(arrive: Arrive, weather: str) -> None:
    visitor = arrive()
    page = save(visitor, "en")
    page.locator(".exit").click()
    page.wait_for_url(weather)
    visitor.requests.remove(weather)
    page.goto(f"{visitor.base}/en/offline/")
    assert (page.evaluate(WORKERS), page.evaluate(CACHES)) == (0, [])
    expect(page.locator("#saved")).to_be_empty()


def test_without_scripts_the_page_says_how_to_save_by_hand(arrive: Arrive) -> None:
    page = arrive(java_script_enabled=False).page
    page.goto(f"{arrive().base}/en/offline/")
    expect(page.locator("#by-hand")).to_be_visible()
    expect(page.locator("main button:visible")).to_have_count(0)


def test_no_other_page_registers_a_worker_or_loads_more(arrive: Arrive) -> None:
    """One request a page, and no worker until somebody asks for it."""
    visitor = arrive()
    page = visitor.page
    for path in ("", "brochure/", "contacts/", "questions/status/"):
        page.goto(f"{visitor.base}/en/{path}")
        assert (page.evaluate(WORKERS), page.evaluate(CACHES)) == (0, []), path
    page.goto(f"{visitor.base}/en/offline/")
    assert page.evaluate(WORKERS) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_taken_along_opens_without_a_network(arrive: Arrive, language: str, tmp_path: Path) -> None:
    """From the phone's own files. It asks for nothing, and leads to no page that a file cannot reach."""
    visitor = arrive()
    page, context = visitor.page, visitor.page.context
    context.add_cookies([{**answers_as_cookie(FAMILY), "url": visitor.base}])
    file = tmp_path / "list.html"
    file.write_bytes(context.request.get(f"{visitor.base}/{language}/plan/take-away/").body())
    assert file.stat().st_size <= 60_000
    with without_network(visitor):
        visitor.requests.clear()
        page.goto(file.as_uri())
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".procedure h3").first).to_be_visible()
        assert visitor.requests == [file.as_uri()]
        visitor.requests.clear()
    links = page.locator("[href]").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    assert {urlsplit(link).scheme for link in links if not link.startswith("#")} <= {
        "data",
        "https",
        "http",
        "mailto",
        "tel",
    }
    assert page.locator("[src], link[rel=stylesheet]").count() == 0


def test_a_network_that_never_answers_is_left_after_four_seconds(arrive: Arrive, road: Road) -> None:
    """For a page that is saved; there and then with the note."""
    visitor = arrive()
    visitor.base = road.base
    page = save(visitor, "en")
    road.open.clear()
    started = time.monotonic()
    page.goto(f"{road.base}/en/brochure/")
    waited = time.monotonic() - started
    expect(page.locator("#saved-copy")).to_be_visible()
    assert 4 <= waited < 6
