"""Every address in every language: safe headers, nothing from elsewhere, nothing inline but ours, no answers kept."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, get_resolver

from refugeeguide.content import release
from refugeeguide.journey.inline import inlines
from refugeeguide.journey.urls import urlpatterns
from tests.journey.everything import ALIKE_FOR_ALL, FOR_US, NOT_KEPT, WITHOUT_PAGE, responses
from tests.journey.visitor import JOURNEYS, LANGUAGES, Visitor, parsed

EVERY_PAGE = {
    "default-src": ["'none'"],
    "img-src": ["data:"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
# Of an answer that only leads on.
NO_PAGE = {"default-src": ["'none'"], "frame-ancestors": ["'none'"]}

TELLING = {
    "plan/", "plan/take-away/", "brochure/", "brochure/travel/", "brochure/help/", "procedures/blue-passport/",
    "contacts/cgrs/", "contacts/", "near", "several places", "no such place", "accessibility/", "offline/",
}  # fmt: skip
LEADING = {"", "answers/", "nothing-fits/", "search/", "found", "plan/share/", "languages/"}
OWN_STYLE = {"door": "door", "style/": "style"}
# Which scripts a page holds, in their order, and what one of them needs besides.
SCRIPTS = {
    "plan/share/": ["share", "page"], "open/": ["open", "page"], "wrong code": ["open", "page"], "plan/take-away/": [],
    "offline/": ["offline", "page"], "door": ["leave"],
}  # fmt: skip
NEEDS = {"offline": {"connect-src": ["'self'"], "worker-src": ["'self'"], "manifest-src": ["'self'"]}}


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(request, belgian_release) -> dict[str, HttpResponse]:
    before, release._current = release._current, belgian_release
    found = responses(request.param)
    release._current = before
    return found


def html(pages: dict[str, HttpResponse]) -> dict[str, HttpResponse]:
    return {name: each for name, each in pages.items() if name not in WITHOUT_PAGE}


def held(response: HttpResponse, tag: str) -> list[str]:
    """The texts of all elements of this kind."""
    return re.findall(rf"<{tag}[^>]*>(.*?)</{tag}>", response.content.decode(), flags=re.DOTALL)


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def policy(response: HttpResponse) -> dict[str, list[str]]:
    directives = [each.split() for each in response["Content-Security-Policy"].split(";")]
    assert len({each[0] for each in directives}) == len(directives)
    return {name: sources for name, *sources in directives}


def test_no_address_is_forgotten() -> None:
    """A new address must be named here, and in `everything` if it is a page."""
    assert {each.name for each in urlpatterns if isinstance(each, URLPattern)} == {
        "start", "questions", "question", "answers", "plan", "checklist", "take-away", "share", "open", "brochure",
        "topic", "procedure", "search", "contacts", "contact", "nothing-fits", "about", "erase", "leave",
        "accessibility", "style", "languages", "thanks", "feedback", "offline", "offline-pages", "manifest",
    }  # fmt: skip
    names = {each.name for each in get_resolver().url_patterns if isinstance(each, URLPattern)}
    assert names == {"door", "service-worker"}


def test_each_page_was_met(pages: dict[str, HttpResponse]) -> None:
    """Otherwise the tests below would say little."""
    assert {name for name, each in pages.items() if b"</html>" not in each.content} == set(WITHOUT_PAGE)
    found = {name: pages[name].status_code for name in [*ALIKE_FOR_ALL, *NOT_KEPT, "found", "near", "door"]}
    assert {name for name, status in found.items() if status != 200} == {"questions/", "leave/"}


def test_every_page_holds_our_style_and_our_scripts_and_no_others(pages: dict[str, HttpResponse]) -> None:
    for name, response in html(pages).items():
        kind = OWN_STYLE.get(name, "tell" if name in TELLING else "find" if name in LEADING else "ask")
        assert held(response, "style") == [inlines()[kind].text], name
        assert held(response, "script") == [inlines()[each].text for each in SCRIPTS.get(name, ["page"])], (
            name
        )
        assert not re.search(r"<(style|script)[^>]", response.content.decode()), name


def test_the_policy_names_what_the_page_holds_and_nothing_else(pages: dict[str, HttpResponse]) -> None:
    for name, response in html(pages).items():
        expected = {tag: [hashed(text) for text in held(response, tag)] for tag in ("style", "script")}
        found = policy(response)
        assert found.pop("style-src") == expected["style"], name
        scripts = found.pop("script-src")
        assert (scripts[0], sorted(scripts[1:])) == ("'self'", sorted(expected["script"])), name
        needs = [NEEDS.get(each, {}) for each in SCRIPTS.get(name, [])]
        assert found == EVERY_PAGE | {key: value for each in needs for key, value in each.items()}, name


def test_the_policy_of_what_is_no_page(pages: dict[str, HttpResponse]) -> None:
    for name in WITHOUT_PAGE:
        assert policy(pages[name]) == NO_PAGE, name


SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": None,  # the policy says it
    "Cross-Origin-Opener-Policy": "same-origin",
    "Server": None,
    "X-Powered-By": None,
}


def test_the_other_headers(pages: dict[str, HttpResponse]) -> None:
    for name, response in pages.items():
        expected = SAFE | ({"Cross-Origin-Opener-Policy": None} if name in WITHOUT_PAGE else {})
        assert {key: response.headers.get(key) for key in SAFE} == expected, name


LOADING = ("iframe", "object", "embed", "base", "img", "video", "audio", "source", "track", "frame", "applet")
OURS = re.compile(r"(/(?!/)|#|data:|tel:[+0-9]+$|mailto:|$)")


def test_nothing_comes_from_elsewhere_and_nothing_is_inline(pages: dict[str, HttpResponse]) -> None:
    for name, response in html(pages).items():
        for element in parsed(response).iter():
            if not isinstance(element.tag, str):
                continue
            assert not {key for key in element.attrib if key == "style" or key.startswith("on")}, name
            assert element.tag not in LOADING, name
            for key in ("href", "src", "action", "formaction", "{http://www.w3.org/1999/xlink}href"):
                address = element.get(key, "")
                if element.tag == "a" and address.startswith(("http:", "https:")):
                    assert element.get("rel") == "noreferrer", (name, address)
                else:
                    assert OURS.match(address), (name, address)


def test_the_map_is_a_link_and_only_a_link(pages: dict[str, HttpResponse]) -> None:
    """It stands where one asks for an address, and nothing of it is loaded before somebody presses it."""
    with_map = {name for name, each in html(pages).items() if b"openstreetmap" in each.content}
    assert with_map == {"contacts/cgrs/", "contacts/", "near"}
    for name in with_map:
        links = [
            each
            for each in parsed(pages[name]).iter()
            if "openstreetmap" in "".join(map(str, each.attrib.values()))
        ]
        assert {(each.tag, each.get("rel"), *sorted(each.attrib)) for each in links} == {
            ("a", "noreferrer", "href", "rel")
        }
        assert {each.get("href").partition("=")[0] for each in links} == {
            "https://www.openstreetmap.org/search?query"
        }


def test_the_styles_and_scripts_fetch_nothing_from_elsewhere() -> None:
    for name, text in inlines().items():
        assert not re.search(r"url\(|@import|@font-face|//", text.text), name
        assert "</" not in text.text, name


def test_nothing_with_answers_is_kept(pages: dict[str, HttpResponse]) -> None:
    kept = {*ALIKE_FOR_ALL, *FOR_US, "door", "erased"}
    for name, response in pages.items():
        if name not in kept:
            assert "no-store" in response.headers.get("Cache-Control", ""), name


def test_a_page_that_offers_to_erase_is_not_kept_either(pages: dict[str, HttpResponse]) -> None:
    """It differs between people, so no shared cache may mix them up."""
    for name in ALIKE_FOR_ALL:
        assert "Cookie" in pages[name].headers["Vary"], name


def test_the_paper_has_the_same_headers() -> None:
    response = Visitor(JOURNEYS["subsidiary"], language="ar").open("plan/checklist.pdf")
    assert response.content[:5] == b"%PDF-"
    assert {key: response.headers.get(key) for key in SAFE} == SAFE | {"X-Frame-Options": "DENY"}
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == 'inline; filename="checklist.pdf"'
    assert "Content-Encoding" not in response.headers
