"""Conditions said in words, for editors."""

import pytest

from refugeeguide.guide.parsing import parse
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.wording import in_words
from tests.guide.small import NAMES

REFUGEE = "Your status: “I am recognised as a refugee in Belgium”"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "everyone"),
        ("status is refugee", REFUGEE),
        ("card in (a_card, b_card)", "Your card: “A card” or “B card”"),
        ("needs has any of (law, work)", "You need help with: “Belgian law” or “Work”"),
        ("region is german_speaking", "Region: “German-speaking Community”"),
        ("region is known", "Region is known"),
        ("card_expiry is known", "Card valid until is known"),
        ("card_expiry < return_date", "Card valid until is before Return"),
        ("today >= card_expiry - 1 month", "today is not before Card valid until − 1 month"),
        ("today <= card_expiry", "today is not after Card valid until"),
        ("today > application_date + 5 years", "today is after Asylum application + 5 years"),
        ("not (status is refugee)", f"not ({REFUGEE})"),
        ("status is refugee and card is lost", f"{REFUGEE} and Your card: “My card is lost or stolen”"),
        (
            "region is brussels or status is refugee and region is flanders",
            f"Region: “Brussels” or ({REFUGEE} and Region: “Flanders”)",
        ),
        ("not (region is brussels or region is wallonia)", "not (Region: “Brussels” or Region: “Wallonia”)"),
    ],
)
def test_in_words(line: str, words: str) -> None:
    assert in_words(parse(line, NAMES), QUESTIONNAIRE, str) == words


def test_every_word_is_looked_up_in_the_reader_s_language() -> None:
    condition = parse("not (region is brussels) and card_expiry < today + 2 days", NAMES)
    words = in_words(condition, QUESTIONNAIRE, lambda message: f"[{message}]")
    assert words == "[not] ([Region]: [“[Brussels]”]) [and] [Card valid until] [is before] [today] + 2 [days]"
