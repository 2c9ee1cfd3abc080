"""The saved test persons: what their plans must hold, compared with what a guide would tell them.

`expected` names all procedures and all dates of the plan. Warnings and documents are named where they tell people
apart: one that some person expects is looked for in everyone's plan, and must be in the plans of those who expect it
and in no other.
"""

from collections.abc import Iterator
from datetime import date

from refugeeguide.guide.answers import AnswerError, read
from refugeeguide.guide.integrity import Problem
from refugeeguide.guide.plan import Plan, build_plan
from refugeeguide.guide.procedures import Guide
from refugeeguide.guide.questionnaire import QUESTIONNAIRE

from .places import places

WATCHED = ("warnings", "documents")
PARTS = ("procedures", *WATCHED, "deadlines")
DEADLINE_DETAILS = ("from", "until", "state", "certainty", "needs")


def person_problems(persons: list[dict], guide: Guide) -> Iterator[Problem]:
    """Where a test person's plan is not what is expected."""
    shapeless = list(_shapeless(persons))
    if shapeless:
        yield from shapeless
        return
    watched = {part: {key for each in persons for key in each["expected"].get(part, {})} for part in WATCHED}
    for person in persons:
        where = f"person/{person['slug']}"
        try:
            answers = read(QUESTIONNAIRE, places(), person["given"])
        except AnswerError as error:
            yield Problem(where, f"These answers can't be given. {error}")
            continue
        plan = build_plan(guide, QUESTIONNAIRE, answers, date.fromisoformat(person["today"]))
        for message in _differences(person["expected"], told(plan), watched):
            yield Problem(where, message)


def given_problem(given: object) -> str | None:
    """What is wrong with the shape of a person's answers, or None."""
    return None if isinstance(given, dict) else "Write answers as question and answer, in curly brackets."


def expected_problem(expected: object) -> str | None:
    """What is wrong with the shape of what is expected of a plan, or None."""
    if not isinstance(expected, dict):
        return f"Write what is expected under {', '.join(PARTS)}, in curly brackets."
    for part, items in expected.items():
        if part not in PARTS:
            return f"There is no “{part}” in a plan: write {', '.join(PARTS)}."
        details = DEADLINE_DETAILS if part == "deadlines" else None
        if not isinstance(items, dict) or not all(_fits(each, details) for each in items.values()):
            said = f"its {', '.join(DEADLINE_DETAILS)}" if details else "applies or may_apply"
            return f"Under {part}, write each name with {said}."
    return None


def _fits(said: object, details: tuple[str, ...] | None) -> bool:
    """Whether this may be expected of one thing in a plan; of a date, some of its details."""
    if details is None:
        return said in ("applies", "may_apply")
    return isinstance(said, dict) and set(said) <= set(details)


def _shapeless(persons: list[dict]) -> Iterator[Problem]:
    for person in persons:
        for problem in (given_problem(person["given"]), expected_problem(person["expected"])):
            if problem:
                yield Problem(f"person/{person['slug']}", problem)


def told(plan: Plan) -> dict[str, dict]:
    """A plan in the words of `expected`."""
    found: dict[str, dict] = {"procedures": {}, "warnings": {}, "documents": {}, "deadlines": {}}
    for planned in plan.procedures:
        slug = planned.procedure.slug
        found["procedures"][slug] = planned.certainty
        for part in WATCHED:
            found[part] |= {f"{slug}/{each.item.slug}": each.certainty for each in getattr(planned, part)}
        for each in planned.deadlines:
            days = {"from": each.starts, "until": each.ends}
            window = {end: day and day.isoformat() for end, day in days.items()}
            found["deadlines"][f"{slug}/{each.slug}"] = {**window, "state": each.state, "certainty": each.certainty,
                                                          "needs": list(each.needs)}  # fmt: skip
    return found


def _differences(expected: dict, found: dict[str, dict], watched: dict[str, set[str]]) -> Iterator[str]:
    for part, items in found.items():
        wanted = expected.get(part, {})
        for key in [*items, *(key for key in wanted if key not in items)]:
            if key in watched.get(part, {key}) and not _agree(wanted.get(key), items.get(key)):
                yield f"{part}: {key} is {_said(items.get(key))}, expected: {_said(wanted.get(key))}."


def _agree(wanted: object, found: object) -> bool:
    """Whether they are equal; of a date only the details that are expected count."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return all(found.get(name) == value for name, value in wanted.items())
    return wanted == found


def _said(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {detail}" for name, detail in value.items())
    return str(value or "not in the plan")
