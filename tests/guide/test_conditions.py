"""Three-valued judging: the truth tables, what was never asked, and which answers an unknown waits for."""

import random
from collections import Counter
from datetime import date
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refugeeguide.guide.conditions import (
    All,
    Always,
    Any,
    Choice,
    Compare,
    Condition,
    Facts,
    Not,
    Reason,
    Verdict,
    judge,
    leaves,
    mentions,
)
from refugeeguide.guide.parsing import parse
from tests.guide.small import NAMES
from tests.guide.trees import answer, conditions, conditions_without_known, facts, facts_for

TODAY = date(2026, 11, 22)
VALUES = (True, False, None)
# One question for each value: trip_yes is true, trip_no false, trip_skipped unknown.
LEAF = {
    True: Choice("trip", ("no_trip",)),
    False: Choice("trip", ("settle_abroad",)),
    None: Choice("origin_trip", ("yes",)),
}
ANSWERED: Facts = {"trip": "no_trip", "origin_trip": None, "today": TODAY}


def value(line: str, **facts: object) -> bool | None:
    return judge(parse(line, NAMES), {"today": TODAY, **facts}).value  # type: ignore[dict-item]


def test_not() -> None:
    assert {v: judge(Not(LEAF[v]), ANSWERED).value for v in VALUES} == {True: False, False: True, None: None}


@pytest.mark.parametrize("size", [2, 3])
def test_and_or_truth_tables(size: int) -> None:
    for values in product(VALUES, repeat=size):
        parts = tuple(LEAF[v] for v in values)
        conjunction = False if False in values else None if None in values else True
        disjunction = True if True in values else None if None in values else False
        assert judge(All(parts), ANSWERED).value is conjunction
        assert judge(Any(parts), ANSWERED).value is disjunction


def test_the_empty_condition_is_true_for_everyone() -> None:
    assert judge(Always(), {}) == Verdict(True)


def test_a_question_never_asked_makes_a_comparison_false() -> None:
    assert value("trip is no_trip") is False
    assert value("not (trip is no_trip)") is True
    assert value("needs has travel") is False
    assert value("trip is known") is False
    assert value("card_expiry < today") is False
    assert value("card_expiry < return_date", card_expiry=None) is False
    assert value("card_expiry < return_date", return_date=None) is False
    assert value("card_expiry >= return_date", return_date=TODAY) is False


def test_a_skipped_question_is_unknown() -> None:
    assert value("origin_trip is yes", origin_trip=None) is None
    assert value("region is brussels", region=None) is None
    assert value("region is known", region=None) is False
    assert value("card_expiry < today", card_expiry=None) is None
    assert value("card_expiry < return_date", card_expiry=None, return_date=TODAY) is None
    assert value("card_expiry is known", card_expiry=None) is False


def test_answers() -> None:
    assert value("trip is no_trip", trip="no_trip") is True
    assert value("trip in (over_1_year, no_trip)", trip="no_trip") is True
    assert value("trip in (over_1_year, settle_abroad)", trip="no_trip") is False
    assert value("needs has travel", needs=("work", "travel")) is True
    assert value("needs has any of (law, family)", needs=("work", "travel")) is False
    assert value("card_expiry is known", card_expiry=TODAY) is True


@pytest.mark.parametrize(
    ("sign", "expected"),
    [("<", [True, False, False]), ("<=", [True, True, False]), (">", [False, False, True]),
     (">=", [False, True, True])],
)  # fmt: skip
def test_days_compare_at_the_edge(sign: str, expected: list[bool]) -> None:
    days = [date(2026, 11, 21), TODAY, date(2026, 11, 23)]
    assert [value(f"card_expiry {sign} today", card_expiry=day) for day in days] == expected


def test_five_years_end_on_the_same_day() -> None:
    still = "today < application_date + 5 years"
    assert value(still, application_date=date(2021, 11, 22)) is False
    assert value(still, application_date=date(2021, 11, 23)) is True


def test_an_unknown_verdict_names_the_answers_that_settle_it() -> None:
    facts: Facts = {
        "card_expiry": None,
        "return_date": None,
        "region": None,
        "origin_trip": None,
        "today": TODAY,
    }
    cases = {
        "card_expiry < return_date": {"card_expiry", "return_date"},
        "region is brussels": {"postcode"},
        "origin_trip is yes or region is brussels": {"origin_trip", "postcode"},
        "not (card_expiry < today) and origin_trip is yes": {"card_expiry", "origin_trip"},
        "origin_trip is yes and trip is no_trip": set(),
        "not (trip is no_trip) or origin_trip is yes": set(),
        "not (trip is no_trip) and origin_trip is yes": {"origin_trip"},
    }
    assert {line: set(judge(parse(line, NAMES), facts).needs) for line in cases} == cases


def test_a_verdict_says_which_answers_made_it() -> None:
    facts: Facts = {"trip": "no_trip", "needs": ("work", "travel"), "card_expiry": TODAY, "today": TODAY}
    trip, needs = Reason("trip", ("no_trip",)), Reason("needs", ("travel",))
    cases = {
        "trip is no_trip": Verdict(True, frozenset({trip})),
        "trip is over_1_year": Verdict(False, frozenset({trip})),
        "needs has any of (travel, law)": Verdict(True, frozenset({needs})),
        "needs has law": Verdict(False, frozenset({Reason("needs")})),
        "card_expiry <= today": Verdict(True, frozenset({Reason("card_expiry")})),
        "today <= today": Verdict(True),
        "card_expiry is known": Verdict(True, frozenset({Reason("card_expiry")})),
        "needs has travel and trip is no_trip": Verdict(True, frozenset({trip, needs})),
        "needs has travel or trip is over_1_year": Verdict(True, frozenset({needs})),
        "needs has law and trip is no_trip": Verdict(False, frozenset({Reason("needs")})),
        "not (trip is over_1_year)": Verdict(True, frozenset({trip})),
        "status is refugee": Verdict(False),
    }
    assert {line: judge(parse(line, NAMES), facts) for line in cases} == cases


def test_leaves_and_mentions() -> None:
    condition = parse("not (trip is no_trip) and (region is brussels or today < card_expiry + 1 day)", NAMES)
    kinds = [type(leaf) for leaf in leaves(condition)]
    assert kinds == [Choice, Choice, Compare]
    assert mentions(condition) == {"trip", "region", "card_expiry"}
    assert mentions(parse("today < today + 1 day or card_expiry is known", NAMES)) == {"card_expiry"}
    assert mentions(Always()) == frozenset()


@settings(max_examples=60, deadline=None)
@given(conditions, conditions, facts)
def test_laws_of_logic(one: Condition, other: Condition, facts: Facts) -> None:
    def same(left: Condition, right: Condition) -> bool:
        return judge(left, facts).value is judge(right, facts).value

    assert same(Not(Not(one)), one)
    assert same(All((one, other)), All((other, one)))
    assert same(Any((one, other)), Any((other, one)))
    assert same(Not(All((one, other))), Any((Not(one), Not(other))))
    assert same(Not(Any((one, other))), All((Not(one), Not(other))))
    assert same(All((one, one)), one)
    assert same(Any((one, All((one, other)))), one)


@settings(max_examples=60, deadline=None)
@given(conditions_without_known, facts, st.integers(0, 1000))
def test_an_answer_given_later_only_settles(condition: Condition, facts: Facts, seed: int) -> None:
    """What is true or false stays so when skipped questions are answered; what is unknown, its `needs` settle."""
    rng = random.Random(seed)
    before = judge(condition, facts)
    named = {"region" if name == "postcode" else name for name in before.needs}
    chosen = named if before.value is None else [name for name, said in facts.items() if said is None]
    later = {name: answer(rng, name, NAMES[name].kind, NAMES[name].options) for name in chosen}
    after = judge(condition, {**facts, **later})
    assert bool(before.needs) is (before.value is None)
    assert after.value is not None if before.value is None else after.value is before.value


def test_a_hundred_thousand_judgements_never_raise() -> None:
    lines = (
        "status is refugee and card in (none, a_card)",
        "needs has any of (travel, work) or not (trip is no_trip)",
        "card_expiry < return_date",
        "today < application_date + 5 years and letter is withdrawal",
        "card_expiry - 1000 years <= today + 1000 years",
        "region is brussels or postcode is known",
        "not (relatives has spouse and (couple_age is both_18 or couple_since is after_arrival))",
        "family_permit_date + 1000 months >= entry_date - 1000 days",
    )
    rng = random.Random(3)
    plain = [parse(line, NAMES) for line in lines]
    pairs = [join((one, other)) for join in (All, Any) for one, other in pairwise(plain)]
    trees = [*plain, *map(Not, plain), *pairs, *plain[:2], *map(Not, pairs[:8])]
    people = [facts_for(rng) for _ in range(2500)]
    values = Counter(judge(tree, facts).value for facts in people for tree in trees)
    assert sum(values.values()) == 100_000
    assert set(values) == {True, False, None}
