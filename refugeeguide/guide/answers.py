"""Answers: what a person said. Raw values come in, clean values go out, left-overs of changed answers are dropped.

Two ways in. `read` is strict, for data: anything wrong is an AnswerError. `keep` is kind, for a journey under way:
it keeps what is good and says what it dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .conditions import POSTCODE, REGION, Facts, Value
from .dates import TODAY, parse_iso
from .places import Place, Places
from .questions import Question, Questionnaire

RawAnswers = Mapping[str, object]
"""Question slugs to an option slug, a list of option slugs, an ISO date, a postcode, or None for skipped."""


class AnswerError(ValueError):
    """What is wrong with the answer to one question, in one line."""

    def __init__(self, question: str, problem: str) -> None:
        self.question, self.problem = question, problem
        super().__init__(f"{question}: {problem}")


@dataclass(frozen=True, slots=True)
class Answers:
    """Clean answers by question slug, in the order of the questions; None is skipped, absent is not asked (yet)."""

    values: Mapping[str, Value]
    place: Place | None = None

    def facts(self, today: date) -> Facts:
        """All that conditions may ask about."""
        region = {REGION: self.place.region if self.place else None} if POSTCODE in self.values else {}
        return {**self.values, **region, TODAY: today}

    def raw(self) -> dict[str, object]:
        """The answers as plain data, as `read` takes them."""
        return {slug: _plain(value) for slug, value in self.values.items()}


def read(questionnaire: Questionnaire, places: Places, raw: RawAnswers) -> Answers:
    """Complete answers from data. Raises AnswerError at the first thing wrong."""
    for slug in raw:
        if questionnaire.get(slug) is None:
            raise AnswerError(f"{slug!a:.60}", "there is no such question")
    values: dict[str, Value] = {}
    while question := questionnaire.next_question(values):
        if question.slug not in raw and not question.skippable:
            raise AnswerError(question.slug, "this question must be answered")
        values[question.slug] = clean(question, raw.get(question.slug), places)
    for slug in raw:
        if slug not in values:
            raise AnswerError(slug, "these answers never reach this question")
    return _answers(questionnaire, values, places)


def keep(questionnaire: Questionnaire, places: Places, raw: RawAnswers) -> tuple[Answers, tuple[str, ...]]:
    """The good ones among these answers, perhaps not complete, and the slugs of those that were dropped."""
    values: dict[str, Value] = {}
    for question in questionnaire:
        if question.slug in raw and questionnaire.asks(question, values):
            try:
                values[question.slug] = clean(question, raw[question.slug], places)
            except AnswerError:
                continue
    return _answers(questionnaire, values, places), tuple(slug for slug in raw if slug not in values)


def skip_the_rest(questionnaire: Questionnaire, answers: Answers) -> Answers:
    """These answers with every open question skipped, up to the first one that must be answered."""
    values = dict(answers.values)
    while (question := questionnaire.next_question(values)) and question.skippable:
        values[question.slug] = None
    return Answers(_in_order(questionnaire, values), answers.place)


def clean(question: Question, raw: object, places: Places) -> Value:
    """The clean value of one raw answer. Raises AnswerError."""
    if raw is None:
        if not question.skippable:
            raise AnswerError(question.slug, "this question cannot be skipped")
        return None
    if question.kind == "multiple":
        return _clean_list(question, raw)
    if not isinstance(raw, str):
        raise AnswerError(question.slug, "the answer must be a text")
    if question.kind == "date":
        return _clean_date(question, raw)
    if question.kind == "postcode":
        return _clean_postcode(question, raw, places)
    return _clean_option(question, raw)


def _answers(questionnaire: Questionnaire, values: Mapping[str, Value], places: Places) -> Answers:
    postcode = values.get(POSTCODE)
    return Answers(
        _in_order(questionnaire, values), places.get(postcode) if isinstance(postcode, str) else None
    )


def _in_order(questionnaire: Questionnaire, values: Mapping[str, Value]) -> dict[str, Value]:
    return {question.slug: values[question.slug] for question in questionnaire if question.slug in values}


def _clean_option(question: Question, raw: object) -> str:
    if not isinstance(raw, str) or question.option(raw) is None:
        raise AnswerError(question.slug, f"there is no option {raw!a:.60}")
    return raw


def _clean_list(question: Question, raw: object) -> tuple[str, ...]:
    if not isinstance(raw, (list, tuple)) or not raw:
        raise AnswerError(question.slug, "the answer must be a list with at least one option")
    chosen = [_clean_option(question, option) for option in raw]
    if len(set(chosen)) != len(chosen):
        raise AnswerError(question.slug, "an option is named twice")
    return tuple(option.slug for option in question.options if option.slug in chosen)


def _clean_date(question: Question, raw: str) -> date:
    try:
        return parse_iso(raw)
    except ValueError as error:
        raise AnswerError(question.slug, f"{error} ({raw!a:.40})") from None


def _clean_postcode(question: Question, raw: str, places: Places) -> str:
    if places.get(raw) is None:
        raise AnswerError(question.slug, f"there is no postcode {raw!a:.40} in Belgium")
    return raw


def _plain(value: Value) -> object:
    return (
        value.isoformat() if isinstance(value, date) else list(value) if isinstance(value, tuple) else value
    )
