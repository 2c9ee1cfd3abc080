"""When something fails, or a page is asked in a way it does not know: a calm page in the reader's language."""

import re

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.template import Engine
from django.test import Client, RequestFactory

from refugeeguide.content.models import Procedure
from refugeeguide.journey import pages
from tests.journey.visitor import JOURNEYS, LANGUAGES, Visitor, in_language, parsed, text_of


def said(response: HttpResponse) -> list[str]:
    """Heading, text and button of a page."""
    main = parsed(response).find(".//main")
    return [text_of(next(main.iter(tag))) for tag in ("h1", "p", "a") if main.find(f".//{tag}") is not None]


def problem(name: str, language: str) -> list[str]:
    """What the page of this problem says."""
    return [in_language(language, words) for words in pages.PROBLEMS[name]]


def direction_of(response: HttpResponse) -> tuple[str, str]:
    tree = parsed(response)
    return tree.get("lang"), tree.get("dir")


# --- Something failed (500)


def broken(*args: object, **kwargs: object) -> None:
    raise RuntimeError("broken on purpose")


def failing(language: str) -> HttpResponse:
    """The plan of a person with answers, in a browser."""
    visitor = Visitor(JOURNEYS["refugee"], language=language, raise_request_exception=False)
    response = visitor.open("plan/")
    assert visitor.answers == JOURNEYS["refugee"]
    return response


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_view_that_breaks_is_explained(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refugeeguide.journey.views.timeline", broken)
    response = failing(language)
    assert (response.status_code, response["Cache-Control"]) == (500, "no-store")
    assert direction_of(response) == (language, "rtl" if language == "ar" else "ltr")
    assert said(response) == problem("failed", language)
    assert parsed(response).find(".//header//a[2]").get("href") == f"/{language}/languages/"
    assert parsed(response).find(".//a[@class='exit']").get("href") == f"/{language}/leave/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_that_break_leave_the_words(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Engine, "get_template", broken)
    response = failing(language)
    assert (response.status_code, response["Cache-Control"]) == (500, "no-store")
    assert direction_of(response) == (language, "rtl" if language == "ar" else "ltr")
    assert said(response) == problem("failed", language)
    assert parsed(response).find(".//main//a").get("href") == f"/{language}/"
    page = response.content.decode()
    assert page.count(pages.inlines()["ask"].element) == 1
    assert pages.inlines()["ask"].hash in response["Content-Security-Policy"]


def test_without_translations_the_words_are_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Engine, "get_template", broken)
    monkeypatch.setattr(pages, "gettext", broken)
    response = pages.server_error(RequestFactory().get("/ar/plan/"))
    assert (response.status_code, *direction_of(response)) == (500, "en", "ltr")
    assert said(response) == list(pages.FAILED)


def test_without_style_the_words_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "problem_page", broken)
    monkeypatch.setattr(pages, "inlines", broken)
    response = pages.server_error(RequestFactory().get("/fr/plan/"))
    assert (response.status_code, *direction_of(response)) == (500, "fr", "ltr")
    assert said(response) == problem("failed", "fr")
    assert "<style" not in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/nothing/", "/xx/plan/", "/admin/", "/%00/", "/" + "x" * 5000])
def test_where_no_language_is_asked_for_it_never_fails_either(path: str, monkeypatch) -> None:
    monkeypatch.setattr(pages, "problem_page", broken)
    response = pages.server_error(RequestFactory().get(path))
    assert (response.status_code, *direction_of(response)) == (500, "en", "ltr")


def test_nothing_of_the_failure_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refugeeguide.journey.views.timeline", broken)
    first = failing("en").content.decode()
    monkeypatch.setattr(Engine, "get_template", broken)
    for page in (first, failing("en").content.decode()):
        assert not re.search(r"broken on purpose|RuntimeError|Traceback|refugeeguide\.journey", page)


def test_an_editor_whose_page_breaks_gets_a_page_too(monkeypatch, admin_client: Client) -> None:
    admin_client.raise_request_exception = False
    monkeypatch.setattr(Procedure.objects.__class__, "get_queryset", broken)
    response = admin_client.get("/admin/content/procedure/")
    assert (response.status_code, said(response)) == (500, problem("failed", "en"))


# --- A way of asking that a page does not know (405)

WRONG = [
    ("post", "plan/", "GET, HEAD"),
    ("put", "brochure/travel/", "GET, HEAD"),
    ("delete", "brochure/made-up/", "GET, HEAD"),
    ("get", "erase/", "POST"),
    ("get", "feedback/procedure/blue-passport/", "POST"),
    ("put", "open/", "GET, HEAD, POST"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("method", "page", "allowed"), WRONG)
def test_a_wrong_method_is_explained(language: str, method: str, page: str, allowed: str) -> None:
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    response = getattr(visitor.client, method)(f"/{language}/{page}")
    assert (response.status_code, response["Allow"], response["Cache-Control"]) == (405, allowed, "no-store")
    assert direction_of(response) == (language, "rtl" if language == "ar" else "ltr")
    assert said(response) == problem("not-so", language)
    assert parsed(response).find(".//main//a").get("href") == f"/{language}/"
    assert visitor.answers == JOURNEYS["refugee"]


def test_the_door_answers_in_the_browsers_language() -> None:
    response = Client(headers={"accept-language": "fr"}).post("/")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    assert said(response) == problem("not-so", "fr")


def test_addresses_that_somebody_made_up_are_remembered_nowhere() -> None:
    client = Client(headers={"sec-fetch-site": "cross-site"})
    client.post("/en/erase/")
    client.get("/en/erase/")
    before = set(cache._cache)
    for number in range(3):
        assert client.delete(f"/en/brochure/made-up-{number}/").status_code == 405
        assert client.post(f"/en/questions/made-up-{number}/").status_code == 403
        assert client.post(f"/en/feedback/contact/made-up-{number}/").status_code == 403
    assert set(cache._cache) == before


def test_the_desk_keeps_its_own_answers(admin_client: Client) -> None:
    response = admin_client.get("/admin/logout/")
    assert (response.status_code, response["Allow"], response.content) == (405, "POST, OPTIONS", b"")
