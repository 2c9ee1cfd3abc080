"""The exit: the next page is another site's, and going back shows nothing of hers."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Arrive, Visitor
from tests.browser.sights import FAMILY
from tests.browser.test_journeys import answer

# A plan with dates: what she chose, and what she typed.
CHOSEN = {"status": ["refugee"], "needs": ["travel"]}
TRACES = re.compile(r"2027|10 January|10 May|Your plan|Because you answered|1040|Brussel|/plan/")


def with_a_plan(visitor: Visitor) -> Page:
    """Through the questions to the plan, as a person does."""
    page = visitor.page
    page.goto(f"{visitor.base}/en/")
    page.locator("main a.button").click()
    for slug, chosen in CHOSEN.items():
        answer(page, slug, chosen)
    while "/questions/" in page.url:
        fill_in(page, page.url.split("/")[-2])
    page.locator("main a.button").click()
    expect(page).to_have_url(f"{visitor.base}/en/plan/")
    assert TRACES.search(page.locator("main").inner_text())
    return page


def fill_in(page: Page, slug: str) -> None:
    """The answer of our family to this question."""
    said = FAMILY[slug]
    page.locator("main form .button").wait_for()
    if page.locator("input[name=day]").count() and said:
        for box, value in zip(("year", "month", "day"), said.split("-"), strict=True):
            page.locator(f"input[name={box}]").fill(value)
    elif page.locator("input[name=typed]").count():
        page.locator("input[name=typed]").fill(said)
    else:
        page.locator(f"input[value='{said or 'skip'}']").check(force=True)
    page.locator("main form .button").click()
    page.wait_for_url(lambda url: f"/{slug}/" not in url)


def press_the_exit(page: Page) -> None:
    page.locator("header .exit").click()


def press_shift_three_times(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def seen_going_back(page: Page, times: int = 5) -> list[str]:
    """Address, title, words and filled boxes of each page that the Back button shows."""
    seen = []
    for _ in range(times):
        page.go_back()
        seen.append(f"{page.url} {page.title()} {page.locator('body').inner_text()}")
        assert checked(page) == [], page.url
        assert page.locator(".answers dt, .procedure, time").count() == 0, page.url
    return seen


def checked(page: Page) -> list[str]:
    """What stands in the boxes."""
    return page.locator("input").evaluate_all(
        "all => all.filter(each => each.checked || each.type != 'radio' && each.type != 'checkbox' && each.value)"
        ".map(each => `${each.name}=${each.value}`)"
    )


@pytest.mark.parametrize(
    ("leave", "scripts"),
    [(press_the_exit, True), (press_shift_three_times, True), (press_the_exit, False)],
    ids=["exit", "shift", "exit-without-scripts"],
)
def test_who_leaves_and_goes_back_five_times_sees_nothing_of_hers(
    arrive: Arrive, weather: str, leave, scripts: bool
) -> None:
    visitor = arrive(java_script_enabled=scripts)
    page = with_a_plan(visitor)
    leave(page)
    page.wait_for_url(weather)
    assert page.title() == "Weather"
    assert page.context.cookies() == []
    assert visitor.foreign == [weather]  # and nothing else, which `arrive` makes sure of
    visitor.requests.remove(weather)
    assert [each for each in seen_going_back(page) if TRACES.search(each)] == []


def test_shift_three_times_slowly_or_with_letters_between_is_typing(arrive: Arrive) -> None:
    visitor = arrive()
    page = visitor.page
    page.goto(f"{visitor.base}/en/open/")
    for key in ("Shift", "A", "Shift", "B", "Shift", "C"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.url == f"{visitor.base}/en/open/"
