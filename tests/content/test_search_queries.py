"""The search, asked as people type on a phone: `queries.yaml` says what is to be found, what not, what is one word."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings

from refugeeguide.guide.folding import fold
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.reading import read_guide
from refugeeguide.guide.search import SearchIndex
from tests.content import belgium

CORPUS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("queries.yaml").read_text(encoding="utf-8"))
TOPIC_OF: dict[str, str] = {
    procedure["slug"]: topic["slug"]
    for topic in belgium.document()["topics"]
    for procedure in topic["procedures"]
}
FIRST = 3  # the right procedure is among these


@cache
def index(language: str) -> SearchIndex:
    """The search of the shipped guide, for a reader of this language."""
    guides = {
        each: read_guide(belgium.document(), each, QUESTIONNAIRE.names)
        for each in settings.PUBLISHED_LANGUAGES
    }
    guide = guides.pop(language)
    return SearchIndex(guide, also=list(guides.values()))


@cache
def found(language: str, query: str) -> list[str]:
    """The slugs of what the search shows first: procedures, and contacts among them."""
    return [hit.slug for hit in index(language).search(query, limit=FIRST)]


def missed() -> dict[str, list[str]]:
    """The queries whose right answer is not among the first three, with what came instead."""
    return {
        f"{row['id']} {row['query']}": found(row["language"], row["query"])
        for row in CORPUS["queries"]
        if not set(row["right"]) & set(found(row["language"], row["query"])[:FIRST])
    }


def as_one(word: str) -> str:
    """A word as the search compares it; whether a non-joiner folds to a space or to nothing is its own affair."""
    return fold(word).replace(" ", "")


def test_the_corpus_is_sound() -> None:
    """Enough queries of each language, topic and kind of slip, and no right answer that does not exist."""
    queries, nothing, folding = CORPUS["queries"], CORPUS["nothing"], CORPUS["folding"]
    asked = [(row["language"], row["query"]) for row in queries + nothing]
    topics = Counter(topic for row in queries for topic in {TOPIC_OF.get(slug) for slug in row["right"]})
    pairs = [pair for language in folding.values() for pair in language]

    assert Counter(row["language"] for row in queries) == dict.fromkeys(settings.PUBLISHED_LANGUAGES, 15)
    assert Counter(row["language"] for row in nothing) == dict.fromkeys(settings.PUBLISHED_LANGUAGES, 3)
    assert {row["found"] for row in nothing} == {"nothing"}
    assert [row["id"] for row in queries if not row["right"]] == []
    assert set(topics) == set(TOPIC_OF.values())
    assert [topic for topic, times in topics.items() if times < 3] == []
    assert sum(row["slip"] != "none" for row in queries) >= 45
    assert len({row["id"] for row in queries + nothing}) == len(set(asked)) == 72
    assert {language: len(words) for language, words in folding.items()} == dict.fromkeys(
        ["fa", "ps", "ckb", "ti", "ku"], 10
    )
    assert [pair for pair in pairs if len(set(pair)) != 2] == []


def test_at_least_57_of_60_find_the_right_procedure_among_the_first_three() -> None:
    """Each one missed is printed when there are too many."""
    wrong = missed()
    assert len(wrong) <= 3, "\n".join(f"{query}: {slugs}" for query, slugs in wrong.items())


@pytest.mark.parametrize("language", settings.PUBLISHED_LANGUAGES)
def test_at_least_13_of_15_are_right_in_each_language(language: str) -> None:
    wrong = [query for query in missed() if query.startswith(f"{language}-")]
    assert len(wrong) <= 2, "\n".join(wrong)


def test_nothing_is_found_of_what_the_guide_does_not_hold() -> None:
    """But for a driving licence: in Dutch it is a kind of "bewijs", and the guide knows other papers of that kind."""
    hits = [row["query"] for row in CORPUS["nothing"] if found(row["language"], row["query"])]
    assert hits == ["rijbewijs"]


@pytest.mark.parametrize("language", CORPUS["folding"])
def test_a_word_folds_alike_however_it_is_typed(language: str) -> None:
    pairs = CORPUS["folding"][language]
    assert {native: as_one(typed) for native, typed in pairs} == {
        native: as_one(native) for native, _ in pairs
    }


@pytest.mark.parametrize("language", CORPUS["folding"])
def test_different_words_stay_different(language: str) -> None:
    """Otherwise a folding that takes everything for the same would pass."""
    assert len({as_one(native) for native, _ in CORPUS["folding"][language]}) == 10
