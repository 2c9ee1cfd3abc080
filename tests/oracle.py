"""What the plan must contain, worked out by hand from the contract: an own implementation to compare against.

Three values throughout: True, False and None (unknown). Only a skipped answer makes something unknown.
"""

from datetime import date
from typing import Any

from tests.oracle_people import PLACES, random_answers, shifted
from tests.oracle_procedures import Person, Truth, procedures
from tests.oracle_questions import QUESTIONS, Said, asked, next_question

__all__ = ["PLACES", "QUESTIONS", "asked", "expected", "next_question", "random_answers", "shifted"]

REUNITE = ("reunite-spouse", "reunite-children", "reunite-disabled-adult-child", "reunite-parents")
AGENCIES = {"flanders": "vdab", "brussels": "actiris", "wallonia": "forem", "german_speaking": "arbeitsamt"}


def in_first_five_years(p: Person) -> Truth:
    """Does the five-year clock that starts with the asylum application still run today?"""
    if p.skipped("application_date"):
        return None
    start = p.day("application_date")
    return start is not None and p.today < shifted(start, years=5)


def card_ends_before_return(p: Person) -> Truth:
    if "card_expiry" not in p.reached or "return_date" not in p.reached:
        return False
    expiry, back = p.day("card_expiry"), p.day("return_date")
    if expiry is None or back is None:
        return None
    return expiry < back


def in_brussels(p: Person) -> Truth:
    return None if p.region is None else p.region == "brussels"


def warnings(p: Person) -> dict[str, tuple[Truth, tuple[str, ...]]]:
    """Each warning with its truth and the questions it would take to settle it."""
    ends, clock = card_ends_before_return(p), in_first_five_years(p)
    danger = p.has("withdrawal_ground", "danger")
    any_time = p.has("withdrawal_ground", "other_ground", "unsure")
    unmarried_here = p.has("certificates", "marriage") and not p.has("spouse_in_belgium", "yes")
    return {
        "cgrs-certificates/both-spouses-in-belgium": (unmarried_here, ()),
        "trip-up-to-3-months/card-expires-during-trip": (ends, ("card_expiry", "return_date")),
        "trip-3-to-12-months/card-expires-during-trip": (ends, ("card_expiry", "return_date")),
        "appeal-cessation/order-to-leave-possible": (clock, ("application_date",)),
        "appeal-withdrawal/order-to-leave-possible": (clock if danger else False, ("application_date",)),
        "appeal-withdrawal/order-to-leave-any-time": (any_time, ()),
        "confirm-status/unrestricted-stay-needed": (p.has("unrestricted_stay", "no", "unsure"), ()),
    }


def documents(p: Person) -> dict[str, tuple[Truth, tuple[str, ...]]]:
    return {
        "blue-passport/identity-card": (True, ()),
        "blue-passport/identity-photo": (True, ()),
        "blue-passport/family-declaration": (p.has("minors_at_home", "yes"), ()),
        "blue-passport/family-composition-certificate": (in_brussels(p), ("postcode",)),
        "child-born-single-mother/birth-extract": (True, ()),
    }


def steps(p: Person) -> dict[str, tuple[Truth, tuple[str, ...]]]:
    abroad, here = p.has("relatives_where", "abroad"), p.has("relatives_where", "in_belgium")
    at_post = {f"{slug}/apply-abroad": (abroad, ()) for slug in REUNITE}
    return at_post | {f"{slug}/apply-in-belgium": (here, ()) for slug in REUNITE}


# deadline -> (the answer it counts from, shift to "from", shift to "until"); a shift is (years, months, days)
DEADLINES: dict[str, tuple[str, tuple[int, int, int] | None, tuple[int, int, int] | None]] = {
    "b-card-refugee/b-card": ("application_date", (5, 0, 0), None),
    "b-card-subsidiary/b-card": ("application_date", (5, 0, 0), None),
    "register-refugee/a-card-valid": ("decision_date", None, (5, 0, 0)),
    "renew-card-refugee/card-expires": ("card_expiry", None, (0, 0, 0)),
    "renew-card-subsidiary/card-expires": ("card_expiry", None, (0, 0, 0)),
    "renew-card-subsidiary/renewal-window": ("card_expiry", (0, 0, -45), (0, 0, -30)),
    "trip-3-to-12-months/return-right": ("departure_date", None, (1, 0, 0)),
    "trip-3-to-12-months/declare-return": ("return_date", None, (0, 0, 15)),
    "visit-belgium-eu/visit-end": ("entry_date", None, (0, 3, 0)),
    "visit-belgium-outside-eu/visit-end": ("entry_date", None, (0, 3, 0)),
    "confirm-status/confirmation": ("legal_stay_since", (0, 18, 0), None),
    "family-member-residence/family-unlimited": ("family_permit_date", (5, 0, 0), None),
}


def state(starts: date | None, ends: date | None, today: date) -> str:
    if ends is not None and ends < today:
        return "past"
    if starts is not None and starts > today:
        return "ahead"
    return "open"


def deadline(p: Person, key: str) -> dict[str, Any] | None:
    slug, to_start, to_end = DEADLINES[key]
    if slug not in p.reached:
        return None
    day = p.day(slug)
    if day is None:
        return {"from": None, "until": None, "state": None, "certainty": "unknown", "needs": [slug]}
    starts, ends = (shifted(day, *shift) if shift else None for shift in (to_start, to_end))
    return {
        "from": starts.isoformat() if starts else None,
        "until": ends.isoformat() if ends else None,
        "state": state(starts, ends, p.today),
        "certainty": "applies",
        "needs": [],
    }


def expected(answers: Said, today: date) -> dict[str, Any]:
    """Everything the contract fixes about the plan of these answers; keys inside are "procedure/slug"."""
    p = Person(answers, today)
    shown = {slug: certainty(truth) for slug, truth in procedures(p).items() if truth is not False}
    needs = {"travel-to-country-of-origin": ["origin_trip"]} if p.skipped("origin_trip") else {}
    result: dict[str, Any] = {"procedures": shown, "needs": needs}
    for name, found in (("warnings", warnings(p)), ("documents", documents(p)), ("steps", steps(p))):
        result[name] = {}
        for key, (truth, settled_by) in found.items():
            if key.split("/")[0] in shown and truth is not False:
                result[name][key] = certainty(truth)
                if truth is None:
                    needs[key] = [slug for slug in settled_by if p.skipped(slug)]
    dates = {key: deadline(p, key) for key in DEADLINES if key.split("/")[0] in shown}
    result["deadlines"] = {key: value for key, value in dates.items() if value}
    result["contacts"] = {"find-work": regional_agencies(p)} if "find-work" in shown else {}
    result["place"] = place(p)
    return result


def certainty(truth: Truth) -> str:
    return "applies" if truth else "may_apply"


def regional_agencies(p: Person) -> list[str]:
    return [AGENCIES[p.region]] if p.region else list(AGENCIES.values())


def place(p: Person) -> dict[str, Any] | None:
    postcode = p.said.get("postcode")
    if not postcode:
        return None
    region, languages = PLACES[postcode]
    return {"postcode": postcode, "region": region, "counter_languages": list(languages)}
