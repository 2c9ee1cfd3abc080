"""The questions on nationality, letters about the status, and status from another country."""

from __future__ import annotations

from ..messages import gettext_noop as _
from ..questions import Option, Question
from .choices import NO, UNSURE, YES

NATIONALITY_AND_STATUS = (
    Question(
        "nationality_route",
        25,
        "single",
        title=_("How do you want to become Belgian?"),
        short=_("Way to become Belgian"),
        hint=_("There are two ways. If you do not know, we show both."),
        why=_("Each way has its own conditions and papers."),
        when="needs has nationality",
        options=(
            Option("declaration", 1, _("By declaration of nationality"), picture="sign"),
            Option("naturalisation", 2, _("By naturalisation, for exceptional merits"), picture="medal"),
            Option("unsure", 3, _("I am not sure"), picture="unsure"),
        ),
    ),
    Question(
        "letter",
        26,
        "single",
        title=_("What does the letter say?"),
        short=_("Your letter"),
        hint=_("If you do not understand the letter, ask a lawyer or a social service."),
        why=_("What you can do is different for each letter."),
        when="needs has status_letter",
        options=(
            Option("review", 1, _("My status is being examined again"), picture="paper-look"),
            Option(
                "cessation",
                2,
                _("My status ends"),
                _("In French: abrogation. In Dutch: opheffing."),
                picture="end",
            ),
            Option(
                "withdrawal",
                3,
                _("My status is withdrawn"),
                _("In French: retrait. In Dutch: intrekking."),
                picture="paper-no",
            ),
        ),
    ),
    Question(
        "withdrawal_ground",
        27,
        "single",
        title=_("Which reason does the letter give?"),
        short=_("Reason in the letter"),
        why=_("The reason decides whether you can be told to leave Belgium at any time."),
        when="letter is withdrawal",
        options=(
            Option("danger", 1, _("Danger to society or to national security"), picture="warning"),
            Option(
                "other_ground",
                2,
                _("Another reason"),
                _("For example false papers, exclusion, or what you did later."),
                picture="other",
            ),
            Option("unsure", 3, _("I am not sure"), picture="unsure"),
        ),
    ),
    Question(
        "recognised_where",
        28,
        "single",
        title=_("Which country recognised you as a refugee?"),
        short=_("Country that recognised you"),
        why=_("The papers you need for a visit depend on it."),
        when="status is refugee_elsewhere",
        options=(
            Option("eu", 1, _("A country of the European Union"), picture="union"),
            Option("outside_eu", 2, _("A country outside the European Union"), picture="globe"),
        ),
    ),
    Question(
        "belgium_plan",
        29,
        "single",
        title=_("What do you want to do in Belgium?"),
        short=_("Your plan for Belgium"),
        why=_("A visit, a long stay and confirmation of your status have different rules."),
        when="status is refugee_elsewhere",
        options=(
            Option("up_to_3_months", 1, _("Visit for 3 months or less"), picture="months-3"),
            Option("over_3_months", 2, _("Stay longer than 3 months"), picture="after"),
            Option(
                "confirm_status", 3, _("Have my refugee status confirmed in Belgium"), picture="recognised"
            ),
        ),
    ),
    Question(
        "entry_date",
        30,
        "date",
        skippable=True,
        title=_("On which day do you enter Belgium?"),
        short=_("Entry into Belgium"),
        why=_("A visit can last at most three months from this day."),
        when="belgium_plan is up_to_3_months",
    ),
    Question(
        "unrestricted_stay",
        31,
        "single",
        title=_("May you stay in Belgium without any restriction?"),
        short=_("Stay without restriction"),
        hint=_("Your residence permit or the town hall can tell."),
        why=_("It is one of the conditions for confirmation."),
        when="belgium_plan is confirm_status",
        options=(YES, NO, UNSURE),
    ),
    Question(
        "legal_stay_since",
        32,
        "date",
        skippable=True,
        title=_("Since which day do you stay legally in Belgium, without a break?"),
        short=_("Legal stay since"),
        why=_("Confirmation asks for 18 months of legal stay without a break."),
        when="belgium_plan is confirm_status",
    ),
    Question(
        "family_permit_date",
        34,
        "date",
        skippable=True,
        title=_("On which day did you get your residence permit for family reunification?"),
        short=_("Family residence permit"),
        why=_("After five years your residence can become unlimited."),
        when="status is family_member",
    ),
)
