"""What is wrong with this guide? Run before every release; an empty answer means it may be published.

Works on the release document, so that what is checked is exactly what is published.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .conditions import Always, Condition
from .parsing import ConditionError, parse, parse_date
from .procedures import STEP_KINDS, WEEKDAYS
from .questions import Questionnaire
from .reach import can_be_asked, can_hold

Data = Mapping[str, Any]

PARTS = {"steps": "step", "documents": "document", "deadlines": "deadline", "warnings": "warning"}
TEXT_FIELDS = ("title", "summary", "text", "label", "name", "about", "note")
MAY_BE_EMPTY = {"summary", "about", "note"}
SLUG = re.compile(r"[A-Za-z0-9_-]+")  # as Django's addresses take it
MAX_AGE_UNITS = ("day", "days", "month", "months", "year", "years")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to mend: `where` as "procedure/blue-passport" or "step/blue-passport/ask", and what is wrong."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def problems(document: Data, questionnaire: Questionnaire, published: Collection[str]) -> list[Problem]:
    """Everything wrong with a release document that will be published in the languages `published`."""
    return list(_Checker(document, questionnaire, published).problems())


def condition_problem(line: str, questionnaire: Questionnaire, within: str = "") -> str | None:
    """What is wrong with one condition, or None; `within` is the condition of the procedure around it."""
    try:
        condition, outer = parse(line, questionnaire.names), parse(within, questionnaire.names)
    except ConditionError as error:
        return str(error)
    if isinstance(condition, Always) or can_hold(questionnaire, outer, condition):
        return None
    if within and can_hold(questionnaire, condition):
        return f'This is never true together with the condition of its procedure ("{within}").'
    return "No answers can ever make this true."


def date_problem(line: str, questionnaire: Questionnaire, within: str = "") -> str | None:
    """What is wrong with one day such as "application_date + 5 years", or None; `within` as above."""
    try:
        term, outer = parse_date(line, questionnaire.names), parse(within, questionnaire.names)
    except ConditionError as error:
        return str(error)
    if can_be_asked(questionnaire, term.name, outer):
        return None
    return f'It is counted from "{term.name}", which is never asked of the people who see this procedure.'


def max_age_problem(max_age: str) -> str | None:
    """What is wrong with a maximum age such as "1 month", or None."""
    count, _, unit = max_age.partition(" ")
    if count.isascii() and count.isdigit() and int(count) > 0 and unit in MAX_AGE_UNITS:
        return None
    return 'Write a maximum age as "1 month", "3 months" or "1 year".'


def kind_problem(kind: str) -> str | None:
    """What is wrong with the kind of a step, or None; a step may have none."""
    if not kind or kind in STEP_KINDS:
        return None
    return f'There is no kind of step "{kind}". Write one of these, or nothing: {", ".join(STEP_KINDS)}.'


class _Checker:
    """Walks a document and says what is wrong, with the place."""

    def __init__(self, document: Data, questionnaire: Questionnaire, published: Collection[str]) -> None:
        self.document, self.questionnaire, self.published = document, questionnaire, published
        self.contacts = {contact["slug"] for contact in document["contacts"]}
        self.statements = {each["id"] for source in document["sources"] for each in source["statements"]}

    def problems(self) -> Iterator[Problem]:
        topics, contacts = self.document["topics"], self.document["contacts"]
        procedures = [procedure for topic in topics for procedure in topic["procedures"]]
        yield from self.slugs("topic", topics)
        yield from self.slugs("procedure", procedures)
        yield from self.slugs("contact", contacts)
        yield from self.everyone_gets_something(procedures)
        for topic in topics:
            yield from self.texts(f"topic/{topic['slug']}", topic)
        for procedure in procedures:
            yield from self.procedure(procedure)
        for contact in contacts:
            yield from self.contact(contact)

    def everyone_gets_something(self, procedures: list[Data]) -> Iterator[Problem]:
        if all(procedure["when"].strip() for procedure in procedures):
            yield Problem("guide", "Some plans would be empty: one procedure must have an empty condition.")

    def slugs(self, where: str, items: Iterable[Data]) -> Iterator[Problem]:
        for slug, count in Counter(item["slug"] for item in items).items():
            if not SLUG.fullmatch(slug):
                yield Problem(f"{where}/{slug}", "A slug has only letters from a to z, digits, - and _.")
            if count > 1:
                yield Problem(f"{where}/{slug}", "This slug is used more than once.")

    def procedure(self, procedure: Data) -> Iterator[Problem]:
        slug = procedure["slug"]
        where, within = f"procedure/{slug}", procedure["when"]
        yield from self.shown(where, procedure)
        yield from self.named(where, "when", condition_problem(within, self.questionnaire))
        if self.parsed(within) is None:
            return
        for part, kind in PARTS.items():
            yield from self.slugs(f"{kind}/{slug}", procedure[part])
            for item in procedure[part]:
                yield from self.item(f"{kind}/{slug}/{item['slug']}", item, procedure)
        for link in procedure["contacts"]:
            yield from self.link(where, link, within)

    def item(self, where: str, item: Data, procedure: Data) -> Iterator[Problem]:
        within, steps = procedure["when"], {step["slug"] for step in procedure["steps"]}
        yield from self.shown(where, item)
        yield from self.named(
            where, "when", condition_problem(item.get("when", ""), self.questionnaire, within)
        )
        yield from self.window(where, item, within)
        yield from self.known(where, "contact", item.get("at"), self.contacts)
        yield from self.known(where, "step", item.get("step"), steps)
        yield from self.named(where, "kind", kind_problem(item.get("kind", "")))
        if item.get("max_age"):
            yield from self.named(where, "max_age", max_age_problem(item["max_age"]))

    def window(self, where: str, item: Data, within: str) -> Iterator[Problem]:
        if "from" in item and not (item["from"] or item["until"]):
            yield Problem(where, "A date needs a first day, a last day, or both.")
        for end in ("from", "until"):
            if item.get(end):
                yield from self.named(where, end, date_problem(item[end], self.questionnaire, within))

    def contact(self, contact: Data) -> Iterator[Problem]:
        where = f"contact/{contact['slug']}"
        yield from self.shown(where, contact)
        yield from self.slugs(f"office/{contact['slug']}", contact["offices"])
        for office in contact["offices"]:
            place = f"office/{contact['slug']}/{office['slug']}"
            yield from self.cited(place, office)
            yield from self.texts(place, office, may_be_empty={"name"})
            for kind in ("phones", "emails"):
                for number, item in enumerate(office[kind], start=1):
                    yield from self.texts(f"{place}, {kind} {number}", item, may_be_empty={"label"})
            for hours in office["hours"]:
                yield from self.known(place, "weekday", hours["day"], WEEKDAYS)

    def link(self, where: str, link: Data, within: str) -> Iterator[Problem]:
        yield from self.known(where, "contact", link["slug"], self.contacts)
        problem = condition_problem(link["when"], self.questionnaire, within)
        yield from self.named(where, f"contact {link['slug']}", problem)

    def shown(self, where: str, item: Data) -> Iterator[Problem]:
        """What holds for everything a reader sees: words in every language, and statements it rests on."""
        yield from self.texts(where, item)
        yield from self.cited(where, item)

    def texts(
        self, where: str, item: Data, may_be_empty: Collection[str] = MAY_BE_EMPTY
    ) -> Iterator[Problem]:
        for field in TEXT_FIELDS:
            texts = item[field]["text"] if field in item else None
            if texts is None or (not texts and field in may_be_empty):
                continue
            missing = [language for language in self.published if not texts.get(language, "").strip()]
            if missing:
                yield Problem(where, f"{field} is missing in {', '.join(missing)}.")

    def cited(self, where: str, item: Data) -> Iterator[Problem]:
        if not item["cites"]:
            yield Problem(where, "It cites no statement of a source.")
        for cite in item["cites"]:
            yield from self.known(where, "statement", cite, self.statements)

    def known(self, where: str, kind: str, slug: str | None, slugs: Collection[str]) -> Iterator[Problem]:
        if slug and slug not in slugs:
            yield Problem(where, f'There is no {kind} "{slug}".')

    def named(self, where: str, field: str, problem: str | None) -> Iterator[Problem]:
        if problem:
            yield Problem(where, f"{field}: {problem}")

    def parsed(self, line: str) -> Condition | None:
        try:
            return parse(line, self.questionnaire.names)
        except ConditionError:
            return None
