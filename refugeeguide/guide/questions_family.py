"""The questions on children, family, nationality, letters, and status from another country. See questionnaire.py."""

from __future__ import annotations

from .messages import gettext_noop as _
from .questions import Option, Question

_YES, _NO, _UNSURE = Option("yes", 1, _("Yes")), Option("no", 2, _("No")), Option("unsure", 3, _("I am not sure"))

_CHILDREN = (
    Question(
        "children", 17, "multiple",
        title=_("Which children is it about?"),
        short=_("Children"),
        hint=_("Choose one or more."),
        why=_("The office to ask is different for each situation."),
        when="needs has children",
        options=(
            Option("came_with_me", 1, _("A child who came to Belgium with me")),
            Option("born_in_belgium", 2, _("A child born in Belgium after I was recognised")),
            Option("arrived_later", 3, _("A child who came to Belgium after I was recognised")),
            Option("other", 4, _("Another situation")),
        ),
    ),
    Question(
        "children_on_annex", 18, "single",
        title=_("Is the child on your annex 25 or 26?"),
        short=_("Child on annex 25 or 26"),
        hint=_("Answer yes only if you also asked for the child's status during your asylum procedure."),
        why=_("Then the child is recognised as a refugee too."),
        when="children has came_with_me",
        options=(_YES, _NO, _UNSURE),
    ),
    Question(
        "other_parent", 19, "single",
        title=_("Who is the other parent of the child born in Belgium?"),
        short=_("The other parent"),
        why=_("It decides which office you ask and which papers you need."),
        when="children has born_in_belgium",
        options=(
            Option("refugee_in_belgium", 1, _("Also recognised as a refugee in Belgium")),
            Option("not_refugee", 2, _("Not recognised as a refugee in Belgium")),
            Option("single_mother", 3, _("I am a single mother")),
            Option("other", 4, _("Another situation")),
        ),
    ),
)

_FAMILY = (
    Question(
        "relatives", 20, "multiple",
        title=_("Which family members is it about?"),
        short=_("Family members"),
        hint=_("Choose one or more."),
        why=_("The conditions are different for each family member."),
        when="needs has family",
        options=(
            Option("spouse", 1, _("Husband, wife or registered partner")),
            Option("children_under_18", 2, _("Children under 18")),
            Option("disabled_adult_child", 3, _("A child over 18 with a disability")),
            Option("parents", 4, _("My parents")),
            Option("other_relative", 5, _("Another relative, for example a brother or sister")),
            Option("lost_contact", 6, _("A relative I have lost contact with")),
        ),
    ),
    Question(
        "couple_age", 21, "single",
        title=_("How old are you and your partner?"),
        short=_("Age of both partners"),
        why=_("The law sets a minimum age for both partners."),
        when="relatives has spouse",
        options=(
            Option("both_21", 1, _("Both of us are 21 or older")),
            Option("both_18", 2, _("Both are 18 or older, and one or both are under 21")),
            Option("under_18", 3, _("One or both of us are under 18")),
        ),
    ),
    Question(
        "couple_since", 22, "single",
        title=_("When did you marry or register your partnership?"),
        short=_("Marriage or partnership"),
        hint=_("Compare with the day you arrived in Belgium."),
        why=_("The minimum age is lower when it was before you came to Belgium."),
        when="couple_age is both_18",
        options=(
            Option("before_arrival", 1, _("Before I arrived in Belgium")),
            Option("after_arrival", 2, _("After I arrived in Belgium")),
        ),
    ),
    Question(
        "minor_alone", 23, "single",
        title=_("Are you under 18, and did you come to Belgium without a responsible adult?"),
        short=_("Under 18 and came alone"),
        hint=_("Answer yes only if both are true."),
        why=_("Only then can your parents come through family reunification."),
        when="relatives has parents",
        options=(_YES, _NO),
    ),
    Question(
        "relatives_where", 24, "multiple",
        title=_("Where are these family members now?"),
        short=_("Where they are"),
        hint=_("Choose one or both."),
        why=_("It decides where they apply."),
        when="relatives has any of (spouse, children_under_18, disabled_adult_child, parents)",
        options=(Option("abroad", 1, _("Outside Belgium")), Option("in_belgium", 2, _("In Belgium"))),
    ),
)

_STATUS_AND_NATIONALITY = (
    Question(
        "nationality_route", 25, "single",
        title=_("How do you want to become Belgian?"),
        short=_("Way to become Belgian"),
        hint=_("There are two ways. If you do not know, we show both."),
        why=_("Each way has its own office and papers."),
        when="needs has nationality",
        options=(
            Option("declaration", 1, _("By declaration of nationality")),
            Option("naturalisation", 2, _("By naturalisation, for exceptional merits")),
            Option("unsure", 3, _("I am not sure")),
        ),
    ),
    Question(
        "letter", 26, "single",
        title=_("What does the letter say?"),
        short=_("Your letter"),
        hint=_("If you do not understand the letter, ask a lawyer or a social service."),
        why=_("What you can do is different for each letter."),
        when="needs has status_letter",
        options=(
            Option("review", 1, _("My status is being examined again")),
            Option("cessation", 2, _("My status ends"), _("In French: cessation. In Dutch: opheffing.")),
            Option("withdrawal", 3, _("My status is withdrawn"), _("In French: retrait. In Dutch: intrekking.")),
        ),
    ),
    Question(
        "withdrawal_ground", 27, "single",
        title=_("Which reason does the letter give?"),
        short=_("Reason in the letter"),
        why=_("The reason decides whether you can be told to leave Belgium at any time."),
        when="letter is withdrawal",
        options=(
            Option("danger", 1, _("Danger to society or to national security")),
            Option("other_ground", 2, _("Another reason"), _("For example false papers, exclusion, or what you did later.")),
            Option("unsure", 3, _("I am not sure")),
        ),
    ),
    Question(
        "recognised_where", 28, "single",
        title=_("Which country recognised you as a refugee?"),
        short=_("Country that recognised you"),
        why=_("The papers you need for a visit depend on it."),
        when="status is refugee_elsewhere",
        options=(
            Option("eu", 1, _("A country of the European Union")),
            Option("outside_eu", 2, _("A country outside the European Union")),
        ),
    ),
    Question(
        "belgium_plan", 29, "single",
        title=_("What do you want to do in Belgium?"),
        short=_("Your plan for Belgium"),
        why=_("A visit, a long stay and confirmation of your status have different rules."),
        when="status is refugee_elsewhere",
        options=(
            Option("up_to_3_months", 1, _("Visit for 3 months or less")),
            Option("over_3_months", 2, _("Stay longer than 3 months")),
            Option("confirm_status", 3, _("Have my refugee status confirmed in Belgium")),
        ),
    ),
    Question(
        "entry_date", 30, "date", skippable=True,
        title=_("On which day do you enter Belgium?"),
        short=_("Entry into Belgium"),
        why=_("A visit can last at most three months from this day."),
        when="belgium_plan is up_to_3_months",
    ),
    Question(
        "unrestricted_stay", 31, "single",
        title=_("May you stay in Belgium without any restriction?"),
        short=_("Stay without restriction"),
        hint=_("Your residence permit or the town hall can tell."),
        why=_("It is one of the conditions for confirmation."),
        when="belgium_plan is confirm_status",
        options=(_YES, _NO, _UNSURE),
    ),
    Question(
        "legal_stay_since", 32, "date", skippable=True,
        title=_("Since which day do you stay legally in Belgium, without a break?"),
        short=_("Legal stay since"),
        why=_("The law asks for 18 months of legal stay without a break."),
        when="belgium_plan is confirm_status",
    ),
    Question(
        "family_permit_date", 34, "date", skippable=True,
        title=_("On which day did you get your residence permit for family reunification?"),
        short=_("Family residence permit"),
        why=_("After five years your residence can become unlimited."),
        when="status is family_member",
    ),
)

FAMILY_QUESTIONS = (*_CHILDREN, *_FAMILY, *_STATUS_AND_NATIONALITY)
