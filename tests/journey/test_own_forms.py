"""A form is taken from our own pages only; the browser says where it comes from, and no page carries a token."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.exceptions import ViewDoesNotExist
from django.urls import URLPattern, URLResolver, get_resolver

from tests.journey.everything import ALIKE_FOR_ALL, NOT_KEPT
from tests.journey.visitor import JOURNEYS, LANGUAGES, Visitor, heading, in_language, parsed

HOST = "testserver"
OURS = [
    {}, {"sec-fetch-site": "same-origin"}, {"sec-fetch-site": "none"}, {"origin": f"http://{HOST}"},
    {"sec-fetch-site": "same-origin", "origin": f"http://{HOST}"},
    {"sec-fetch-site": "same-origin", "origin": "null"},  # a browser that hides where it was, but knows it was here
    {"sec-fetch-site": "", "origin": f"http://{HOST}"},
]  # fmt: skip
FOREIGN = [
    {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"sec-fetch-site": "SAME-ORIGIN"},
    {"sec-fetch-site": "same-origin, cross-site"}, {"sec-fetch-site": "x"},
    {"sec-fetch-site": "cross-site", "origin": f"http://{HOST}"},
    {"origin": "http://evil.example"}, {"origin": "null"}, {"origin": "x"}, {"origin": f"https://{HOST}"},
    {"origin": f"http://{HOST}:8000"}, {"origin": f"http://{HOST}.evil.example"}, {"origin": f"http://www.{HOST}"},
    {"origin": f"http://evil.example/http://{HOST}"}, {"origin": HOST},
]  # fmt: skip


def strict(said: dict | None = None, language: str = "en", **client: object) -> Visitor:
    """A browser whose forms Django's own guard looks at too, as on a real site."""
    return Visitor(said, language=language, enforce_csrf_checks=True, **client)


@pytest.mark.parametrize("headers", OURS, ids=str)
def test_a_form_of_ours_is_taken(headers: dict[str, str]) -> None:
    visitor = strict(headers=headers)
    assert visitor.send("status", answer="other").status_code == 302
    assert visitor.answers == {"status": "other"}


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_a_form_from_elsewhere_is_not_taken(headers: dict[str, str]) -> None:
    visitor = strict({"status": "other", "postcode": "1000"}, headers=headers)
    response = visitor.send("status", answer="refugee")
    assert (response.status_code, response.cookies, response["Cache-Control"]) == (403, {}, "no-store")
    assert visitor.answers == {"status": "other", "postcode": "1000"}


@pytest.mark.parametrize(
    ("origin", "status"),
    [("https://testserver", 302), ("http://testserver", 403), ("https://testserver:8443", 403)],
)
def test_behind_a_server_that_speaks_https(origin: str, status: int) -> None:
    visitor = strict(headers={"origin": origin, "host": HOST, "x-forwarded-proto": "https"})
    assert visitor.send("status", answer="other").status_code == status


@pytest.mark.parametrize(
    ("origin", "status"),
    [("http://localhost:8000", 302), ("http://localhost", 403), ("http://localhost:8001", 403)],
)
def test_another_port_is_another_site(origin: str, status: int) -> None:
    visitor = strict(headers={"origin": origin, "host": "localhost:8000"})
    assert visitor.send("status", answer="other").status_code == status


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refused_form_is_explained_and_every_answer_stays(language: str) -> None:
    for page in POSTED:
        visitor = strict(JOURNEYS["refugee"], language, headers={"sec-fetch-site": "cross-site"})
        response = visitor.post(page, answer="other", code="GP68", typed="1000")
        assert (response.status_code, parsed(response).get("lang"), response.cookies) == (
            403,
            language,
            {},
        ), page
        assert heading(response) == in_language(language, "We could not take this")
        assert parsed(response).find(".//main//a").get("href") == f"/{language}/questions/"
        assert visitor.answers == JOURNEYS["refugee"]


# --- No form is forgotten

SLUGS = {"step": "status", "slug": "travel", "kind": "procedure"}
# Every address that takes a form, in one language; a new one must be named here.
POSTED = ["questions/status/", "open/", "search/", "contacts/", "erase/", "feedback/procedure/travel/"]


def addresses() -> Iterator[str]:
    """Every address of ours; the editors' are Django's."""
    for pattern in get_resolver().url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"/{pattern.pattern}"
        elif isinstance(pattern, URLResolver) and pattern.app_name != "admin":
            for included in pattern.url_patterns:
                yield from (f"/en/{path}" for path in _below(included, ""))


def _below(pattern: URLPattern | URLResolver, before: str) -> Iterator[str]:
    path = before + str(pattern.pattern)
    if isinstance(pattern, URLPattern):
        for name, slug in SLUGS.items():
            path = path.replace(f"<slug:{name}>", slug)
        if "<" in path:
            raise ViewDoesNotExist(path)
        yield path
    else:
        for each in pattern.url_patterns:
            yield from _below(each, path)


def test_every_address_that_takes_a_form_is_guarded() -> None:
    """Found by asking each of them: who takes a post refuses one from elsewhere, and needs no token."""
    found = list(addresses())
    taken = [path for path in found if Visitor(JOURNEYS["refugee"]).client.post(path).status_code != 405]
    assert len(found) >= 20
    assert sorted(taken) == sorted(f"/en/{page}" for page in POSTED)
    assert {path for path in taken if strict().client.post(path).status_code == 403} == set()
    foreign = [strict(headers={"sec-fetch-site": "cross-site"}).client.post(path) for path in taken]
    assert [response.status_code for response in foreign] == [403] * len(taken)


def test_no_page_carries_a_token_or_its_cookie() -> None:
    visitor = strict(JOURNEYS["refugee"])
    for page in ALIKE_FOR_ALL + NOT_KEPT:
        response = visitor.open(page)
        assert b"csrf" not in response.content, page
        assert settings.CSRF_COOKIE_NAME not in response.cookies, page
    assert settings.CSRF_COOKIE_NAME not in visitor.client.get("/").cookies


@pytest.mark.django_db
def test_the_editors_pages_keep_djangos_tokens() -> None:
    visitor = strict(headers={"sec-fetch-site": "same-origin"})
    page = visitor.client.get("/admin/login/")
    assert settings.CSRF_COOKIE_NAME in page.cookies
    token = parsed(page).find(".//input[@name='csrfmiddlewaretoken']").get("value")
    posted = {"username": "x", "password": "y"}
    assert visitor.client.post("/admin/login/", posted).status_code == 403
    assert visitor.client.post("/admin/login/", posted | {"csrfmiddlewaretoken": token}).status_code == 200
