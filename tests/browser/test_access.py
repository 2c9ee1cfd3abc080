"""What WCAG asks of every page and axe cannot see: room, zoom, turning, motion, names, order, languages, contrast.

Each kind of page is opened once in each language; every test reads what was found then.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PHONE
from tests.browser.sights import SIGHTS, show

LOOKS_JS = Path(__file__).with_name("looks.js").read_text(encoding="utf-8").strip()
ZOOMED = {"width": 320, "height": 256}  # 1280 x 1024 at 400 %
LYING = {"width": 740, "height": 360}
MOST_STUCK = 1 / 3  # of the height of a page at 400 % that bars may hold for themselves
EVERY_TIME = ("en", "ar")  # one language of each direction; the others at night

Found = dict[str, list[str]]  # what is wrong with all pages of a language, by kind of mistake


def ask(page: Page, question: str, *about: object) -> Any:
    """One of the functions of looks.js, inside the page."""
    return page.evaluate(f"about => {LOOKS_JS}.{question}(...about)", list(about))


def too_wide(page: Page) -> list[str]:
    """How far the page, or a box in it, has to be pushed sideways."""
    return ask(page, "pushedSideways")


def zoomed(page: Page) -> list[str]:
    """On a screen of 1280 by 1024 at 400 %."""
    page.set_viewport_size(ZOOMED)
    stuck = ask(page, "stuckShare")
    return too_wide(page) + ([f"{stuck:.0%} of the height is stuck"] if stuck > MOST_STUCK else [])


def hidden_focus(page: Page) -> list[str]:
    """On a phone, and at 400 %, where a bar hides most."""
    found = []
    for window in (PHONE, ZOOMED):
        page.set_viewport_size(window)
        found += [f"{window['width']} px: {each}" for each in ask(page, "hiddenFocus")]
    return found


def turned(page: Page) -> list[str]:
    """A phone lying on its side tells what it tells upright."""
    page.set_viewport_size(PHONE)
    upright = page.locator("body").inner_text().split()
    page.set_viewport_size(LYING)
    return too_wide(page) + ([] if page.locator("body").inner_text().split() == upright else ["other words"])


def spaced(page: Page) -> list[str]:
    """With the distances of WCAG 1.4.12, on a narrow phone, and with everything unfolded."""
    ask(page, "spaceOut")
    page.set_viewport_size({**PHONE, "width": 320})
    wide = too_wide(page)
    page.set_viewport_size({"width": 320, "height": page.evaluate("document.documentElement.scrollHeight")})
    return wide + ask(page, "coveredWords")


def misnamed(page: Page) -> list[str]:
    """Controls whose name, as the browser hands it to a screen reader, lacks words that are seen on them."""
    ask(page, "markControls")
    chrome = page.context.new_cdp_session(page)
    chrome.send("DOM.enable")
    nodes = chrome.send("DOM.getFlattenedDocument", {"depth": -1})["nodes"]
    tree = chrome.send("Accessibility.getFullAXTree")["nodes"]
    chrome.detach()
    names = {each.get("backendDOMNodeId"): each.get("name", {}).get("value", "") for each in tree}
    found = []
    for node in nodes:
        attributes = node.get("attributes", [])
        marks = dict(zip(attributes[::2], attributes[1::2], strict=True))
        name = names.get(node["backendNodeId"], "")
        if "data-seen" in marks and (not name or _letters(marks["data-seen"]) not in _letters(name)):
            found.append(f"“{marks['data-seen']}” is named “{name}”")
    return found


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def structure(page: Page) -> list[str]:
    """One of each landmark, one main heading, no heading level left out, no picture without a name."""
    return ask(page, "structure")


def languages(page: Page) -> list[str]:
    """Each part says its language and direction; letters of another script stand in a part of their own."""
    return ask(page, "languages", settings.LANGUAGES_BIDI)


def faint(page: Page) -> list[str]:
    """Edges of controls and outlines of focus that do not stand out, by day and by night."""
    found = []
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {each}" for each in ask(page, "faint")]
    return found


LOOKS: dict[str, Callable[[Page], list[str]]] = {
    "structure": structure,
    "languages": languages,
    "motion": lambda page: ask(page, "motion"),
    "faint": faint,
    "misnamed": misnamed,
    "turned": turned,
    "zoomed": zoomed,
    "hidden focus": hidden_focus,
    "spaced": spaced,  # last: it changes the page
}


@pytest.fixture(scope="module")
def found(chromium: Browser, base: str) -> Callable[[str], Found]:
    """Looks at every page of a language, the first time it is asked."""

    @cache
    def look(language: str) -> Found:
        context = chromium.new_context(viewport=PHONE, reduced_motion="reduce")
        page, ways, titles = context.new_page(), {}, defaultdict[str, set[str]](set)
        result: Found = {name: [] for name in LOOKS}
        for sight in SIGHTS:
            show(page, sight, language, base)
            titles[page.title()].add(sight.path)
            ways[sight.name] = ask(page, "waysOn")
            for name, each in LOOKS.items():
                result[name] += [f"{sight.name}: {problem}" for problem in each(page)]
        context.close()
        other_ways = [f"{name}: {each}" for name, each in ways.items() if each != ways["start"]]
        return result | {
            "ways": other_ways,
            "titles": [title for title, paths in titles.items() if len(paths) > 1],
        }

    return look


every_language = pytest.mark.parametrize(
    "language",
    [
        pytest.param(code, marks=[] if code in EVERY_TIME else pytest.mark.nightly)
        for code in settings.PUBLISHED_LANGUAGES
    ],
)


@every_language
def test_landmarks_headings_and_pictures(found: Callable[[str], Found], language: str) -> None:
    """The door only chooses a language: nothing stands below its list."""
    assert found(language)["structure"] == ["door: 0 of body > footer"]


@every_language
def test_every_part_says_its_language_and_direction(found: Callable[[str], Found], language: str) -> None:
    assert found(language)["languages"] == []


@every_language
def test_no_two_kinds_of_page_have_the_same_title(found: Callable[[str], Found], language: str) -> None:
    """Titles are short on purpose, because they stay in the history of a phone: “Question 3”, not what it asks."""
    assert found(language)["titles"] == []


@every_language
def test_nothing_moves_for_who_wants_no_motion(found: Callable[[str], Found], language: str) -> None:
    assert found(language)["motion"] == []


@every_language
def test_edges_and_focus_stand_out(found: Callable[[str], Found], language: str) -> None:
    """Light and dark, 3:1; native radio buttons and ticks are the browser's own."""
    assert found(language)["faint"] == []


@every_language
def test_names_hold_the_words_that_are_seen(found: Callable[[str], Found], language: str) -> None:
    assert found(language)["misnamed"] == []


@every_language
def test_a_phone_may_lie_on_its_side(found: Callable[[str], Found], language: str) -> None:
    assert found(language)["turned"] == []


@every_language
def test_zoomed_to_400_percent(found: Callable[[str], Found], language: str) -> None:
    """No pushing sideways, and most of the height is left for reading."""
    assert found(language)["zoomed"] == []


@every_language
def test_nothing_hides_the_focus(found: Callable[[str], Found], language: str) -> None:
    assert found(language)["hidden focus"] == []


@every_language
def test_words_keep_their_room_when_spaced(found: Callable[[str], Found], language: str) -> None:
    assert found(language)["spaced"] == []


@every_language
def test_the_ways_on_are_the_same_everywhere(found: Callable[[str], Found], language: str) -> None:
    """The same links with the same words in the same order at the top and the bottom; the door can only be left."""
    assert found(language)["ways"] == ["door: ['Leave: /en/leave/']"]
