"""The order of the questions: who is asked what, how far along a person is, and the numbers that may only grow."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from refugeeguide.guide.answers import clean
from refugeeguide.guide.conditions import Value, mentions
from refugeeguide.guide.parsing import ConditionError
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.questions import Option, Question, Questionnaire, unnumbered
from tests import oracle
from tests.guide.small import PLACES

NUMBERS = json.loads((Path(__file__).parent / "numbers.json").read_text(encoding="utf-8"))
PEOPLE = [oracle.random_answers(random.Random(seed)) for seed in range(300)]


def question(slug: str, number: int = 1, when: str = "", **more: object) -> Question:
    return Question(slug, number, "single", slug, slug, slug, (Option("a", 1, "A"),), when, **more)  # type: ignore


def walk(raw: oracle.Said) -> list[tuple[Question, dict[str, Value]]]:
    """Each page of one person's journey, with what was answered before it."""
    values: dict[str, Value] = {}
    pages = []
    while each := QUESTIONNAIRE.next_question(values):
        pages.append((each, dict(values)))
        values[each.slug] = clean(each, raw.get(each.slug), PLACES)
    return pages


def test_the_questions_of_the_contract_in_their_order() -> None:
    ours = {q.slug: (q.kind, tuple(o.slug for o in q.options), q.skippable) for q in QUESTIONNAIRE}
    assert list(ours.items()) == list(oracle.QUESTIONS.items())


def test_the_first_is_always_asked_and_the_last_is_the_postcode() -> None:
    first, *_, last = QUESTIONNAIRE
    assert (first.slug, first.when, last.slug, last.when) == ("status", "", "postcode", "")


def test_every_person_is_asked_what_the_oracle_asks() -> None:
    for raw in PEOPLE:
        assert [each.slug for each, _ in walk(raw)] == oracle.asked(raw)


def test_routes_look_back_only_and_never_at_what_may_be_skipped() -> None:
    earlier: set[str] = set()
    for each in QUESTIONNAIRE:
        assert mentions(QUESTIONNAIRE.routes[each.slug]) <= earlier
        if each.kind in ("single", "multiple") and not each.skippable:
            earlier.add(each.slug)


def test_a_route_cannot_look_ahead() -> None:
    with pytest.raises(ConditionError, match='there is no question "later"'):
        _ = Questionnaire((question("sooner", when="later is a"), question("later", 2))).routes


def test_a_page_number_grows_by_one_and_the_last_page_says_so() -> None:
    for raw in PEOPLE:
        pages = walk(raw)
        shown = [QUESTIONNAIRE.progress(each, said) for each, said in pages]
        assert [position for position, _ in shown] == list(range(1, len(pages) + 1))
        assert all(position <= total for position, total in shown)
        assert shown[-1] == (len(pages), len(pages))


def test_no_page_promises_fewer_than_are_certain_to_come() -> None:
    """The total counts every question that no further answer can spare the person."""
    for raw in PEOPLE[:60]:
        for each, said in walk(raw):
            certain = [q.slug for q in QUESTIONNAIRE if q.slug in said or QUESTIONNAIRE.asks(q, said)]
            assert QUESTIONNAIRE.progress(each, said)[1] >= len(set(certain) & set(oracle.asked(raw)))


def test_going_back_shows_the_number_the_page_had() -> None:
    for raw in PEOPLE[:60]:
        pages = walk(raw)
        everything = {each.slug: clean(each, raw.get(each.slug), PLACES) for each, _ in pages}
        shown = [QUESTIONNAIRE.progress(each, everything) for each, _ in pages]
        assert shown == [(number, len(pages)) for number in range(1, len(pages) + 1)]


def test_what_a_condition_depends_on() -> None:
    def needs(slug: str) -> set[str]:
        return set(QUESTIONNAIRE.depends_on(QUESTIONNAIRE.routes[slug]))

    assert needs("status") == set()
    assert needs("couple_since") == {"couple_age", "relatives", "needs", "status"}
    assert needs("card_expiry") == {"card", "needs", "status"}


def test_looking_up_questions_and_options() -> None:
    trip = QUESTIONNAIRE.get("trip")
    assert trip is not None
    assert (trip.slug, trip.option("no_trip"), trip.option("tripp")) == ("trip", trip.options[4], None)
    assert (QUESTIONNAIRE.get("tripp"), len(QUESTIONNAIRE)) == (None, len(oracle.QUESTIONS))


def test_every_page_says_what_it_asks_and_why() -> None:
    wordless = [q.slug for q in QUESTIONNAIRE if not (q.title and q.short and q.why)]
    wordless += [f"{q.slug}.{o.slug}" for q in QUESTIONNAIRE for o in q.options if not o.label]
    assert wordless == []


def test_numbers_are_given_once() -> None:
    assert unnumbered(QUESTIONNAIRE.by_slug) == []
    twice = replace(question("other"), options=(Option("a", 1, "A"), Option("b", 1, "B")))
    assert unnumbered({"one": question("one"), "other": twice}) == ["other", "other.a", "other.b"]


def test_numbers_may_only_grow() -> None:
    """Printed codes rely on these: new questions and options add to numbers.json, and nothing there ever changes."""
    table = dict(NUMBERS)
    for q in QUESTIONNAIRE:
        retired = NUMBERS.get(q.slug, {}).get("options", {})
        options = retired | {option.slug: option.number for option in q.options}
        table[q.slug] = {"number": q.number, "kind": q.kind, "options": options}
    assert table == NUMBERS
    for numbers in (
        [each["number"] for each in table.values()],
        *(e["options"].values() for e in table.values()),
    ):
        assert len(set(numbers)) == len(numbers)


def test_a_question_added_later_can_be_skipped() -> None:
    """Saved answers stay valid: only the questions of the first release may insist on an answer."""
    assert [q.slug for q in QUESTIONNAIRE if q.number > 34 and not q.skippable] == []
