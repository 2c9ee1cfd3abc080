"""What else could hold an answer: other cookies, rows of tables, lines of logs, addresses."""

import logging

import pytest
from django.apps import apps

from tests.journey.everything import ALIKE_FOR_ALL
from tests.journey.test_cookie import longest_answers
from tests.journey.visitor import LANGUAGES, Visitor
from tests.oracle_questions import QUESTIONS


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cookie_without_an_answer(language: str) -> None:
    visitor = Visitor(language=language)
    for page in (*ALIKE_FOR_ALL, "questions/status/", "open/", "search/", "contacts/", "nothing/"):
        assert visitor.open(page).cookies == {}, page
    assert visitor.client.get("/").cookies == {}


def test_after_the_first_answer_there_is_one_cookie_until_the_browser_closes() -> None:
    visitor = Visitor()
    visitor.open("questions/status/")
    visitor.say("status", "other")
    for page in ("", "brochure/", "questions/postcode/", "answers/"):
        visitor.open(page)
    assert list(visitor.client.cookies) == ["answers"]
    visitor.look("search/", "passport")
    assert sorted(visitor.client.cookies) == ["answers", "looked-for"]
    assert [each["expires"] + str(each["max-age"]) for each in visitor.client.cookies.values()] == ["", ""]


@pytest.mark.django_db
def test_fifty_journeys_leave_nothing_behind(caplog) -> None:
    """No row, no log line with an answer, no answer in an address."""
    before, locations = rows(), []
    said = longest_answers() | {"postcode": "4783"}
    with caplog.at_level(logging.DEBUG):
        for number in range(50):
            visitor = Visitor(language=LANGUAGES[number % 4])
            for slug, raw in said.items():
                locations.append(visitor.say(slug, raw).headers["Location"])
            visitor.say("card_expiry", "2023-02-29")
            visitor.client.get(f"/{visitor.language}/plan/", {"card": "a_card"})
            for page in ("plan/", "plan/share/", "plan/take-away/", "search/", "contacts/"):
                visitor.open(page)
    assert rows() == before
    logged = "\n".join([record.getMessage() for record in caplog.records] + locations)
    for answer in (
        "refugee'",
        "3_to_12",
        "4783",
        "2026-12-31",
        "a_card",
        "2023-02-29",
        "legalisation_exemption",
    ):
        assert answer not in logged
    assert {each.split("/", 2)[2] for each in locations} <= {f"questions/{slug}/" for slug in QUESTIONS} | {
        "answers/"
    }


def rows() -> dict[str, int]:
    return {model._meta.label: model.objects.count() for model in apps.get_models(include_auto_created=True)}
