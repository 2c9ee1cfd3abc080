"""Pages that are not there, other methods, broken bodies, floods: a clear page, and the answers stay."""

import io
import itertools
import logging

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from tests.journey.visitor import (
    JOURNEYS,
    LANGUAGES,
    Visitor,
    heading,
    in_language,
    parsed,
    text_of,
    with_class,
)

TRANSLATED = ["fr", "nl", "ar"]


# --- Pages that are not there


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_pages(language: str) -> None:
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    for page in (
        "questions/shoe_size/",
        "questions/REGION/",
        "brochure/nothing/",
        "procedures/nothing/",
        "contacts/nothing/",
        "nothing/",
        "plan/x.pdf",
        "questions/a/b/",
    ):
        response = visitor.open(page)
        assert (response.status_code, parsed(response).get("lang")) == (404, language)
        assert heading(response) == in_language(language, "This page does not exist")
        assert parsed(response).find(".//main//a").get("href") == f"/{language}/"
    assert visitor.send("shoe_size", answer="44").status_code == 404
    assert visitor.answers == JOURNEYS["refugee"]


@pytest.mark.parametrize("accepted", TRANSLATED)
def test_an_unknown_language_is_answered_in_the_browsers_own(accepted: str) -> None:
    for path in ("/xx/", "/xx/questions/status/", "/nothing/"):
        response = Client(headers={"accept-language": f"{accepted},en;q=0.5"}).get(path)
        assert (response.status_code, parsed(response).get("lang")) == (404, accepted), path
        assert heading(response) == in_language(accepted, "This page does not exist")


@pytest.mark.parametrize(
    ("language", "written"), [("ti", "ltr"), ("fa", "rtl"), ("ckb", "rtl"), ("ps", "rtl"), ("rn", "ltr")]
)
def test_a_language_that_is_not_published_falls_back_and_says_so(language: str, written: str) -> None:
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    name = settings.ALL_LANGUAGES[language]
    for page in (
        "",
        "questions/card/",
        "answers/",
        "plan/",
        "brochure/",
        "brochure/travel/",
        "procedures/blue-passport/",
        "search/",
        "contacts/",
        "about/",
        "nothing-fits/",
        "nothing/",
    ):
        tree = parsed(visitor.open(page))
        assert (tree.get("lang"), tree.get("dir")) == ("en", "ltr"), page
        assert name in text_of(with_class(tree, "notice")[0])
        assert {each.get("lang") for each in tree.find(".//main").iter() if each.get("lang")} <= {language}
    assert visitor.say("card", "lost").headers["Location"].startswith(f"/{language}/")


def test_addresses_that_lead_nowhere_fill_no_memory() -> None:
    visitor = Visitor()
    visitor.open("nothing/")
    before = set(cache._cache)
    for page in ("questions/no-such/", "contacts/no-such/", "procedures/" + "x" * 3000 + "/"):
        response = visitor.open(page)
        choice = visitor.client.get("/en/languages/", headers={"referer": f"http://testserver/en/{page}"})
        links = parsed(choice).findall(".//main//a[@hreflang]")
        assert response.status_code == 404
        assert [link.get("href") for link in links] == [f"/{language}/{page}" for language in LANGUAGES]
    assert set(cache._cache) == before


# --- Methods

PAGES = [
    "",
    "questions/",
    "questions/card/",
    "answers/",
    "plan/",
    "plan/checklist.pdf",
    "brochure/",
    "brochure/travel/",
    "about/",
    "plan/share/",
    "plan/take-away/",
    "procedures/blue-passport/",
    "contacts/cgrs/",
    "nothing-fits/",
    "leave/",
    "open/",
    "search/",
    "contacts/",
    "erase/",
]
READ_ONLY = set(PAGES) - {"questions/card/", "open/", "search/", "contacts/", "erase/"}


@pytest.mark.parametrize("page", PAGES)
def test_other_methods_are_refused_and_keep_the_answers(page: str) -> None:
    visitor = Visitor(JOURNEYS["refugee"])
    for method in ("put", "patch", "delete", "trace"):
        response = getattr(visitor.client, method)(f"/en/{page}")
        assert response.status_code == 405, method
    if page in READ_ONLY:
        assert visitor.client.post(f"/en/{page}").status_code == 405
    if page == "erase/":
        assert visitor.open(page).status_code == 405
    assert visitor.answers == JOURNEYS["refugee"]


@pytest.mark.parametrize("page", [page for page in PAGES if page != "erase/"])
def test_head_is_get_without_the_page(page: str) -> None:
    visitor = Visitor(JOURNEYS["refugee"])
    read, head = visitor.open(page), visitor.client.head(f"/en/{page}")
    assert (head.status_code, head.content) == (read.status_code, b"")
    assert head.headers.get("Content-Type") == read.headers.get("Content-Type")


# --- Logs and floods


def test_no_log_line_names_the_page_that_was_refused_or_failed(monkeypatch) -> None:
    lines = io.StringIO()
    for name in ("django", "refugeeguide"):
        monkeypatch.setattr(logging.getLogger(name).handlers[0], "stream", lines)
    client = Visitor(enforce_csrf_checks=True, raise_request_exception=False).client
    client.post("/en/questions/withdrawal_ground/", {"answer": "danger"}, headers={"origin": "null"})
    client.post("/en/search/", {"typed": "danger"}, headers={"sec-fetch-site": "cross-site"})
    client.post("/en/contacts/cgrs/", {"typed": "danger"})
    client.get("/en/nothing/")
    monkeypatch.setattr("refugeeguide.journey.views.timeline", None)
    assert Visitor(JOURNEYS["other"], raise_request_exception=False).open("plan/").status_code == 500
    said = [
        line.partition(" ")[2].partition(" ")[2] for line in lines.getvalue().splitlines() if line[:2] == "20"
    ]
    assert said == [
        "WARNING django.security.csrf Forbidden (CSRF cookie not set.): (a page)",
        "ERROR django.request Internal Server Error: (a page)",
    ]


URLENCODED = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("language", LANGUAGES)
def test_ten_thousand_fields_are_refused(language: str) -> None:
    body = "&".join(f"answer=x{number}" for number in range(10_000))
    flooded(language, body, URLENCODED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_megabyte_is_refused(language: str) -> None:
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    for slug, field in itertools.product(
        ("status", "card_expiry", "postcode", "needs"), ("answer", "day", "typed")
    ):
        response = visitor.send(slug, **{field: "1" * 2**20})
        assert response.status_code == 422
        assert len(response.content) < 30_000
    assert visitor.answers == JOURNEYS["refugee"]
    flooded(language, "answer=" + "x" * 3 * 2**20, URLENCODED)


def flooded(language: str, body: str, content_type: str) -> None:
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    for page in ("questions/status/", "open/", "search/", "contacts/", "erase/"):
        response = visitor.client.post(f"/{language}/{page}", body, content_type=content_type)
        if page == "erase/" and response.status_code == 200:
            continue  # it reads nothing, so it needs refuse nothing
        assert (response.status_code, parsed(response).get("lang")) == (400, language)
        assert heading(response) == in_language(language, "We could not take this")
    assert language == visitor.language


@pytest.mark.parametrize("body", [
    b"answer=%00", b"answer=other%00", b"answer=%ED%A0%80", b"answer=\xff\xfe", b"answer=%", b"%00=%00",
    b"=&=&&&", b"\x00" * 50,
    b"answer=\xd8\x00", b"answer[]=other", b"answer=other;answer=refugee", b'{"answer": "other"}',
    b"day=1&month=1", b"answer=%E2%80%AEother",
])  # fmt: skip
def test_bytes_that_are_no_answer(body: bytes) -> None:
    visitor = Visitor(JOURNEYS["refugee"])
    for slug in ("status", "needs", "card_expiry", "postcode"):
        response = visitor.client.post(f"/en/questions/{slug}/", body, content_type=URLENCODED)
        assert response.status_code == 422, slug
    assert visitor.client.post("/en/open/", body, content_type=URLENCODED).status_code == 422
    assert visitor.answers == JOURNEYS["refugee"]


@pytest.mark.parametrize(
    "kind",
    [
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\x00",
        "application/json",
        "text/plain",
        "",
        "x",
        "application/x-www-form-urlencoded; charset=utf-16",
        "application/x-www-form-urlencoded; charset=nonsense",
        "multipart/form-data; boundary=" + "x" * 5000,
    ],
)
def test_bodies_of_other_kinds(kind: str) -> None:
    visitor = Visitor(JOURNEYS["refugee"])
    for body in (b"", b"--x\r\n", b"answer=none", b"\xff" * 100):
        response = visitor.client.generic("POST", "/en/questions/status/", body, content_type=kind)
        assert response.status_code in (400, 422), (kind, body)
        assert "text/html" in response.headers["Content-Type"]
    assert visitor.answers == JOURNEYS["refugee"]
