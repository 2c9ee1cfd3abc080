"""A person's way from the language door to the paper: with a finger, without scripts, with a keyboard."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Arrive, Visitor
from tests.words import pdf_text, words

# One question after the other: which options are pressed. Nothing is typed, so dates and postcode are skipped.
PRESSED = {
    "status": ["refugee"],
    "needs": ["residence", "work"],
    "card": ["none"],
    "application_date": ["skip"],
    "decision_date": ["skip"],
    "work": ["looking"],
    "postcode": ["skip"],
}


def answer(page: Page, slug: str, chosen: list[str]) -> None:
    """Press these options of the question that must be on the page now, and go on."""
    expect(page).to_have_url(re.compile(f"/questions/{slug}/$"))
    for option in chosen:
        page.locator(".option", has=page.locator(f"input[value={option}]")).click()
    page.locator("main form .button").click()


def from_door_to_plan(visitor: Visitor, language: str) -> Page:
    """By clicking only."""
    page = visitor.page
    page.goto(visitor.base)
    page.locator(f".cards a[hreflang={language}]").click()
    page.locator("main .button").click()
    for slug, chosen in PRESSED.items():
        answer(page, slug, chosen)
    expect(page.locator(".answers dt")).to_have_count(len(PRESSED))
    page.locator("main .button").click()
    expect(page).to_have_url(f"{visitor.base}/{language}/plan/")
    return page


def paper(visitor: Visitor) -> str:
    """The text of the PDF that the plan page leads to."""
    address = visitor.page.locator("a[href$='checklist.pdf']").get_attribute("href")
    response = visitor.page.context.request.get(f"{visitor.base}{address}")
    assert response.headers["content-type"] == "application/pdf"
    return pdf_text(response.body())


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False}], ids=["usual", "without-scripts"])
def test_from_the_door_to_the_paper_in_arabic(arrive: Arrive, options: dict[str, Any]) -> None:
    """The titles of the plan stand on the paper too."""
    visitor = arrive(**options)
    titles = from_door_to_plan(visitor, "ar").locator(".procedure h3").all_inner_texts()
    printed = " ".join(words(paper(visitor)))
    assert len(titles) >= 4
    assert [title for title in titles if " ".join(words(title)) not in printed] == []


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until this is focused, which must be seen."""
    wanted = page.locator(selector).first
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            assert wanted.evaluate("element => getComputedStyle(element).outlineStyle") != "none", selector
            return
    pytest.fail(f"{selector} is not reached with the Tab key")


def test_with_the_keyboard_alone_in_dutch(arrive: Arrive) -> None:
    """Tab, Space, Enter, and digits for a date."""
    visitor = arrive()
    page = visitor.page
    page.goto(visitor.base)
    tab_to(page, "a[hreflang=nl]")
    page.keyboard.press("Enter")
    tab_to(page, "main .button")
    page.keyboard.press("Enter")
    for slug, chosen in PRESSED.items():
        expect(page).to_have_url(re.compile(f"/questions/{slug}/$"))
        if slug == "application_date":
            for box, typed in (("day", "29"), ("month", "2"), ("year", "2024")):
                tab_to(page, f"input[name={box}]")
                page.keyboard.type(typed)
        else:
            for option in chosen:
                tab_to(page, f"input[value={option}]")
                page.keyboard.press("Space")
        tab_to(page, "main form .button")
        page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("29 februari 2024")
    tab_to(page, "main .button")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Uw plan")


def test_the_skip_link_leads_to_the_text(arrive: Arrive) -> None:
    """It is the first thing the Tab key reaches, and it is seen then."""
    visitor = arrive()
    visitor.page.goto(f"{visitor.base}/nl/questions/status/")
    visitor.page.keyboard.press("Tab")
    expect(visitor.page.locator(".skip")).to_be_focused()
    expect(visitor.page.locator(".skip")).to_be_in_viewport(ratio=1)
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Tab")
    assert visitor.page.locator("main :focus").count() == 1


def test_another_language_keeps_every_answer(arrive: Arrive) -> None:
    """In the middle of the questions, the same question comes in the other language."""
    visitor = arrive()
    page = visitor.page
    page.goto(f"{visitor.base}/ar/questions/status/")
    answer(page, "status", PRESSED["status"])
    answer(page, "needs", PRESSED["needs"])
    page.locator("header a[href$='/languages/']").click()
    page.locator("main a[hreflang=fr]").click()
    expect(page).to_have_url(f"{visitor.base}/fr/questions/card/")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    page.goto(f"{visitor.base}/fr/questions/needs/")
    assert (
        page.locator("input:checked").evaluate_all("all => all.map(each => each.value)") == PRESSED["needs"]
    )


def test_back_and_reload_lose_nothing(arrive: Arrive) -> None:
    """The browser's own buttons: an earlier page shows the answer given there, a reload changes nothing."""
    visitor = arrive()
    page = visitor.page
    page.goto(f"{visitor.base}/en/questions/status/")
    answer(page, "status", PRESSED["status"])
    answer(page, "needs", PRESSED["needs"])
    page.wait_for_url("**/questions/card/")
    page.go_back()
    page.reload()
    assert (
        page.locator("input:checked").evaluate_all("all => all.map(each => each.value)") == PRESSED["needs"]
    )
    page.go_forward()
    page.reload()
    answer(page, "card", PRESSED["card"])
    page.goto(f"{visitor.base}/en/answers/")
    expect(page.locator(".answers dt")).to_have_count(3)


def test_two_tabs_do_not_fight(arrive: Arrive) -> None:
    """A question that the other tab made superfluous says so and leads on; the other tab's answer holds."""
    visitor = arrive()
    first = visitor.page
    first.goto(f"{visitor.base}/en/questions/status/")
    answer(first, "status", ["refugee"])
    first.wait_for_url("**/questions/needs/")
    second = first.context.new_page()
    second.goto(f"{visitor.base}/en/questions/status/")
    answer(second, "status", ["subsidiary"])
    second.wait_for_url("**/questions/card/")
    answer(first, "needs", ["work"])
    first.locator("main .button").click()
    expect(first).to_have_url(f"{visitor.base}/en/questions/card/")
    first.goto(f"{visitor.base}/en/questions/status/")
    expect(first.locator("input:checked")).to_have_value("subsidiary")


def test_erased_answers_are_gone(arrive: Arrive) -> None:
    """One button on every page."""
    visitor = arrive()
    page = from_door_to_plan(visitor, "fr")
    page.get_by_role("button", name=re.compile("réponses")).last.click()
    page.goto(f"{visitor.base}/fr/plan/")
    expect(page).to_have_url(f"{visitor.base}/fr/questions/status/")
