"""The questions on work, travel and papers."""

from __future__ import annotations

from ..messages import gettext_noop as _
from ..questions import Option, Question
from .choices import NO, YES

FROM_CGRS, FOREIGN = _("Papers from the CGRS"), _("Papers from another country")

WORK_TRAVEL_AND_PAPERS = (
    Question(
        "work",
        8,
        "single",
        title=_("What is your work situation?"),
        short=_("Work"),
        why=_("Different services help workers, job seekers and the self-employed."),
        when="needs has work",
        options=(
            Option("looking", 1, _("I am looking for work"), picture="work-look"),
            Option("employee", 2, _("I have or will have an employer"), picture="work"),
            Option("self_employed", 3, _("I want to work for myself"), picture="shop"),
            Option("out_of_work", 4, _("I have no work and no income from work"), picture="money-none"),
        ),
    ),
    Question(
        "trip",
        9,
        "single",
        title=_("How long do you want to stay outside Belgium?"),
        short=_("Your trip"),
        why=_("The rules change after three months and after one year."),
        when="needs has travel",
        options=(
            Option("up_to_3_months", 1, _("3 months or less"), picture="months-3"),
            Option("3_to_12_months", 2, _("More than 3 months, up to 1 year"), picture="months-12"),
            Option("over_1_year", 3, _("More than 1 year"), picture="after"),
            Option("settle_abroad", 4, _("I want to live in another country"), picture="move"),
            Option("no_trip", 5, _("I have no plan to travel now"), picture="home"),
        ),
    ),
    Question(
        "origin_trip",
        10,
        "single",
        skippable=True,
        title=_("Do you think of travelling to the country you fled from?"),
        short=_("Trip to the country you fled from"),
        hint=_("You may leave this open. Nobody sees your answer."),
        why=_("Such a trip can put your refugee status at risk."),
        when="needs has travel",
        options=(YES, NO),
    ),
    Question(
        "departure_date",
        11,
        "date",
        skippable=True,
        title=_("On which day will you leave Belgium?"),
        short=_("Departure"),
        why=_("Your right to return is counted from this day."),
        when="trip in (up_to_3_months, 3_to_12_months, over_1_year)",
    ),
    Question(
        "return_date",
        12,
        "date",
        skippable=True,
        title=_("On which day will you be back in Belgium?"),
        short=_("Return"),
        why=_("We check whether your card is still valid on that day."),
        when="trip in (up_to_3_months, 3_to_12_months)",
    ),
    Question(
        "blue_passport",
        13,
        "single",
        title=_("Do you have a blue passport?"),
        short=_("Blue passport"),
        hint=_("Its official name is refugee travel document."),
        why=_("If you have none, we explain how to ask for it."),
        when="needs has travel",
        options=(YES, NO),
    ),
    Question(
        "minors_at_home",
        14,
        "single",
        title=_("Do children under 18 live in your home?"),
        short=_("Children under 18 at home"),
        why=_("The town hall then asks for one more form."),
        when="blue_passport is no",
        options=(YES, NO),
    ),
    Question(
        "certificates",
        15,
        "multiple",
        title=_("Which papers do you need?"),
        short=_("Papers you need"),
        hint=_("Choose one or more."),
        why=_("The CGRS can give papers that your country can no longer give."),
        when="needs has documents",
        options=(
            Option(
                "refugee_certificate", 1, _("Refugee certificate"), group=FROM_CGRS, picture="certificate"
            ),
            Option("birth", 2, _("Birth certificate"), group=FROM_CGRS, picture="baby"),
            Option("marriage", 3, _("Marriage certificate"), group=FROM_CGRS, picture="rings"),
            Option("divorce", 4, _("Divorce certificate"), group=FROM_CGRS, picture="couple-apart"),
            Option("widowhood", 5, _("Certificate of widowhood"), group=FROM_CGRS, picture="couple-one"),
            Option(
                "civil_status", 6, _("Certificate of civil status"), group=FROM_CGRS, picture="paper-person"
            ),
            Option(
                "family_composition",
                7,
                _("Copy of the family composition"),
                group=FROM_CGRS,
                picture="family",
            ),
            Option(
                "legalisation_exemption",
                8,
                _("Proof that a foreign paper needs no legalisation"),
                group=FOREIGN,
                picture="stamp-none",
            ),
        ),
    ),
    Question(
        "spouse_in_belgium",
        16,
        "single",
        title=_("Is your husband or wife in Belgium?"),
        short=_("Husband or wife in Belgium"),
        why=_("A marriage certificate is possible only when both of you are in Belgium."),
        when="certificates has marriage",
        options=(YES, NO),
    ),
)
