"""The plan agrees with a second, independent reading of the contract, and with plans that a person worked out."""

import random
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pytest

from refugeeguide.guide.plan import Plan, Planned, PlannedProcedure
from tests import oracle
from tests.content import belgium

SEED, PEOPLE = 20261122, 2000
DAYS = (date(2026, 11, 22), date(2024, 2, 29), date(2025, 2, 28), date(2027, 12, 31))
PERSONS = sorted((belgium.FOLDER / "persons").glob("*.yaml"))
# Only these parts are fixed by the contract; the content has more of its own.
FIXED = {
    "steps": [f"{slug}/{step}" for slug in oracle.REUNITE for step in ("apply-abroad", "apply-in-belgium")],
    "documents": [
        "blue-passport/identity-card",
        "blue-passport/identity-photo",
        "blue-passport/family-declaration",
        "blue-passport/family-composition-certificate",
        "child-born-single-mother/birth-extract",
    ],
    "warnings": [
        "cgrs-certificates/both-spouses-in-belgium",
        "trip-up-to-3-months/card-expires-during-trip",
        "trip-3-to-12-months/card-expires-during-trip",
        "appeal-cessation/order-to-leave-possible",
        "appeal-withdrawal/order-to-leave-possible",
        "appeal-withdrawal/order-to-leave-any-time",
        "confirm-status/unrestricted-stay-needed",
    ],
}


def said_by(plan: Plan) -> dict[str, Any]:
    """What the plan says, in the oracle's words."""
    found: dict[str, Any] = {
        "procedures": {p.procedure.slug: p.certainty for p in plan.procedures},
        "needs": {p.procedure.slug: list(p.needs) for p in plan.procedures if p.needs},
        "contacts": {
            p.procedure.slug: agencies(p) for p in plan.procedures if p.procedure.slug == "find-work"
        },
        "deadlines": {
            f"{p.procedure.slug}/{d.slug}": window(d) for p in plan.procedures for d in p.deadlines
        },
        "place": place(plan),
    }
    for part, keys in FIXED.items():
        shown = {
            f"{p.procedure.slug}/{each.item.slug}": each for p in plan.procedures for each in getattr(p, part)
        }
        fixed: dict[str, Planned[Any]] = {key: each for key, each in shown.items() if key in keys}
        found[part] = {key: each.certainty for key, each in fixed.items()}
        found["needs"] |= {key: list(each.needs) for key, each in fixed.items() if each.needs}
    return found


def agencies(planned: PlannedProcedure) -> list[str]:
    """The employment agencies among the contacts, in the contract's order."""
    named = {contact.slug for contact in planned.contacts}
    return [slug for slug in oracle.AGENCIES.values() if slug in named]


def window(deadline: Any) -> dict[str, Any]:
    starts, ends = (day.isoformat() if day else None for day in (deadline.starts, deadline.ends))
    certainty = "unknown" if deadline.needs else "applies"
    return {
        "from": starts, "until": ends, "state": deadline.state, "certainty": certainty,
        "needs": list(deadline.needs),
    }  # fmt: skip


def place(plan: Plan) -> dict[str, Any] | None:
    found = plan.answers.place
    if found is None:
        return None
    languages = list(found.counter_languages)
    return {"postcode": found.postcode, "region": found.region, "counter_languages": languages}


def disagreements(people: Iterable[tuple[str, dict[str, Any], date]]) -> dict[str, Any]:
    """Who gets another plan from us than from the oracle, with both plans."""
    found = {}
    for name, said, today in people:
        ours, theirs = said_by(belgium.plan(said, today)), oracle.expected(said, today)
        if ours != theirs:
            found[name] = (
                said,
                {key: (ours[key], theirs[key]) for key in theirs if ours[key] != theirs[key]},
            )
    return found


def random_people(seed: int, count: int) -> Iterator[tuple[str, dict[str, Any], date]]:
    """Numbered people with the day on which they ask."""
    rng = random.Random(seed)
    for number in range(count):
        today = rng.choice(DAYS)
        yield str(number), oracle.random_answers(rng, today), today


def test_random_people_get_the_plan_of_the_oracle() -> None:
    assert disagreements(random_people(SEED, PEOPLE)) == {}


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(20))
def test_many_more_people_get_the_plan_of_the_oracle(seed: int) -> None:
    assert disagreements(random_people(seed, PEOPLE)) == {}


@pytest.mark.parametrize("person", belgium.document()["persons"], ids=lambda person: person["slug"])
def test_a_test_person_gets_the_plan_that_was_worked_out(person: dict[str, Any]) -> None:
    said, today = person["given"], date.fromisoformat(person["today"])
    ours = said_by(belgium.plan(said, today))
    assert disagreements([(person["slug"], said, today)]) == {}
    dates = {
        key: {part: window[part] for part in ("from", "until", "state")}
        for key, window in ours["deadlines"].items()
    }
    assert person["expected"] == {
        "procedures": ours["procedures"],
        "warnings": ours["warnings"],
        "documents": ours["documents"],
        "deadlines": dates,
    }


def test_no_test_person_is_left_out() -> None:
    assert [person["slug"] for person in belgium.document()["persons"]] == [file.stem for file in PERSONS]
    assert len(PERSONS) >= 68
