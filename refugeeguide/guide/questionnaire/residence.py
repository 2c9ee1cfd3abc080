"""The questions on status, needs, cards and their dates, and the one on the postcode."""

from __future__ import annotations

from ..messages import gettext_noop as _
from ..questions import Option, Question
from .choices import NO, UNSURE, YES

LIFE, PAPERS = _("Life in Belgium"), _("Travel and papers")
FAMILY, STATUS = _("Children and family"), _("Nationality and status")

STATUS_AND_CARD = (
    Question(
        "status",
        1,
        "single",
        title=_("What did Belgium decide about you?"),
        short=_("Your status"),
        hint=_("Look at the letter with your decision."),
        why=_("Your rights depend on the protection you received."),
        options=(
            Option("refugee", 1, _("I am recognised as a refugee in Belgium"), picture="recognised"),
            Option("subsidiary", 2, _("I have subsidiary protection in Belgium"), picture="protected"),
            Option(
                "refugee_elsewhere",
                3,
                _("Another country recognised me as a refugee"),
                picture="globe-yes",
            ),
            Option("family_member", 4, _("I came to Belgium through family reunification"), picture="family"),
            Option("other", 5, _("Something else"), picture="other"),
        ),
    ),
    Question(
        "needs",
        2,
        "multiple",
        title=_("What do you need help with?"),
        short=_("You need help with"),
        hint=_("Choose one or more."),
        why=_("We then ask only about these things."),
        when="status is refugee",
        options=(
            Option("residence", 1, _("My residence card"), group=LIFE, picture="card"),
            Option("work", 2, _("Work"), group=LIFE, picture="work"),
            Option("law", 3, _("Belgian law"), group=LIFE, picture="scales"),
            Option("travel", 4, _("Travel abroad"), group=PAPERS, picture="plane"),
            Option("documents", 5, _("Papers and certificates"), group=PAPERS, picture="paper"),
            Option("children", 6, _("Refugee status for my child"), group=FAMILY, picture="child"),
            Option("family", 7, _("Bringing or finding my family"), group=FAMILY, picture="family"),
            Option("nationality", 8, _("Becoming Belgian"), group=STATUS, picture="passport"),
            Option(
                "status_letter",
                9,
                _("A letter that may end my status"),
                group=STATUS,
                picture="letter-warning",
            ),
            Option("renounce", 10, _("Giving up my refugee status"), group=STATUS, picture="person-no"),
        ),
    ),
    Question(
        "card",
        3,
        "single",
        title=_("Which residence card do you have now?"),
        short=_("Your card"),
        hint=_("The letter A or B is printed on the card."),
        why=_("Each card has its own next step."),
        when="status is subsidiary or needs has residence",
        options=(
            Option("none", 1, _("No card yet"), picture="card-none"),
            Option("a_card", 2, _("A card"), _("Temporary residence"), picture="card-a"),
            Option("b_card", 3, _("B card"), _("Unlimited residence"), picture="card-b"),
            Option(
                "annex_15",
                4,
                _("Annex 15"),
                _("A paper from the town hall while you wait for a card"),
                picture="paper-wait",
            ),
            Option("lost", 5, _("My card is lost or stolen"), picture="card-lost"),
        ),
    ),
    Question(
        "card_shows_refugee",
        4,
        "single",
        title=_("Does your card say “refugee” under “nationality”?"),
        short=_("Card says “refugee”"),
        hint=_("In French: réfugié. In Dutch: vluchteling. In German: Flüchtling."),
        why=_("If the word is missing, the town hall can correct the card."),
        when="status is refugee and card in (a_card, b_card)",
        options=(YES, NO, UNSURE),
    ),
)

CARD_DATES = (
    Question(
        "application_date",
        5,
        "date",
        skippable=True,
        title=_("On which day did you apply for asylum?"),
        short=_("Asylum application"),
        hint=_("This is the day of your request for international protection, not of the decision."),
        why=_("Five years are counted from this day."),
        when="card in (none, a_card, annex_15, lost) or needs has status_letter",
    ),
    Question(
        "decision_date",
        6,
        "date",
        skippable=True,
        title=_("On which day were you recognised as a refugee?"),
        short=_("Decision"),
        hint=_("The date is on your decision."),
        why=_("Your first card is valid for five years from this day."),
        when="status is refugee and card is none",
    ),
    Question(
        "card_expiry",
        7,
        "date",
        skippable=True,
        title=_("Until which day is your card valid?"),
        short=_("Card valid until"),
        hint=_("The date is on your card."),
        why=_("You must ask for a new card yourself, in time."),
        when="card in (a_card, b_card) or (needs has travel and not (card in (none, lost, annex_15)))",
    ),
)

PLACE = Question(
    "postcode",
    33,
    "postcode",
    skippable=True,
    title=_("What is the postcode of your home in Belgium?"),
    short=_("Postcode"),
    hint=_("Four digits, for example 1000."),
    why=_("It tells your region and the language of your town hall."),
)
