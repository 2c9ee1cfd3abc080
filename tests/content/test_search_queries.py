"""The search, asked as people type on a phone: `queries.yaml` says what is to be found, what not, what is one word."""

from collections import Counter
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from tests.content import belgium

CORPUS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("queries.yaml").read_text(encoding="utf-8"))
TOPIC_OF: dict[str, str] = {
    procedure["slug"]: topic["slug"]
    for topic in belgium.document()["topics"]
    for procedure in topic["procedures"]
}


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
