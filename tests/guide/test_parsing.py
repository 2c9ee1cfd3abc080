"""Lines an editor writes: what they mean, and what the error says when they mean nothing."""

import contextlib
import random
import time

import pytest
from hypothesis import assume, given, settings

from refugeeguide.guide.conditions import All, Always, Any, Choice, Compare, Condition, Known, Not
from refugeeguide.guide.dates import DateTerm, Offset
from refugeeguide.guide.parsing import MAX_LENGTH, ConditionError, parse, parse_date
from tests.guide.small import NAMES
from tests.guide.trees import conditions, written

REFUGEE, OTHER = Choice("status", ("refugee",)), Choice("status", ("other",))
TRAVEL = Choice("needs", ("travel",))
ONE = 'has one answer: write "status is ..." or "status in (...)"'
SEVERAL = 'can have several answers: write "needs has ..." or "needs has any of (...)"'
JOIN = 'is not expected here; join conditions with "and" or "or"'
SIGN, NUMBER = "<, <=, > or >= is expected here", "a whole number from 1 to 1000 is expected here"
UNIT, NAME = "years, months or days is expected here", "the name of a question is expected here"
DEEP, LONG = "there are too many brackets inside one another", "a condition has at most 1000 characters"
PLACE = 'after "postcode" write "is known"; for the place write "region is ..."'
DATE = '"card_expiry" is a date: write "card_expiry is known" or compare it with <, <=, > or >='


def stranger(sign: str) -> str:
    return f'"{sign}" has no place in a condition'


MEANINGS: dict[str, Condition] = {
    "": Always(),
    " \t\n": Always(),
    "\u3000" * 3000: Always(),
    "status is refugee": REFUGEE,
    "  status   is\nrefugee ": REFUGEE,
    "status\u00a0is\u00a0refugee": REFUGEE,
    "((status is refugee))": REFUGEE,
    "status in (refugee, other)": Choice("status", ("refugee", "other")),
    "status in (refugee)": REFUGEE,
    "needs has travel": TRAVEL,
    "needs has any of (travel, work)": Choice("needs", ("travel", "work")),
    "region is brussels": Choice("region", ("brussels",)),
    "card_expiry is known": Known("card_expiry"),
    "postcode is known": Known("postcode"),
    "needs is known": Known("needs"),
    "region is known": Known("region"),
    "card_expiry < return_date": Compare(DateTerm("card_expiry"), "<", DateTerm("return_date")),
    "card_expiry<=today": Compare(DateTerm("card_expiry"), "<=", DateTerm("today")),
    "today >= card_expiry - 1 month": Compare(
        DateTerm("today"), ">=", DateTerm("card_expiry", Offset(-1, "months"))
    ),
    "today+1000 days > card_expiry + 2 years": Compare(
        DateTerm("today", Offset(1000, "days")), ">", DateTerm("card_expiry", Offset(2, "years"))
    ),
    "not status is refugee": Not(REFUGEE),
    "not not status is refugee": Not(Not(REFUGEE)),
    "status is refugee or status is other and not needs has travel": Any(
        (REFUGEE, All((OTHER, Not(TRAVEL))))
    ),
    "(status is refugee or status is other) and needs has travel": All((Any((REFUGEE, OTHER)), TRAVEL)),
    "status is refugee and status is other and needs has travel": All((REFUGEE, OTHER, TRAVEL)),
    "status is refugee and (status is other and needs has travel)": All((REFUGEE, All((OTHER, TRAVEL)))),
    "(" * 19 + "status is refugee" + ")" * 19: REFUGEE,
    "status is refugee" + " or status is other" * 51: Any((REFUGEE, *[OTHER] * 51)),
}

# line -> (character it goes wrong at, what is wrong, the nearest known name)
ERRORS: dict[str, tuple[int, str, str | None]] = {
    "statu is refugee": (1, 'there is no question "statu"', "status"),
    "Status is refugee": (1, 'there is no question "Status"', "status"),
    "regio is brussels": (1, 'there is no question "regio"', "region"),
    "zzz is brussels": (1, 'there is no question "zzz"', None),
    "status is refuge": (11, '"status" has no option "refuge"', "refugee"),
    "status is zzz": (11, '"status" has no option "zzz"', None),
    "status is not refugee": (11, '"status" has no option "not"', None),
    "region is bruxelles": (11, '"region" has no option "bruxelles"', "brussels"),
    "needs has any of (travel, wrk)": (27, '"needs" has no option "wrk"', "work"),
    "status": (7, f'"status" {ONE}', None),
    "status has refugee": (8, f'"status" {ONE}', None),
    "status IS refugee": (8, f'"status" {ONE}', None),
    "needs is travel": (7, f'"needs" {SEVERAL}', None),
    "needs in (travel)": (7, f'"needs" {SEVERAL}', None),
    "status is": (10, 'an option of "status" is missing', None),
    "status in (refugee,": (20, 'an option of "status" is missing', None),
    "status in ()": (12, '"status" has no option ")"', None),
    "status in (refugee,)": (20, '"status" has no option ")"', None),
    "status in refugee": (11, '"(" is expected here', None),
    "status in (refugee": (19, '")" is expected here', None),
    "needs has any travel": (15, '"of" is expected here', None),
    "needs has any of travel": (18, '"(" is expected here', None),
    "(status is refugee": (19, '")" is expected here', None),
    "status is refugee)": (18, f'")" {JOIN}', None),
    "status is refugee status is other": (19, f'"status" {JOIN}', None),
    "status is refugee AND needs has travel": (19, f'"AND" {JOIN}', None),
    "status is known known": (17, f'"known" {JOIN}', None),
    "not": (4, NAME, None),
    "()": (2, NAME, None),
    "and": (1, NAME, None),
    "status is refugee and": (22, NAME, None),
    "status is refugee or or": (22, NAME, None),
    "known is known": (1, NAME, None),
    "1 < 2": (1, NAME, None),
    "postcode is 1000": (10, PLACE, None),
    "postcode < today": (10, PLACE, None),
    "card_expiry is yes": (13, DATE, None),
    "card_expiry": (12, SIGN, None),
    "card_expiry has x": (13, SIGN, None),
    "today is known": (7, SIGN, None),
    "card_expiry <": (14, "a date is missing", None),
    "card_expiry < retur_date": (15, '"retur_date" is not a date question', "return_date"),
    "card_expiry < status": (15, '"status" is not a date question', None),
    "card_expiry < 2026-01-01": (15, '"2026" is not a date question', None),
    "card_expiry < today + years": (23, NUMBER, None),
    "card_expiry < today + 0 days": (23, NUMBER, None),
    "card_expiry < today + 1001 days": (23, NUMBER, None),
    "card_expiry < today + -5 days": (23, NUMBER, None),
    "card_expiry < today +": (22, NUMBER, None),
    "card_expiry < today + " + "9" * 970: (23, NUMBER, None),
    "card_expiry < today + 5": (24, UNIT, None),
    "card_expiry < today + 5 yeers": (25, UNIT, "years"),
    "card_expiry < today + 5 weeks": (25, UNIT, None),
    "card_expiry == today": (13, stranger("="), None),
    "card_expiry < today + 1.5 years": (24, stranger("."), None),
    "card_expiry < today + ٥ years": (23, stranger("٥"), None),
    "status is 'refugee'": (11, stranger("'"), None),
    "status is refugee; drop table": (18, stranger(";"), None),
    "status is réfugié": (12, stranger("é"), None),
    "حالة is refugee": (1, stranger("ح"), None),
    "status is refugee\x00": (18, stranger("\x00"), None),
    "\ud800": (1, stranger("\ud800"), None),
    "(" * 25 + "status is refugee" + ")" * 25: (21, DEEP, None),
    "not " * 20 + "status is refugee": (81, DEEP, None),
    "(" * 3000: (1000, LONG, None),
    "a" * 3000: (1000, LONG, None),
    "status is refugee or " * 47 + "status is refugee": (1000, LONG, None),
}


@pytest.mark.parametrize("line", MEANINGS, ids=lambda line: repr(line[:50]))
def test_a_line_means(line: str) -> None:
    assert parse(line, NAMES) == MEANINGS[line]


@pytest.mark.parametrize("line", ERRORS, ids=lambda line: ascii(line[:50]))
def test_an_error_says_where_what_and_the_nearest_name(line: str) -> None:
    position, problem, nearest = ERRORS[line]
    with pytest.raises(ConditionError) as caught:
        parse(line, NAMES)
    error = caught.value
    assert (error.position, error.problem, error.nearest) == (position, problem, nearest)
    hint = f' Did you mean "{nearest}"?' if nearest else ""
    assert str(error) == f"At character {position}: {problem}.{hint}"


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("application_date", DateTerm("application_date")),
        ("application_date + 5 years", DateTerm("application_date", Offset(5, "years"))),
        (" card_expiry-45 days ", DateTerm("card_expiry", Offset(-45, "days"))),
        ("today + 1 month", DateTerm("today", Offset(1, "months"))),
    ],
)
def test_a_day_means(line: str, term: DateTerm) -> None:
    assert parse_date(line, NAMES) == term


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "At character 1: a date is missing."),
        ("status + 1 day", 'At character 1: "status" is not a date question.'),
        (
            "applicaton_date",
            'At character 1: "applicaton_date" is not a date question. Did you mean "application_date"?',
        ),
        ("today + 5 years and", f'At character 17: "and" {JOIN}.'),
        ("today + 5 years < today", f'At character 17: "<" {JOIN}.'),
    ],
)
def test_a_day_that_means_nothing(line: str, message: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse_date(line, NAMES)
    assert str(caught.value) == message


@settings(max_examples=100, deadline=None)
@given(conditions)
def test_a_written_condition_is_read_back_equal(condition: Condition) -> None:
    line = written(condition)
    assume(len(line) <= MAX_LENGTH)
    assert parse(line, NAMES) == condition


def test_no_line_takes_long_or_raises_anything_else() -> None:
    rng = random.Random(7)
    words = [
        *NAMES,
        "refugee",
        "travel",
        "today",
        "and",
        "or",
        "not",
        "is",
        "in",
        "has",
        "any",
        "of",
        "known",
    ]
    words += [*"()<>,+-=é\u202e", "<=", "5", "years", "months", "9" * 30]
    started = time.perf_counter()
    for _ in range(3000):
        line = " ".join(rng.choices(words, k=rng.randint(1, 90)))[:3000]
        with contextlib.suppress(ConditionError):
            parse(line, NAMES)
    assert time.perf_counter() - started < 5
