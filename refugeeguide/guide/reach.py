"""Which answers can be given at all: every reachable combination of the choices that matter to a condition.

Used to tell conditions that can never be true, and to walk the whole questionnaire in tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations

from .conditions import POSTCODE, REGION, All, Choice, Condition, Facts, Value, judge, leaves
from .dates import TODAY
from .places import REGIONS
from .questions import Question, Questionnaire

SOME_DAY = date(2025, 6, 15)


def can_hold(questionnaire: Questionnaire, *conditions: Condition) -> bool:
    """Whether some reachable answers make all the conditions true at once.

    A comparison of dates counts as possible as soon as its dates are asked: a skipped date leaves it unknown.
    """
    condition = All(conditions)
    return any(judge(condition, facts).value is not False for facts in situations(questionnaire, condition))


def can_be_asked(questionnaire: Questionnaire, name: str, condition: Condition) -> bool:
    """Whether some reachable answers make the condition true and lead to the question `name`."""
    together = All((condition, questionnaire.routes[name])) if name in questionnaire.routes else condition
    return name == TODAY or (
        name in questionnaire.names
        and any(judge(together, facts).value is not False for facts in situations(questionnaire, together))
    )


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
