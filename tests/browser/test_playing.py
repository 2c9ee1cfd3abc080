"""Recordings are played by a real browser, and only beside the very words that they hold."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml
from django.utils import translation
from playwright.sync_api import Locator, expect

from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.reading import read_guide
from tests.browser.conftest import Arrive
from tests.browser.serving import site
from tests.browser.sights import answers_as_cookie
from tests.content import belgium

PROCEDURE = "blue-passport"
SECONDS = 0.5


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site with a folder of recordings: right ones, and ones of which one word has changed since."""
    folder = tmp_path_factory.mktemp("recordings")
    with wave.open(str(folder / "silence.wav"), "wb") as sound:
        sound.setparams((1, 1, 8000, 0, "NONE", ""))
        sound.writeframes(bytes([128]) * int(8000 * SECONDS))
    index = yaml.safe_dump([row(*each) for each in texts()], allow_unicode=True)
    (folder / "index.yaml").write_text(index, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RECORDINGS", str(folder))
        with site(tmp_path_factory.mktemp("site")) as address:
            yield address


def texts() -> list[tuple[str, str]]:
    """The titles of two questions and a procedure's first steps, the second of each with one word more."""
    found = []
    for language in ("en", "ar"):
        with translation.override(language):
            status, needs = (
                translation.gettext(QUESTIONNAIRE.by_slug[slug].title) for slug in ("status", "needs")
            )
        first, second = steps(language)[:2]
        found += [(language, text) for text in (status, f"{needs} X", first, f"{second} X")]
    return found


def steps(language: str) -> list[str]:
    guide = read_guide(belgium.document(), language, QUESTIONNAIRE.names)
    procedure = next(each for each in guide.procedures if each.slug == PROCEDURE)
    return [step.text.text for step in procedure.steps]


def row(language: str, text: str) -> dict[str, Any]:
    return {
        "language": language,
        "text": text,
        "file": "silence.wav",
        "by": "Rania A.",
        "on": date(2026, 11, 20),
    }


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    ("path", "beside"),
    [
        ("questions/status/", "form legend + .recording"),
        (f"procedures/{PROCEDURE}/", ".steps li:first-child .recording"),
    ],
)
def test_a_recording_is_fetched_when_pressed_and_played_to_its_end(
    arrive: Arrive, language: str, path: str, beside: str
) -> None:
    """One request a page until then; the policy of the page has nothing against it."""
    visitor = arrive(viewport={"width": 320, "height": 740})
    page = visitor.page
    page.goto(f"{visitor.base}/{language}/{path}")
    audio = page.locator("audio")
    expect(audio).to_have_count(1)
    expect(page.locator(beside)).to_have_count(1)
    assert visitor.requests == [page.url]
    assert audio.evaluate("each => [each.preload, each.readyState, each.paused]") == ["none", 0, True]
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    press_play(audio)
    expect(audio).to_have_js_property("ended", True)
    assert audio.evaluate("each => each.duration") == SECONDS
    assert set(visitor.requests[1:]) == {f"{visitor.base}/static/recordings/silence.wav"}


def press_play(audio: Locator) -> None:
    """The button at the start of the browser's own controls, which are alike in every language."""
    height = audio.evaluate("each => each.clientHeight")
    audio.click(position={"x": height / 2, "y": height / 2})


def test_words_that_changed_are_not_offered(arrive: Arrive) -> None:
    """Each of these was recorded with one word more."""
    visitor = arrive()
    page = visitor.page
    page.context.add_cookies([{**answers_as_cookie({"status": "refugee"}), "url": visitor.base}])
    for language in ("en", "ar"):
        page.goto(f"{visitor.base}/{language}/questions/needs/")
        expect(page.locator("h1")).to_have_count(1)
        expect(page.locator("audio")).to_have_count(0)
        page.goto(f"{visitor.base}/{language}/procedures/{PROCEDURE}/")
        expect(page.locator(".steps li:nth-child(2)")).to_have_count(1)
        expect(page.locator(".steps li:nth-child(2) audio")).to_have_count(0)
