"""Builds the plan of one person: which procedures, with which steps, papers, dates and warnings, and why.

Page, PDF and data are renderings of this one Plan. Something whose condition is unknown is still in it, as
"may apply", with the answers that would settle it: unknown never hides anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, Protocol, TypeVar

from .answers import Answers
from .conditions import Condition, Facts, Reason, Verdict, judge
from .dates import DateTerm, State, window_state
from .procedures import (
    Contact,
    ContactLink,
    Deadline,
    Document,
    Guide,
    Procedure,
    Step,
    Text,
    Topic,
    WarningNote,
)
from .questions import Questionnaire

Certainty = Literal["applies", "may_apply"]


class Conditional(Protocol):
    """Anything shown under a condition."""

    @property
    def when(self) -> Condition: ...


Item = TypeVar("Item", bound=Conditional)


@dataclass(frozen=True, slots=True)
class Planned(Generic[Item]):
    """Something of the guide that is in the plan; `needs` names the skipped answers that would settle it."""

    item: Item
    certainty: Certainty
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedDeadline:
    """A window in days. `needs` names the skipped answers without which it cannot be counted (then all is None)."""

    slug: str
    label: Text
    starts: date | None
    ends: date | None
    state: State | None
    needs: tuple[str, ...]

    @property
    def certainty(self) -> Literal["applies", "unknown"]:
        """Whether the window could be counted."""
        return "unknown" if self.needs else "applies"


@dataclass(frozen=True, slots=True)
class PlannedProcedure:
    """One procedure with the parts that concern this person, and the answers that brought it here."""

    procedure: Procedure
    certainty: Certainty
    needs: tuple[str, ...]
    because: tuple[Reason, ...]
    steps: tuple[Planned[Step], ...]
    documents: tuple[Planned[Document], ...]
    deadlines: tuple[PlannedDeadline, ...]
    warnings: tuple[Planned[WarningNote], ...]
    contacts: tuple[Contact, ...]

    @property
    def items(self) -> Iterator[Step | Document | WarningNote]:
        """The steps, papers and warnings that are shown."""
        return (planned.item for group in (self.steps, self.documents, self.warnings) for planned in group)

    @property
    def shown(self) -> tuple[object, ...]:
        """Which parts are shown, with what would settle them. Equal for people who see the same, dates left out."""
        groups = (self.steps, self.documents, self.warnings)
        items = (tuple((planned.item.slug, planned.needs) for planned in group) for group in groups)
        slugs = (tuple(part.slug for part in parts) for parts in (self.deadlines, self.contacts))
        return (*items, *slugs)  # each group apart: a step and a paper may share a slug

    @property
    def texts(self) -> tuple[Text, ...]:
        """Every text of this procedure that is shown, contacts left out."""
        labels = [deadline.label for deadline in self.deadlines]
        return (self.procedure.title, self.procedure.summary, *(item.text for item in self.items), *labels)

    @property
    def cites(self) -> tuple[str, ...]:
        """The statements that everything shown here rests on, in order of their numbers."""
        shown = {deadline.slug for deadline in self.deadlines}
        dates = [deadline for deadline in self.procedure.deadlines if deadline.slug in shown]
        return tuple(sorted({cite for part in (self.procedure, *self.items, *dates) for cite in part.cites}))


@dataclass(frozen=True, slots=True)
class Plan:
    """What one person can do, as known on `today`."""

    language: str
    today: date
    answers: Answers
    topics: tuple[Topic, ...]
    procedures: tuple[PlannedProcedure, ...]
    contacts: tuple[Contact, ...]


def build_plan(guide: Guide, questionnaire: Questionnaire, answers: Answers, today: date) -> Plan:
    """The plan for these answers on that day."""
    planner = _Planner(guide, questionnaire, answers.facts(today), today)
    procedures = tuple(planner.procedures())
    topics = {planned.procedure.topic for planned in procedures}
    return Plan(
        language=guide.language,
        today=today,
        answers=answers,
        topics=tuple(topic for topic in guide.topics if topic.slug in topics),
        procedures=procedures,
        contacts=contacts_of(guide, procedures),
    )


def contacts_of(guide: Guide, procedures: Iterable[PlannedProcedure]) -> tuple[Contact, ...]:
    """The contacts these procedures name, each once, in the guide's order."""
    named = {contact.slug for planned in procedures for contact in planned.contacts}
    return tuple(contact for slug, contact in guide.contacts.items() if slug in named)


def timeline(plan: Plan) -> list[tuple[PlannedProcedure, PlannedDeadline]]:
    """All windows of a plan by the day that counts: when they close, or else open; unknown ones last."""
    windows = [(planned, deadline) for planned in plan.procedures for deadline in planned.deadlines]
    return sorted(windows, key=lambda pair: pair[1].ends or pair[1].starts or date.max)


def everything(guide: Guide, procedure: Procedure) -> PlannedProcedure:
    """A procedure with all its parts, for a reader who answered nothing; dates cannot be counted then."""
    return PlannedProcedure(
        procedure=procedure,
        certainty="applies",
        needs=(),
        because=(),
        steps=tuple(Planned(step, "applies", ()) for step in procedure.steps),
        documents=tuple(Planned(document, "applies", ()) for document in procedure.documents),
        deadlines=(),
        warnings=tuple(Planned(warning, "applies", ()) for warning in procedure.warnings),
        contacts=_places(guide, procedure.contacts, procedure.steps),
    )


class _Planner:
    """Judges the guide's conditions for one person."""

    def __init__(self, guide: Guide, questionnaire: Questionnaire, facts: Facts, today: date) -> None:
        self.guide, self.facts, self.today = guide, facts, today
        self.rank = {slug: rank for rank, slug in enumerate(questionnaire.names)}

    def procedures(self) -> Iterable[PlannedProcedure]:
        for procedure in self.guide.procedures:
            verdict = judge(procedure.when, self.facts)
            if verdict.value is not False:
                yield self.procedure(procedure, verdict)

    def procedure(self, procedure: Procedure, verdict: Verdict) -> PlannedProcedure:
        steps = self.planned(procedure.steps)
        links = (planned.item for planned in self.planned(procedure.contacts))
        return PlannedProcedure(
            procedure=procedure,
            certainty=_certainty(verdict),
            needs=self.in_order(verdict.needs),
            because=self.because(verdict),
            steps=steps,
            documents=self.planned(procedure.documents),
            deadlines=tuple(self.deadline(each) for each in procedure.deadlines if self.can_be_counted(each)),
            warnings=self.planned(procedure.warnings),
            contacts=_places(self.guide, links, (planned.item for planned in steps)),
        )

    def planned(self, items: Iterable[Item]) -> tuple[Planned[Item], ...]:
        verdicts = [(item, judge(item.when, self.facts)) for item in items]
        return tuple(
            Planned(item, _certainty(verdict), self.in_order(verdict.needs))
            for item, verdict in verdicts
            if verdict.value is not False
        )

    def can_be_counted(self, deadline: Deadline) -> bool:
        """Whether the person was asked everything this window is counted from."""
        return all(term.name in self.facts for term in _ends(deadline))

    def deadline(self, deadline: Deadline) -> PlannedDeadline:
        skipped = {term.name for term in _ends(deadline) if self.facts[term.name] is None}
        if skipped:
            return PlannedDeadline(deadline.slug, deadline.label, None, None, None, self.in_order(skipped))
        starts, ends = self.day(deadline.starts), self.day(deadline.ends)
        state = window_state(starts, ends, self.today)
        return PlannedDeadline(deadline.slug, deadline.label, starts, ends, state, ())

    def day(self, term: DateTerm | None) -> date | None:
        day = self.facts[term.name] if term else None
        return term.from_day(day) if term and isinstance(day, date) else None

    def because(self, verdict: Verdict) -> tuple[Reason, ...]:
        if verdict.value is None:
            return ()
        return tuple(sorted(verdict.reasons, key=lambda reason: self.rank[reason.name]))

    def in_order(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(names, key=lambda name: self.rank[name]))


def _places(guide: Guide, links: Iterable[ContactLink], steps: Iterable[Step]) -> tuple[Contact, ...]:
    """Where these links and steps lead, each place once."""
    slugs = dict.fromkeys([*(link.slug for link in links), *(step.at for step in steps if step.at)])
    return tuple(guide.contacts[slug] for slug in slugs)


def _certainty(verdict: Verdict) -> Certainty:
    return "applies" if verdict.value else "may_apply"


def _ends(deadline: Deadline) -> tuple[DateTerm, ...]:
    return tuple(term for term in (deadline.starts, deadline.ends) if term is not None)
