"""The Belgian questionnaire: every question in order, with who is asked and the wording as message ids.

Slugs, options, conditions and numbers are an interface (printed plan codes, test persons, translations): they never
change, and a question added later must be skippable. Source: the project's contract.
"""

from __future__ import annotations

from .messages import gettext_noop as _
from .questions import Option, Question, Questionnaire
from .questions_family import FAMILY_QUESTIONS

_YES, _NO, _UNSURE = Option("yes", 1, _("Yes")), Option("no", 2, _("No")), Option("unsure", 3, _("I am not sure"))

_STATUS_AND_CARD = (
    Question(
        "status", 1, "single",
        title=_("What did Belgium decide about you?"),
        short=_("Your status"),
        hint=_("Look at the letter with your decision."),
        why=_("Your rights depend on the protection you received."),
        options=(
            Option("refugee", 1, _("I am recognised as a refugee in Belgium")),
            Option("subsidiary", 2, _("I have subsidiary protection in Belgium")),
            Option("refugee_elsewhere", 3, _("Another country recognised me as a refugee")),
            Option("family_member", 4, _("I came to Belgium through family reunification")),
            Option("other", 5, _("Something else")),
        ),
    ),
    Question(
        "needs", 2, "multiple",
        title=_("What do you need help with?"),
        short=_("You need help with"),
        hint=_("Choose one or more."),
        why=_("We then ask only about these things."),
        when="status is refugee",
        options=(
            Option("residence", 1, _("My residence card")),
            Option("work", 2, _("Work")),
            Option("law", 3, _("Belgian law")),
            Option("travel", 4, _("Travel abroad")),
            Option("documents", 5, _("Papers and certificates")),
            Option("children", 6, _("Refugee status for my child")),
            Option("family", 7, _("Bringing or finding my family")),
            Option("nationality", 8, _("Becoming Belgian")),
            Option("status_letter", 9, _("A letter that may end my status")),
            Option("renounce", 10, _("Giving up my refugee status")),
        ),
    ),
    Question(
        "card", 3, "single",
        title=_("Which residence card do you have now?"),
        short=_("Your card"),
        hint=_("The letter A or B is printed on the card."),
        why=_("Each card has its own next step."),
        when="status is subsidiary or needs has residence",
        options=(
            Option("none", 1, _("No card yet")),
            Option("a_card", 2, _("A card"), _("Temporary residence")),
            Option("b_card", 3, _("B card"), _("Unlimited residence")),
            Option("annex_15", 4, _("Annex 15"), _("A paper from the town hall while you wait for a card")),
            Option("lost", 5, _("My card is lost or stolen")),
        ),
    ),
    Question(
        "card_shows_refugee", 4, "single",
        title=_("Does your card say “refugee” under “nationality”?"),
        short=_("Card says “refugee”"),
        hint=_("In French: réfugié. In Dutch: vluchteling. In German: Flüchtling."),
        why=_("If the word is missing, the town hall can correct the card."),
        when="status is refugee and card in (a_card, b_card)",
        options=(_YES, _NO, _UNSURE),
    ),
)

_DATES = (
    Question(
        "application_date", 5, "date", skippable=True,
        title=_("On which day did you apply for asylum?"),
        short=_("Asylum application"),
        hint=_("This is the day of your request for international protection, not of the decision."),
        why=_("Five years are counted from this day."),
        when="card in (none, a_card, annex_15, lost) or needs has status_letter",
    ),
    Question(
        "decision_date", 6, "date", skippable=True,
        title=_("On which day were you recognised as a refugee?"),
        short=_("Decision"),
        hint=_("The date is on your decision."),
        why=_("Your first card is valid for five years from this day."),
        when="status is refugee and card is none",
    ),
    Question(
        "card_expiry", 7, "date", skippable=True,
        title=_("Until which day is your card valid?"),
        short=_("Card valid until"),
        hint=_("The date is on your card."),
        why=_("You must ask for a new card yourself, in time."),
        when="card in (a_card, b_card) or (needs has travel and not (card in (none, lost, annex_15)))",
    ),
)

_WORK_AND_TRAVEL = (
    Question(
        "work", 8, "single",
        title=_("What is your work situation?"),
        short=_("Work"),
        why=_("Different services help workers, job seekers and the self-employed."),
        when="needs has work",
        options=(
            Option("looking", 1, _("I am looking for work")),
            Option("employee", 2, _("I have or will have an employer")),
            Option("self_employed", 3, _("I want to work for myself")),
            Option("out_of_work", 4, _("I have no work and no income from work")),
        ),
    ),
    Question(
        "trip", 9, "single",
        title=_("How long do you want to stay outside Belgium?"),
        short=_("Your trip"),
        why=_("The rules change after three months and after one year."),
        when="needs has travel",
        options=(
            Option("up_to_3_months", 1, _("3 months or less")),
            Option("3_to_12_months", 2, _("More than 3 months, up to 1 year")),
            Option("over_1_year", 3, _("More than 1 year")),
            Option("settle_abroad", 4, _("I want to live in another country")),
            Option("no_trip", 5, _("I have no plan to travel now")),
        ),
    ),
    Question(
        "origin_trip", 10, "single", skippable=True,
        title=_("Do you think of travelling to the country you fled from?"),
        short=_("Trip to the country you fled from"),
        hint=_("You may leave this open. Nobody sees your answer."),
        why=_("Such a trip can put your refugee status at risk."),
        when="needs has travel",
        options=(_YES, _NO),
    ),
    Question(
        "departure_date", 11, "date", skippable=True,
        title=_("On which day will you leave Belgium?"),
        short=_("Departure"),
        why=_("Your right to return is counted from this day."),
        when="trip in (up_to_3_months, 3_to_12_months, over_1_year)",
    ),
    Question(
        "return_date", 12, "date", skippable=True,
        title=_("On which day will you be back in Belgium?"),
        short=_("Return"),
        why=_("We check whether your card is still valid on that day."),
        when="trip in (up_to_3_months, 3_to_12_months)",
    ),
    Question(
        "blue_passport", 13, "single",
        title=_("Do you have a blue passport?"),
        short=_("Blue passport"),
        hint=_("Its official name is refugee travel document."),
        why=_("If you have none, we explain how to ask for it."),
        when="needs has travel",
        options=(_YES, _NO),
    ),
    Question(
        "minors_at_home", 14, "single",
        title=_("Do children under 18 live in your home?"),
        short=_("Children under 18 at home"),
        why=_("The town hall then asks for one more form."),
        when="blue_passport is no",
        options=(_YES, _NO),
    ),
    Question(
        "certificates", 15, "multiple",
        title=_("Which papers do you need?"),
        short=_("Papers you need"),
        hint=_("Choose one or more."),
        why=_("The CGRS can give papers that your country can no longer give."),
        when="needs has documents",
        options=(
            Option("refugee_certificate", 1, _("Refugee certificate")),
            Option("birth", 2, _("Birth certificate")),
            Option("marriage", 3, _("Marriage certificate")),
            Option("divorce", 4, _("Divorce certificate")),
            Option("widowhood", 5, _("Certificate of widowhood")),
            Option("civil_status", 6, _("Certificate of civil status")),
            Option("family_composition", 7, _("Copy of the family composition")),
            Option("legalisation_exemption", 8, _("Proof that a foreign paper needs no legalisation")),
        ),
    ),
    Question(
        "spouse_in_belgium", 16, "single",
        title=_("Is your husband or wife in Belgium?"),
        short=_("Husband or wife in Belgium"),
        why=_("A marriage certificate is possible only when both of you are in Belgium."),
        when="certificates has marriage",
        options=(_YES, _NO),
    ),
)

_PLACE = Question(
    "postcode", 33, "postcode", skippable=True,
    title=_("What is the postcode of your home in Belgium?"),
    short=_("Postcode"),
    hint=_("Four digits, for example 1000."),
    why=_("It tells your region and the language of your town hall."),
)

QUESTIONNAIRE = Questionnaire((*_STATUS_AND_CARD, *_DATES, *_WORK_AND_TRAVEL, *FAMILY_QUESTIONS, _PLACE))
