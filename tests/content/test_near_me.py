"""Contacts near every town of Belgium: nothing is missing, nothing from elsewhere, and it agrees with the plans."""

import pytest

from refugeeguide.guide.conditions import REGION, Always, judge, mentions
from refugeeguide.guide.nearby import Circle, circles, helped_with, serves
from refugeeguide.guide.places import REGIONS, Town
from refugeeguide.guide.procedures import Contact
from tests.content import belgium

# Kinds of places, in every town (C-40, C-41, C-43).
LOCAL = ("municipal-office", "cpas-ocmw", "police")
# By region, with the line of contacts.md each comes from.
FLANDERS = (
    "integration-agency", "vluchtelingenwerk", "red-cross-flanders", "psc-antwerp", "caw-migration-antwerp",
    "caw-oost-brabant", "caw-waasland", "caw-transithuis", "caw-viersprong", "caw-sonar", "vdab",
)  # C-08, C-11, C-13 to C-20, C-36  # fmt: skip
WALLONIA = ("cap-migrants", "sse-liege", "api-charleroi", "cinl", "aide-personnes-deplacees")  # C-21 to C-31
BRUSSELS = ("cire", "red-cross-belgium", "caritas", "socialist-solidarity", "psc-brussels", "actiris")  # C-12, C-32 to C-35, C-37  # fmt: skip  # noqa: E501
SERVING = {
    "flanders": FLANDERS,
    "brussels": BRUSSELS,
    "wallonia": (*WALLONIA, "forem"),  # C-38
    "german_speaking": ("arbeitsamt", *WALLONIA),  # C-39
}
# Of no region in the brochure's lists, and named to all readers, wherever they live (F-07-31, F-12-06, F-12-07).
NAMED_TO_EVERYONE = {
    ("get-help", "integration-agency"),
    ("get-help", "vluchtelingenwerk"),
    ("get-help", "cire"),
    ("trace-relatives", "red-cross-flanders"),
    ("trace-relatives", "red-cross-belgium"),
}


def near(town: Town) -> dict[str, Circle]:
    return {circle.name: circle for circle in circles(belgium.guide(), town)}


def slugs(circle: Circle) -> tuple[str, ...]:
    return tuple(each.contact.slug for each in circle.contacts)


def regional(contact: Contact) -> bool:
    return contact.area in REGIONS


def test_every_postcode_has_its_circles_and_nothing_else() -> None:
    country = {slug for slug, contact in belgium.guide().contacts.items() if contact.area == "federal"}
    seen = set()
    for postcode in belgium.PLACES.by_postcode:
        for match in belgium.PLACES.find(postcode):
            found = near(match.town)
            assert list(found) == ["municipality", "region", "country", "anywhere"]
            assert slugs(found["municipality"])[:3] == LOCAL
            shown = [slug for circle in found.values() for slug in slugs(circle)]
            assert sorted(shown) == sorted({*LOCAL, *SERVING[match.town.region], *country, "legal-help"})
            seen.add(postcode)
    assert len(seen) == 1149


def test_no_office_stands_here_that_has_another_postcode() -> None:
    here = {}
    for town in belgium.PLACES.towns:
        for each in near(town)["municipality"].contacts:
            for office in each.here:
                assert office.postcode in {place.postcode for place in town.places}
                here[each.contact.slug, office.slug] = town.name
    with_address = {
        (contact.slug, office.slug)
        for contact in belgium.guide().contacts.values()
        for office in contact.offices
        if office.postcode
    }
    # In Brussels while serving Flanders only; in 1050 without a word whether that is Ixelles or the City of Brussels.
    nowhere = {("integration-agency", "brussels"), ("vluchtelingenwerk", "brussels"), ("cire", "brussels")}
    assert set(here) == with_address - nowhere


# What is typed; the town; its region; and in its first circle, after the kinds of places that are in every town, the
# contacts with the offices that stand there. Each line read against contacts.md.
TOWNS = [
    ("Antwerpen", "Antwerpen", "flanders", {"psc-antwerp": ["2060"], "caw-migration-antwerp": ["2060"]}),
    ("anvers", "Antwerpen", "flanders", {"psc-antwerp": ["2060"], "caw-migration-antwerp": ["2060"]}),
    ("Gnet", "Gent", "flanders", {"caw-transithuis": ["9000"]}),
    ("Louvain", "Leuven", "flanders", {"caw-oost-brabant": ["3000"]}),
    ("St.-Truiden", "Sint-Truiden", "flanders", {"caw-sonar": ["3800"]}),
    ("Saint Trond", "Sint-Truiden", "flanders", {"caw-sonar": ["3800"]}),
    ("sint niklas", "Sint-Niklaas", "flanders", {"caw-waasland": ["9100"]}),
    ("Bruges", "Brugge", "flanders", {"caw-viersprong": ["8000"]}),
    ("Mecheln", "Mechelen", "flanders", {"red-cross-flanders": ["2800"]}),
    ("Fourons", "Voeren / Fourons", "flanders", {}),
    ("Bruxeles", "Bruxelles / Brussel", "brussels", {"immigration-office": ["1000"], "foreign-affairs": ["1000"]}),
    ("Elsene", "Ixelles / Elsene", "brussels", {"psc-brussels": ["1050"]}),
    ("Ukkel", "Uccle / Ukkel", "brussels", {"red-cross-belgium": ["1180"]}),
    ("St Josse ten Noode", "Saint-Josse-ten-Noode / Sint-Joost-ten-Node", "brussels", {"caritas": ["1210"]}),
    ("1070", "Anderlecht", "brussels", {"cgrs-helpdesk": ["1070"], "cgrs": ["1070"]}),
    (
        "luik", "Liège", "wallonia",
        {"cap-migrants": ["4000"], "sse-liege": ["4020"], "aide-personnes-deplacees": ["4020"]},
    ),
    ("NAMEN", "Namur", "wallonia", {"cinl": ["5000"], "aide-personnes-deplacees": ["5000"]}),
    ("Marche en Famene", "Marche-en-Famenne", "wallonia", {"cinl": ["6900"]}),
    ("Sankt-Vith", "Sankt Vith / Saint-Vith", "german_speaking", {}),
    ("Buellingen", "Büllingen / Bullange", "german_speaking", {}),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "name", "region", "here"), TOWNS, ids=[typed for typed, *_ in TOWNS])
def test_twenty_towns(typed: str, name: str, region: str, here: dict[str, list[str]]) -> None:
    (match,) = belgium.PLACES.find(typed)
    assert (match.town.name, match.town.region) == (name, region)
    found = near(match.town)
    first = found["municipality"]
    assert slugs(first) == (*LOCAL, *here)
    assert {
        each.contact.slug: [office.postcode for office in each.here] for each in first.contacts if each.here
    } == here
    assert slugs(found["region"]) == tuple(slug for slug in SERVING[region] if slug not in here)


def test_offices_of_one_organisation_in_order() -> None:
    (match,) = belgium.PLACES.find("Arlon")
    cinl = next(each for each in near(match.town)["municipality"].contacts if each.contact.slug == "cinl")
    assert [office.slug for office in cinl.here] == ["arlon"]
    assert [office.slug for office in cinl.offices] == ["arlon", "namur", "vielsalm", "libramont", "marche"]


def test_near_me_agrees_with_the_conditions_of_the_plans() -> None:
    guide = belgium.guide()
    named = [
        (procedure.slug, guide.contacts[slug], when)
        for procedure in guide.procedures
        for slug, when in [
            *((link.slug, link.when) for link in procedure.contacts),
            *((step.at, step.when) for step in procedure.steps if step.at),
        ]
        if regional(guide.contacts[slug])
    ]
    unconditional = {(procedure, contact.slug) for procedure, contact, when in named if when == Always()}
    assert unconditional == NAMED_TO_EVERYONE
    judged = [(contact, when) for _, contact, when in named if when != Always()]
    for contact, when in judged:
        assert mentions(when) == {REGION}
        for region in REGIONS:
            assert judge(when, {REGION: region}).value == serves(contact, region), (contact.slug, region)
    # No contact of a region is left that neither list speaks of.
    assert {contact.slug for contact, _ in judged} | {slug for _, slug in NAMED_TO_EVERYONE} == {
        slug for slug, contact in guide.contacts.items() if regional(contact)
    }


def test_what_contacts_help_with() -> None:
    contacts = belgium.guide().contacts
    helped = {
        slug: [procedure.slug for procedure in helped_with(belgium.guide(), contacts[slug])]
        for slug in ("vdab", "red-cross-belgium", "caritas")
    }
    assert helped == {
        "vdab": ["find-work", "income-support"],
        "red-cross-belgium": ["trace-relatives", "get-help"],
        "caritas": ["get-help"],
    }
    assert [slug for slug, each in contacts.items() if not helped_with(belgium.guide(), each)] == []
