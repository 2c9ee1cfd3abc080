"""The questions on children and on bringing or finding family."""

from __future__ import annotations

from ..messages import gettext_noop as _
from ..questions import Option, Question
from .choices import NO, UNSURE, YES

CHILDREN = (
    Question(
        "children",
        17,
        "multiple",
        title=_("Which children is it about?"),
        short=_("Children"),
        hint=_("Choose one or more."),
        why=_("The office to ask is different for each situation."),
        when="needs has children",
        options=(
            Option("came_with_me", 1, _("A child who came to Belgium with me"), picture="parent-child"),
            Option("born_in_belgium", 2, _("A child born in Belgium after I was recognised"), picture="baby"),
            Option(
                "arrived_later",
                3,
                _("A child who came to Belgium after I was recognised"),
                picture="child-later",
            ),
            Option("other", 4, _("Another situation"), picture="other"),
        ),
    ),
    Question(
        "children_on_annex",
        18,
        "single",
        title=_("Is the child on your annex 25 or 26?"),
        short=_("Child on annex 25 or 26"),
        hint=_("Answer yes only if you also asked for the child's status during your asylum procedure."),
        why=_("Then the child is recognised as a refugee too."),
        when="children has came_with_me",
        options=(YES, NO, UNSURE),
    ),
    Question(
        "other_parent",
        19,
        "single",
        title=_("Who is the other parent of the child born in Belgium?"),
        short=_("The other parent"),
        why=_("It decides which office you ask and which papers you need."),
        when="children has born_in_belgium",
        options=(
            Option(
                "refugee_in_belgium", 1, _("Also recognised as a refugee in Belgium"), picture="recognised"
            ),
            Option("not_refugee", 2, _("Not recognised as a refugee in Belgium"), picture="person-no"),
            Option("single_mother", 3, _("I am a single mother"), picture="parent-child"),
            Option("other", 4, _("Another situation"), picture="other"),
        ),
    ),
)

FAMILY = (
    Question(
        "relatives",
        20,
        "multiple",
        title=_("Which family members is it about?"),
        short=_("Family members"),
        hint=_("Choose one or more."),
        why=_("The conditions are different for each family member."),
        when="needs has family",
        options=(
            Option("spouse", 1, _("Husband, wife or registered partner"), picture="rings"),
            Option("children_under_18", 2, _("Children under 18"), picture="child"),
            Option("disabled_adult_child", 3, _("A child over 18 with a disability"), picture="wheelchair"),
            Option("parents", 4, _("My parents"), picture="parents"),
            Option(
                "other_relative",
                5,
                _("Another relative, for example a brother or sister"),
                picture="relative",
            ),
            Option("lost_contact", 6, _("A relative I have lost contact with"), picture="person-lost"),
        ),
    ),
    Question(
        "couple_age",
        21,
        "single",
        title=_("How old are you and your partner?"),
        short=_("Age of both partners"),
        why=_("There is a minimum age for both partners."),
        when="relatives has spouse",
        options=(
            Option("both_21", 1, _("Both of us are 21 or older"), picture="age-21"),
            Option("both_18", 2, _("Both are 18 or older, and one or both are under 21"), picture="age-18"),
            Option("under_18", 3, _("One or both of us are under 18"), picture="age-under-18"),
        ),
    ),
    Question(
        "couple_since",
        22,
        "single",
        title=_("When did you marry or register your partnership?"),
        short=_("Marriage or partnership"),
        hint=_("Compare with the day you arrived in Belgium."),
        why=_("The minimum age is lower when it was before you came to Belgium."),
        when="couple_age is both_18",
        options=(
            Option("before_arrival", 1, _("Before I arrived in Belgium"), picture="before"),
            Option("after_arrival", 2, _("After I arrived in Belgium"), picture="after"),
        ),
    ),
    Question(
        "minor_alone",
        23,
        "single",
        title=_("Are you under 18, and did you come to Belgium without a responsible adult?"),
        short=_("Under 18 and came alone"),
        hint=_("Answer yes only if both are true."),
        why=_("Only then can your parents come through family reunification."),
        when="relatives has parents",
        options=(YES, NO),
    ),
    Question(
        "relatives_where",
        24,
        "multiple",
        title=_("Where are these family members now?"),
        short=_("Where they are"),
        hint=_("Choose one or both."),
        why=_("It decides where they apply."),
        when="relatives has any of (spouse, children_under_18, disabled_adult_child, parents)",
        options=(
            Option("abroad", 1, _("Outside Belgium"), picture="globe"),
            Option("in_belgium", 2, _("In Belgium"), picture="pin"),
        ),
    ),
)
