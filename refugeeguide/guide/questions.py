"""Questions and options, and which question is asked next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from .conditions import REGION, Condition, Facts, Value, judge, mentions
from .parsing import Kind, Name, parse
from .places import REGIONS


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a choice question. `number` is its number in plan codes: given once, never reused.

    `group` is a heading over this option and its neighbours, where there are too many to take in at once.
    `picture` names the drawing beside the label.
    """

    slug: str
    number: int
    label: str
    hint: str = ""
    group: str = ""
    picture: str = ""


@dataclass(frozen=True)
class Question:
    """One page of the questionnaire; all wording is message ids.

    `number` is its number in plan codes: given once, never reused. `when` says who is asked. `short` names the
    question in a list of answers.
    """

    slug: str
    number: int
    kind: Kind
    title: str
    short: str
    why: str
    options: tuple[Option, ...] = ()
    when: str = ""
    skippable: bool = False
    hint: str = ""

    def option(self, slug: str) -> Option | None:
        """The option with this slug, if the question has it."""
        return next((option for option in self.options if option.slug == slug), None)


@dataclass(frozen=True)
class Questionnaire:
    """All questions in the order in which they are asked."""

    questions: tuple[Question, ...]

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)

    def __len__(self) -> int:
        return len(self.questions)

    def get(self, slug: str) -> Question | None:
        """The question with this slug, if there is one."""
        return self.by_slug.get(slug)

    @cached_property
    def by_slug(self) -> dict[str, Question]:
        """Each question by its slug."""
        return {question.slug: question for question in self.questions}

    @cached_property
    def names(self) -> dict[str, Name]:
        """The names that conditions may use: every question, and the region derived from the postcode."""
        names = {q.slug: Name(q.kind, tuple(option.slug for option in q.options)) for q in self.questions}
        return names | {REGION: Name("single", REGIONS)}

    @cached_property
    def routes(self) -> dict[str, Condition]:
        """Each question's slug with the condition for asking it; it can mention only questions before it."""
        routes: dict[str, Condition] = {}
        for question in self.questions:
            earlier = {slug: name for slug, name in self.names.items() if slug in routes}
            routes[question.slug] = parse(question.when, earlier)
        return routes

    def asks(self, question: Question, facts: Facts) -> bool:
        """Whether these facts lead to the question."""
        return judge(self.routes[question.slug], facts).value is True

    def next_question(self, facts: Facts) -> Question | None:
        """The first question that is asked and not yet answered (or skipped); None at the end."""
        return next((q for q in self.questions if q.slug not in facts and self.asks(q, facts)), None)

    def progress(self, question: Question, facts: Facts) -> tuple[int, int]:
        """Which page this is, and about how many there will be: (3, 8) is "3 of about 8".

        Answers not given yet are guessed: of the questions that only they can open, a quarter is counted.
        """
        position, certain, possible, arrived = 1, 0, 0, False
        seen: dict[str, Value] = {}
        for each in self.questions:
            arrived = arrived or each.slug == question.slug
            verdict = judge(self.routes[each.slug], seen)
            if verdict.value is False:
                continue
            seen[each.slug] = facts.get(each.slug)
            certain, possible = certain + bool(verdict.value), possible + (verdict.value is None)
            position += each.slug in facts and not arrived
        return position, max(position, certain + possible // 4)

    def depends_on(self, condition: Condition) -> frozenset[str]:
        """Every question that decides this condition, directly or because it decides what is asked."""
        found: set[str] = set()
        waiting = set(mentions(condition))
        while waiting:
            slug = waiting.pop()
            found.add(slug)
            waiting |= mentions(self.routes[slug]) - found if slug in self.routes else set()
        return frozenset(found)


def unnumbered(questions: Mapping[str, Question]) -> list[str]:
    """Slugs whose plan-code number is used twice, as `question` or `question.option`; must be empty."""
    seen: dict[int, str] = {}
    return [q.slug for q in questions.values() if seen.setdefault(q.number, q.slug) != q.slug] + [
        f"{q.slug}.{option.slug}"
        for q in questions.values()
        for option in q.options
        if [other.number for other in q.options].count(option.number) > 1
    ]
