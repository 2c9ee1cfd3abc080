"""The questionnaire of the contract, written down by hand: what is asked, in which order, with which options.

Nothing here comes from the application. Checks compare the two, so this file must stay an own reading.
"""

from collections.abc import Callable
from typing import Any

Said = dict[str, Any]

SINGLE, MULTIPLE, DATE, POSTCODE = "single", "multiple", "date", "postcode"

YES_NO = ("yes", "no")
YES_NO_UNSURE = ("yes", "no", "unsure")
NEEDS = (
    "residence", "work", "law", "travel", "documents", "children", "family", "nationality", "status_letter",
    "renounce",
)  # fmt: skip
CERTIFICATES = (
    "refugee_certificate", "birth", "marriage", "divorce", "widowhood", "civil_status", "family_composition",
    "legalisation_exemption",
)  # fmt: skip
CLOSE_FAMILY = ("spouse", "children_under_18", "disabled_adult_child", "parents")
RELATIVES = (*CLOSE_FAMILY, "other_relative", "lost_contact")

# slug -> (kind, options, may it be skipped)
QUESTIONS: dict[str, tuple[str, tuple[str, ...], bool]] = {
    "status": (SINGLE, ("refugee", "subsidiary", "refugee_elsewhere", "family_member", "other"), False),
    "needs": (MULTIPLE, NEEDS, False),
    "card": (SINGLE, ("none", "a_card", "b_card", "annex_15", "lost"), False),
    "card_shows_refugee": (SINGLE, YES_NO_UNSURE, False),
    "application_date": (DATE, (), True),
    "decision_date": (DATE, (), True),
    "card_expiry": (DATE, (), True),
    "work": (SINGLE, ("looking", "employee", "self_employed", "out_of_work"), False),
    "trip": (SINGLE, ("up_to_3_months", "3_to_12_months", "over_1_year", "settle_abroad", "no_trip"), False),
    "origin_trip": (SINGLE, YES_NO, True),
    "departure_date": (DATE, (), True),
    "return_date": (DATE, (), True),
    "blue_passport": (SINGLE, YES_NO, False),
    "minors_at_home": (SINGLE, YES_NO, False),
    "certificates": (MULTIPLE, CERTIFICATES, False),
    "spouse_in_belgium": (SINGLE, YES_NO, False),
    "children": (MULTIPLE, ("came_with_me", "born_in_belgium", "arrived_later", "other"), False),
    "children_on_annex": (SINGLE, YES_NO_UNSURE, False),
    "other_parent": (SINGLE, ("refugee_in_belgium", "not_refugee", "single_mother", "other"), False),
    "relatives": (MULTIPLE, RELATIVES, False),
    "couple_age": (SINGLE, ("both_21", "both_18", "under_18"), False),
    "couple_since": (SINGLE, ("before_arrival", "after_arrival"), False),
    "minor_alone": (SINGLE, YES_NO, False),
    "relatives_where": (MULTIPLE, ("abroad", "in_belgium"), False),
    "nationality_route": (SINGLE, ("declaration", "naturalisation", "unsure"), False),
    "letter": (SINGLE, ("review", "cessation", "withdrawal"), False),
    "withdrawal_ground": (SINGLE, ("danger", "other_ground", "unsure"), False),
    "recognised_where": (SINGLE, ("eu", "outside_eu"), False),
    "belgium_plan": (SINGLE, ("up_to_3_months", "over_3_months", "confirm_status"), False),
    "entry_date": (DATE, (), True),
    "unrestricted_stay": (SINGLE, YES_NO_UNSURE, False),
    "legal_stay_since": (DATE, (), True),
    "family_permit_date": (DATE, (), True),
    "postcode": (POSTCODE, (), True),
}


def chosen(said: Said, slug: str, *options: str) -> bool:
    """Was one of these options picked? An unasked or skipped question picks nothing."""
    answer = said.get(slug)
    picked = answer if isinstance(answer, list) else [answer]
    return any(option in picked for option in options)


def _asks_card_expiry(said: Said) -> bool:
    holds_a_card = chosen(said, "card", "a_card", "b_card")
    may_hold_one = not chosen(said, "card", "none", "lost", "annex_15")
    return holds_a_card or (chosen(said, "needs", "travel") and may_hold_one)


def _asks_application_date(said: Said) -> bool:
    may_still_wait_for_b_card = chosen(said, "card", "none", "a_card", "annex_15", "lost")
    return may_still_wait_for_b_card or chosen(said, "needs", "status_letter")


def _is_new_refugee(said: Said) -> bool:
    return chosen(said, "status", "refugee") and chosen(said, "card", "none")


def _refugee_holds_card(said: Said) -> bool:
    return chosen(said, "status", "refugee") and chosen(said, "card", "a_card", "b_card")


TRIPS_WITH_DEPARTURE = ("up_to_3_months", "3_to_12_months", "over_1_year")

# None of these looks at a question that may be skipped, so "asked" is always plainly true or false.
ASKED_WHEN: dict[str, Callable[[Said], bool]] = {
    "status": lambda said: True,
    "needs": lambda said: chosen(said, "status", "refugee"),
    "card": lambda said: chosen(said, "status", "subsidiary") or chosen(said, "needs", "residence"),
    "card_shows_refugee": _refugee_holds_card,
    "application_date": _asks_application_date,
    "decision_date": _is_new_refugee,
    "card_expiry": _asks_card_expiry,
    "work": lambda said: chosen(said, "needs", "work"),
    "trip": lambda said: chosen(said, "needs", "travel"),
    "origin_trip": lambda said: chosen(said, "needs", "travel"),
    "departure_date": lambda said: chosen(said, "trip", *TRIPS_WITH_DEPARTURE),
    "return_date": lambda said: chosen(said, "trip", "up_to_3_months", "3_to_12_months"),
    "blue_passport": lambda said: chosen(said, "needs", "travel"),
    "minors_at_home": lambda said: chosen(said, "blue_passport", "no"),
    "certificates": lambda said: chosen(said, "needs", "documents"),
    "spouse_in_belgium": lambda said: chosen(said, "certificates", "marriage"),
    "children": lambda said: chosen(said, "needs", "children"),
    "children_on_annex": lambda said: chosen(said, "children", "came_with_me"),
    "other_parent": lambda said: chosen(said, "children", "born_in_belgium"),
    "relatives": lambda said: chosen(said, "needs", "family"),
    "couple_age": lambda said: chosen(said, "relatives", "spouse"),
    "couple_since": lambda said: chosen(said, "couple_age", "both_18"),
    "minor_alone": lambda said: chosen(said, "relatives", "parents"),
    "relatives_where": lambda said: chosen(said, "relatives", *CLOSE_FAMILY),
    "nationality_route": lambda said: chosen(said, "needs", "nationality"),
    "letter": lambda said: chosen(said, "needs", "status_letter"),
    "withdrawal_ground": lambda said: chosen(said, "letter", "withdrawal"),
    "recognised_where": lambda said: chosen(said, "status", "refugee_elsewhere"),
    "belgium_plan": lambda said: chosen(said, "status", "refugee_elsewhere"),
    "entry_date": lambda said: chosen(said, "belgium_plan", "up_to_3_months"),
    "unrestricted_stay": lambda said: chosen(said, "belgium_plan", "confirm_status"),
    "legal_stay_since": lambda said: chosen(said, "belgium_plan", "confirm_status"),
    "family_permit_date": lambda said: chosen(said, "status", "family_member"),
    "postcode": lambda said: True,
}


def asked(answers: Said) -> list[str]:
    """The questions these answers reach, in order; answers to unreached questions steer nothing."""
    reached: list[str] = []
    said: Said = {}
    for slug in QUESTIONS:
        if ASKED_WHEN[slug](said):
            reached.append(slug)
            said[slug] = answers.get(slug)
    return reached


def next_question(answers: Said) -> str | None:
    """The first reached question that has neither an answer nor an explicit skip."""
    return next((slug for slug in asked(answers) if slug not in answers), None)
