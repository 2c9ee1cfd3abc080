"""Walks the questionnaire branch by branch: which branches never touch each other, and every way through each.

`needs` opens many branches at once, so all combinations of answers are far too many to try. But once `status`, `needs`
and the postcode are fixed, every condition of the guide and every route to a question looks into one branch only.
So whatever can be seen in a combination can be seen while walking its branches one by one.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from math import prod

from refugeeguide.guide.answers import Answers, read
from refugeeguide.guide.conditions import POSTCODE, REGION, All, Choice, Condition, Value, leaves, mentions
from refugeeguide.guide.dates import TODAY
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.questions import Question
from tests.content import belgium

Branch = frozenset[str]
Said = dict[str, Value]

HUB = frozenset({"status", "needs", POSTCODE})
NEEDS = tuple(option.slug for option in QUESTIONNAIRE.by_slug["needs"].options)
STATUSES = tuple(option.slug for option in QUESTIONNAIRE.by_slug["status"].options)
NOW = date(2026, 11, 22)
DAYS = (-2200, -1826, -1500, -400, -45, -10, -1, 0, 1, 10, 35, 45, 100, 200, 400, 800)
POSTCODES = (None, "1000", "2000", "4000", "4700")


def conditions() -> dict[str, tuple[Condition, Condition]]:
    """Everything shown under a condition: the condition of the procedure around it (or none), and its own."""
    found: dict[str, tuple[Condition, Condition]] = {}
    for procedure in belgium.guide().procedures:
        found[procedure.slug] = (All(()), procedure.when)
        for part in ("steps", "documents", "warnings", "contacts"):
            for item in getattr(procedure, part):
                found[f"{procedure.slug}/{part}/{item.slug}"] = (procedure.when, item.when)
    return found


def together() -> Iterator[Branch]:
    """The questions outside the hub that one thing looks at: a shown part, a window of days, a route."""
    for around, own in conditions().values():
        yield mentions(All((around, own))) - HUB - {REGION}
    for procedure in belgium.guide().procedures:
        for deadline in procedure.deadlines:
            terms = {term.name for term in (deadline.starts, deadline.ends) if term}
            yield (mentions(procedure.when) | terms) - HUB - {REGION, TODAY}
    for question in QUESTIONNAIRE:
        if question.slug not in HUB:
            yield (mentions(QUESTIONNAIRE.routes[question.slug]) | {question.slug}) - HUB


@cache
def branches() -> tuple[Branch, ...]:
    """The questions outside the hub, parted so that nothing looks into two parts."""
    found: list[Branch] = []
    for group in together():
        touching = [branch for branch in found if branch & group]
        found = [branch for branch in found if not branch & group] + [group.union(*touching)]
    ordered = [q.slug for q in QUESTIONNAIRE]
    return tuple(sorted(filter(None, found), key=lambda branch: min(map(ordered.index, branch))))


@cache
def opened_by(branch: Branch) -> tuple[str, ...]:
    """The needs that open questions of this branch or steer what is shown for it."""
    lines = [QUESTIONNAIRE.routes[slug] for slug in branch]
    lines += [All(pair) for pair in conditions().values() if mentions(All(pair)) & branch]
    named = {o for line in lines for leaf in leaves(line) for o in _needs_in(leaf)}
    return tuple(need for need in NEEDS if need in named)


def _needs_in(leaf: object) -> tuple[str, ...]:
    return leaf.options if isinstance(leaf, Choice) and leaf.name == "needs" else ()


@cache
def ways(branch: Branch, status: str, needs: tuple[str, ...]) -> tuple[Said, ...]:
    """Every combination of choice answers in this branch; dates are not choices."""
    questions = [q for q in QUESTIONNAIRE if q.slug in branch and q.kind != "date"]
    hub: Said = {"status": status, "needs": needs} if status == "refugee" else {"status": status}
    found: list[Said] = [{}]
    for question in questions:
        found = [
            {**said, question.slug: choice} if choice is not ... else said
            for said in found
            for choice in (choices(question) if QUESTIONNAIRE.asks(question, {**hub, **said}) else [...])
        ]
    return tuple(found)


def choices(question: Question) -> list[Value]:
    """All answers to a choice question: each option, or each set of options; skipped, if it may be."""
    options = [option.slug for option in question.options]
    skipped: list[Value] = [None] if question.skippable else []
    return [*(subsets(options) if question.kind == "multiple" else options), *skipped]


def subsets(options: list[str] | tuple[str, ...]) -> list[tuple[str, ...]]:
    return [chosen for size in range(1, len(options) + 1) for chosen in combinations(options, size)]


def number_of_combinations() -> int:
    """How many combinations of choice answers can be reached, counted branch by branch."""
    hubs = [(status, ()) for status in STATUSES if status != "refugee"]
    hubs += [("refugee", needs) for needs in subsets(NEEDS)]
    return sum(
        prod(len(ways(branch, status, relevant(branch, needs))) for branch in branches())
        for status, needs in hubs
    )


def relevant(branch: Branch, needs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(need for need in opened_by(branch) if need in needs)


def complete(said: Said, rng: random.Random) -> Answers:
    """A whole journey: these answers, random ones to all other questions; read as strictly as any data."""
    values: Said = {}
    while question := QUESTIONNAIRE.next_question(values):
        given = said[question.slug] if question.slug in said else random_answer(question, rng)
        values[question.slug] = given
    return read(QUESTIONNAIRE, belgium.PLACES, Answers(values).raw())


def random_answer(question: Question, rng: random.Random) -> Value:
    if question.kind == "postcode":
        return rng.choice(POSTCODES)
    if question.kind == "date":
        return rng.choice((None, *(NOW + timedelta(days=days) for days in DAYS)))
    if question.kind == "multiple":
        options = [option.slug for option in question.options]
        return tuple(o for o in options if rng.random() < 0.4) or (rng.choice(options),)
    return rng.choice(choices(question))
