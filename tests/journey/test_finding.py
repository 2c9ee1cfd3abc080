"""Searching, and the places that help near somebody: what is typed comes back, but stands nowhere it could be read."""

import logging
import time
from collections import defaultdict
from copy import deepcopy
from datetime import UTC, datetime

import pytest
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpResponse

from refugeeguide.content import release
from refugeeguide.content.places import places
from refugeeguide.guide.nearby import CIRCLES, serves
from refugeeguide.guide.search import Hit, SearchIndex
from refugeeguide.journey import answers_cookie
from tests.content import belgium
from tests.journey.visitor import JOURNEYS, LANGUAGES, Visitor, heading, in_language, parsed, text_of

PAGES = ["search/", "contacts/"]
SECRET = "my husband Zwartebes hits me"
HOSTILE = [
    "<script>alert(1)</script>", "\x00", "a\x00b", "\u202eabc", "' OR 1=1 --", "{{ 7*7 }}", "%s%n", "(" * 200,
    ".*" * 100, "\\", '"', "é" * 5000, "\U0001f600" * 200, "a " * 100, "\r\nSet-Cookie: a=b", "ß" * 200, "٠١٢٣",
    "\u0644\u0627" * 90, "1" * 5000, "-1", "99999999", "\ufeff", " ",
]  # fmt: skip


def typed(response: HttpResponse) -> str:
    """What stands in the box."""
    return parsed(response).find(".//input[@name='typed']").get("value")


def links(response: HttpResponse, kind: str) -> list[str]:
    """The slugs of the procedures or contacts that a list leads to."""
    hrefs = [each.get("href") for each in parsed(response).find(".//main").iter("a")]
    return [href.split("/")[3] for href in hrefs if href.count("/") == 4 and href.split("/")[2] == kind]


def status(response: HttpResponse) -> str:
    return text_of(parsed(response).find(".//*[@role='status']"))


# --- What is typed


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_come_back_and_stand_in_no_address_and_no_log(page: str, language: str, caplog) -> None:
    visitor = Visitor(language=language)
    with caplog.at_level(logging.DEBUG):
        posted = visitor.post(page, typed=f" {SECRET} ")
        assert (posted.status_code, posted["Location"]) == (302, f"/{language}/{page}")
        for _ in range(3):  # the page, a reload, and back again
            shown = visitor.open(page)
            assert (shown.status_code, typed(shown), shown.cookies) == (200, SECRET, {})
            assert (posted["Cache-Control"], shown["Cache-Control"]) == ("no-store", "no-store")
    assert not [each for each in caplog.records if "Zwartebes" in f"{each.getMessage()}{vars(each)}"]
    assert "Zwartebes" not in str(posted.headers) + str(shown.headers) + posted.cookies.output()


def test_the_cookie_of_the_words() -> None:
    posted = Visitor().post("search/", typed=SECRET)
    assert list(posted.cookies) == [settings.LOOKED_FOR_COOKIE]
    cookie = posted.cookies[settings.LOOKED_FOR_COOKIE]
    assert {key: value for key, value in cookie.items() if value} == {
        "httponly": True, "samesite": "Lax", "path": "/",
    }  # fmt: skip


def test_one_page_does_not_show_the_words_of_the_other() -> None:
    visitor = Visitor()
    assert typed(visitor.look("search/", "passport")) == "passport"
    assert typed(visitor.open("contacts/")) == ""
    assert typed(visitor.look("contacts/", "Eupen")) == "Eupen"
    assert typed(visitor.open("search/")) == ""


def test_searching_leaves_the_answers_alone() -> None:
    visitor = Visitor(JOURNEYS["refugee"])
    for page in PAGES:
        visitor.look(page, "passport")
    assert visitor.answers == JOURNEYS["refugee"]


def test_words_are_gone_after_erasing() -> None:
    visitor = Visitor(JOURNEYS["refugee"])
    visitor.look("search/", SECRET)
    visitor.post("erase/")
    assert visitor.client.cookies[settings.LOOKED_FOR_COOKIE].value == ""
    assert typed(visitor.open("search/")) == ""


def words_in(key: str, ago: int = 0) -> str:
    """A cookie with words, closed with this key some time ago."""
    response = HttpResponse()
    answers_cookie.save(response, {"search": SECRET, "contacts": SECRET}, settings.LOOKED_FOR_COOKIE)
    token = response.cookies[settings.LOOKED_FOR_COOKIE].value
    data = Fernet(settings.ANSWERS_KEYS[0]).decrypt(token.encode())
    return Fernet(key).encrypt_at_time(data, int(time.time()) - ago).decode()


@pytest.mark.parametrize("page", PAGES)
def test_words_that_are_not_ours_or_too_old_are_none(page: str) -> None:
    ours = settings.ANSWERS_KEYS[0]
    good = words_in(ours)
    tokens = {
        good: SECRET, words_in(Fernet.generate_key().decode()): "", words_in(ours, ago=3601): "", good[:-5]: "",
        "nonsense": "", "A" * 9000: "", Visitor(JOURNEYS["other"]).token: "",
    }  # fmt: skip
    for token, expected in tokens.items():
        visitor = Visitor(JOURNEYS["refugee_elsewhere"])  # no postcode of hers that would stand there instead
        visitor.client.cookies[settings.LOOKED_FOR_COOKIE] = token
        shown = visitor.open(page)
        assert (shown.status_code, typed(shown)) == (200, expected), token[:20]
        assert visitor.answers == JOURNEYS["refugee_elsewhere"]


def test_the_cookie_of_the_words_is_no_answers() -> None:
    visitor = Visitor()
    visitor.client.cookies[settings.ANSWERS_COOKIE] = words_in(settings.ANSWERS_KEYS[0])
    assert visitor.open("answers/").status_code == 200
    assert visitor.answers.keys().isdisjoint({"status", "postcode"})


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: ascii(words[:12]))
def test_hostile_words(page: str, words: str) -> None:
    visitor = Visitor()
    start = time.perf_counter()
    shown = visitor.look(page, words)
    assert (shown.status_code, time.perf_counter() - start < 2) == (200, True)
    assert typed(shown).replace("\r\n", "\n") == words[:200].strip().replace("\r\n", "\n").replace(
        "\x00", "\ufffd"
    )
    assert b"<script>alert" not in shown.content
    assert len(visitor.client.cookies[settings.LOOKED_FOR_COOKIE].value) < 3500


def test_a_search_stays_within_one_release(monkeypatch) -> None:
    """Another release that lacks what was found comes out in the middle of the search."""
    found = Visitor()
    before = links(found.look("search/", "passport"), "procedures")
    without = deepcopy(belgium.document())
    for topic in without["topics"]:
        topic["procedures"] = [each for each in topic["procedures"] if each["slug"] != before[0]]
    later = release.CurrentRelease(8, "later", datetime(2026, 11, 2, tzinfo=UTC), without)
    search = SearchIndex.search

    def publishing(index: SearchIndex, query: str) -> list[Hit]:
        monkeypatch.setattr(release, "_current", later)
        return search(index, query)

    monkeypatch.setattr(SearchIndex, "search", publishing)
    assert links(found.open("search/"), "procedures") == before
    assert before[0] not in links(found.open("search/"), "procedures")


# --- Search


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "blue passport"), ("fr", "passeport bleu"), ("nl", "blauw paspoort"), ("ar", "جواز سفر")],
)
def test_what_is_found_leads_to_its_page(language: str, words: str) -> None:
    visitor = Visitor(language=language)
    shown = visitor.look("search/", words)
    found = links(shown, "procedures")
    assert "blue-passport" in found[:3]
    for kind, slugs in (("procedures", found), ("contacts", links(shown, "contacts"))):
        for slug in slugs:
            assert visitor.open(f"{kind}/{slug}/").status_code == 200
    assert len(found) == len(set(found))


def test_an_organisation_is_found_too() -> None:
    assert links(Visitor().look("search/", "Caritas"), "contacts")[0] == "caritas"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_nothing_has_says_so_and_shows_other_ways(language: str) -> None:
    shown = Visitor(language=language).look("search/", "qqqqxxxx")
    assert in_language(language, "Nothing found") in status(shown)
    ways = [each.get("href") for each in parsed(shown).findall(".//ul[@class='ways']/li/a")]
    assert ways == [f"/{language}/brochure/", f"/{language}/contacts/"]


# --- Places that help


def areas(response: HttpResponse) -> set[str]:
    guide = release.current().guide("en")
    return {guide.contacts[slug].area for slug in shown_contacts(response)}


def shown_contacts(response: HttpResponse) -> list[str]:
    return [each.get("id") for each in parsed(response).iter("details") if each.get("class") == "contact"]


def test_without_a_place_all_contacts_are_shown() -> None:
    shown = Visitor().open("contacts/")
    assert sorted(shown_contacts(shown)) == sorted(release.current().guide("en").contacts)


@pytest.mark.parametrize(
    ("words", "name", "region"),
    [
        ("4700", "Eupen", "german_speaking"),
        ("sankt vith", "Sankt Vith / Saint-Vith", "german_speaking"),
        ("Antwerpen", "Antwerpen", "flanders"), ("Anvers", "Antwerpen", "flanders"), ("luik", "Liège", "wallonia"),
        ("Elsene", "Ixelles / Elsene", "brussels"),
    ],
)  # fmt: skip
def test_only_what_serves_the_place_is_shown(words: str, name: str, region: str) -> None:
    shown = Visitor().look("contacts/", words)
    assert name in status(shown)
    guide = release.current().guide("en")
    assert len(shown_contacts(shown)) == len(set(shown_contacts(shown)))
    assert set(shown_contacts(shown)) <= {
        each.slug for each in guide.contacts.values() if serves(each, region)
    }
    assert "abroad" not in areas(shown)
    sections = parsed(shown).findall(".//main/section")
    assert 1 <= len(sections) <= len(CIRCLES)


def test_the_postcode_of_the_answers_counts_until_something_is_typed() -> None:
    visitor = Visitor(JOURNEYS["subsidiary"])
    assert (typed(visitor.open("contacts/")), "Eupen" in status(visitor.open("contacts/"))) == ("4700", True)
    shown = visitor.look("contacts/", "9000")
    assert (typed(shown), "Gent" in status(shown)) == ("9000", True)
    assert visitor.answers["postcode"] == "4700"
    shown = visitor.look("contacts/", "")
    assert typed(shown) == "4700"


def choices(response: HttpResponse) -> list[str]:
    return [each.get("value") for each in parsed(response).findall(".//form[@class='choices']/button")]


def test_among_several_municipalities_the_chosen_one_counts() -> None:
    visitor = Visitor()
    shown = visitor.look("contacts/", "1050")
    assert "Which one do you mean?" in status(shown)
    assert sorted(choices(shown)) == ["Bruxelles / Brussel", "Ixelles / Elsene"]
    for name in choices(shown):
        chosen = visitor.look("contacts/", name)
        assert (status(chosen), choices(chosen)) == (f"For people who live in {name}.", [])


def test_every_choice_anywhere_leads_to_itself() -> None:
    """For every postcode of several municipalities, and every name that is the beginning of another one."""
    several = defaultdict(set)
    for place in places().by_postcode.values():
        names = [municipality.said_in(place.counter_languages) for municipality in place.municipalities]
        for asked in (place.postcode, *(name[:4] for name in names)):
            found = [match.town.name for match in places().find(asked)]
            if len(found) > 1:
                several[asked] |= set(found)
    names = set().union(*several.values())
    assert len(names) > 150
    visitor = Visitor()
    for name in sorted(names)[::10]:
        assert status(visitor.look("contacts/", name)) == f"For people who live in {name}.", name
    for name in names:  # the rest without making the page
        towns = [match.town.name for match in places().find(name)]
        assert towns == [name] or towns.count(name) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", ["Atlantis", "0999", "99999", "qqqq"])
def test_an_unknown_place_says_so(language: str, words: str) -> None:
    shown = Visitor(language=language).look("contacts/", words)
    assert shown.status_code == 200
    assert in_language(language, "Nothing found") in status(shown)
    assert heading(shown) == in_language(language, "Places that help")
    assert len(shown_contacts(shown)) == len(release.current().guide("en").contacts)
