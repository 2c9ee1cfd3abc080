"""Which answers can be given at all, and so which conditions can ever hold."""

import pytest

from refugeeguide.guide import reach
from refugeeguide.guide.conditions import judge
from refugeeguide.guide.parsing import parse
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.reach import can_be_asked, can_hold, situations
from tests.guide.small import NAMES

POSSIBLE = [
    "status is refugee",
    "status is subsidiary and card is lost",
    "needs has travel and needs has work and not (needs has law)",
    "trip is no_trip and card_expiry < today",
    "not (status is refugee)",
    "region is german_speaking",
    "region is known",
    "not (region is known)",
    "postcode is known and not (region is brussels)",
    "card_expiry is known",
    "card_expiry is known and card_expiry < today",
    "card_expiry is known and not (card_expiry < today)",
    "card_expiry is known and today < card_expiry and card_expiry < today + 1 month",
    "card_expiry is known and return_date is known and card_expiry < return_date - 3 months",
    "not (card_expiry is known) and card_expiry < today",
    "today < today + 1 day",
    "couple_since is after_arrival and relatives_where has abroad",
    "children_on_annex is no and other_parent is other",
]
IMPOSSIBLE = [
    "status is other and needs has travel",
    "status is refugee and status is other",
    "needs has law and not (needs has law)",
    "status is subsidiary and card_shows_refugee is no",
    "card is lost and card_shows_refugee is yes",
    "couple_since is before_arrival and couple_age is both_21",
    "not (status is refugee) and departure_date < today",
    "status is refugee and entry_date < today",
    "trip is no_trip and return_date < today",
    "card_expiry < entry_date",
    "region is brussels and not (postcode is known)",
    "region is brussels and region is flanders",
    "today < today - 1 day",
]


@pytest.mark.parametrize("line", POSSIBLE)
def test_some_answers_make_this_true(line: str) -> None:
    assert can_hold(QUESTIONNAIRE, parse(line, NAMES)) is True


@pytest.mark.parametrize("line", IMPOSSIBLE)
def test_no_answers_make_this_true(line: str) -> None:
    assert can_hold(QUESTIONNAIRE, parse(line, NAMES)) is False


def test_what_is_too_much_to_look_through_gets_the_benefit_of_the_doubt(monkeypatch) -> None:
    impossible = parse("certificates has marriage and children has other and status is subsidiary", NAMES)
    assert can_hold(QUESTIONNAIRE, impossible) is False
    monkeypatch.setattr(reach, "MOST_SITUATIONS", 2)
    assert can_hold(QUESTIONNAIRE, impossible) is True


def test_conditions_that_hold_apart_may_not_hold_together() -> None:
    refugee, visitor = parse("status is refugee", NAMES), parse("belgium_plan is over_3_months", NAMES)
    assert (can_hold(QUESTIONNAIRE, refugee), can_hold(QUESTIONNAIRE, visitor)) == (True, True)
    assert can_hold(QUESTIONNAIRE, refugee, visitor) is False
    assert can_hold(QUESTIONNAIRE) is True


@pytest.mark.parametrize(
    ("name", "line", "asked"),
    [
        ("departure_date", "trip is over_1_year", True),
        ("return_date", "trip is over_1_year", False),
        ("application_date", "status is subsidiary and card is none", True),
        ("application_date", "status is subsidiary and card is b_card", False),
        ("card_expiry", "", True),
        ("today", "status is other", True),
        ("region", "", True),
        ("hobby", "", False),
    ],
)
def test_what_can_be_asked_of_these_people(name: str, line: str, asked: bool) -> None:
    assert can_be_asked(QUESTIONNAIRE, name, parse(line, NAMES)) is asked


def test_situations_are_all_the_answers_that_matter() -> None:
    condition = parse("minor_alone is yes", NAMES)
    chosen = [
        (s.get("status"), s.get("needs"), s.get("relatives"), s.get("minor_alone"))
        for s in situations(QUESTIONNAIRE, condition)
    ]
    family, other = ("family",), ("residence",)
    parents, spouse = ("parents",), ("spouse",)
    assert len(chosen) == len(set(chosen))
    assert [each for each in chosen if each[3]] == [
        ("refugee", needs, relatives, said)
        for needs in (family, (*family, *other))
        for relatives in (parents, (*parents, *spouse))
        for said in ("yes", "no")
    ]
    assert [each for each in chosen if not each[3]] == [
        ("refugee", family, spouse, None),
        ("refugee", other, None, None),
        ("refugee", (*family, *other), spouse, None),
        ("subsidiary", None, None, None),
    ]
    assert sum(judge(condition, s).value is True for s in situations(QUESTIONNAIRE, condition)) == 4
