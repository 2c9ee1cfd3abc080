"""What a page costs: no query, whatever the size of the guide; and what happens when there is no guide."""

import time
from copy import deepcopy
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from refugeeguide.content import release
from tests.content import belgium
from tests.journey.visitor import JOURNEYS, LANGUAGES, Visitor, heading, in_language, parsed

CONTENT_PAGES = [
    "plan/", "plan/checklist.pdf", "plan/take-away/", "brochure/", "brochure/travel/", "procedures/blue-passport/",
    "contacts/cgrs/", "contacts/", "about/", "offline/",
]  # fmt: skip
PAGES = [
    "",
    "questions/",
    "questions/status/",
    "questions/card/",
    "answers/",
    *CONTENT_PAGES,
    "plan/share/",
    "search/",
    "nothing-fits/",
    "leave/",
    "open/",
    "nothing/",
]


def queries(visitor: Visitor, page: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        visitor.open(page)
    return len(caught)


@pytest.mark.django_db
def test_no_page_asks_the_database(monkeypatch) -> None:
    """With real tables and a real release: one look for the release, then nothing."""
    call_command("load_guide", verbosity=0)
    call_command("publish", verbosity=0)
    release._current = None
    release.refresh()
    monkeypatch.setattr(release, "_follower", object())  # as in a serving process
    visitor = Visitor(JOURNEYS["refugee"])
    assert {page: queries(visitor, page) for page in PAGES} == dict.fromkeys(PAGES, 0)
    with CaptureQueriesContext(connection) as caught:
        visitor.say("card", "lost")
        visitor.client.post("/en/open/", {"code": "GP68"})
        visitor.look("search/", "passport")
        visitor.look("contacts/", "Namur")
        visitor.client.post("/en/erase/")
    assert len(caught) == 0


def multiplied(times: int) -> dict:
    """The Belgian guide with `times` as many procedures and contacts; only the first ones concern our person."""
    document = deepcopy(belgium.document())
    for topic in document["topics"]:
        topic["procedures"] += copies(topic["procedures"], times, when="status is other")
    document["contacts"] += copies(document["contacts"], times)
    return document


def copies(items: list[dict], times: int, **changes: str) -> list[dict]:
    return [
        each | changes | {"slug": f"{each['slug']}-{number}"} for number in range(1, times) for each in items
    ]


def seconds(visitor: Visitor, page: str, rounds: int = 20) -> float:
    """The fastest of some requests: others share this machine."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        visitor.open(page)
        taken.append(time.perf_counter() - start)
    return min(taken)


@pytest.mark.django_db
def test_a_hundred_times_the_content_costs_a_plan_no_query_and_little_time() -> None:
    visitor = Visitor(JOURNEYS["refugee"])
    page, small = visitor.open("plan/").content, release.current().guide("en")
    before = seconds(visitor, "plan/")
    release._current = release.CurrentRelease(
        7, "big", datetime(2026, 11, 1, 12, tzinfo=UTC), multiplied(100)
    )
    guide = release.current().guide("en")
    assert (len(guide.procedures), len(guide.contacts)) == (
        100 * len(small.procedures),
        100 * len(small.contacts),
    )
    assert queries(visitor, "plan/") == queries(visitor, "questions/card/") == 0
    assert visitor.open("plan/").content == page
    ratio = seconds(visitor, "plan/") / before
    print(f"\nplan page with 100 times the content: {ratio:.2f} times the time")
    assert ratio < 3


# --- Without a guide


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_nothing_published_content_pages_say_so(nothing_published, language: str) -> None:
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    for page in CONTENT_PAGES:
        response = visitor.open(page)
        assert (response.status_code, parsed(response).get("lang")) == (503, language), page
        assert heading(response) == in_language(language, "The guide is not published yet")
    shown = visitor.look("search/", "passport")
    assert (shown.status_code, heading(shown)) == (
        503,
        in_language(language, "The guide is not published yet"),
    )
    assert visitor.answers == JOURNEYS["refugee"]


def broken() -> release.CurrentRelease:
    """A release nobody could publish: its document makes no sense."""
    return release.CurrentRelease(8, "broken", datetime(2026, 11, 1, tzinfo=UTC), {"topics": [{"slug": 7}]})


@pytest.mark.parametrize("guide", [lambda: None, broken], ids=["none", "broken"])
@pytest.mark.parametrize("status", JOURNEYS)
def test_questions_need_no_guide(nothing_published, status: str, guide) -> None:
    release._current = guide()
    visitor = Visitor()
    for slug, raw in JOURNEYS[status].items():
        assert visitor.open(f"questions/{slug}/").status_code == 200
        assert visitor.say(slug, raw).status_code == 302
    assert visitor.open("answers/").status_code == 200
    assert visitor.answers == JOURNEYS[status]
