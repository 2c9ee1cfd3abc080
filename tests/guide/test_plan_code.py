"""Codes on paper: they give the answers back, refuse slips of the pen, and outlive changes to the questionnaire."""

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from refugeeguide.guide.answers import read
from refugeeguide.guide.plan_code import ALPHABET, CodeError, Decoded, decode, encode, grouped
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.questions import Option, Question, Questionnaire
from tests import oracle
from tests.guide.small import PLACES

# Codes that are on paper already; a code may be added here, none may change.
GOLDEN: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "codes.json").read_text(encoding="utf-8")
)


def code_of(raw: oracle.Said, questionnaire: Questionnaire = QUESTIONNAIRE) -> str:
    return encode(questionnaire, read(questionnaire, PLACES, raw))


def given(raw: oracle.Said) -> dict[str, Any]:
    """What a code keeps: everything that was not skipped, several options in their order."""
    plain = read(QUESTIONNAIRE, PLACES, raw).raw()
    return {slug: said for slug, said in plain.items() if said is not None}


def some_codes(count: int, seed: int = 1) -> list[str]:
    rng = random.Random(seed)
    return [code_of(oracle.random_answers(rng)) for _ in range(count)]


def is_refused(code: str) -> bool:
    try:
        decode(QUESTIONNAIRE, code)
    except CodeError:
        return True
    return False


def test_two_thousand_people_get_their_answers_back() -> None:
    rng = random.Random(2)
    for _ in range(2000):
        answers = read(QUESTIONNAIRE, PLACES, oracle.random_answers(rng))
        code = encode(QUESTIONNAIRE, answers)
        assert set(code) <= set(ALPHABET)
        given = {slug: said for slug, said in answers.raw().items() if said is not None}
        assert decode(QUESTIONNAIRE, code) == Decoded(given, 0)


@pytest.mark.parametrize("code", GOLDEN)
def test_a_code_once_printed_stays_readable(code: str) -> None:
    assert decode(QUESTIONNAIRE, code) == Decoded(GOLDEN[code], 0)
    assert code_of(GOLDEN[code]) == code


def test_a_code_is_short_enough_to_copy_by_hand() -> None:
    lengths = sorted(len(code) for code in some_codes(400))
    assert (lengths[200] <= 30, lengths[-1] <= 80) == (True, True)


def test_every_mistyped_character_is_refused() -> None:
    accepted = [
        (code, wrong)
        for code in some_codes(50)
        for at, right in enumerate(code)
        for letter in ALPHABET
        if letter != right and not is_refused(wrong := code[:at] + letter + code[at + 1 :])
    ]
    assert accepted == []


def test_every_swap_of_neighbours_is_refused() -> None:
    accepted = [
        (code, wrong)
        for code in some_codes(50)
        for at in range(len(code) - 1)
        if code[at] != code[at + 1]
        if not is_refused(wrong := code[:at] + code[at + 1] + code[at] + code[at + 2 :])
    ]
    assert accepted == []


def test_a_code_cut_off_is_refused() -> None:
    """A checksum of ten bits lets one in a thousand through; what it lets through is still read without harm."""
    cut = [code[:length] for code in some_codes(100) for length in range(len(code))]
    accepted = [code for code in cut if not is_refused(code)]
    assert len(accepted) <= len(cut) / 300


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("", "not a plan code"),
        ("0", "not a plan code"),
        ("00", "not a plan code"),
        ("U" * 10, "not a plan code"),
        ("é" * 10, "not a plan code"),
        ("0" * 201, "not a plan code"),
        ("1" * 100_000, "not a plan code"),
        ("ABCDEFGH", "the checksum is wrong"),
    ],
    ids=lambda text: text[:12],
)
def test_what_is_no_code(code: str, problem: str) -> None:
    with pytest.raises(CodeError, match=problem):
        decode(QUESTIONNAIRE, code)


def test_no_text_raises_anything_else() -> None:
    rng = random.Random(4)
    for _ in range(5000):
        code = "".join(rng.choices(ALPHABET, k=rng.randint(1, 40)))
        assert is_refused(code) or decode(QUESTIONNAIRE, code).unknown >= 0


def test_codes_are_read_as_people_write_them() -> None:
    for code in some_codes(50):
        lookalike = code.replace("0", "O").replace("1", "l")
        for written in (
            code.lower(),
            grouped(code),
            f" {code[:3]}-{code[3:]}\u00a0",
            lookalike,
            lookalike.lower(),
        ):
            assert decode(QUESTIONNAIRE, written) == decode(QUESTIONNAIRE, code)
    assert grouped("ABCDEFGHJ") == "ABCD EFGH J"


# --- The questionnaire changes, the paper does not -----------------------------------------------------------------


def changed(*questions: Question, without: str = "") -> Questionnaire:
    """Our questionnaire with these questions in the place of their namesakes, or before the postcode."""
    new = {q.slug: q for q in questions}
    old = [new.pop(q.slug, q) for q in QUESTIONNAIRE if q.slug != without]
    return Questionnaire((*old[:-1], *new.values(), old[-1]))


def the(slug: str) -> Question:
    return QUESTIONNAIRE.by_slug[slug]


ADDED = Question(
    "pets", 35, "multiple", "Pets", "Pets", "Pets", (Option("cat", 1, "Cat"), Option("dog", 2, "Dog")),
    skippable=True,
)  # fmt: skip


def test_codes_survive_a_new_question() -> None:
    questionnaire = changed(ADDED)
    rng = random.Random(6)
    for raw in (oracle.random_answers(rng) for _ in range(100)):
        code = code_of(raw)
        assert decode(questionnaire, code) == Decoded(given(raw), 0)
        assert read(questionnaire, PLACES, decode(questionnaire, code).raw).raw() == {
            **read(QUESTIONNAIRE, PLACES, raw).raw(),
            "pets": None,
        }
        assert code_of(raw, questionnaire) == code


def test_codes_of_a_new_question_say_that_an_older_guide_does_not_know_it() -> None:
    code = code_of({"status": "other", "pets": ["dog"], "postcode": "1000"}, changed(ADDED))
    assert decode(QUESTIONNAIRE, code) == Decoded({"status": "other", "postcode": "1000"}, 1)


def test_codes_survive_new_options() -> None:
    more = tuple(
        replace(q, options=(Option("new", max(o.number for o in q.options) + 1, "New"), *q.options))
        for q in QUESTIONNAIRE
        if q.options
    )
    rng = random.Random(7)
    for raw in (oracle.random_answers(rng) for _ in range(100)):
        assert decode(changed(*more), code_of(raw)) == Decoded(given(raw), 0)


def test_codes_survive_a_question_that_is_retired() -> None:
    rng = random.Random(8)
    people = [raw for raw in (oracle.random_answers(rng) for _ in range(300)) if "work" in raw]
    assert len(people) > 20
    for raw in people:
        rest = {slug: said for slug, said in given(raw).items() if slug != "work"}
        assert decode(changed(without="work"), code_of(raw)) == Decoded(rest, 1)


def test_codes_survive_an_option_that_is_retired() -> None:
    def without(slug: str, *options: str) -> Question:
        return replace(the(slug), options=tuple(o for o in the(slug).options if o.slug not in options))

    said = {"status": "refugee", "needs": ["work", "law"], "work": "looking", "postcode": "1000"}
    code = code_of(said)
    assert decode(changed(without("needs", "law")), code) == Decoded({**said, "needs": ["work"]}, 1)
    no_work = {slug: answer for slug, answer in said.items() if slug != "work"}
    assert decode(changed(without("work", "looking")), code) == Decoded(no_work, 1)
    no_needs = {slug: answer for slug, answer in said.items() if slug != "needs"}
    assert decode(changed(without("needs", "work", "law")), code) == Decoded(no_needs, 1)


def test_a_question_that_changes_its_kind_is_not_misread() -> None:
    code = code_of({"status": "family_member", "family_permit_date": "2024-02-29", "postcode": "1000"})
    other_kind = replace(the("family_permit_date"), kind="single", options=(Option("a", 1, "A"),))
    assert decode(changed(other_kind), code) == Decoded({"status": "family_member", "postcode": "1000"}, 1)
