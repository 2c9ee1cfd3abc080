"""Every reachable combination of choice answers ends in a plan, and everything in the guide is reached by somebody.

How that can be said of more combinations than anybody could try: see walking.py.
"""

import random
import time
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from math import prod

from refugeeguide.guide.answers import Answers
from refugeeguide.guide.conditions import REGION, Always, judge, mentions
from refugeeguide.guide.plan import Plan, build_plan
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from tests.content import belgium
from tests.content.walking import (
    HUB,
    NEEDS,
    NOW,
    STATUSES,
    Branch,
    Said,
    branches,
    complete,
    conditions,
    number_of_combinations,
    opened_by,
    subsets,
    ways,
)

BRANCHES = [
    {
        "card", "card_shows_refugee", "application_date", "decision_date", "card_expiry", "trip", "departure_date",
        "return_date", "letter", "withdrawal_ground",
    },
    {"work"},
    {"origin_trip"},
    {"blue_passport", "minors_at_home"},
    {"certificates", "spouse_in_belgium"},
    {"children", "children_on_annex", "other_parent"},
    {"relatives", "couple_age", "couple_since", "minor_alone", "relatives_where"},
    {"nationality_route"},
    {"recognised_where", "belgium_plan", "entry_date", "unrestricted_stay", "legal_stay_since"},
    {"family_permit_date"},
]  # fmt: skip
PAIRS, NEEDS_TIMES = 40, 2


def journeys() -> Iterator[Said]:
    """What is fixed in each journey; everything else is answered at random."""
    rng = random.Random(1)
    for branch in branches():
        for status in STATUSES:
            for needs in subsets(opened_by(branch)) if status == "refugee" else [()]:
                hub: Said = {"status": status, **({"needs": needs} if needs else {})}
                found = ways(branch, status, needs)
                yield from ({**hub, **way} for way in found for _ in range(times(branch, len(found))))
    yield from ({"status": "refugee", "needs": needs} for needs in subsets(NEEDS) for _ in range(NEEDS_TIMES))
    for pair in combinations([branch for branch in branches() if opened_by(branch)], 2):
        needs = tuple(need for need in NEEDS if any(need in opened_by(branch) for branch in pair))
        both = [ways(branch, "refugee", opened_by(branch)) for branch in pair]
        for _ in range(PAIRS):
            yield {"status": "refugee", "needs": needs} | rng.choice(both[0]) | rng.choice(both[1])


def times(branch: Branch, found: int) -> int:
    """How often each way is walked: once, or often enough to meet the turning points of its dates."""
    dated = any(QUESTIONNAIRE.by_slug[slug].kind == "date" for slug in branch)
    return max(2, 60 // found) if dated else 1


@cache
def walked() -> list[tuple[Answers, Plan]]:
    """Every journey with its plan; reaching this list at all means that no journey had a dead end."""
    rng, guide = random.Random(2), belgium.guide()
    answers = [complete(said, rng) for said in journeys()]
    return [(each, build_plan(guide, QUESTIONNAIRE, each, NOW)) for each in answers]


def test_the_branches_never_touch() -> None:
    assert [set(branch) for branch in branches()] == BRANCHES
    assert HUB.union(*branches()) == {question.slug for question in QUESTIONNAIRE}


def test_what_is_shown_for_one_branch_does_not_change_with_the_others() -> None:
    """The argument of walking.py, tried out: hide all other branches and every condition comes to the same."""
    everything = conditions()
    for answers, _ in walked()[::40]:
        facts = answers.facts(NOW)
        for branch in branches():
            visible = {name: said for name, said in facts.items() if name in {*HUB, *branch, REGION, "today"}}
            for around, own in everything.values():
                if (mentions(around) | mentions(own)) & branch:
                    assert (judge(around, visible), judge(own, visible)) == (
                        judge(around, facts),
                        judge(own, facts),
                    )


def test_every_combination_of_choices_is_covered() -> None:
    started = time.perf_counter()
    number, journeys_walked = number_of_combinations(), len(walked())
    seconds = time.perf_counter() - started
    print(
        f"{number:,} combinations of choices can be reached; {journeys_walked:,} journeys, {seconds:.1f} seconds"
    )
    assert number == refugees_by_hand() + 5 + 2 * (1 + 1 + 3) + 1 + 1 == 4_829_478_912_016
    assert journeys_walked > 5000


def refugees_by_hand() -> int:
    """The same number from the questionnaire on paper: each need is left out, or answered in so many ways."""
    residence, work, law, nationality, renounce = 1 + 2 * 3 + 2, 4, 1, 3, 1
    travel = 5 * 3 * (1 + 2)
    documents = 127 + 128 * 2
    children = (1 + 3) * (1 + 4) * 2 * 2 - 1
    family = ((1 + 1 + 2 + 1) * (1 + 2) * 2 * 2 - 1) * 3 * 2 * 2 + 3
    letter = 1 + 1 + 3
    needs = (residence, work, law, travel, documents, children, family, nationality, letter, renounce)
    return prod(1 + number for number in needs) - 1


def test_no_plan_is_empty() -> None:
    for answers, plan in walked():
        slugs = [planned.procedure.slug for planned in plan.procedures]
        assert "get-help" in slugs, answers
        assert [planned.procedure.slug for planned in plan.procedures if not planned.steps] == [], answers


def test_everything_is_reached() -> None:
    asked, chosen, shown = set(), set(), set()
    for answers, plan in walked():
        shown |= {planned.procedure.slug for planned in plan.procedures}
        asked |= set(answers.values)
        for slug, said in answers.values.items():
            chosen |= {(slug, each) for each in (said if isinstance(said, tuple) else (said,))}
    assert asked == {question.slug for question in QUESTIONNAIRE}
    assert shown == {procedure.slug for procedure in belgium.guide().procedures}
    assert {(q.slug, o.slug) for q in QUESTIONNAIRE for o in q.options} - chosen == set()
    assert {(q.slug, None) for q in QUESTIONNAIRE if q.skippable} - chosen == set()


def test_every_condition_comes_out_both_ways_and_unknown_where_it_can() -> None:
    """Judged where it matters: the condition of a part only for people who see its procedure."""
    seen = defaultdict(set)
    for answers, _ in walked()[::2]:
        facts = answers.facts(NOW)
        for name, (around, own) in conditions().items():
            if not isinstance(own, Always) and judge(around, facts).value is not False:
                seen[name].add(judge(own, facts).value)
    skippable = {question.slug for question in QUESTIONNAIRE if question.skippable} | {REGION}
    expected = {
        name: {True, False, None} if mentions(own) & skippable else {True, False}
        for name, (_, own) in conditions().items()
        if not isinstance(own, Always)
    }
    assert dict(seen) == expected


def test_every_question_is_asked_of_some_and_not_of_others() -> None:
    times = {question.slug: 0 for question in QUESTIONNAIRE}
    for answers, _ in walked():
        for slug in answers.values:
            times[slug] += 1
    for question in QUESTIONNAIRE:
        assert (times[question.slug] == len(walked())) is (question.when == ""), question.slug
