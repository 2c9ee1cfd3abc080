"""The accessibility statement: every criterion once, nothing claimed without a ground, all of it on the page."""

import ast
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from django.test import RequestFactory
from django.utils import translation

from refugeeguide.journey.accessibility import RESULTS, Criterion, statement, table
from tests.journey.visitor import LANGUAGES, in_language, parsed, text_of, with_class

ROOT = Path(__file__).parents[2]

# WCAG 2.2 without level AAA. 4.1.1 is no longer a criterion.
A = """
    1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4
    2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2
"""
AA = """
    1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2
    3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3
"""

CHECKED, CRITERIA = table()


def test_every_criterion_once_and_in_order() -> None:
    levels = dict.fromkeys(A.split(), "A") | dict.fromkeys(AA.split(), "AA")
    in_order = sorted(levels, key=lambda number: [int(part) for part in number.split(".")])
    assert [(each.number, each.level) for each in CRITERIA] == [
        (number, levels[number]) for number in in_order
    ]
    assert (len(levels), len({each.name for each in CRITERIA})) == (55, 55)


def test_nothing_without_a_ground() -> None:
    """What is met or needs no judging says from what we know it; what is not met or not known says what."""
    assert {each.result for each in CRITERIA} <= set(RESULTS)
    judged = [each for each in CRITERIA if each.result in ("met", "not_applicable")]
    assert [each.number for each in judged if not (each.evidence or each.seen)] == []
    assert [each.number for each in CRITERIA if bool(each.note) == (each in judged)] == []
    assert isinstance(CHECKED, date)


@cache
def names_in(module: str) -> set[str]:
    """The tests of a module, read without running it."""
    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
    return {
        each.name for each in tree.body if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")
    }


def test_every_test_that_is_named_exists() -> None:
    named = {tuple(test.split("::")) for each in CRITERIA for test in each.evidence}
    assert [f"{module}::{name}" for module, name in named if name not in names_in(module)] == []


def ground(criterion: Criterion) -> str:
    """What the page says after the result."""
    return " ".join(filter(None, [criterion.note, criterion.seen, ", ".join(criterion.tests)]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_every_row(language: str) -> None:
    """The rows in English and marked as English; their results, and how many of each, in the reader's language."""
    with translation.override(language):
        page = parsed(statement(RequestFactory().get(f"/{language}/accessibility/")))
    results = {result: in_language(language, verdict) for result, verdict in RESULTS.items()}
    (rows,) = with_class(page, "criteria")
    assert [text_of(row) for row in rows] == [
        f"{each.number} {each.name} ({each.level}) {results[each.result]} {ground(each)}" for each in CRITERIA
    ]
    english = [part for row in rows for part in row.iter() if part.get("lang")]
    assert [(part.get("lang"), part.get("dir")) for part in english] == [("en", "ltr")] * 2 * len(CRITERIA)
    counted = [sum(each.result == result for each in CRITERIA) for result in RESULTS]
    counts = page.find(".//main/ul")
    assert [text_of(item) for item in counts] == [
        f"{verdict}: {count}" for verdict, count in zip(results.values(), counted, strict=True)
    ]
