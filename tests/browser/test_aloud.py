"""Reading aloud, with voices of our own making: offered only with the right one, and then every word shown, once."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Arrive, Visitor
from tests.browser.sights import FAMILY, answers_as_cookie

# Stands in for the speech of the device: `voices` are there from the start, `late` come after a while, as on Android.
# `said` is what is spoken, by which voice; one after the other, each until `finish()` is called or all are cancelled.
SPEECH = """({ voices, late }) => {
  window.said = [];
  window.cancelled = 0;
  const waiting = [];
  const end = (each, kind, error) => each && each["on" + kind] && each["on" + kind]({ error });
  window.finish = () => end(waiting.shift(), "end");
  window.fail = error => end(waiting.shift(), "error", error);
  const speech = {
    onvoiceschanged: null,
    getVoices: () => voices,
    get speaking() { return waiting.length > 0; },
    speak: each => {
      waiting.push(each);
      said.push([each.text, each.voice.name, each.lang]);
    },
    cancel: () => {
      cancelled += 1;
      sessionStorage.cancelled = cancelled;
      waiting.splice(0).forEach(each => end(each, "error", "canceled"));
    },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  window.arrive = (others = late) => {
    voices = others;
    speech.onvoiceschanged();
  };
}"""


def voice(lang: str, local: bool = True) -> dict[str, Any]:
    return {"name": f"voice {lang}", "lang": lang, "localService": local}


def hears(arrive: Arrive, *voices: dict[str, Any], late: list[dict[str, Any]] | None = None) -> Visitor:
    """A visitor whose device has these voices."""
    visitor = arrive()
    given = json.dumps({"voices": voices, "late": late or []})
    visitor.page.context.add_init_script(f"({SPEECH})({given})")
    return visitor


def speak_as(page: Page, language: str) -> None:
    """Let pages say that they are in this language, whatever it is: most are not published yet."""
    change = re.compile(r'<html lang="\w+"')

    def handle(route: Any) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=change.sub(f'<html lang="{language}"', response.text()))

    page.route("**/en/about/", handle)


@pytest.mark.parametrize(
    ("language", "offered"),
    [
        # Just as phones, computers and browsers write it.
        ("ar", ["ar", "ar-SA", "ar_SA", "AR-EG", "ar-XA", "arb", "ara"]),
        ("fr", ["fr-FR", "fr_BE", "fr-CA"]),
        ("nl", ["nl-NL", "nl_BE", "nld"]),
        ("fa", ["fa", "fa-IR", "fa-AF", "fa_AF", "prs", "prs-AF"]),
        ("ps", ["ps-AF", "pus"]),
        ("ku", ["ku", "ku-TR", "kmr", "ku-Latn"]),
        ("ckb", ["ckb", "ckb-IQ", "ckb_IR"]),
        ("ti", ["ti-ER", "tir"]),
    ],
)
def test_a_voice_of_the_language_is_offered(arrive: Arrive, language: str, offered: list[str]) -> None:
    assert offers(arrive, language, offered) == dict.fromkeys(offered, True)


@pytest.mark.parametrize(
    ("language", "others"),
    [
        ("ar", ["en-US", "fa-IR", "ur-PK", "arz", "ckb", "arc", "", "none", "a", "_ar", "en-AR"]),
        ("ku", ["ar-SA", "tr-TR", "ckb-IQ", "ku-IQ", "ku_IQ", "ku-Arab", "ku_IQ_#Arab", "sdh"]),
        ("ckb", ["ar-IQ", "fa-IR", "ku", "ku-TR", "kmr"]),
        ("ps", ["ur-PK", "fa-AF", "ar", "pa-PK"]),
        ("fa", ["ar", "tg-TJ", "ps-AF", "ur"]),
        ("ti", ["am-ET", "tig", "en"]),
        ("nl", ["de-DE", "af-ZA", "fy-NL", "vls", "en-NL"]),
    ],
)
def test_a_voice_of_another_language_is_not(arrive: Arrive, language: str, others: list[str]) -> None:
    assert offers(arrive, language, others) == dict.fromkeys(others, False)


def offers(arrive: Arrive, language: str, tags: list[str]) -> dict[str, bool]:
    """Whether a page in this language offers to read itself, for each voice that a device may have alone."""
    visitor = hears(arrive)
    page = visitor.page
    speak_as(page, language)
    page.goto(f"{visitor.base}/en/about/")
    expect(page.locator("html")).to_have_attribute("lang", language)
    found = {}
    for tag in tags:
        page.evaluate("voice => arrive([voice])", voice(tag))
        found[tag] = page.locator("#aloud").is_visible()
    return found


def test_without_a_voice_of_the_device_itself_nothing_is_offered(arrive: Arrive) -> None:
    """None at all; one that sends the words to somebody's computer; no speech; a browser that knows no languages."""
    for voices in ([], [voice("en-GB", local=False)], [voice("en-GB", local=False), voice("fr-FR")]):
        visitor = hears(arrive, *voices)
        visitor.page.goto(f"{visitor.base}/en/about/")
        expect(visitor.page.locator("#aloud")).to_be_hidden()
    visitor = arrive()
    visitor.page.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
    visitor.page.goto(f"{visitor.base}/en/about/")
    expect(visitor.page.locator("#aloud")).to_be_hidden()
    old = hears(arrive, voice("fr-FR"), voice("en-GB"))
    old.page.add_init_script("delete Intl.Locale")
    old.page.goto(f"{old.base}/en/about/")
    expect(old.page.locator("#aloud")).to_be_hidden()


def test_voices_that_come_late(arrive: Arrive) -> None:
    """On Android the list is empty at first; and a voice may be taken away."""
    visitor = hears(arrive, late=[voice("en_US", local=False), voice("fr_FR"), voice("ar_EG")])
    page, button = visitor.page, visitor.page.locator("#aloud")
    page.goto(f"{visitor.base}/ar/")
    expect(button).to_be_hidden()
    page.evaluate("arrive()")
    expect(button).to_be_visible()
    press(page)
    assert {(name, lang) for _, name, lang in page.evaluate("said")} == {("voice ar_EG", "ar_EG")}
    page.evaluate("arrive([])")
    expect(button).to_be_hidden()


PAGES = [
    "/en/questions/needs/", "/en/plan/", "/en/brochure/travel/", "/en/contacts/", "/fr/plan/", "/ar/", "/ar/plan/",
    "/ar/questions/postcode/", "/ar/procedures/blue-passport/", "/ar/answers/", "/ar/accessibility/", "/nl/search/",
]  # fmt: skip
# Every text of main whose letters are on the screen and in the language of the page, as the layout tells it.
ON_SCREEN = """() => {
  const main = document.querySelector("main"), own = document.documentElement.lang;
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT), found = [];
  while (texts.nextNode()) {
    const text = texts.currentNode, range = document.createRange();
    range.selectNodeContents(text);
    const seen = text.parentElement.checkVisibility() && range.getClientRects().length;
    const ours = text.parentElement.closest("[lang]").lang == own && !text.parentElement.closest("#aloud, .unseen");
    if (seen && ours) found.push(text.data);
  }
  return found.join("");
}"""


def listening(visitor: Visitor, path: str) -> Page:
    """The page with its button pressed, as a person who answered everything sees it."""
    page = visitor.page
    page.context.add_cookies([{**answers_as_cookie(FAMILY), "url": visitor.base}])
    page.goto(visitor.base + path)
    press(page)
    return page


def press(page: Page) -> None:
    """The button, and wait until it says something else: it begins, or stops."""
    button = page.locator("#aloud")
    label = button.inner_text()
    button.click()
    expect(button).not_to_have_text(label)


@pytest.mark.parametrize("path", PAGES)
def test_every_word_shown_is_said_once_and_in_order(arrive: Arrive, path: str) -> None:
    """By the voice of the language; nothing that is closed, hidden or in another language."""
    language = path.split("/")[1]
    visitor = hears(arrive, voice("de-DE"), voice(language, local=False), voice(f"{language}_ZZ"))
    page = listening(visitor, path)
    said = page.evaluate("said")
    assert {(name, lang) for _, name, lang in said} == {(f"voice {language}_ZZ", f"{language}_ZZ")}
    assert letters("".join(text for text, _, _ in said)) == letters(page.evaluate(ON_SCREEN))
    assert [text for text, _, _ in said if not letters(text) or text != text.strip() or "\n" in text] == []
    expect(page.locator("#aloud")).to_be_focused()
    assert page.locator("main [style*=display]").count() == 0


def letters(text: str) -> str:
    """The text without what only separates."""
    return re.sub(r"[\W_]+", "", text)


def test_what_is_opened_is_read_too(arrive: Arrive) -> None:
    """The reason for a question is closed at first."""
    visitor = hears(arrive, voice("en"))
    page = listening(visitor, "/en/questions/status/")
    why = page.locator("main details p").first
    closed = [text for text, _, _ in page.evaluate("said")]
    press(page)
    page.locator("main summary").first.click()
    page.evaluate("said.length = 0")
    press(page)
    opened = [text for text, _, _ in page.evaluate("said")]
    assert [text for text in opened if text not in closed] == [why.inner_text()]
    assert [text for text in opened if text in closed] == closed


def test_a_line_at_a_time(arrive: Arrive) -> None:
    """A voice takes a breath where a block ends; a list inside a list is said where it stands."""
    visitor = hears(arrive, voice("en"))
    page = visitor.page
    page.goto(f"{visitor.base}/en/about/")
    page.evaluate(
        """() => {
          const main = document.querySelector("main"), button = document.querySelector("#aloud");
          main.innerHTML = `<h1>Title</h1><ul><li>One <b>and</b> a half<ul><li><p>Two</p></li></ul>three</li></ul>
            <p lang="fr">Rien</p><p>Say <span lang="fr">rien</span> nothing</p><p hidden>Hidden</p><p>…</p>
            <details><summary>Sum</summary><p>Closed</p></details><p class="unseen">Unseen</p>
            <p class="recording">Recorded</p><label>Day <input value="3"></label><button>Go</button>`;
          main.prepend(button);
        }"""
    )
    press(page)
    assert [text for text, _, _ in page.evaluate("said")] == [
        "Title", "One and a half", "Two", "three", "Say nothing", "Sum", "Day", "Go",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_same_button_stops_and_begins_anew(arrive: Arrive, language: str) -> None:
    """What was stopped does not come back when it reports late."""
    visitor = hears(arrive, voice(language))
    page = listening(visitor, f"/{language}/about/")
    button, count = page.locator("#aloud"), len(page.evaluate("said"))
    read, stop = {"en": ("Read this page aloud", "Stop reading"), "ar": words_of(visitor, language)}[language]
    expect(button).to_have_text(stop)
    button.click()
    expect(button).to_have_text(read)
    assert page.evaluate("[said.length, cancelled, speechSynthesis.speaking]") == [count, 1, False]
    button.click()
    expect(button).to_have_text(stop)
    assert page.evaluate("[said.length, cancelled, speechSynthesis.speaking]") == [2 * count, 1, True]


def words_of(visitor: Visitor, language: str) -> tuple[str, str]:
    """What the button says before and while it reads, as the page came."""
    page = visitor.page.context.request.get(f"{visitor.base}/{language}/about/").text()
    button = re.search(r'id="aloud".*?data-stop="([^"]+)".*?</svg>([^<]+)</button>', page, flags=re.DOTALL)
    assert button
    return button[2].strip(), button[1]


def test_after_the_end_the_label_is_back(arrive: Arrive) -> None:
    visitor = hears(arrive, voice("en"))
    page = listening(visitor, "/en/questions/status/")
    for _ in page.evaluate("said")[1:]:
        page.evaluate("finish()")
        expect(page.locator("#aloud")).to_have_text("Stop reading")
    page.evaluate("finish()")
    expect(page.locator("#aloud")).to_have_text("Read this page aloud")


@pytest.mark.parametrize(("error", "offered"), [("interrupted", True), ("voice-unavailable", False)])
def test_a_voice_that_fails(arrive: Arrive, error: str, offered: bool) -> None:
    """The reading ends; a voice that turns out not to be there is not offered any more."""
    visitor = hears(arrive, voice("en"))
    page = listening(visitor, "/en/about/")
    page.evaluate("error => fail(error)", error)
    assert page.locator("#aloud").is_visible() == offered
    assert page.locator("#aloud").text_content().strip() == "Read this page aloud"
    assert page.evaluate("speechSynthesis.speaking") is False


def test_leaving_the_page_ends_it(arrive: Arrive) -> None:
    visitor = hears(arrive, voice("en"))
    page = listening(visitor, "/en/about/")
    page.evaluate("sessionStorage.cancelled = 0")
    page.goto(f"{visitor.base}/en/brochure/")
    assert page.evaluate("sessionStorage.cancelled") == "1"


@pytest.mark.parametrize("way", ["button", "keys"])
def test_the_exit_is_silent_at_once(arrive: Arrive, way: str) -> None:
    """Even while the network is slow to lead elsewhere: what was cancelled before the page went."""
    visitor = hears(arrive, voice("en"))
    page = listening(visitor, "/en/about/")
    page.evaluate(
        """() => {
          sessionStorage.first = "";
          const note = what => { sessionStorage.first ||= what; };
          const cancel = speechSynthesis.cancel;
          speechSynthesis.cancel = () => { note("silent"); cancel(); };
          window.addEventListener("pagehide", () => note("gone"), { capture: true });
        }"""
    )
    page.route("**/leave/", lambda route: route.fulfill(body="<p>Elsewhere", content_type="text/html"))
    if way == "button":
        page.locator(".exit").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    expect(page.locator("p")).to_have_text("Elsewhere")
    assert page.evaluate("sessionStorage.first") == "silent"


def test_the_reading_is_fetched_when_asked_for_and_once(arrive: Arrive) -> None:
    """One request a page until then. Pressed again before it came, it still reads once."""
    visitor = hears(arrive, voice("en"))
    page = visitor.page
    page.goto(f"{visitor.base}/en/about/")
    assert visitor.requests == [f"{visitor.base}/en/about/"]
    page.evaluate("const button = document.querySelector('#aloud'); button.click(); button.click()")
    expect(page.locator("#aloud")).to_have_text("Stop reading")
    page.wait_for_timeout(100)
    said = [text for text, _, _ in page.evaluate("said")]
    assert said.count("About this guide") == 1
    assert visitor.requests[1:] == [f"{visitor.base}/static/aloud.js"]


def test_without_a_network_the_button_goes_instead_of_doing_nothing(arrive: Arrive) -> None:
    visitor = hears(arrive, voice("en"))
    page = visitor.page
    page.goto(f"{visitor.base}/en/about/")
    page.context.set_offline(True)
    page.locator("#aloud").click()
    expect(page.locator("#aloud")).to_be_hidden()
    page.context.set_offline(False)
    visitor.complaints[:] = [each for each in visitor.complaints if "ERR_INTERNET_DISCONNECTED" not in each]
