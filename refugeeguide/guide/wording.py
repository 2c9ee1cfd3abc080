"""A condition said in words, for editors: `status is refugee` becomes «Your status: "Recognised as a refugee"».

The words come in from outside: `say` looks up a message id in the reader's language.
"""

from __future__ import annotations

from collections.abc import Callable

from .conditions import All, Always, Any, Choice, Compare, Condition, Known, Not
from .dates import DateTerm
from .messages import gettext_noop as _
from .questions import Questionnaire

Say = Callable[[str], str]

COMPARISONS = {"<": _("is before"), "<=": _("is not after"), ">": _("is after"), ">=": _("is not before")}
REGIONS = {
    "brussels": _("Brussels"),
    "flanders": _("Flanders"),
    "wallonia": _("Wallonia"),
    "german_speaking": _("German-speaking Community"),
}
EVERYONE, REGION_NAME, TODAY_NAME = _("everyone"), _("Region"), _("today")
AND, OR, NOT, IS_KNOWN = _("and"), _("or"), _("not"), _("is known")
UNITS = {"years": (_("year"), _("years")), "months": (_("month"), _("months")), "days": (_("day"), _("days"))}
QUOTED = _("“%s”")


def in_words(condition: Condition, questionnaire: Questionnaire, say: Say) -> str:
    """The condition as a sentence."""
    match condition:
        case Always():
            return say(EVERYONE)
        case Choice(name, options):
            labels = [_option_label(questionnaire, name, option, say) for option in options]
            return f"{_name_label(questionnaire, name, say)}: " + f" {say(OR)} ".join(labels)
        case Known(name):
            return f"{_name_label(questionnaire, name, say)} {say(IS_KNOWN)}"
        case Compare(left, comparison, right):
            first, second = (_day_label(questionnaire, term, say) for term in (left, right))
            return f"{first} {say(COMPARISONS[comparison])} {second}"
        case Not(part):
            return f"{say(NOT)} ({in_words(part, questionnaire, say)})"
        case All(parts) | Any(parts):
            word = say(AND) if isinstance(condition, All) else say(OR)
            return f" {word} ".join(_bracketed(part, questionnaire, say) for part in parts)


def _bracketed(part: Condition, questionnaire: Questionnaire, say: Say) -> str:
    words = in_words(part, questionnaire, say)
    return f"({words})" if isinstance(part, (All, Any)) else words


def _name_label(questionnaire: Questionnaire, name: str, say: Say) -> str:
    question = questionnaire.get(name)
    return say(question.short) if question else say(REGION_NAME)


def _option_label(questionnaire: Questionnaire, name: str, option: str, say: Say) -> str:
    question = questionnaire.get(name)
    known = question.option(option) if question else None
    return say(QUOTED) % say(known.label if known else REGIONS[option])


def _day_label(questionnaire: Questionnaire, term: DateTerm, say: Say) -> str:
    label = say(TODAY_NAME) if term.name == "today" else _name_label(questionnaire, term.name, say)
    if term.offset is None:
        return label
    sign = "+" if term.offset.count > 0 else "−"
    count = abs(term.offset.count)
    return f"{label} {sign} {count} {say(UNITS[term.offset.unit][count > 1])}"
