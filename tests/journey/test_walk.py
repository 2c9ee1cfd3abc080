"""A person walks through the questions: forwards, back, in another language, in two tabs, with slips."""

from itertools import pairwise
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse

from refugeeguide.journey import answers_cookie
from tests.journey.visitor import JOURNEYS, LANGUAGES, Visitor, heading, in_language, parsed, text_of
from tests.oracle import next_question


def question_page(language: str, slug: str | None) -> str:
    return f"/{language}/questions/{slug}/" if slug else f"/{language}/answers/"


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("status", JOURNEYS)
def test_a_whole_journey(status: str, language: str) -> None:
    """Each answer leads to the next question of the contract, the last one to the list, the list to the plan."""
    visitor, said = Visitor(language=language), {}
    assert visitor.open("questions/").headers["Location"] == question_page(language, "status")
    for slug, raw in JOURNEYS[status].items():
        page = visitor.open(f"questions/{slug}/")
        assert (page.status_code, parsed(page).get("lang")) == (200, language)
        said[slug] = raw
        response = visitor.say(slug, raw)
        onward = question_page(language, next_question(said))
        assert (response.status_code, response.headers["Location"]) == (302, onward)
        assert visitor.open("questions/").headers["Location"] == onward
        assert visitor.answers == said
    assert next_question(said) is None
    listed = parsed(visitor.open("answers/"))
    assert len(listed.findall(".//dt")) == len(said)
    changes = [each.get("href") for each in listed.findall(".//dd/a")]
    assert changes == [question_page(language, slug) for slug in said]
    assert [a.get("href") for a in listed.iter("a") if a.get("class") == "button"] == [f"/{language}/plan/"]
    assert visitor.open("plan/").status_code == 200


def test_the_back_links_lead_through_all_answers_to_the_start() -> None:
    visitor = Visitor(JOURNEYS["refugee"])
    order = list(JOURNEYS["refugee"])
    for before, slug in pairwise(order):
        assert back_of(visitor, slug) == question_page("en", before)
    assert back_of(visitor, order[0]) == "/en/"


def back_of(visitor: Visitor, slug: str) -> str:
    return parsed(visitor.open(f"questions/{slug}/")).find(".//a[@class='back']").get("href")


def test_going_back_shows_what_was_answered() -> None:
    visitor = Visitor(JOURNEYS["refugee"] | {"needs": ["travel", "residence", "family"]})
    assert checked(visitor, "status") == ["refugee"]
    assert checked(visitor, "needs") == ["residence", "travel", "family"]
    assert checked(visitor, "origin_trip") == ["skip"]
    assert typed(visitor, "card_expiry") == {"day": "05", "month": "01", "year": "2027"}
    assert typed(visitor, "postcode") == {"typed": "1000"}


def inputs(response: Any) -> list[Any]:
    main = parsed(response).find(".//main")
    return [each for each in main.iter("input") if each.get("type") != "hidden"]


def checked(visitor: Visitor, slug: str) -> list[str]:
    found = inputs(visitor.open(f"questions/{slug}/"))
    return [each.get("value") for each in found if each.get("checked") is not None]


def typed(visitor: Visitor, slug: str) -> dict[str, str]:
    return values(visitor.open(f"questions/{slug}/"))


def values(response: Any) -> dict[str, str]:
    boxes = [each for each in inputs(response) if each.get("name") != "answer"]
    return {each.get("name"): each.get("value") for each in boxes}


# --- Changing one's mind


def test_a_changed_answer_drops_what_it_led_to() -> None:
    visitor = Visitor(JOURNEYS["refugee"])
    visitor.say("needs", ["law", "family"])
    left = {"status": "refugee", "needs": ["law", "family"]} | {
        slug: JOURNEYS["refugee"][slug]
        for slug in ("relatives", "couple_age", "couple_since", "minor_alone", "relatives_where", "postcode")
    }
    assert visitor.answers == left
    visitor.say("relatives", ["lost_contact"])
    gone = ("couple_age", "couple_since", "minor_alone", "relatives_where")
    left = {slug: raw for slug, raw in left.items() if slug not in gone} | {"relatives": ["lost_contact"]}
    assert visitor.answers == left
    visitor.say("status", "other")
    assert visitor.answers == {"status": "other", "postcode": "1000"}


def test_an_answer_changed_there_and_back_asks_again_for_what_was_dropped() -> None:
    visitor = Visitor(JOURNEYS["subsidiary"])
    visitor.say("status", "family_member")
    response = visitor.say("status", "subsidiary")
    assert response.headers["Location"] == question_page("en", "card")
    assert visitor.answers == {"status": "subsidiary", "postcode": "4700"}


def test_a_skipped_question_can_be_answered_and_skipped_again() -> None:
    visitor = Visitor(JOURNEYS["subsidiary"])
    visitor.say("application_date", "2021-11-22")
    assert visitor.answers["application_date"] == "2021-11-22"
    visitor.say("application_date", None)
    assert visitor.answers == JOURNEYS["subsidiary"]


def test_only_questions_that_may_be_skipped_can_be_skipped() -> None:
    visitor = Visitor(JOURNEYS["refugee"])
    for slug in ("status", "needs", "card", "trip", "relatives"):
        assert visitor.send(slug, answer="skip").status_code == 422
    assert visitor.answers == JOURNEYS["refugee"]


@pytest.mark.parametrize("status", JOURNEYS)
def test_the_language_changes_without_losing_an_answer(status: str) -> None:
    visitor, said = Visitor(), {}
    for turn, (slug, raw) in enumerate(JOURNEYS[status].items()):
        visitor.language = LANGUAGES[turn % 4]
        said[slug] = raw
        response = visitor.say(slug, raw)
        for language in LANGUAGES:
            visitor.language = language
            assert visitor.open("questions/").headers["Location"] == question_page(
                language, next_question(said)
            )
            assert visitor.answers == said
        assert response.headers["Location"].startswith(f"/{LANGUAGES[turn % 4]}/")


def test_the_language_links_lead_to_the_same_page() -> None:
    visitor = Visitor(JOURNEYS["refugee"])
    for page in (
        "",
        "questions/card/",
        "answers/",
        "plan/",
        "brochure/",
        "brochure/travel/",
        "plan/share/",
        "open/",
        "search/",
        "contacts/",
        "contacts/cgrs/",
        "procedures/blue-passport/",
        "nothing-fits/",
        "about/",
    ):
        languages = parsed(visitor.open(page)).find(".//header//a[2]").get("href")
        choice = visitor.client.get(languages, headers={"referer": f"http://testserver/en/{page}"})
        links = parsed(choice).findall(".//main//a[@hreflang]")
        assert [(a.get("hreflang"), a.get("href")) for a in links] == [(x, f"/{x}/{page}") for x in LANGUAGES]


@pytest.mark.parametrize(
    "referer",
    ["", "http://testserver/", "http://elsewhere.example/en/plan/", "http://testserver/en/nothing/", "http://[",
     "http://testserver/en/erase/", "http://testserver/en/feedback/procedure/x/", "http://testserver/en/languages/"],
)  # fmt: skip
def test_from_anywhere_else_the_languages_lead_to_the_start(referer: str) -> None:
    choice = Visitor().client.get("/en/languages/", headers={"referer": referer})
    links = [a.get("href") for a in parsed(choice).findall(".//main//a[@hreflang]")]
    assert links == [f"/{language}/" for language in LANGUAGES]
    assert choice["Cache-Control"] == "no-store"


# --- Back, reload, the same post again, two tabs


@pytest.mark.parametrize("status", JOURNEYS)
def test_posting_everything_again_changes_nothing(status: str) -> None:
    visitor = Visitor(JOURNEYS[status])
    for slug, raw in list(JOURNEYS[status].items()) * 2:
        response = visitor.say(slug, raw)
        assert (response.status_code, response.headers["Location"]) == (302, "/en/answers/")
        assert visitor.answers == JOURNEYS[status]


def test_reloading_changes_nothing() -> None:
    visitor = Visitor(JOURNEYS["refugee"])
    for page in [f"questions/{slug}/" for slug in JOURNEYS["refugee"]] + ["answers/", "plan/"] * 2:
        assert visitor.open(page).status_code == 200
        assert visitor.answers == JOURNEYS["refugee"]


def test_two_tabs_fill_in_one_set_of_answers() -> None:
    """One tab goes forward; another, in another language, keeps posting the pages it still shows."""
    visitor, said = Visitor(), {}
    for slug, raw in JOURNEYS["refugee"].items():
        visitor.language = "en"
        visitor.say(slug, raw)
        said[slug] = raw
        visitor.language = "ar"
        for old in said:
            response = visitor.say(old, said[old])
            assert response.headers["Location"] == question_page("ar", next_question(said))
        assert visitor.answers == said


def test_a_tab_that_is_far_ahead_is_told() -> None:
    """Answers to questions nobody reached yet are not taken, and none is lost."""
    visitor = Visitor({"status": "refugee"})
    visitor.say("needs", ["residence"])
    before = visitor.answers
    for slug in ("card_shows_refugee", "work", "relatives", "minor_alone"):
        assert visitor.say(slug, JOURNEYS["refugee"].get(slug, "looking")).status_code == 409
    assert visitor.answers == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stale_tab_is_told_and_loses_nothing(language: str) -> None:
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    visitor.say("status", "subsidiary")  # in the other tab
    now = visitor.answers
    response = visitor.say("minor_alone", "yes")
    said = in_language(language, "This question is not for you any more")
    assert (response.status_code, heading(response)) == (409, said)
    way_on = parsed(response).find(".//main//a[@class='button']").get("href")
    assert way_on == question_page(language, next_question(now))
    assert visitor.answers == now
    assert visitor.client.get(way_on).status_code == 200


def test_a_question_that_is_not_asked_leads_back_on_the_way() -> None:
    visitor = Visitor({"status": "other"})
    visitor.answers.pop("postcode", None)
    assert visitor.open("questions/needs/").headers["Location"] == "/en/answers/"
    assert Visitor().open("questions/postcode/").status_code == 200  # always asked, even first
    assert Visitor().open("questions/card/").headers["Location"] == "/en/questions/status/"


def test_a_plan_waits_for_the_last_answer() -> None:
    visitor = Visitor(JOURNEYS["refugee"])
    opened = "work"
    visitor.say("needs", [opened])
    for page in ("plan/", "plan/checklist.pdf", "plan/share/", "plan/take-away/"):
        assert visitor.open(page).headers["Location"] == f"/en/questions/{opened}/"
    assert Visitor().open("plan/").headers["Location"] == "/en/questions/status/"


@pytest.mark.parametrize("token", ["", "empty"])
def test_a_cookie_without_answers_leaves_nothing_on_the_page_of_the_next(token: str) -> None:
    cache.clear()
    odd, fresh = Visitor(), Visitor()
    if token:
        response = HttpResponse()
        answers_cookie.save(response, {})
        token = response.cookies[settings.ANSWERS_COOKIE].value
    odd.client.cookies[settings.ANSWERS_COOKIE] = token
    found = [
        parsed(each.open("questions/status/")).find(".//form[@action='/en/erase/']") for each in (odd, fresh)
    ]
    assert [form is not None for form in found] == [bool(token), False]


@pytest.mark.parametrize("code", ["", "GP69", "GP6", "Ω", "\x00", "GP68" * 90, "٣٣٣٣", "‏GP68\ud800"])
def test_a_damaged_code_is_kept_and_explained(code: str) -> None:
    visitor = Visitor(JOURNEYS["other"], language="fr")
    response = visitor.client.post("/fr/open/", {"code": code.encode("utf-8", "replace").decode()})
    assert response.status_code == 422
    assert parsed(response).find(".//input[@name='code']").get("aria-invalid") == "true"
    message = "This code is not complete or has a mistake. Compare every letter."
    assert in_language("fr", message) in text_of(parsed(response))
    assert visitor.answers == JOURNEYS["other"]


def test_the_journeys_above_are_complete() -> None:
    assert [next_question(journey) for journey in JOURNEYS.values()] == [None] * len(JOURNEYS)
