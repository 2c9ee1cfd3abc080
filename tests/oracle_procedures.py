"""Which procedures a person is shown, one plain line each; True, False or None for unknown."""

from dataclasses import dataclass, field
from datetime import date

from tests.oracle_people import PLACES
from tests.oracle_questions import CERTIFICATES, Said, asked, chosen

Truth = bool | None
ORDINARY_CERTIFICATES = tuple(slug for slug in CERTIFICATES if slug != "legalisation_exemption")


@dataclass
class Person:
    """Answers to reached questions only, and the day they are read on."""

    answers: Said
    today: date
    reached: list[str] = field(init=False)
    said: Said = field(init=False)

    def __post_init__(self) -> None:
        self.reached = asked(self.answers)
        self.said = {slug: self.answers.get(slug) for slug in self.reached}

    def has(self, slug: str, *options: str) -> bool:
        """For questions that can't be skipped: picked or not."""
        return chosen(self.said, slug, *options)

    def skipped(self, slug: str) -> bool:
        return slug in self.reached and self.said[slug] is None

    def day(self, slug: str) -> date | None:
        given = self.said.get(slug)
        return date.fromisoformat(given) if given else None

    @property
    def region(self) -> str | None:
        postcode = self.said.get("postcode")
        return PLACES[postcode][0] if postcode else None


def residence(p: Person) -> dict[str, Truth]:
    refugee, subsidiary = p.has("status", "refugee"), p.has("status", "subsidiary")
    before_b_card = p.has("card", "none", "a_card", "annex_15", "lost")
    return {
        "rights-and-duties": refugee,
        "register-refugee": refugee and p.has("card", "none"),
        "check-refugee-on-card": refugee and p.has("card_shows_refugee", "no", "unsure"),
        "b-card-refugee": refugee and before_b_card,
        "renew-card-refugee": refugee and p.has("card", "a_card", "b_card"),
        "annex-15": p.has("card", "annex_15"),
        "lost-card": refugee and p.has("card", "lost"),
        "register-subsidiary": subsidiary and p.has("card", "none"),
        "renew-card-subsidiary": subsidiary and p.has("card", "a_card", "annex_15"),
        "b-card-subsidiary": subsidiary and before_b_card,
    }


def work_law_travel(p: Person) -> dict[str, Truth]:
    travels = p.has("needs", "travel")
    return {
        "work-freely": p.has("work", "looking", "employee", "out_of_work"),
        "self-employment": p.has("work", "self_employed"),
        "find-work": p.has("work", "looking", "out_of_work"),
        "income-support": p.has("work", "out_of_work"),
        "belgian-law": p.has("needs", "law"),
        "blue-passport": p.has("blue_passport", "no"),
        "visa-check": travels and not p.has("trip", "no_trip"),
        "trip-up-to-3-months": p.has("trip", "up_to_3_months"),
        "trip-3-to-12-months": p.has("trip", "3_to_12_months"),
        "stay-over-1-year": p.has("trip", "over_1_year"),
        "settle-abroad": p.has("trip", "settle_abroad"),
        # the only procedure that hangs on a question one may skip
        "travel-to-country-of-origin": None if p.skipped("origin_trip") else p.has("origin_trip", "yes"),
    }


def documents_children(p: Person) -> dict[str, Truth]:
    unclear_annex = p.has("children_on_annex", "no", "unsure")
    return {
        "cgrs-certificates": p.has("certificates", *ORDINARY_CERTIFICATES),
        "legalisation-exemption": p.has("certificates", "legalisation_exemption"),
        "child-came-with-you": p.has("children_on_annex", "yes"),
        "child-born-both-refugees": p.has("other_parent", "refugee_in_belgium"),
        "child-born-one-refugee": p.has("other_parent", "not_refugee"),
        "child-born-single-mother": p.has("other_parent", "single_mother"),
        "child-arrived-later": p.has("children", "arrived_later"),
        "child-ask-helpdesk": p.has("children", "other") or unclear_annex or p.has("other_parent", "other"),
    }


def family(p: Person) -> dict[str, Truth]:
    couple = p.has("couple_age", "both_21") or p.has("couple_since", "before_arrival")
    children = p.has("relatives", "children_under_18")
    disabled = p.has("relatives", "disabled_adult_child")
    parents = p.has("minor_alone", "yes")
    too_young_or_late = p.has("couple_age", "under_18") or p.has("couple_since", "after_arrival")
    return {
        "reunite-spouse": couple,
        "reunite-spouse-not-eligible": too_young_or_late,
        "reunite-children": children,
        "reunite-disabled-adult-child": disabled,
        "reunite-parents": parents,
        "reunite-parents-not-eligible": p.has("minor_alone", "no"),
        "reunite-other-relatives": p.has("relatives", "other_relative"),
        "after-reunification": couple or children or disabled or parents,
        "trace-relatives": p.has("relatives", "lost_contact"),
        "family-member-residence": p.has("status", "family_member"),
    }


def nationality_status_elsewhere(p: Person) -> dict[str, Truth]:
    visit = p.has("belgium_plan", "up_to_3_months")
    return {
        "declaration-of-nationality": p.has("nationality_route", "declaration", "unsure"),
        "naturalisation": p.has("nationality_route", "naturalisation", "unsure"),
        "status-review": p.has("letter", "review"),
        "appeal-cessation": p.has("letter", "cessation"),
        "appeal-withdrawal": p.has("letter", "withdrawal"),
        "renounce-status": p.has("needs", "renounce"),
        "visit-belgium-eu": visit and p.has("recognised_where", "eu"),
        "visit-belgium-outside-eu": visit and p.has("recognised_where", "outside_eu"),
        "long-stay-belgium": p.has("belgium_plan", "over_3_months"),
        "confirm-status": p.has("belgium_plan", "confirm_status"),
        "get-help": True,
    }


def procedures(p: Person) -> dict[str, Truth]:
    """All procedures of the contract; unknown ones are shown as "may apply"."""
    rest = documents_children(p) | family(p) | nationality_status_elsewhere(p)
    return residence(p) | work_law_travel(p) | rest
