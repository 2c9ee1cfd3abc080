"""Which answers can be given at all: every reachable combination of the choices that matter to a condition.

Used to tell conditions that can never be true, and to walk the whole questionnaire in tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations

from .conditions import (
    POSTCODE,
    REGION,
    All,
    Any,
    Choice,
    Compare,
    Condition,
    Facts,
    Not,
    Value,
    judge,
    leaves,
)
from .dates import TODAY, DateTerm
from .places import REGIONS
from .questions import Question, Questionnaire

SOME_DAY = date(2025, 6, 15)
MOST_SITUATIONS = 300_000  # a few seconds; what cannot be looked through gets the benefit of the doubt
ANY_DAY = "any day for "  # before a date's name: the same date, asked but left open


def can_hold(questionnaire: Questionnaire, *conditions: Condition) -> bool:
    """Whether some reachable answers make all the conditions true at once.

    A comparison of dates counts as possible as soon as its dates are asked.
    """
    condition, open_days = All(conditions), _open_days(All(conditions))
    for number, facts in enumerate(situations(questionnaire, condition)):
        if number == MOST_SITUATIONS or judge(open_days, facts).value is not False:
            return True
    return False


def can_be_asked(questionnaire: Questionnaire, name: str, condition: Condition) -> bool:
    """Whether some reachable answers make the condition true and lead to the question `name`."""
    if name in questionnaire.routes:
        return can_hold(questionnaire, condition, questionnaire.routes[name])
    return name == TODAY or (name in questionnaire.names and can_hold(questionnaire, condition))


def situations(questionnaire: Questionnaire, condition: Condition) -> Iterator[Facts]:
    """The reachable answers to every question that `condition` depends on, as far as they matter to it."""
    relevant = questionnaire.depends_on(condition)
    questions = [
        q for q in questionnaire if q.slug in relevant or (q.slug == POSTCODE and REGION in relevant)
    ]
    mentioned: dict[str, set[str]] = {}
    for tree in (condition, *(questionnaire.routes[question.slug] for question in questions)):
        for leaf in leaves(tree):
            if isinstance(leaf, Choice):
                mentioned.setdefault(leaf.name, set()).update(leaf.options)
    return _walk(questionnaire, questions, mentioned, {TODAY: SOME_DAY})


def _open_days(condition: Condition) -> Condition:
    """The condition with its comparisons of dates unknown wherever the dates are asked."""
    match condition:
        case Compare(left, comparison, right):
            return Compare(_open_day(left), comparison, _open_day(right))
        case Not(part):
            return Not(_open_days(part))
        case All(parts):
            return All(tuple(_open_days(part) for part in parts))
        case Any(parts):
            return Any(tuple(_open_days(part) for part in parts))
        case _:
            return condition


def _open_day(term: DateTerm) -> DateTerm:
    return term if term.name == TODAY else DateTerm(ANY_DAY + term.name, term.offset)


def _walk(
    questionnaire: Questionnaire, questions: list[Question], mentioned: Mapping[str, set[str]], facts: Facts
) -> Iterator[Facts]:
    if not questions:
        yield facts
        return
    question, later = questions[0], questions[1:]
    if not questionnaire.asks(question, facts):
        yield from _walk(questionnaire, later, mentioned, facts)
        return
    if question.kind == "date":
        facts = {**facts, ANY_DAY + question.slug: None}
    for value in _values(question, mentioned.get(question.slug, set())):
        yield from _walk(questionnaire, later, mentioned, {**facts, question.slug: value})
    if question.slug == POSTCODE:
        for region in REGIONS:
            yield from _walk(questionnaire, later, mentioned, {**facts, POSTCODE: "1000", REGION: region})


def _values(question: Question, mentioned: set[str]) -> Iterator[Value]:
    """The answers that differ for conditions mentioning these options: each of them, and one of the others."""
    if question.skippable:
        yield None
    if question.kind == "date":
        yield SOME_DAY
    options = [option.slug for option in question.options if option.slug in mentioned]
    options += [option.slug for option in question.options if option.slug not in mentioned][:1]
    if question.kind == "single":
        yield from options
    if question.kind == "multiple":
        for size in range(1, len(options) + 1):
            yield from combinations(options, size)
