"""Leaving and erasing: nothing is left in this browser, and nobody else can make it happen."""

import pytest
from django.conf import settings
from django.http import HttpResponse

from tests.journey.everything import ALIKE_FOR_ALL, NOT_KEPT
from tests.journey.visitor import JOURNEYS, LANGUAGES, Visitor, heading, in_language, parsed

ELSEWHERE = "https://weather.example/"
CLEAR = '"cache", "cookies", "storage"'
GONE = {"value": "", "max-age": 0, "path": "/", "domain": ""}


@pytest.fixture(autouse=True)
def elsewhere(settings) -> None:
    settings.ELSEWHERE = ELSEWHERE


def full(language: str = "en") -> Visitor:
    """Somebody with a whole plan who has searched for a thing."""
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    visitor.look("search/", "divorce")
    assert sorted(visitor.client.cookies) == ["answers", "looked-for"]
    return visitor


def erased(response: HttpResponse) -> dict[str, dict[str, object]]:
    """How the answer takes each cookie away."""
    return {
        name: {"value": each.value} | {key: each[key] for key in ("max-age", "path", "domain")}
        for name, each in response.cookies.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("site", ["same-origin", "none", None])
def test_the_exit_erases_everything_and_leads_elsewhere(site: str | None, language: str) -> None:
    visitor = full(language)
    response = visitor.client.get(f"/{language}/leave/", headers={"sec-fetch-site": site} if site else {})
    assert (response.status_code, response["Location"], response.content) == (302, ELSEWHERE, b"")
    assert response["Clear-Site-Data"] == CLEAR
    assert "no-store" in response["Cache-Control"]
    assert erased(response) == {settings.ANSWERS_COOKIE: GONE, settings.LOOKED_FOR_COOKIE: GONE}
    assert visitor.open("plan/")["Location"] == f"/{language}/questions/status/"


@pytest.mark.parametrize("headers", [
    {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://evil.example"},
    {"sec-purpose": "prefetch"}, {"sec-purpose": "prefetch;prerender"},
    {"sec-fetch-site": "same-origin", "sec-purpose": "prefetch"},
], ids=str)  # fmt: skip
def test_another_site_or_a_browser_that_reads_ahead_erases_nothing(headers: dict[str, str]) -> None:
    visitor = full("fr")
    before = {name: each.value for name, each in visitor.client.cookies.items()}
    response = visitor.client.get("/fr/leave/", headers=headers)
    assert (response.status_code, response["Location"], response.cookies) == (302, "/fr/", {})
    assert "Clear-Site-Data" not in response
    assert "no-store" in response["Cache-Control"]
    assert {name: each.value for name, each in visitor.client.cookies.items()} == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_erasing_says_so_and_leaves_nothing(language: str) -> None:
    visitor = full(language)
    response = visitor.post("erase/")
    assert (response.status_code, response["Clear-Site-Data"]) == (200, CLEAR)
    assert heading(response) == in_language(language, "Your answers are erased")
    assert erased(response) == {settings.ANSWERS_COOKIE: GONE, settings.LOOKED_FOR_COOKIE: GONE}
    assert parsed(response).find(f".//form[@action='/{language}/erase/']") is None
    assert visitor.open("plan/")["Location"] == f"/{language}/questions/status/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_exit_is_on_every_page(language: str) -> None:
    """Also on those that say what went wrong; not in the file that is taken away from here."""
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    for page in [*ALIKE_FOR_ALL, *NOT_KEPT, "nothing/"]:
        if page not in ("questions/", "leave/", "plan/take-away/"):
            link = parsed(visitor.open(page)).find(".//header/a[@class='exit']")
            assert (link.get("href"), link.get("rel")) == (f"/{language}/leave/", "nofollow noreferrer"), page
    assert parsed(visitor.client.get("/")).find(".//header/a[@class='exit']").get("href") == "/en/leave/"


def test_erasing_is_offered_wherever_there_is_something_to_erase() -> None:
    for said, offered in ((JOURNEYS["refugee"], True), (None, False)):
        visitor = Visitor(said)
        for page in [*ALIKE_FOR_ALL, "open/", "search/", "contacts/", "questions/status/", "nothing/"]:
            found = parsed(visitor.open(page)).find(".//form[@action='/en/erase/']")
            assert (found is not None) == offered, (page, offered)


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_in_the_history_name_no_matter_of_hers(language: str) -> None:
    """Who reads the history of the phone sees a guide and numbers of questions."""
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    question = in_language(language, "Question %(position)s")
    titles = [title(visitor, f"questions/{slug}/") for slug in JOURNEYS["refugee"]]
    numbers = range(1, len(titles) + 1)
    guide = in_language(language, "Guide")
    assert titles == [f"{question % {'position': number}} – {guide}" for number in numbers]
    pages = {"": "Start", "answers/": "Check your answers", "plan/": "Your plan", "search/": "Search"}
    assert {page: title(visitor, page) for page in pages} == {
        page: f"{in_language(language, name)} – {guide}" for page, name in pages.items()
    }


def title(visitor: Visitor, page: str) -> str:
    return " ".join(parsed(visitor.open(page)).find(".//title").text.split())
