"""Answers in: strict for data, where anything wrong is refused, and kind for a journey under way."""

import random
from datetime import date
from types import MappingProxyType

import pytest

from refugeeguide.guide.answers import AnswerError, Answers, RawAnswers, keep, read, skip_the_rest
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from tests import oracle
from tests.guide.small import PLACES

TRAVELLER = MappingProxyType(
    {
        "status": "refugee",
        "needs": ["travel", "law"],
        "card_expiry": "2027-04-01",
        "trip": "up_to_3_months",
        "origin_trip": None,
        "departure_date": "2026-12-20",
        "return_date": None,
        "blue_passport": "yes",
        "postcode": "1040",
    }
)
NEVER = "these answers never reach this question"
MUST = "this question must be answered"
LIST = "the answer must be a list with at least one option"
TEXT = "the answer must be a text"
SPELLING = "a date is written YYYY-MM-DD"


def read_all(raw: RawAnswers) -> Answers:
    return read(QUESTIONNAIRE, PLACES, raw)


def keep_some(raw: RawAnswers) -> tuple[dict[str, object], tuple[str, ...]]:
    answers, dropped = keep(QUESTIONNAIRE, PLACES, raw)
    return answers.raw(), dropped


def test_clean_values_in_the_order_of_the_questions() -> None:
    answers = read_all(dict(reversed(TRAVELLER.items())))
    assert list(answers.values.items()) == [
        ("status", "refugee"),
        ("needs", ("law", "travel")),
        ("card_expiry", date(2027, 4, 1)),
        ("trip", "up_to_3_months"),
        ("origin_trip", None),
        ("departure_date", date(2026, 12, 20)),
        ("return_date", None),
        ("blue_passport", "yes"),
        ("postcode", "1040"),
    ]
    assert answers.place == PLACES.get("1040")
    assert answers.raw() == {**TRAVELLER, "needs": ["law", "travel"]}


def test_a_skippable_question_left_out_counts_as_skipped() -> None:
    short = {
        slug: said
        for slug, said in TRAVELLER.items()
        if slug not in ("origin_trip", "return_date", "postcode")
    }
    answers = read_all(short)
    assert answers == read_all({**TRAVELLER, "postcode": None})
    assert (answers.place, answers.values["postcode"]) == (None, None)


def test_facts() -> None:
    today = date(2026, 11, 22)
    outside = read_all({"status": "other", "postcode": "4700"})
    assert outside.facts(today) == {
        "status": "other", "postcode": "4700", "region": "german_speaking", "today": today,
    }  # fmt: skip
    skipped = read_all({"status": "other"})
    assert skipped.facts(today) == {"status": "other", "postcode": None, "region": None, "today": today}
    assert Answers({}).facts(today) == {"today": today}


# What is changed in the traveller's answers -> the question and the complaint. `...` leaves the answer out.
REFUSED: list[tuple[dict[str, object], str, str]] = [
    ({"hobby": "chess"}, "'hobby'", "there is no such question"),
    ({"hobby": None}, "'hobby'", "there is no such question"),
    ({"x" * 3000: 1}, "'" + "x" * 59, "there is no such question"),
    ({"Status": "refugee"}, "'Status'", "there is no such question"),
    ({"status": ...}, "status", MUST),
    ({"status": None}, "status", "this question cannot be skipped"),
    ({"status": "citizen"}, "status", "there is no option 'citizen'"),
    ({"status": "Refugee"}, "status", "there is no option 'Refugee'"),
    ({"status": ""}, "status", "there is no option ''"),
    ({"status": ["refugee"]}, "status", TEXT),
    ({"status": True}, "status", TEXT),
    ({"status": 1}, "status", TEXT),
    ({"status": {}}, "status", TEXT),
    ({"needs": ...}, "needs", MUST),
    ({"needs": None}, "needs", "this question cannot be skipped"),
    ({"needs": []}, "needs", LIST),
    ({"needs": "travel"}, "needs", LIST),
    ({"needs": {"travel": True}}, "needs", LIST),
    ({"needs": ["travel", "travel"]}, "needs", "an option is named twice"),
    ({"needs": ["travel", "fly"]}, "needs", "there is no option 'fly'"),
    ({"needs": ["travel", None]}, "needs", "there is no option None"),
    ({"needs": ["travel", ["law"]]}, "needs", "there is no option ['law']"),
    ({"trip": ...}, "trip", MUST),
    ({"origin_trip": "maybe"}, "origin_trip", "there is no option 'maybe'"),
    ({"origin_trip": False}, "origin_trip", TEXT),
    ({"origin_trip": ""}, "origin_trip", "there is no option ''"),
    ({"card_expiry": "2027-4-1"}, "card_expiry", f"{SPELLING} ('2027-4-1')"),
    ({"card_expiry": ""}, "card_expiry", f"{SPELLING} ('')"),
    ({"card_expiry": "2027-02-29"}, "card_expiry", "day is out of range for month ('2027-02-29')"),
    ({"card_expiry": "1899-12-31"}, "card_expiry", "a date lies between 1900 and 2199 ('1899-12-31')"),
    ({"card_expiry": "2200-01-01"}, "card_expiry", "a date lies between 1900 and 2199 ('2200-01-01')"),
    ({"card_expiry": 20270401}, "card_expiry", TEXT),
    ({"card_expiry": date(2027, 4, 1)}, "card_expiry", TEXT),
    ({"postcode": "9999"}, "postcode", "there is no postcode '9999' in Belgium"),
    ({"postcode": "١٠٤٠"}, "postcode", r"there is no postcode '\u0661\u0660\u0664\u0660' in Belgium"),
    ({"postcode": " 1040"}, "postcode", "there is no postcode ' 1040' in Belgium"),
    ({"postcode": 1040}, "postcode", TEXT),
    ({"card": "a_card"}, "card", NEVER),
    ({"card": None}, "card", NEVER),
    ({"minors_at_home": "no"}, "minors_at_home", NEVER),
    ({"decision_date": None}, "decision_date", NEVER),
    ({"trip": "no_trip"}, "departure_date", NEVER),
    ({"status": "other"}, "needs", NEVER),
]


@pytest.mark.parametrize(("change", "question", "problem"), REFUSED, ids=lambda part: ascii(part)[:40])
def test_wrong_data_is_refused(change: dict[str, object], question: str, problem: str) -> None:
    raw = {slug: said for slug, said in {**TRAVELLER, **change}.items() if said is not ...}
    with pytest.raises(AnswerError) as caught:
        read_all(raw)
    assert (caught.value.question, caught.value.problem) == (question, problem)
    assert str(caught.value) == f"{question}: {problem}"
    assert "\n" not in str(caught.value)


def test_left_overs_of_a_changed_answer_are_dropped() -> None:
    changed = {**TRAVELLER, "trip": "settle_abroad"}
    kept = {slug: said for slug, said in changed.items() if slug not in ("departure_date", "return_date")}
    assert keep_some(changed) == ({**kept, "needs": ["law", "travel"]}, ("departure_date", "return_date"))


def test_a_changed_status_drops_everything_it_opened() -> None:
    changed = {**TRAVELLER, "status": "subsidiary", "card": "none"}
    dropped = tuple(slug for slug in TRAVELLER if slug not in ("status", "postcode"))
    assert keep_some(changed) == ({"status": "subsidiary", "card": "none", "postcode": "1040"}, dropped)


def test_bad_answers_are_dropped_and_the_rest_is_kept() -> None:
    raw = {**TRAVELLER, "return_date": "soon", "postcode": "0", "hobby": "chess", "blue_passport": None}
    answers, dropped = keep_some(raw)
    assert dropped == ("return_date", "blue_passport", "postcode", "hobby")
    assert answers == {
        "status": "refugee", "needs": ["law", "travel"], "card_expiry": "2027-04-01", "trip": "up_to_3_months",
        "origin_trip": None, "departure_date": "2026-12-20",
    }  # fmt: skip


def test_nothing_said_yet() -> None:
    assert keep_some({}) == ({}, ())


def test_keeping_twice_changes_nothing_and_reading_agrees() -> None:
    rng = random.Random(5)
    for _ in range(300):
        one, other = oracle.random_answers(rng), oracle.random_answers(rng)
        complete, dropped = keep(QUESTIONNAIRE, PLACES, one)
        assert dropped == ()
        skipped = {slug: said for slug, said in read_all(one).values.items() if said is not None}
        assert {slug: said for slug, said in complete.values.items() if said is not None} == skipped
        mixed, _ = keep(QUESTIONNAIRE, PLACES, {**one, **other, "status": one["status"]})
        assert keep(QUESTIONNAIRE, PLACES, mixed.raw()) == (mixed, ())


def test_open_questions_are_skipped_up_to_one_that_needs_an_answer() -> None:
    given = {slug: said for slug, said in TRAVELLER.items() if slug not in ("card_expiry", "postcode")}
    some, _ = keep(QUESTIONNAIRE, PLACES, given)
    whole = skip_the_rest(QUESTIONNAIRE, some)
    assert list(whole.raw().items()) == list(
        {**TRAVELLER, "needs": ["law", "travel"], "card_expiry": None, "postcode": None}.items()
    )
    del given["trip"], given["departure_date"], given["return_date"]
    without_trip, _ = keep(QUESTIONNAIRE, PLACES, given)
    open_ended = skip_the_rest(QUESTIONNAIRE, without_trip)
    assert list(open_ended.raw()) == ["status", "needs", "card_expiry", "origin_trip", "blue_passport"]
