"""One line of an editor checked on its own: a condition, a day, the maximum age of a paper."""

import pytest

from refugeeguide.guide.integrity import condition_problem, date_problem, kind_problem, max_age_problem
from refugeeguide.guide.procedures import STEP_KINDS
from refugeeguide.guide.questionnaire import QUESTIONNAIRE

NEVER = "No answers can ever make this true."
SHORT_TRIP = "trip in (up_to_3_months, 3_to_12_months)"
APART = f'This is never true together with the condition of its procedure ("{SHORT_TRIP}").'
MAX_AGE = 'Write a maximum age as "1 month", "3 months" or "1 year".'


@pytest.mark.parametrize(
    ("line", "within", "problem"),
    [
        ("", "", None),
        ("", "status is other", None),
        ("status is other", "", None),
        ("card_expiry is known and card_expiry < today", "", None),
        ("status is other and status is refugee", "", NEVER),
        ("trip is no_trip", "needs has travel", None),
        ("trip is no_trip", SHORT_TRIP, APART),
        ("status is other and status is refugee", "status is refugee", NEVER),
        ("status is", "", 'At character 10: an option of "status" is missing.'),
    ],
)
def test_condition_problem(line: str, within: str, problem: str | None) -> None:
    assert condition_problem(line, QUESTIONNAIRE, within) == problem


@pytest.mark.parametrize(
    ("line", "within", "problem"),
    [
        ("departure_date + 1 year", "trip is over_1_year", None),
        ("today + 1 year", "status is other", None),
        ("", "", "At character 1: a date is missing."),
        (
            "return_date",
            "trip is over_1_year",
            'It is counted from "return_date", which is never asked of the people who see this procedure.',
        ),
    ],
)
def test_date_problem(line: str, within: str, problem: str | None) -> None:
    assert date_problem(line, QUESTIONNAIRE, within) == problem


@pytest.mark.parametrize("good", ["1 month", "3 months", "1 year", "30 days", "1 day"])
def test_a_maximum_age(good: str) -> None:
    assert max_age_problem(good) is None


@pytest.mark.parametrize(
    "bad", ["month", "one month", "0 months", "-1 month", "1month", "1 week", "1  month", "١ month"]
)
def test_no_maximum_age(bad: str) -> None:
    assert max_age_problem(bad) == MAX_AGE


@pytest.mark.parametrize("kind", ["", *STEP_KINDS])
def test_a_kind_of_step(kind: str) -> None:
    assert kind_problem(kind) is None


@pytest.mark.parametrize("kind", ["walk", "Visit", "fill in"])
def test_no_kind_of_step(kind: str) -> None:
    listed = ", ".join(STEP_KINDS)
    assert (
        kind_problem(kind) == f'There is no kind of step "{kind}". Write one of these, or nothing: {listed}.'
    )
