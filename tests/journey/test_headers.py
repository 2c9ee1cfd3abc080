"""Every address in every language: safe headers, nothing from elsewhere, nothing inline, no answers kept."""

import re

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.urls import URLPattern, get_resolver

from refugeeguide.journey.urls import urlpatterns
from refugeeguide.stylesheet import csp_hash
from tests.journey.visitor import JOURNEYS, LANGUAGES, Visitor, parsed

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
WITHOUT_ANSWERS = ["", "brochure/", "brochure/travel/", "brochure/help/", "about/", "open/"]
WITH_ANSWERS = [
    "questions/",
    "questions/status/",
    "questions/card/",
    "questions/card_expiry/",
    "answers/",
    "plan/",
]
TELLING = ["plan/", "brochure/", "brochure/travel/", "brochure/help/"]
PROBLEMS = ["nothing/", "questions/shoe_size/", "brochure/nothing/"]


def responses(language: str) -> dict[str, HttpResponse]:
    """Each page as a person in the middle of things sees it."""
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    found = {page: visitor.open(page) for page in WITHOUT_ANSWERS + WITH_ANSWERS + PROBLEMS}
    found["refused date"] = visitor.send("card_expiry", day="1")
    found["wrong code"] = visitor.client.post(f"/{language}/open/", {"code": "x"})
    found["question not asked"] = visitor.say("unrestricted_stay", "no")
    found["wrong method"] = visitor.client.put(f"/{language}/plan/")
    found["no form"] = Visitor(language=language, enforce_csrf_checks=True).say("status", "other")
    found["answer"] = visitor.say("status", "refugee")
    found["door"] = visitor.client.get("/")
    visitor.client.cookies[settings.ANSWERS_COOKIE] = "broken"
    found["lost"] = visitor.open("plan/")
    found["erased"] = visitor.client.post(f"/{language}/erase/")
    return found


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(request, belgian_release) -> dict[str, HttpResponse]:
    from refugeeguide.content import release

    before, release._current = release._current, belgian_release
    found = responses(request.param)
    release._current = before
    return found


def html(pages: dict[str, HttpResponse]) -> dict[str, HttpResponse]:
    return {name: each for name, each in pages.items() if each.content}


def test_no_address_is_forgotten() -> None:
    """A new address must be named here."""
    assert {each.name for each in urlpatterns if isinstance(each, URLPattern)} == {
        "start", "questions", "question", "answers", "plan", "checklist", "brochure", "topic", "open", "about", "erase",
    }  # fmt: skip
    assert {each.name for each in get_resolver().url_patterns if isinstance(each, URLPattern)} == {"door"}


def test_the_policy_is_exact_and_fits_the_page(pages: dict[str, HttpResponse]) -> None:
    for name, response in pages.items():
        policy = dict(each.strip().split(" ", 1) for each in response["Content-Security-Policy"].split(";"))
        styles = re.findall(r"<style[^>]*>(.*?)</style>", response.content.decode(), flags=re.DOTALL)
        allowed = policy.pop("style-src").split()
        assert policy == POLICY, name
        assert allowed == ["'self'", *map(csp_hash, settings.INLINE_STYLES.values())], name
        kind = ["tell"] if name in TELLING else ["ask"] if "<html" in response.content.decode() else []
        assert styles == [settings.INLINE_STYLES[each] for each in kind], name


def test_the_other_headers(pages: dict[str, HttpResponse]) -> None:
    for name, response in pages.items():
        found = {key: response.headers.get(key) for key in SAFE}
        assert found == SAFE, name


SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Server": None,
    "X-Powered-By": None,
}


def test_nothing_comes_from_elsewhere_and_nothing_is_inline(pages: dict[str, HttpResponse]) -> None:
    for name, response in html(pages).items():
        tree = parsed(response)
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            assert "style" not in element.attrib, (name, element.attrib)
            assert not [key for key in element.attrib if key.startswith("on")], (name, element.attrib)
            assert element.tag not in (
                "script",
                "iframe",
                "object",
                "embed",
                "base",
                "img",
                "video",
                "audio",
            ), name
            address = element.get("href") or element.get("src") or element.get("action") or ""
            if element.tag == "a" and address.startswith("http"):
                assert element.get("rel") == "noreferrer", address
            else:
                assert re.match(r"(/(?!/)|#|data:,$|tel:[+0-9]+$|mailto:|$)", address), (name, address)


def test_the_stylesheets_fetch_nothing() -> None:
    for style in settings.INLINE_STYLES.values():
        assert not re.search(r"url\(|@import|@font-face|//", style)


def test_nothing_with_answers_is_kept(pages: dict[str, HttpResponse]) -> None:
    kept = {*WITHOUT_ANSWERS, "door", "erased", "wrong method"} - {"open/"}
    for name, response in pages.items():
        if name not in kept:
            assert response.headers.get("Cache-Control") == "no-store", name


def test_a_page_that_offers_to_erase_is_not_kept_either(pages: dict[str, HttpResponse]) -> None:
    """It differs between people, so no shared cache may mix them up."""
    for name in WITHOUT_ANSWERS:
        assert "Cookie" in pages[name].headers["Vary"], name


def test_the_paper_has_the_same_headers() -> None:
    response = Visitor(JOURNEYS["subsidiary"], language="ar").open("plan/checklist.pdf")
    assert response.content[:5] == b"%PDF-"
    assert {key: response.headers.get(key) for key in SAFE} == SAFE
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == 'inline; filename="checklist.pdf"'
    assert "Content-Encoding" not in response.headers
