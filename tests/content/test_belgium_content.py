"""The Belgian content itself: complete, cited, as the contract fixes it, and written to be read."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from django.conf import settings

from refugeeguide.content.shape import texts
from refugeeguide.guide.integrity import problems
from refugeeguide.guide.procedures import STEP_KINDS
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from tests.content import belgium, contract

UNCITED = yaml.safe_load(
    (belgium.FOLDER.parents[1] / "tests/content/uncited.yaml").read_text(encoding="utf-8")
)
MOST_WORDS = 18
CONTACT_DETAIL = re.compile(r"@|www\.|https?:|\b0\d{1,3}([ /.]\d{2,3}){2,}\b|\+32")


def english() -> dict[str, str]:
    """Every English text of the guide by its key."""
    return {key: text["text"]["en"] for key, text in texts(belgium.document()) if "en" in text["text"]}


def cites(part: Any) -> Iterator[str]:
    """Every statement cited in a part of the document, however deep."""
    children: Any = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    if isinstance(part, dict):
        yield from part.get("cites", ())
    for child in children:
        yield from cites(child)


def long_sentences(text: str) -> list[str]:
    """The sentences with too many words; official terms in brackets do not count."""
    sentences = re.split(r"(?<=[.?!])\s+", re.sub(r"\([^)]*\)", "", text))
    return [each for each in sentences if len(re.findall(r"\S*\w\S*", each)) > MOST_WORDS]


def items(part: str) -> dict[str, dict[str, Any]]:
    return {f"{each['slug']}/{item['slug']}": item for each in belgium.procedures() for item in each[part]}


def problems_in(languages: list[str]) -> list[str]:
    return [str(problem) for problem in problems(belgium.document(), QUESTIONNAIRE, languages)]


def test_nothing_is_wrong_in_english() -> None:
    assert problems_in(["en"]) == []


def test_nothing_is_wrong_in_any_published_language() -> None:
    assert problems_in(settings.PUBLISHED_LANGUAGES) == []


def test_the_procedures_of_the_contract_are_there_and_no_others() -> None:
    ours = {
        procedure["slug"]: (topic["slug"], " ".join(procedure["when"].split()))
        for topic in belgium.document()["topics"]
        for procedure in topic["procedures"]
    }
    assert ours == contract.PROCEDURES


def test_the_parts_of_the_contract_have_their_conditions() -> None:
    ours = {
        f"{procedure['slug']}/{part}/{item['slug']}": " ".join(item["when"].split())
        for procedure in belgium.procedures()
        for part in ("steps", "documents", "warnings", "contacts")
        for item in procedure[part]
    }
    assert {key: ours.get(key) for key in contract.PARTS} == contract.PARTS


def test_every_step_has_a_kind_for_its_pictogram() -> None:
    assert [key for key, step in items("steps").items() if step["kind"] not in STEP_KINDS] == []


def test_the_windows_of_the_contract_are_there_and_no_others() -> None:
    assert {
        key: (each["from"], each["until"]) for key, each in items("deadlines").items()
    } == contract.WINDOWS


def test_only_one_paper_has_an_age_limit() -> None:
    limits = {key: each["max_age"] for key, each in items("documents").items() if each["max_age"]}
    assert limits == {"child-born-single-mother/birth-extract": "1 month"}


def test_subsidiary_protection_rests_on_the_report_alone() -> None:
    """The brochure speaks to refugees only; nothing in it may be said to anybody else."""
    found = {
        procedure["slug"]: {cite[:4] for cite in cites(procedure)}
        for procedure in belgium.procedures()
        if procedure["when"].startswith("status is subsidiary")
    }
    slugs = ("register-subsidiary", "renew-card-subsidiary", "b-card-subsidiary")
    assert found == {slug: {"F-A-"} for slug in slugs}


def test_every_statement_is_said_somewhere_or_left_out_for_a_reason() -> None:
    document = belgium.document()
    statements = {each["id"] for source in document["sources"] for each in source["statements"]}
    facts = {each for each in statements if each.startswith("F-")}
    said = set(cites(document["topics"])) | set(cites(document["contacts"]))
    assert len(facts) == 307
    assert said <= statements
    assert sorted(statements - said) == [each["id"] for each in UNCITED]
    assert [each["id"] for each in UNCITED if not each["reason"].strip()] == []


def test_every_contact_is_named_by_a_procedure() -> None:
    named = {link["slug"] for procedure in belgium.procedures() for link in procedure["contacts"]}
    named |= {step["at"] for step in items("steps").values()}
    assert {contact["slug"] for contact in belgium.document()["contacts"]} - named == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One two. " * 30, 0),
        (" ".join(["word"] * 18) + ".", 0),
        (" ".join(["word"] * 19) + ".", 1),
        (" ".join(["word"] * 18) + " (commune / gemeente).", 0),
        (" ".join(["word"] * 10) + ". " + " ".join(["word"] * 19), 1),
    ],
)
def test_how_sentences_are_counted(text: str, found: int) -> None:
    assert len(long_sentences(text)) == found


def test_sentences_are_short() -> None:
    assert {key: found for key, text in english().items() if (found := long_sentences(text))} == {}


def test_no_phone_number_or_address_is_typed_into_a_sentence() -> None:
    assert CONTACT_DETAIL.search("Call 02 205 53 07.")
    assert CONTACT_DETAIL.search("Write to a@example.org")
    prose = {key: text for key, text in english().items() if not key.startswith(("phone/", "email/"))}
    assert {key: text for key, text in prose.items() if CONTACT_DETAIL.search(text)} == {}


def test_tone() -> None:
    unwanted = {key: text for key, text in english().items() if "!" in text or "please" in text.lower()}
    assert unwanted == {}


def test_titles_are_short() -> None:
    titles = {key: text for key, text in english().items() if key.endswith("/title")}
    assert {key: text for key, text in titles.items() if len(text) > 60} == {}
