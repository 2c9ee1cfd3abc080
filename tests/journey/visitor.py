"""A person with a browser, as the tests need one: gives answers, reads pages."""

from http.cookies import SimpleCookie
from types import SimpleNamespace
from typing import Any

import tinyhtml5
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from refugeeguide.journey import answers_cookie
from tests.oracle import asked
from tests.oracle_questions import DATE, POSTCODE, QUESTIONS, Said

LANGUAGES = ["en", "fr", "nl", "ar"]

# One way through the questions for each status, long and short.
JOURNEYS: dict[str, Said] = {
    "refugee": {
        "status": "refugee", "needs": ["residence", "travel", "family"], "card": "a_card", "card_shows_refugee": "no",
        "application_date": "2024-02-29", "card_expiry": "2027-01-05", "trip": "3_to_12_months", "origin_trip": None,
        "departure_date": "2026-12-01", "return_date": "2027-03-01", "blue_passport": "no", "minors_at_home": "yes",
        "relatives": ["spouse", "parents"], "couple_age": "both_18", "couple_since": "before_arrival",
        "minor_alone": "no", "relatives_where": ["abroad"], "postcode": "1000",
    },
    "subsidiary": {
        "status": "subsidiary", "card": "a_card", "application_date": None, "card_expiry": "2026-12-31",
        "postcode": "4700",
    },
    "refugee_elsewhere": {
        "status": "refugee_elsewhere", "recognised_where": "outside_eu", "belgium_plan": "confirm_status",
        "unrestricted_stay": "unsure", "legal_stay_since": "2025-05-31", "postcode": None,
    },
    "family_member": {"status": "family_member", "family_permit_date": "2022-06-01", "postcode": "9000"},
    "other": {"status": "other", "postcode": "1804"},
}  # fmt: skip


def fields(slug: str, raw: Any) -> dict[str, Any]:
    """What the form of a question posts for an answer."""
    kind = QUESTIONS[slug][0]
    if raw is None:
        return {"answer": "skip"}
    if kind == DATE:
        year, month, day = raw.split("-")
        return {"day": str(int(day)), "month": str(int(month)), "year": year}
    return {"typed": raw} if kind == POSTCODE else {"answer": raw}


class Visitor:
    """One browser. `answers` is what its cookie holds now."""

    def __init__(self, said: Said | None = None, language: str = "en", **client: Any) -> None:
        self.client, self.language = Client(**client), language
        if said is not None:
            self.take(said)

    def take(self, said: Said) -> None:
        """Carry these answers from here on; questions left out are skipped."""
        response = HttpResponse()
        answers_cookie.save(response, {slug: said.get(slug) for slug in asked(said)})
        self.client.cookies.update(SimpleCookie(response.cookies.output(header="")))

    def open(self, page: str) -> HttpResponse:
        return self.client.get(f"/{self.language}/{page}")

    def post(self, page: str, **posted: Any) -> HttpResponse:
        return self.client.post(f"/{self.language}/{page}", posted)

    def send(self, slug: str, **posted: Any) -> HttpResponse:
        return self.post(f"questions/{slug}/", **posted)

    def say(self, slug: str, raw: Any) -> HttpResponse:
        return self.send(slug, **fields(slug, raw))

    def look(self, page: str, typed: str) -> HttpResponse:
        """The page as it stands after these words were typed and sent on it."""
        return self.client.get(self.post(page, typed=typed).headers["Location"])

    @property
    def token(self) -> str:
        cookie = self.client.cookies.get(settings.ANSWERS_COOKIE)
        return cookie.value if cookie else ""

    @property
    def answers(self) -> dict[str, object]:
        return answers_cookie.load(SimpleNamespace(COOKIES={settings.ANSWERS_COOKIE: self.token}))


def parsed(response: HttpResponse) -> Any:
    """The page as a tree of elements."""
    return tinyhtml5.parse(response.content.decode(), namespace_html_elements=False)


def text_of(element: Any) -> str:
    """The words of an element as they read."""
    return " ".join("".join(element.itertext()).split())


def heading(response: HttpResponse) -> str:
    """The first heading of a page."""
    return text_of(parsed(response).find(".//h1"))


def in_language(language: str, message: object) -> str:
    """A message of the interface in this language, with spaces as in `text_of`."""
    with translation.override(language):
        return " ".join(gettext(str(message)).split())


def with_class(element: Any, name: str) -> list[Any]:
    """Every element below with this class, in order."""
    return [each for each in element.iter() if name in str(each.get("class", "")).split()]
