"""One tap says that a text helped or is wrong; what is kept of it is which text, which language, which day."""

from datetime import date

import pytest
from django.conf import settings
from django.db import OperationalError
from django.http import HttpResponse

from refugeeguide.content.models import Feedback
from refugeeguide.journey import feedback, pages
from tests.journey.visitor import JOURNEYS, LANGUAGES, Visitor, heading, in_language, parsed, text_of

DAY = date(2026, 11, 22)
PROCEDURE, CONTACT = "procedures/blue-passport/", "contacts/cgrs-helpdesk/"
COLUMNS = ("day", "kind", "slug", "language", "verdict", "count", "done")


@pytest.fixture(autouse=True)
def on_this_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedback, "today", lambda: DAY)


def rows() -> list[tuple]:
    return list(Feedback.objects.values_list(*COLUMNS))


def press(visitor: Visitor, page: str, verdict: str) -> HttpResponse:
    """Press a button of the form at the end of this page, as a browser does."""
    form = parsed(visitor.open(page)).find(".//main//form")
    buttons = {button.get("value"): button for button in form.iter("button")}
    assert [*buttons] == ["helped", "wrong"]
    assert [each.tag for each in form.iter() if each.tag in ("input", "textarea", "select")] == []
    return visitor.client.post(form.get("action"), {buttons[verdict].get("name"): verdict})


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tap_is_counted_with_its_text_and_language(language: str) -> None:
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    for page, verdict in [(PROCEDURE, "wrong"), (PROCEDURE, "wrong"), (CONTACT, "helped")]:
        response = press(visitor, page, verdict)
        assert (response.status_code, response["Location"]) == (303, f"/{language}/feedback/thanks/")
        assert list(response.cookies) == []
    assert rows() == [
        (DAY, "contact", "cgrs-helpdesk", language, "helped", 1, False),
        (DAY, "procedure", "blue-passport", language, "wrong", 2, False),
    ]
    assert visitor.answers == JOURNEYS["refugee"]


@pytest.mark.django_db
def test_a_language_that_is_not_published_counts_as_the_one_that_was_read() -> None:
    press(Visitor(language="ti"), PROCEDURE, "wrong")
    assert [row[3] for row in rows()] == ["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_thanks_say_what_happens_now_and_lead_back(language: str) -> None:
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    came_from = {"referer": f"http://testserver/{language}/{PROCEDURE}"}
    response = visitor.client.get(f"/{language}/feedback/thanks/", headers=came_from)
    main = parsed(response).find(".//main")
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    assert heading(response) == in_language(language, "Thank you")
    assert in_language(language, "Nothing about you was kept.") in text_of(main)
    assert [(a.get("href"), text_of(a)) for a in main.iter("a")] == [
        (f"/{language}/{PROCEDURE}", in_language(language, "Back to the text")),
        (f"/{language}/plan/", in_language(language, "Your plan")),
        (f"/{language}/contacts/", in_language(language, "Places that help")),
    ]


@pytest.mark.parametrize(
    "referer",
    [
        None,
        "",
        "http://testserver/en/feedback/thanks/",
        "http://testserver/en/plan/",
        "http://testserver/",
        "http://testserver//evil.example/en/procedures/blue-passport/",
        "https://evil.example/en/procedures/blue-passport/",
        "http://testserver.evil.example/en/procedures/blue-passport/",
        "http://testserver@evil.example/en/procedures/blue-passport/",
        "//evil.example/en/procedures/blue-passport/",
        "/en/procedures/blue-passport/",
        "javascript:alert(1)",
        "http://[",
        "\x00",
    ],
)
def test_thanks_work_without_a_page_of_ours_to_go_back_to(referer: str | None) -> None:
    headers = {} if referer is None else {"referer": referer}
    response = Visitor().client.get("/en/feedback/thanks/", headers=headers)
    links = [a.get("href") for a in parsed(response).find(".//main").iter("a")]
    assert (response.status_code, links) == (200, ["/en/", "/en/contacts/"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "procedure/no-such",
        "contact/blue-passport",
        "procedure/cgrs-helpdesk",
        "topic/travel",
        "office/cgrs-helpdesk",
    ],
)
def test_a_text_that_is_not_there(language: str, text: str) -> None:
    response = Visitor(language=language).client.post(f"/{language}/feedback/{text}/", {"verdict": "wrong"})
    assert (response.status_code, heading(response)) == (
        404,
        in_language(language, "This page does not exist"),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("posted", [{}, {"verdict": ""}, {"verdict": "HELPED"}, {"verdict": "x" * 5000}])
def test_something_else_than_the_two_verdicts(language: str, posted: dict[str, str]) -> None:
    response = Visitor(language=language).client.post(
        f"/{language}/feedback/procedure/blue-passport/", posted
    )
    assert (response.status_code, heading(response)) == (400, in_language(language, "We could not take this"))
    assert parsed(response).find(".//main//a").get("href") == f"/{language}/{PROCEDURE}"


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_other_sites_cannot_press_for_a_reader(site: str) -> None:
    visitor = Visitor(headers={"sec-fetch-site": site})
    response = visitor.client.post("/en/feedback/procedure/blue-passport/", {"verdict": "wrong"})
    assert (response.status_code, heading(response)) == (403, "We could not take this")


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_the_tables_away_it_says_so(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(**row: object) -> None:
        raise OperationalError

    monkeypatch.setattr(Feedback.objects, "get_or_create", away)
    response = press(Visitor(language=language), PROCEDURE, "wrong")
    title, text, button = (in_language(language, words) for words in pages.PROBLEMS["not-recorded"])
    main = parsed(response).find(".//main")
    assert (response.status_code, response["Cache-Control"]) == (503, "no-store")
    assert [text_of(main.find(f".//{tag}")) for tag in ("h1", "p", "a")] == [title, text, button]
    assert main.find(".//a").get("href") == f"/{language}/{PROCEDURE}"


def test_without_a_release_there_is_nothing_to_judge(nothing_published: None) -> None:
    response = Visitor().client.post("/en/feedback/procedure/blue-passport/", {"verdict": "wrong"})
    assert (response.status_code, heading(response)) == (503, "The guide is not published yet")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_and_a_topic_lead_to_the_page_with_the_form(language: str) -> None:
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    for page in ("plan/", "brochure/travel/"):
        articles = parsed(visitor.open(page)).findall(".//article")
        asked = in_language(language, "Is something wrong here?")
        found = {
            a.get("id"): link.get("href") for a in articles for link in a.iter("a") if text_of(link) == asked
        }
        assert found == {each.get("id"): f"/{language}/procedures/{each.get('id')}/" for each in articles}


def test_nothing_asks_where_nobody_can_answer() -> None:
    """On the page with the form itself, on paper and in the file to take away."""
    visitor = Visitor(JOURNEYS["refugee"])
    for page in (PROCEDURE, "plan/take-away/"):
        assert "Is something wrong here?" not in visitor.open(page).content.decode()


def test_the_verdicts_of_the_form_and_of_the_table_are_the_same() -> None:
    assert tuple(Feedback.Verdict.values) == feedback.VERDICTS
    assert tuple(Feedback.Kind.values) == feedback.WITH_THE_FORM
    assert max(map(len, settings.ALL_LANGUAGES)) <= Feedback._meta.get_field("language").max_length
