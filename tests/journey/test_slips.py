"""Slips while answering: what people write is read kindly, what cannot be is explained and kept in its box."""

import pytest
from django.http import HttpResponse

from refugeeguide.journey import forms
from tests.journey.test_walk import values
from tests.journey.visitor import JOURNEYS, LANGUAGES, Visitor, in_language, parsed, text_of, with_class

SUBSIDIARY = JOURNEYS["subsidiary"]
ARABIC_INDIC, PERSIAN, DEVANAGARI, FULL_WIDTH = (
    str.maketrans("0123456789", "".join(chr(first + digit) for digit in range(10)))
    for first in (0x0660, 0x06F0, 0x0966, 0xFF10)
)
SCRIPTS = [ARABIC_INDIC, PERSIAN, DEVANAGARI, FULL_WIDTH]


def send_date(visitor: Visitor, day: str, month: str, year: str) -> HttpResponse:
    return visitor.send("card_expiry", day=day, month=month, year=year)


# --- Dates and postcodes, kindly read


@pytest.mark.parametrize("digits", SCRIPTS)
def test_digits_of_other_scripts(digits: dict[int, int]) -> None:
    visitor = Visitor(SUBSIDIARY)
    send_date(visitor, "9".translate(digits), "12".translate(digits), "2026".translate(digits))
    visitor.send("postcode", typed="1000".translate(digits))
    assert visitor.answers == SUBSIDIARY | {"card_expiry": "2026-12-09", "postcode": "1000"}


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("9", "2", "2027"),
        ("09", "02", "2027"),
        (" 9 ", "\t2", "2027\r\n"),
        ("\u200f9", "2\u200e", "\u061c2027"),
        ("٩", "2", "۲۰۲۷"),
    ],
)
def test_dates_as_people_write_them(day: str, month: str, year: str) -> None:
    visitor = Visitor(SUBSIDIARY)
    assert send_date(visitor, day, month, year).status_code == 302
    assert visitor.answers == SUBSIDIARY | {"card_expiry": "2027-02-09"}


@pytest.mark.parametrize(
    "typed",
    [
        "1000",
        " 1000 ",
        "1 000",
        "B-1000",
        "b-1000",
        "١٠٠٠",
        "۱۰۰۰",
        "\u200f1000\u200e",
        "B- 1000",
        "1000\u00a0",
        "BE-1000",
        "B1000",
    ],
)
def test_postcodes_as_people_write_them(typed: str) -> None:
    visitor = Visitor(SUBSIDIARY)
    assert visitor.send("postcode", typed=typed).status_code == 302
    assert visitor.answers == SUBSIDIARY | {"postcode": "1000"}


# --- Dates and postcodes that cannot be

LONG = "9" * 3000
IMPOSSIBLE = [
    ("29", "2", "2023"), ("31", "4", "2026"), ("0", "1", "2026"), ("1", "13", "2026"), ("1", "1", "1"),
    ("1", "1", "0001"), ("1", "1", "9999"), ("31", "12", "1899"), ("1", "1", "2200"), ("1", "1", "26"),
    ("-1", "1", "2026"), ("1", "-1", "2026"), ("1.5", "1", "2026"), ("1", "1", "2026.0"), ("1e0", "1",
    "2026"), ("+1", "1", "2026"), ("1", "1", ""), ("", "1", "2026"), ("1", "", "2026"), ("one", "two",
    "three"), ("١", "¼", "2026"), ("①", "1", "2026"), ("²", "1", "2026"), ("1 1", "1", "2026"), ("1-1", "1",
    "2026"), ("1\n1", "1", "2026"), ("\x00", "1", "2026"), ("1\x00", "1", "2026"), ("1", "1", "2026\u202e"),
    (LONG, "1", "2026"), ("1", LONG, "2026"), ("1", "1", LONG), ("'; --", "<b>", "2026"), ("1", "1",
    "２０２6-01"),
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_impossible_dates_are_explained_and_kept_in_the_boxes(language: str) -> None:
    for typed in IMPOSSIBLE:
        visitor = Visitor(SUBSIDIARY, language=language)
        response = send_date(visitor, *typed)
        boxes = {
            name: text[: forms.LONGEST_ENTRY]
            for name, text in zip(("day", "month", "year"), typed, strict=True)
        }
        assert refused(response, language) == in_language(language, forms.NOT_A_DATE), typed
        assert values(response) == {name: as_html(text) for name, text in boxes.items()}, typed
        assert visitor.answers == SUBSIDIARY


def as_html(text: str) -> str:
    """What a browser reads again from an attribute: no NUL can stand in a page."""
    return text.replace("\x00", "\ufffd")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_date_is_asked_for(language: str) -> None:
    response = send_date(Visitor(SUBSIDIARY, language=language), "", " ", "")
    assert refused(response, language) == in_language(language, "Write a date, or choose “I don't know”.")


NO_POSTCODES = [
    "",
    "0999",
    "1001",
    "100",
    "10000",
    "abcd",
    "-1000",
    "1000.0",
    "1000,1001",
    "1000 Brussels",
    "١٠٠",
    "1000\x00",
    LONG,
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_postcodes_that_do_not_exist_are_explained_and_kept(language: str) -> None:
    for typed in NO_POSTCODES:
        visitor = Visitor(SUBSIDIARY, language=language)
        response = visitor.send("postcode", typed=typed)
        assert refused(response, language) == in_language(language, forms.NOT_A_POSTCODE), typed
        assert values(response) == {"typed": as_html(typed[: forms.LONGEST_ENTRY])}
        assert visitor.answers == SUBSIDIARY


def refused(response: HttpResponse, language: str) -> str:
    """The message of a page that refuses an answer; the same at the top, leading to the box, and at the box."""
    page = parsed(response)
    assert (response.status_code, page.get("lang")) == (422, language)
    (at_top,) = [each for box in with_class(page, "errors") for each in box.iter("a")]
    (at_box,) = with_class(page, "error")
    assert text_of(at_top) == text_of(at_box)
    assert at_top.get("href")[1:] in [each.get("id") for each in page.iter("input")]
    assert text_of(page.find(".//title")).startswith(in_language(language, "Mistake:"))
    return text_of(at_box)


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_that_do_not_exist_are_explained(language: str) -> None:
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    for answer in (
        [],
        [""],
        ["tourist"],
        ["refugee", "other"],
        ["REFUGEE"],
        ["other\x00"],
        ["None"],
        ["o" * 3000],
    ):
        assert refused(visitor.send("status", answer=answer), language) == in_language(
            language, forms.CHOOSE_ONE
        )
    for answer in ([], [""], ["travel", "money"], ["skip"], ["travel", "skip"]):
        assert refused(visitor.send("needs", answer=answer), language) == in_language(
            language, forms.CHOOSE_SOME
        )
    assert visitor.answers == JOURNEYS["refugee"]


def test_what_was_chosen_stays_chosen() -> None:
    response = Visitor(JOURNEYS["refugee"]).send("needs", answer=["travel", "money", "law"])
    chosen = [each.get("value") for each in parsed(response).iter("input") if each.get("checked") is not None]
    assert chosen == ["law", "travel"]


def test_the_same_option_twice_counts_once() -> None:
    visitor = Visitor(JOURNEYS["refugee"])
    visitor.send("needs", answer=["travel", "travel", "residence", "family", "travel"])
    assert visitor.answers == JOURNEYS["refugee"]


@pytest.mark.parametrize(
    ("slug", "posted", "raw"),
    [
        ("application_date", {"day": "1", "month": "2", "year": "2021"}, "2021-02-01"),
        ("postcode", {"typed": "4700"}, "4700"),
    ],
)
def test_what_is_typed_later_counts_though_the_old_tick_still_stands(
    slug: str, posted: dict, raw: str
) -> None:
    visitor = Visitor({**JOURNEYS["subsidiary"], slug: None})
    assert visitor.send(slug, answer="skip", **posted).status_code == 302
    assert visitor.answers[slug] == raw
    visitor.send(slug, answer="skip", **posted)  # now the tick is new and the boxes are old
    assert visitor.answers[slug] is None


def test_the_old_tick_alone_still_means_i_do_not_know() -> None:
    visitor = Visitor(JOURNEYS["subsidiary"])
    assert visitor.send("application_date", answer="skip", day="", month="", year="").status_code == 302
    assert visitor.answers == JOURNEYS["subsidiary"]
