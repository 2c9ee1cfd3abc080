"""Pages made once for many readers: the same for all of them, and nothing of any of them inside."""

import re
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse

from refugeeguide.content import release
from refugeeguide.guide.answers import Answers
from refugeeguide.guide.plan_code import encode
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.journey.views import given_answers
from tests.content import belgium
from tests.journey.everything import ALIKE_FOR_ALL
from tests.journey.sizing import unpacked, without_empty_lines
from tests.journey.visitor import JOURNEYS, LANGUAGES, Visitor, parsed
from tests.oracle import asked

ENCODINGS = ["br", "gzip", ""]


@pytest.fixture(autouse=True)
def nothing_made_yet() -> None:
    cache.clear()


def unanswered(said: dict[str, Any], slug: str, **visitor: Any) -> Visitor:
    """Somebody who has come to this question with these answers."""
    before = list(asked(said))[: list(asked(said)).index(slug)]
    found = Visitor(**visitor)
    for each in before:
        found.say(each, said[each])
    return found


def entries() -> dict[str, Any]:
    """All that the memory of the process keeps, by its key."""
    keys = [key.partition(":1:")[2] for key in list(cache._cache)]
    return {key: cache.get(key) for key in keys}


# --- Two people


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_people_get_the_same_bytes(language: str) -> None:
    """Who answered differently, but stands at the same place; also the headers are the same."""
    one = {**JOURNEYS["refugee"], "card_shows_refugee": "no", "application_date": "2024-02-29"}
    two = {**JOURNEYS["refugee"], "card_shows_refugee": "yes", "application_date": "2019-07-01"}
    for slug in list(one)[3:]:
        pages = [unanswered(said, slug, language=language).open(f"questions/{slug}/") for said in (one, two)]
        assert pages[0].content == pages[1].content, slug
        assert pages[0].headers == pages[1].headers
        assert [page.cookies for page in pages] == [{}, {}]  # fresh enough not to be sent again


@pytest.mark.parametrize("page", ["questions/status/", *ALIKE_FOR_ALL])
def test_who_has_answers_and_who_has_none_never_see_each_others_page(page: str) -> None:
    """Whoever comes first, and in whichever way the page travels."""
    answered, fresh = JOURNEYS["refugee"] | {}, None
    if page.startswith("questions/"):
        answered = {"postcode": "1000"}  # this question is still to be answered
    for encoding in ENCODINGS:
        for order in ([fresh, answered], [answered, fresh]):
            cache.clear()
            for said in order * 2:
                visitor = Visitor(headers={"accept-encoding": encoding})
                for slug, raw in (said or {}).items():
                    visitor.say(slug, raw)
                shown = unpacked(visitor.open(page)).decode()
                assert ('action="/en/erase/"' in shown) == bool(said), (encoding, page)


@pytest.mark.parametrize("page", ["questions/status/", *ALIKE_FOR_ALL])
def test_it_unpacks_to_the_same_page(page: str) -> None:
    found = [Visitor(language="ar", headers={"accept-encoding": each}).open(page) for each in ENCODINGS * 2]
    assert [each.headers.get("Content-Encoding") for each in found] == ["br", "gzip", None] * 2
    assert len({without_empty_lines(unpacked(each)) for each in found}) == 1
    assert {int(each["Content-Length"]) - len(each.content) for each in found} == {0}
    assert len({each["Content-Security-Policy"] for each in found}) == 1
    for each in found:  # what nobody keeps need not say what it depends on
        depends = {"Cookie", "Accept-Encoding"} <= set(re.split(", *", each.headers.get("Vary", "")))
        assert depends or each.headers.get("Cache-Control") == "no-store"


def test_nobody_chooses_the_name_of_the_site_for_others() -> None:
    """A page names its picture with the whole address; whoever asks under an odd one gets a page of her own."""
    for name in ("testserver:9999", "testserver"):
        page = parsed(Visitor(headers={"host": name}).open("procedures/blue-passport/"))
        picture = page.find(".//meta[@property='og:image']").get("content")
        assert picture == f"http://{name}/static/preview.png"


def test_a_page_is_made_once() -> None:
    visitor = Visitor()
    first = visitor.open("questions/status/")
    made = set(cache._cache)
    assert visitor.open("questions/status/").content == first.content
    assert Visitor().open("questions/status/").content == first.content
    assert set(cache._cache) == made


def test_what_comes_behind_a_question_mark_makes_no_other_page() -> None:
    """Otherwise anybody could fill the memory, and an answer written there would stay."""
    visitor = Visitor(JOURNEYS["other"])
    for page in ALIKE_FOR_ALL:
        visitor.open(page)
    made = set(cache._cache)
    for page in ALIKE_FOR_ALL:
        assert b"canary" not in visitor.open(f"{page}?card=canary").content
    assert set(cache._cache) == made


# --- Nothing of an answer

CANARY = {
    **JOURNEYS["refugee"], "application_date": "2023-04-17", "card_expiry": "2028-06-19",
    "departure_date": "2027-08-21", "return_date": "2028-02-23", "postcode": "3798",
}  # fmt: skip
TYPED = ["zwartebes", "kelmiss"]
# How a canary would look: as given, as shown on pages in some language, as part of a plan.
TRACES = [
    "2023-04-17", "2028-06-19", "2027-08-21", "2028-02-23", "3798", "17 April 2023", "17 avril 2023", "17 april 2023",
    "19 June 2028", "19 juin 2028", "19 juni 2028", *TYPED,
]  # fmt: skip


def test_after_whole_journeys_the_memory_holds_no_answer() -> None:
    """Every entry is read: neither its key nor what it holds has a trace of what was answered or typed."""
    secrets = set()
    for language in LANGUAGES:
        for encoding in ENCODINGS:
            visitor = Visitor(language=language, headers={"accept-encoding": encoding})
            walk(visitor)
            secrets |= {visitor.token, encode(QUESTIONNAIRE, answers_of(visitor))}
    kept = entries()
    assert len(kept) > 200
    texts = "\n".join(f"{key}\n{text_of_entry(value)}" for key, value in kept.items())
    assert [trace for trace in [*TRACES, *secrets] if trace in texts] == []


def test_the_traces_above_would_be_found() -> None:
    """A plan shows some of them: were it kept, packed or not, it would be caught."""
    response = Visitor(CANARY, headers={"accept-encoding": "br"}).open("plan/")
    for kept in ((response.content, dict(response.items())), unpacked(response).decode()):
        cache.set("wrong", kept, None)
        text = text_of_entry(entries()["wrong"])
        assert {trace for trace in TRACES if trace in text} >= {"2028-06-19", "19 June 2028"}


def answers_of(visitor: Visitor) -> Answers:
    return given_answers(SimpleNamespace(COOKIES={settings.ANSWERS_COOKIE: visitor.token}))


def walk(visitor: Visitor) -> None:
    """Every question, slips, the plan in all its forms, a search, a place."""
    for slug, raw in CANARY.items():
        visitor.open(f"questions/{slug}/")
        visitor.say(slug, raw)
    visitor.send("card_expiry", day="31", month="2", year="2029")
    for page in (*ALIKE_FOR_ALL, "answers/", "plan/", "plan/share/", "plan/take-away/"):
        visitor.open(page)
    visitor.look("search/", TYPED[0])
    visitor.look("contacts/", TYPED[1])
    visitor.open("contacts/")


def text_of_entry(value: Any) -> str:
    """What an entry says: of a packed page, the page."""
    if not isinstance(value, tuple):
        return str(value)
    body, headers = value
    said = {key: value for key, value in headers.items() if key != "Content-Length"}  # any number at all
    return unpacked(HttpResponse(body, headers=headers)).decode() + str(said)


# --- A new release


OF_THE_RELEASE = ["brochure/", "brochure/travel/", "procedures/blue-passport/", "contacts/cgrs/", "about/"]


@pytest.mark.parametrize("page", OF_THE_RELEASE)
def test_a_new_release_is_seen_at_once(page: str) -> None:
    visitor = Visitor()
    before = visitor.open(page)
    assert release_named(before) == "Release 7"
    release._current = release.CurrentRelease(
        8, "another", datetime(2026, 11, 2, tzinfo=UTC), belgium.document()
    )
    assert release_named(visitor.open(page)) == "Release 8"
    release._current = release.CurrentRelease(
        7, "belgium", datetime(2026, 11, 1, 12, tzinfo=UTC), belgium.document()
    )
    assert visitor.open(page).content == before.content


def release_named(response: Any) -> str:
    return re.search("Release [0-9]+", "".join(parsed(response).itertext()))[0]


def test_a_page_that_is_not_there_is_not_kept() -> None:
    Visitor().open("nothing/")
    before = set(cache._cache)
    for page in ("brochure/no-such/", "procedures/no-such/", "contacts/no-such/"):
        assert Visitor().open(page).status_code == 404
    assert set(cache._cache) == before
