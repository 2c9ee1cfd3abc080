"""The one cookie with the answers: what is in it, who can read it, and what happens when it is not as it was."""

import json
import os
import subprocess
import sys
import time
import zlib
from typing import Any

import pytest
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

from tests.journey.conftest import ROOT
from tests.journey.visitor import JOURNEYS, LANGUAGES, Visitor, heading, in_language, parsed
from tests.oracle import next_question
from tests.oracle_questions import DATE, MULTIPLE, POSTCODE, QUESTIONS

PAGES = ["questions/", "questions/status/", "answers/", "plan/", "plan/checklist.pdf"]
HOUR = 60 * 60


def closed(data: bytes, key: str = "", ago: int = 0) -> str:
    """A cookie value as ours, with any content, key and age."""
    return Fernet(key or settings.ANSWERS_KEYS[0]).encrypt_at_time(data, int(time.time()) - ago).decode()


def packed(answers: Any) -> bytes:
    return zlib.compress(json.dumps(answers).encode())


GOOD = packed(JOURNEYS["other"])


def mutations() -> dict[str, str]:
    token = closed(GOOD)
    middle = len(token) // 2
    other = "A" if token[middle] != "A" else "B"
    return {
        "one letter changed": token[:middle] + other + token[middle + 1 :],
        "cut off": token[:-7],
        "cut to one letter": token[:1],
        "twice": token + token,
        "foreign key": closed(GOOD, key=Fernet.generate_key().decode()),
        "not closed": zlib.compress(b"{}").hex(),
        "plain JSON": '{"status"',
        "nonsense": "nonsense",
        "no letters at all": "////////",
        "10,000 bytes": "A" * 10_000,
        "ours, but 10,000 bytes": closed(os.urandom(7_400)),
        "not compressed": closed(b'{"status": "other"}'),
        "not JSON": closed(zlib.compress(b"{'status'")),
        "not UTF-8": closed(zlib.compress(b"\xff\xfe\xfa")),
        "a list": closed(packed([["status", "other"]])),
        "a text": closed(packed("status")),
        "a number": closed(packed(7)),
        "null": closed(packed(None)),
        "very deep": closed(zlib.compress(b"[" * 60_000)),
        "a bomb": closed(zlib.compress(b'{"status": "' + b"o" * 2_000_000 + b'"}')),
    }


def visitor_with(token: str, language: str) -> Visitor:
    visitor = Visitor(language=language)
    visitor.client.cookies[settings.ANSWERS_COOKIE] = token
    return visitor


def lost(visitor: Visitor, page: str, title: str) -> None:
    """The page says so, shows the way on, and takes the cookie away."""
    response = visitor.open(page)
    assert (response.status_code, parsed(response).get("lang")) == (400, visitor.language)
    assert heading(response) == in_language(visitor.language, title)
    assert parsed(response).find(".//main//a").get("href") == f"/{visitor.language}/questions/"
    cookie = response.cookies[settings.ANSWERS_COOKIE]
    assert (cookie.value, cookie["max-age"], cookie["path"], cookie["domain"]) == ("", 0, "/", "")
    assert response.headers["Cache-Control"] == "no-store"
    way_on = visitor.open("questions/")
    assert (way_on.status_code, way_on.headers["Location"]) == (302, f"/{visitor.language}/questions/status/")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", mutations())
def test_a_cookie_that_is_not_as_it_was(name: str, language: str) -> None:
    for page in PAGES:
        lost(visitor_with(mutations()[name], language), page, "We cannot read your answers")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_hour_without_use(language: str) -> None:
    for page in PAGES:
        lost(visitor_with(closed(GOOD, ago=HOUR + 1), language), page, "Your answers are gone")
    for ago in (0, HOUR - 5):
        assert visitor_with(closed(GOOD, ago=ago), language).open("answers/").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_post_with_a_broken_cookie_is_not_taken(language: str) -> None:
    visitor = visitor_with(mutations()["cut off"], language)
    response = visitor.say("status", "other")
    assert (response.status_code, heading(response)) == (
        400, in_language(language, "We cannot read your answers"),
    )  # fmt: skip
    assert visitor.token == ""


def test_every_page_gives_a_fresh_hour() -> None:
    for page in ("questions/status/", "questions/card/", "answers/", "plan/"):
        visitor = visitor_with(closed(packed(JOURNEYS["subsidiary"]), ago=HOUR - 30), "en")
        visitor.open(page)
        age = time.time() - Fernet(settings.ANSWERS_KEYS[0]).extract_timestamp(visitor.token.encode())
        assert age < 10, page


def test_an_empty_cookie_is_no_answers() -> None:
    assert visitor_with("", "en").open("questions/status/").status_code == 200


@pytest.mark.parametrize("odd", [
    {"status": 7}, {"status": None}, {"status": ["other"]}, {"shoe": "44"}, {"status": "tourist"}, {"status": {}},
    {"": ""}, {"postcode": 1000}, {"status": "other\x00", "card": "a_card"}, {"needs": ["law"]}, {"status": "\ud800"},
])  # fmt: skip
def test_odd_answers_in_a_whole_cookie_are_left_out(odd: dict[str, Any]) -> None:
    visitor = visitor_with(closed(packed(odd)), "en")
    assert visitor.open("questions/").headers["Location"] == "/en/questions/status/"
    visitor.say("status", "other")
    assert visitor.answers == {"status": "other"}


# --- What it is


def longest_answers() -> dict[str, Any]:
    """Every need of a refugee, every option of each list, no question skipped."""
    said: dict[str, Any] = {"status": "refugee"}
    picks = {
        "card": "a_card",
        "trip": "3_to_12_months",
        "blue_passport": "no",
        "couple_age": "both_18",
        "letter": "withdrawal",
    }
    while slug := next_question(said):
        kind, options, _ = QUESTIONS[slug]
        date_or_code = "2026-12-31" if kind == DATE else "1000" if kind == POSTCODE else None
        said[slug] = date_or_code or (
            list(options) if kind == MULTIPLE else picks.get(slug, max(options, key=len))
        )
    return said


def test_the_longest_path_fits() -> None:
    said = longest_answers()
    assert len(said) == 27
    visitor = Visitor()
    for slug, raw in said.items():
        response = visitor.say(slug, raw)
    assert visitor.answers == said
    sent = response.cookies[settings.ANSWERS_COOKIE].OutputString()
    print(f"\nlongest answers cookie: {len(sent)} bytes")
    assert len(sent) <= 3500


def test_the_hour_starts_anew_with_each_page_but_a_fresh_cookie_is_not_sent_again(settings) -> None:
    for page in ("answers/", "plan/", "questions/status/"):
        sent = [visitor_with(closed(GOOD, ago=ago), "en").open(page).cookies for ago in (30, 90)]
        assert [settings.ANSWERS_COOKIE in cookies for cookies in sent] == [False, True], page


def test_nobody_but_us_can_read_it() -> None:
    said = longest_answers()
    token = Visitor(said).token
    raw = Fernet(Fernet.generate_key())._get_unverified_token_data(token)[1]
    for word in ("refugee", "a_card", "1000", "2026", "status"):
        assert word not in token
        assert word.encode() not in raw
    assert Visitor(said).token != token  # the same answers do not even look the same


def test_its_flags_here() -> None:
    cookie = Visitor().say("status", "other").cookies["answers"]
    assert {key: value for key, value in cookie.items() if value} == {
        "httponly": True,
        "samesite": "Lax",
        "path": "/",
    }


IN_PRODUCTION = """
import django, json; django.setup()
from django.core.management import call_command
from django.test import Client
call_command("collectstatic", interactive=False, verbosity=0)
client = Client(HTTP_HOST="guide.example.org", HTTP_X_FORWARDED_PROTO="https")
for response in (client.get("/fr/questions/status/"), client.post("/fr/questions/status/", {"answer": "other"}),
                 client.post("/fr/search/", {"typed": "x"}), client.post("/fr/erase/")):
    for name, cookie in response.cookies.items():
        print(json.dumps([name, bool(cookie.value), {**cookie, "expires": ""}, response["Strict-Transport-Security"]]))
print(json.dumps(Client(HTTP_HOST="guide.example.org").get("/fr/")["Location"]))
"""


def test_its_flags_in_production(tmp_path) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "DEBUG"} | {
        "LOCAL": "false", "SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": "guide.example.org",
        "DJANGO_SETTINGS_MODULE": "refugeeguide.settings", "DATABASE_URL": "sqlite://:memory:",
        "STATIC_ROOT": str(tmp_path),
    }  # fmt: skip
    command = [sys.executable, "-c", IN_PRODUCTION]
    out = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    flags = {"path": "/", "secure": True, "httponly": True, "samesite": "Lax"}
    flags |= {"domain": "", "expires": "", "max-age": "", "comment": "", "version": ""}
    hsts = "max-age=63072000; includeSubDomains; preload"
    assert [json.loads(line) for line in out.splitlines()] == [
        ["__Host-answers", True, flags, hsts],
        ["__Host-looked-for", True, flags, hsts],
        ["__Host-answers", False, flags | {"max-age": 0}, hsts],
        ["__Host-looked-for", False, flags | {"max-age": 0}, hsts],
        "https://guide.example.org/fr/",
    ]


def test_a_key_can_be_replaced(settings, monkeypatch) -> None:
    """Cookies closed with the old key still open; a new answer is closed with the new one."""
    from refugeeguide.journey import answers_cookie

    old, new = settings.ANSWERS_KEYS[0], Fernet.generate_key().decode()
    monkeypatch.setattr(answers_cookie, "_fernet", lambda: MultiFernet([Fernet(new), Fernet(old)]))
    visitor = visitor_with(closed(GOOD, key=old), "en")
    assert visitor.open("answers/").status_code == 200
    visitor.say("status", JOURNEYS["other"]["status"])
    assert json.loads(zlib.decompress(Fernet(new).decrypt(visitor.token.encode()))) == JOURNEYS["other"]
