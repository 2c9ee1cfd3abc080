"""What the contract fixes about the content: procedures, parts that depend on answers, and windows of days.

Printed codes, saved answers and outside checks rely on these names and conditions. A new one is added here too;
none is ever changed.
"""

# slug -> (topic, when)
PROCEDURES = {
    "rights-and-duties": ("residence", "status is refugee"),
    "register-refugee": ("residence", "status is refugee and card is none"),
    "check-refugee-on-card": ("residence", "status is refugee and card_shows_refugee in (no, unsure)"),
    "b-card-refugee": ("residence", "status is refugee and card in (none, a_card, annex_15, lost)"),
    "renew-card-refugee": ("residence", "status is refugee and card in (a_card, b_card)"),
    "annex-15": ("residence", "card is annex_15"),
    "lost-card": ("residence", "status is refugee and card is lost"),
    "register-subsidiary": ("residence", "status is subsidiary and card is none"),
    "renew-card-subsidiary": ("residence", "status is subsidiary and card in (a_card, annex_15)"),
    "b-card-subsidiary": ("residence", "status is subsidiary and card in (none, a_card, annex_15, lost)"),
    "work-freely": ("work", "work in (looking, employee, out_of_work)"),
    "self-employment": ("work", "work is self_employed"),
    "find-work": ("work", "work in (looking, out_of_work)"),
    "income-support": ("work", "work is out_of_work"),
    "belgian-law": ("law", "needs has law"),
    "blue-passport": ("travel", "blue_passport is no"),
    "visa-check": ("travel", "needs has travel and not (trip is no_trip)"),
    "trip-up-to-3-months": ("travel", "trip is up_to_3_months"),
    "trip-3-to-12-months": ("travel", "trip is 3_to_12_months"),
    "stay-over-1-year": ("travel", "trip is over_1_year"),
    "settle-abroad": ("travel", "trip is settle_abroad"),
    "travel-to-country-of-origin": ("travel", "origin_trip is yes"),
    "cgrs-certificates": (
        "documents",
        "certificates has any of (refugee_certificate, birth, marriage, divorce, widowhood,"
        " civil_status, family_composition)",
    ),
    "legalisation-exemption": ("documents", "certificates has legalisation_exemption"),
    "child-came-with-you": ("children", "children_on_annex is yes"),
    "child-born-both-refugees": ("children", "other_parent is refugee_in_belgium"),
    "child-born-one-refugee": ("children", "other_parent is not_refugee"),
    "child-born-single-mother": ("children", "other_parent is single_mother"),
    "child-arrived-later": ("children", "children has arrived_later"),
    "child-ask-helpdesk": (
        "children",
        "children has other or children_on_annex in (no, unsure) or other_parent is other",
    ),
    "reunite-spouse": ("family", "couple_age is both_21 or couple_since is before_arrival"),
    "reunite-spouse-not-eligible": ("family", "couple_age is under_18 or couple_since is after_arrival"),
    "reunite-children": ("family", "relatives has children_under_18"),
    "reunite-disabled-adult-child": ("family", "relatives has disabled_adult_child"),
    "reunite-parents": ("family", "minor_alone is yes"),
    "reunite-parents-not-eligible": ("family", "minor_alone is no"),
    "reunite-other-relatives": ("family", "relatives has other_relative"),
    "after-reunification": (
        "family",
        "couple_age is both_21 or couple_since is before_arrival or relatives has any of"
        " (children_under_18, disabled_adult_child) or minor_alone is yes",
    ),
    "trace-relatives": ("family", "relatives has lost_contact"),
    "declaration-of-nationality": ("nationality", "nationality_route in (declaration, unsure)"),
    "naturalisation": ("nationality", "nationality_route in (naturalisation, unsure)"),
    "status-review": ("status", "letter is review"),
    "appeal-cessation": ("status", "letter is cessation"),
    "appeal-withdrawal": ("status", "letter is withdrawal"),
    "renounce-status": ("status", "needs has renounce"),
    "visit-belgium-eu": ("elsewhere", "belgium_plan is up_to_3_months and recognised_where is eu"),
    "visit-belgium-outside-eu": (
        "elsewhere",
        "belgium_plan is up_to_3_months and recognised_where is outside_eu",
    ),
    "long-stay-belgium": ("elsewhere", "belgium_plan is over_3_months"),
    "confirm-status": ("elsewhere", "belgium_plan is confirm_status"),
    "family-member-residence": ("family", "status is family_member"),
    "get-help": ("help", ""),
}

REUNITE = ("reunite-spouse", "reunite-children", "reunite-disabled-adult-child", "reunite-parents")
STILL_FIVE_YEARS = "today < application_date + 5 years"

# "procedure/part/slug" -> when
PARTS = {
    "blue-passport/documents/identity-card": "",
    "blue-passport/documents/identity-photo": "",
    "blue-passport/documents/family-declaration": "minors_at_home is yes",
    "blue-passport/documents/family-composition-certificate": "region is brussels",
    "child-born-single-mother/documents/birth-extract": "",
    "cgrs-certificates/warnings/both-spouses-in-belgium": (
        "certificates has marriage and not (spouse_in_belgium is yes)"
    ),
    "trip-up-to-3-months/warnings/card-expires-during-trip": "card_expiry < return_date",
    "trip-3-to-12-months/warnings/card-expires-during-trip": "card_expiry < return_date",
    "appeal-cessation/warnings/order-to-leave-possible": STILL_FIVE_YEARS,
    "appeal-withdrawal/warnings/order-to-leave-possible": f"withdrawal_ground is danger and {STILL_FIVE_YEARS}",
    "appeal-withdrawal/warnings/order-to-leave-any-time": "withdrawal_ground in (other_ground, unsure)",
    "confirm-status/warnings/unrestricted-stay-needed": "unrestricted_stay in (no, unsure)",
    "find-work/contacts/vdab": "region is flanders",
    "find-work/contacts/actiris": "region is brussels",
    "find-work/contacts/forem": "region is wallonia",
    "find-work/contacts/arbeitsamt": "region is german_speaking",
    **{f"{slug}/steps/apply-abroad": "relatives_where has abroad" for slug in REUNITE},
    **{f"{slug}/steps/apply-in-belgium": "relatives_where has in_belgium" for slug in REUNITE},
}

# "procedure/slug" -> (from, until); no other windows are counted, the sources give none
WINDOWS = {
    "b-card-refugee/b-card": ("application_date + 5 years", ""),
    "b-card-subsidiary/b-card": ("application_date + 5 years", ""),
    "register-refugee/a-card-valid": ("", "decision_date + 5 years"),
    "renew-card-refugee/card-expires": ("", "card_expiry"),
    "renew-card-subsidiary/card-expires": ("", "card_expiry"),
    "renew-card-subsidiary/renewal-window": ("card_expiry - 45 days", "card_expiry - 30 days"),
    "trip-3-to-12-months/return-right": ("", "departure_date + 1 year"),
    "trip-3-to-12-months/declare-return": ("", "return_date + 15 days"),
    "visit-belgium-eu/visit-end": ("", "entry_date + 3 months"),
    "visit-belgium-outside-eu/visit-end": ("", "entry_date + 3 months"),
    "confirm-status/confirmation": ("legal_stay_since + 18 months", ""),
    "family-member-residence/family-unlimited": ("family_permit_date + 5 years", ""),
}
