"""What an editor may write, however unusual, makes a page: never an error, and never another page's piece."""

from copy import deepcopy
from datetime import UTC, datetime

import pytest

from refugeeguide.content import release
from refugeeguide.guide.procedures import Website
from refugeeguide.journey import contact_tags
from tests.content import belgium
from tests.journey.visitor import JOURNEYS, Visitor, parsed, text_of, with_class

LATE = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)  # in Belgium this is 3 March already


def serve(digest: str) -> dict:
    """Readers see the Belgian guide, which a test may change until its first page."""
    document = deepcopy(belgium.document())
    release._current = release.CurrentRelease(8, digest, LATE, document)
    return document


@pytest.mark.parametrize("dated", ["2019", "24 June 2025", "second edition"])
def test_a_source_may_be_dated_as_it_prints_it(dated: str) -> None:
    for source in serve(dated.replace(" ", "-"))["sources"]:
        source["dated"] = dated
    visitor = Visitor(JOURNEYS["subsidiary"], language="ar")
    for page in ("about/", "plan/", "brochure/residence/"):
        response = visitor.open(page)
        assert response.status_code == 200
        assert f', <span lang="en" dir="ltr">{dated}</span>' in response.content.decode()


def test_a_release_is_dated_by_the_day_in_belgium() -> None:
    serve("late")
    page = Visitor().open("brochure/").content.decode()
    assert 'Release 8 of <time datetime="2026-03-03">3 March 2026</time>.' in page


def test_a_step_and_a_paper_of_one_name_are_told_apart() -> None:
    document = serve("one name")
    help_ = next(
        each for topic in document["topics"] for each in topic["procedures"] if each["slug"] == "get-help"
    )
    text = {"text": {"en": "Bring this"}, "drafted": []}
    step = {"slug": "same", "when": "status is other", "text": text, "at": "", "cites": []}
    paper = {
        "slug": "same",
        "when": "status is subsidiary",
        "text": text,
        "max_age": "",
        "step": "",
        "cites": [],
    }
    help_ |= {"steps": [step], "documents": [paper]}
    shown = {}
    for status in ("other", "subsidiary"):
        tree = parsed(Visitor({**JOURNEYS[status], "postcode": "4700"}).open("plan/"))
        article = next(each for each in tree.iter("article") if each.get("id") == "get-help")
        shown[status] = [
            [text_of(each) for each in with_class(article, kind)] for kind in ("steps", "papers")
        ]
    assert shown == {"other": [["Bring this"], []], "subsidiary": [[], ["Bring this"]]}


@pytest.mark.parametrize(
    ("printed", "called"),
    [
        ("0032 2 205 51 11", "+3222055111"),
        ("+32 (0)2 205 51 11", "+3222055111"),
        ("+32 15 44 33 22", "+3215443322"),
        ("02 205 51 11", "+3222055111"),
        ("105", "105"),
    ],
)
def test_a_number_is_called_however_it_is_written(printed: str, called: str) -> None:
    assert contact_tags.phone(printed) == f'<a href="tel:{called}"><bdi dir="ltr">{printed}</bdi></a>'


def test_a_website_opens_a_website_and_nothing_else() -> None:
    page = contact_tags.website(Website("javascript://x", ""))
    assert 'href="http://javascript://x"' in page
    assert 'href="https://a.example/nl"' in contact_tags.website(Website("a.example", "https://a.example/nl"))
