"""What must hold on every kind of page in every language: one request, room enough, targets large enough."""

from __future__ import annotations

import pytest
from django.conf import settings
from playwright.sync_api import Page

from tests.browser.conftest import PHONE, Arrive, Visitor
from tests.browser.sights import SIGHTS, Sight, show

NARROW = (320, 360)
LEAST = 48  # CSS pixels a target is high
TARGETS = ".option, .button, .quiet, .cards a, input:not([type])"

TOO_WIDE = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
TOO_SMALL = f"""all => all.filter(each => each.getBoundingClientRect().height < {LEAST}).map(each => each.outerHTML)"""
# Every element that the Tab key reached and that a person would not see to be reached.
UNSEEN_FOCUS = """() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return outlined && inside ? "" : element.outerHTML;
}"""

# Makes every text of the page two fifths longer with its own letters: no language of ours has longer words.
LONGER = """() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    for (const text of found) {
        if (text.parentElement.closest("script, style, svg")) continue;
        const longer = word => word + word.slice(0, Math.ceil(word.length * 0.4));
        text.data = text.data.replace(/[\\p{L}\\p{M}]{2,}/gu, longer);
    }
    return document.body.innerText.length;
}"""


def too_wide(page: Page) -> list[str]:
    """The widths at which the page has to be pushed sideways."""
    found = []
    for width in NARROW:
        page.set_viewport_size({**PHONE, "width": width})
        if excess := page.evaluate(TOO_WIDE):
            found.append(f"{excess} px too wide at {width} px")
    return found


def problems(visitor: Visitor, sight: Sight, language: str) -> list[str]:
    """Everything wrong with a page."""
    visitor.requests.clear()
    show(visitor.page, sight, language, visitor.base)
    asked = [url for url in visitor.requests if not url.startswith("data:")]
    # The page; again with what is wrong; or what is typed, and again with what is found.
    expected = 2 if sight.posted_empty else 3 if sight.typed else 1
    requests = [] if len(asked) == expected else [f"requests: {asked}"]
    small = visitor.page.locator(TARGETS).locator("visible=true").evaluate_all(TOO_SMALL)
    return [f"{sight.name}: {each}" for each in requests + too_wide(visitor.page) + small]


@pytest.mark.parametrize("language", settings.PUBLISHED_LANGUAGES)
def test_every_page_is_light_and_fits_a_small_phone(arrive: Arrive, language: str) -> None:
    """What the browser complains about, a broken content security policy above all, fails in `arrive`."""
    visitor = arrive()
    assert [each for sight in SIGHTS for each in problems(visitor, sight, language)] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_texts_two_fifths_longer_still_fit(arrive: Arrive, language: str) -> None:
    """A language that nobody has translated yet, with longer words than any."""
    visitor = arrive()
    page, found = visitor.page, []
    for sight in SIGHTS:
        show(page, sight, language, visitor.base)
        before = page.evaluate("document.body.innerText.length")
        assert page.evaluate(LONGER) > 1.2 * before, sight.name
        found += [f"{sight.name}: {each}" for each in too_wide(page)]
    assert found == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", ["start", "needs", "application_date", "open", "plan"])
def test_focus_is_always_seen(arrive: Arrive, language: str, name: str) -> None:
    """From one end of the page to the other (of a long page, its first forty stops)."""
    visitor = arrive()
    show(visitor.page, next(sight for sight in SIGHTS if sight.name == name), language, visitor.base)
    for _ in range(40):
        visitor.page.keyboard.press("Tab")
        if visitor.page.evaluate("document.activeElement === document.body"):
            return
        assert visitor.page.evaluate(UNSEEN_FOCUS) == ""
