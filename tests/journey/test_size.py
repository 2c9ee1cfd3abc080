"""How pages travel: compressed as the browser can read it, and small."""

import statistics

import pytest

from refugeeguide.journey.squeezing import squeezed
from tests.journey.sizing import EIGHT, TODAY, on_the_wire, people_with_eight, unpacked
from tests.journey.visitor import LANGUAGES, Visitor
from tests.oracle import asked, expected

MODERN = {"accept-encoding": "gzip, deflate, br, zstd"}
QUESTION_LIMIT, PLAN_LIMIT = 5_000, 9 * 1024


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
        assert without_token(unpacked(packed)) == without_token(plain.content)
        assert int(packed.headers["Content-Length"]) == len(packed.content)
        assert packed.headers["Vary"] == plain.headers["Vary"]
        assert "Accept-Encoding" in plain.headers["Vary"]


def without_token(page: bytes) -> bytes:
    parts = page.split(b'name="csrfmiddlewaretoken" value="')
    return b"".join(part[64:] if number else part for number, part in enumerate(parts))


def test_only_pages_are_compressed() -> None:
    visitor = browser(EIGHT, "en")
    for response in (
        visitor.open("plan/checklist.pdf"),
        visitor.open("questions/"),
        visitor.client.put("/en/plan/"),
    ):
        assert "Content-Encoding" not in response.headers


def test_squeezing_keeps_words_apart() -> None:
    written = "<p>\n    {{ a }}\n    {% if b %}\n      <b>x</b>\n    {% endif %}\n\n    y\n  </p>\n"
    assert squeezed(written) == "<p>\n{{ a }}\n{% if b %}<b>x</b>\n{% endif %}y\n</p>\n"
    assert squeezed("{% translate 'a' %}\n{% translate 'b' %}") == "{% translate 'a' %}\n{% translate 'b' %}"
    assert squeezed("a\n{% if b %}c{% endif %}\nd") == "a\n{% if b %}c{% endif %}\nd"
