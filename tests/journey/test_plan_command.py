"""The plan as data: what the command prints, what it refuses, and that page and data say the same."""

import io
import json
import random
import re
import sys
from datetime import date
from typing import Any

import pytest

from refugeeguide.content.places import places
from refugeeguide.guide.plan_code import decode
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.journey.management.commands.plan import Command, Planner
from tests import oracle
from tests.content.bad_inputs import BAD_INPUTS, BadInput
from tests.content.test_plan_agreement import FIXED
from tests.journey.conftest import manage
from tests.journey.visitor import JOURNEYS, Visitor, parsed, text_of, with_class

TODAY = date(2026, 11, 22)
SEED, PEOPLE, READERS = 22112026, 2000, 50
LANGUAGES = ["en", "fr", "nl", "ar"]
PIECES = ("steps", "documents", "warnings")


def run(capsys, monkeypatch, *arguments: str, given: bytes = b"") -> tuple[int, str, str]:
    """The command as a shell sees it: status, standard output, standard error."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    status = 0
    try:
        Command().run_from_argv(["manage.py", "plan", "--skip-checks", *arguments])
    except SystemExit as stop:
        status = stop.code
    return status, *capsys.readouterr()


def people(count: int, seed: int = SEED) -> list[dict[str, Any]]:
    rng = random.Random(seed)
    return [oracle.random_answers(rng, TODAY) for _ in range(count)]


def plan_of(
    said: dict[str, Any], language: str = "en", today: str | None = TODAY.isoformat()
) -> dict[str, Any]:
    return Planner(language, today).plan(json.dumps(said).encode())


# --- Bad input


@pytest.mark.parametrize("bad", BAD_INPUTS, ids=lambda bad: bad.name)
def test_bad_input_is_refused_in_one_line(bad: BadInput, tmp_path, capsys, monkeypatch) -> None:
    path = tmp_path / "answers.json"
    path.write_bytes(bad.raw)
    status, out, err = run(capsys, monkeypatch, str(path), *bad.options)
    assert (status, out, err.count("\n"), err[-1:]) == (2, "", 1, "\n")
    assert bad.reason.lower() in err.lower()
    assert len(err) <= 400
    assert err.rstrip("\n").isprintable()


def test_a_file_that_is_not_there_is_refused(tmp_path, capsys, monkeypatch) -> None:
    for path in (tmp_path, tmp_path / "none.json", "a\x00b"):
        status, out, err = run(capsys, monkeypatch, str(path))
        assert (status, out, err.count("\n")) == (2, "", 1)


def test_nothing_published_is_said(nothing_published, capsys, monkeypatch) -> None:
    status, out, err = run(capsys, monkeypatch, "-", given=b'{"status": "other"}')
    assert (status, out) == (2, "")
    assert err == "CommandError: no release has been published yet: run `manage.py publish`\n"


# --- In a process of its own, on a site with tables


def test_random_people_and_bad_lines_in_one_process(site) -> None:
    """Each line gets its plan or its error, in its place; plans are those of the oracle."""
    bad = [each for each in BAD_INPUTS if each.fits_one_line]
    good = people(PEOPLE)
    lines = [json.dumps(said, ensure_ascii=False).encode() for said in good] + [each.raw for each in bad]
    given = b"\n".join(lines) + b"\n"
    out = (
        manage(site, "plan", "--lines", "--language=fr", f"--today={TODAY}", given=given).decode().split("\n")
    )
    plans = [json.loads(line) for line in out[:-1]]
    assert (len(plans), out[-1]) == (len(lines), "")
    wrong = [i for i, said in enumerate(good) if said_by(plans[i]) != oracle.expected(said, TODAY)]
    assert wrong == []
    for each, answer in zip(bad, plans[PEOPLE:], strict=True):
        assert list(answer) == ["error"], each.name
        assert each.reason.lower() in answer["error"].lower(), each.name


def said_by(plan: dict[str, Any]) -> dict[str, Any]:
    """What the data says, in the oracle's words."""
    found: dict[str, Any] = {
        "procedures": {p["slug"]: p["certainty"] for p in plan["procedures"]},
        "needs": {p["slug"]: p["needs"] for p in plan["procedures"] if "needs" in p},
        "contacts": {p["slug"]: agencies(p) for p in plan["procedures"] if p["slug"] == "find-work"},
        "deadlines": {
            f"{p['slug']}/{d['slug']}": window(d) for p in plan["procedures"] for d in p["deadlines"]
        },
        "place": plan["place"]
        and {key: value for key, value in plan["place"].items() if key != "municipality"},
    }
    for part in PIECES:
        shown = {f"{p['slug']}/{each['slug']}": each for p in plan["procedures"] for each in p[part]}
        fixed = {key: each for key, each in shown.items() if key in FIXED[part]}
        found[part] = {key: each["certainty"] for key, each in fixed.items()}
        found["needs"] |= {key: each["needs"] for key, each in fixed.items() if "needs" in each}
    return found


def agencies(procedure: dict[str, Any]) -> list[str]:
    return [slug for slug in oracle.AGENCIES.values() if slug in procedure["contacts"]]


def window(deadline: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in deadline.items() if key not in ("slug", "label", "lang")}


# --- Shape

CERTAIN = {"certainty": "applies"}


def test_the_shape_is_the_contracts() -> None:
    plan = plan_of(JOURNEYS["refugee"], "ar")
    assert {key: value for key, value in plan.items() if key not in ("procedures", "contacts", "code")} == {
        "language": "ar",
        "direction": "rtl",
        "release": 7,
        "today": "2026-11-22",
        "place": {
            "postcode": "1000", "municipality": places().get("1000").municipality, "region": "brussels",
            "counter_languages": ["fr", "nl"],
        },
    }  # fmt: skip
    for procedure in plan["procedures"]:
        assert list(procedure) == [
            "slug", "topic", "certainty", *(["needs"] if procedure["certainty"] == "may_apply" else []), "title",
            "summary", "because", "steps", "documents", "deadlines", "warnings", "contacts", "sources",
        ]  # fmt: skip
        for part in PIECES:
            extra = {"max_age"} if part == "documents" else set()
            for each in procedure[part]:
                needs = {"needs"} if each["certainty"] == "may_apply" else set()
                assert set(each) == {"slug", "text", "certainty"} | extra | needs
        for each in procedure["deadlines"]:
            assert set(each) == {"slug", "label", "from", "until", "state", "certainty", "needs"}
        assert all(re.fullmatch(r"F-[0-9A]+-?\d*", cite) for cite in procedure["sources"])
    named = dict.fromkeys(slug for procedure in plan["procedures"] for slug in procedure["contacts"])
    assert sorted(contact["slug"] for contact in plan["contacts"]) == sorted(named)


def test_a_plan_from_standard_input_is_one_line_of_utf8(site) -> None:
    said = JOURNEYS["family_member"]
    out = manage(site, "plan", "--language=ar", f"--today={TODAY}", given=json.dumps(said).encode())
    assert out.count(b"\n") == 1
    assert json.loads(out) == {**plan_of(said, "ar"), "release": 1}
    assert "\\u" not in out.decode()


TEXTS = {
    "language",
    "direction",
    "title",
    "summary",
    "because",
    "text",
    "label",
    "name",
    "about",
    "note",
    "lang",
}


def without_texts(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: without_texts(value) for key, value in data.items() if key not in TEXTS}
    return [without_texts(each) for each in data] if isinstance(data, list) else data


@pytest.mark.parametrize("language", ["fr", "nl", "ar", "ti", "fa", "rn"])
def test_another_language_changes_texts_alone(language: str) -> None:
    for said in people(100):
        assert without_texts(plan_of(said, language)) == without_texts(plan_of(said))


def test_a_text_that_is_not_translated_names_its_language() -> None:
    plan = plan_of(JOURNEYS["refugee"], "ti")
    assert (plan["language"], plan["direction"]) == ("ti", "ltr")
    items = [each for p in plan["procedures"] for part in (*PIECES, "deadlines") for each in p[part]]
    assert {each.get("lang") for each in [*plan["procedures"], *items, *plan["contacts"]]} == {"en"}
    complete = plan_of(JOURNEYS["refugee"], "ar")
    assert '"lang"' not in json.dumps(complete)


def test_the_code_holds_the_answers() -> None:
    for said in people(300):
        given = {slug: said[slug] for slug in oracle.asked(said) if said.get(slug) is not None}
        given = {slug: set(raw) if isinstance(raw, list) else raw for slug, raw in given.items()}
        decoded = decode(QUESTIONNAIRE, plan_of(said)["code"])
        raw = {slug: set(raw) if isinstance(raw, list) else raw for slug, raw in decoded.raw.items()}
        assert (raw, decoded.unknown) == (given, 0)


# --- Page and data


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_what_the_data_says(language: str) -> None:
    for said in people(READERS, seed=SEED + 1):
        data, visitor = plan_of(said, language, today=None), Visitor(said, language)
        response = visitor.open("plan/")
        assert response.status_code == 200
        articles = [each for each in parsed(response).iter("article") if each.get("id")]
        assert [shown(article) for article in articles] == [written(each) for each in data["procedures"]]
        names = [each.get("id") for each in with_class(parsed(response), "contact")]
        assert names == [contact["slug"] for contact in data["contacts"]]


def shown(article: Any) -> dict[str, Any]:
    """What one procedure of the page holds."""
    return {
        "slug": article.get("id"),
        "title": text_of(article.find(".//h3")),
        "maybe": "maybe" in article.get("class").split(),
        "steps": len(article.findall(".//ol[@class='steps']/li")),
        "documents": len(article.findall(".//ul[@class='papers']/li")),
        "deadlines": len(article.findall(".//ul[@class='windows']/li")),
        "warnings": len(with_class(article, "warning")),
        "contacts": [
            each.get("href")[1:] for place in with_class(article, "where") for each in place.iter("a")
        ],
    }


def written(procedure: dict[str, Any]) -> dict[str, Any]:
    """The same from the data."""
    counts = {part: len(procedure[part]) for part in ("steps", "documents", "deadlines", "warnings")}
    return {
        "slug": procedure["slug"],
        "title": " ".join(procedure["title"].split()),
        "maybe": procedure["certainty"] == "may_apply",
        "contacts": procedure["contacts"],
        **counts,
    }


def test_the_page_shows_every_text_of_the_data() -> None:
    for said in people(30, seed=SEED + 2):
        page = text_of(parsed(Visitor(said, "nl").open("plan/")))
        for procedure in plan_of(said, "nl", today=None)["procedures"]:
            texts = [each["text"] for part in PIECES for each in procedure[part]]
            labels = [each["label"] for each in procedure["deadlines"]]
            for text in (procedure["title"], procedure["summary"], *texts, *labels, *procedure["because"]):
                assert " ".join(text.split()) in page
