"""How pages travel: compressed as the browser can read it, and small."""

import statistics

import pytest
from django.http import HttpResponse

from refugeeguide.journey.squeezing import squeezed
from tests.journey.sizing import EIGHT, TODAY, on_the_wire, people_with_eight, unpacked, without_empty_lines
from tests.journey.visitor import LANGUAGES, Visitor
from tests.oracle import asked, expected

MODERN = {"accept-encoding": "gzip, deflate, br, zstd"}
QUESTION_LIMIT, PLAN_LIMIT, JOURNEY_LIMIT = 5_000, 10_000, 60_000


def browser(said: dict, language: str, accepted: dict[str, str] = MODERN) -> Visitor:
    return Visitor(said, language=language, headers=accepted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_page_is_small(language: str) -> None:
    sizes = {slug: on_the_wire(browser(EIGHT, language).open(f"questions/{slug}/")) for slug in asked(EIGHT)}
    print(f"\n{language}: questions {min(sizes.values())} to {max(sizes.values())} bytes")
    assert {slug: size for slug, size in sizes.items() if size > QUESTION_LIMIT} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_of_eight_procedures_is_small(language: str) -> None:
    assert len(expected(EIGHT, TODAY)["procedures"]) == 8
    size = on_the_wire(browser(EIGHT, language).open("plan/"))
    others = [on_the_wire(browser(said, language).open("plan/")) for said in people_with_eight(20)]
    spread = f"{min(others)}, {statistics.median(others)}, {max(others)}"
    print(f"\n{language}: plan of eight {size} bytes; random ones {spread}")
    assert size <= PLAN_LIMIT


WAY = {**EIGHT, "needs": ["law", "travel"]}
TEN = {slug: WAY[slug] for slug in asked(WAY)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_journey_is_small(language: str) -> None:
    """Start page, ten questions, every redirect between them, the list of answers and the plan."""
    visitor, travelled = Visitor(language=language, headers=MODERN), []
    response = visitor.open("")
    travelled.append(on_the_wire(response))

    def follow(response: HttpResponse) -> HttpResponse:
        travelled.append(on_the_wire(response))
        while response.status_code == 302:
            response = visitor.client.get(response["Location"])
            travelled.append(on_the_wire(response))
        return response

    follow(visitor.open("questions/"))
    for slug, raw in TEN.items():
        last = follow(visitor.say(slug, raw))
    assert (last.status_code, list(visitor.answers)) == (200, list(TEN))
    assert follow(visitor.open("plan/")).status_code == 200
    assert (len(TEN), len(travelled)) == (10, 24)  # start, the way to the first question, twice ten, plan
    print(f"\n{language}: a journey of ten questions {sum(travelled)} bytes in {len(travelled)} answers")
    assert sum(travelled) <= JOURNEY_LIMIT


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"), ("br", "br"), ("BR", "br"), ("gzip;q=1.0, br;q=0.1", "br"), ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"), ("br;q=0.000,gzip;q=0.5", "gzip"), ("gzip;q=0", None), ("identity", None), ("", None),
        ("*", None), ("x-br, xgzip", None), (";;,q=", None), ("\x00br", "br"),
    ],
)  # fmt: skip
def test_the_browser_says_what_it_can_read(accepted: str, encoding: str | None) -> None:
    for page in ("plan/", "questions/card/", "brochure/", "nothing/"):
        plain, packed = (
            browser(EIGHT, "ar", {}).open(page),
            browser(EIGHT, "ar", {"accept-encoding": accepted}).open(page),
        )
        assert packed.headers.get("Content-Encoding") == encoding
        assert unpacked(packed) == (without_empty_lines(plain.content) if encoding else plain.content)
        assert int(packed.headers["Content-Length"]) == len(packed.content)
        for each in (packed, plain):  # what nobody keeps need not say what it depends on
            depends = "Accept-Encoding" in each.headers.get("Vary", "")
            assert depends or each.headers.get("Cache-Control") == "no-store"


def test_only_pages_are_compressed() -> None:
    visitor = browser(EIGHT, "en")
    for response in (
        visitor.open("plan/checklist.pdf"),
        visitor.open("questions/"),
        visitor.open("leave/"),
        visitor.open("offline/guide.webmanifest"),
    ):
        assert "Content-Encoding" not in response.headers


def test_squeezing_keeps_words_apart() -> None:
    written = "<p>\n    {{ a }}\n    {% if b %}\n      <b>x</b>\n    {% endif %}\n\n    y\n  </p>\n"
    assert squeezed(written) == "<p>\n{{ a }}\n{% if b %}<b>x</b>\n{% endif %}y\n</p>\n"
    assert squeezed("{% translate 'a' %}\n{% translate 'b' %}") == "{% translate 'a' %}\n{% translate 'b' %}"
    assert squeezed("a\n{% if b %}c{% endif %}\nd") == "a\n{% if b %}c{% endif %}\nd"
