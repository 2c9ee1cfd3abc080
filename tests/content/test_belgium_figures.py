"""No figure is invented: each number in a text stands in a statement that the text cites."""

import re

from refugeeguide.content.shape import walk
from tests.content import belgium

NUMBER_WORDS = {"three": 3, "four": 4, "five": 5, "nine": 9, "fifteen": 15, "eighteen": 18}
# Figures of our own: they count the conditions around them, or name one year as 12 months.
OUR_OWN = {
    "procedure/trip-3-to-12-months/title": {"12"},
    "procedure/naturalisation/summary": {"4"},
    "step/naturalisation/check-merits/text": {"3"},
    "step/naturalisation/check-declaration-hardly-possible/text": {"4"},
    "procedure/confirm-status/summary": {"3"},
    "step/confirm-status/check-18-months/text": {"3"},
}


def figures(text: str) -> set[str]:
    """The numbers in a text, in digits; one and two are words as often as numbers."""
    words = re.findall(r"[a-z]+", text.lower())
    written = {str(NUMBER_WORDS[word]) for word in words if word in NUMBER_WORDS}
    return (set(re.findall(r"\d+", text)) | written) - {"1", "2"}


def test_figures() -> None:
    assert figures("Within five years, 30 days, one month (Article 49/2(2)(3)) and 9 months") == {
        "5", "30", "49", "3", "9",
    }  # fmt: skip


def test_every_figure_comes_from_a_cited_statement() -> None:
    document = belgium.document()
    statements = {each["id"]: each["text"] for source in document["sources"] for each in source["statements"]}
    found = {}
    for node in walk(document):
        if node.kind.name in ("procedure", "step", "document", "deadline", "warning"):
            cited = figures(" ".join(statements[cite] for cite in node.entry["cites"]))
            for field in node.kind.of("text"):
                unfounded = figures(node.entry[field.key]["text"].get("en", "")) - cited
                found |= {f"{node.key}/{field.key}": unfounded} if unfounded else {}
    assert found == OUR_OWN
