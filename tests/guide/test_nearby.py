"""Which contacts serve a town, in which circle, and which of their offices stand in it."""

from dataclasses import replace

import pytest

from refugeeguide.guide.conditions import Always
from refugeeguide.guide.nearby import Circle, Near, circles, helped_with, serves, stands_in
from refugeeguide.guide.places import Town
from refugeeguide.guide.procedures import Contact, ContactLink, Guide, Office, Procedure, Step, Text
from tests.guide.small import PLACES


def town(name: str) -> Town:
    (match,) = PLACES.find(name)
    return match.town


def office(postcode: str, printed: str = "", slug: str = "") -> Office:
    return Office(slug or postcode, Text(), "", postcode, printed, (), (), (), (), False, (), ())


def contact(slug: str, area: str, *offices: Office, kind: str = "authority") -> Contact:
    return Contact(slug, Text(slug), kind, area, Text(), Text(), (), (), offices)


def guide(*contacts: Contact, procedures: tuple[Procedure, ...] = ()) -> Guide:
    return Guide("en", (), procedures, {each.slug: each for each in contacts}, {}, {})


def shown(guide: Guide, name: str) -> dict[str, list[str]]:
    return {each.name: [near.contact.slug for near in each.contacts] for each in circles(guide, town(name))}


EVERY_AREA = guide(
    contact("anyone", "any"),
    contact("abroad", "abroad"),
    contact("federal", "federal"),
    contact("wallonia", "wallonia"),
    contact("forem", "wallonia", kind="employment_service"),
    contact("german", "german_speaking"),
    contact("flanders", "flanders"),
    contact("brussels", "brussels"),
    contact("hall", "local"),
)


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Gent", ["flanders"]),
        ("Ixelles", ["brussels"]),
        ("Namur", ["wallonia", "forem"]),
        ("Eupen", ["german", "wallonia"]),  # its own first, then those of the region it lies in
    ],
)
def test_circles_by_area(name: str, region: list[str]) -> None:
    assert shown(EVERY_AREA, name) == {
        "municipality": ["hall"], "region": region, "country": ["federal"], "anywhere": ["anyone"],
    }  # fmt: skip


def test_circles_come_nearest_first_and_never_empty() -> None:
    assert list(shown(EVERY_AREA, "Gent")) == ["municipality", "region", "country", "anywhere"]
    assert circles(guide(contact("abroad", "abroad")), town("Gent")) == ()
    assert circles(guide(contact("anyone", "any")), town("Gent")) == (
        Circle("anywhere", (Near(contact("anyone", "any"), (), ()),)),
    )


def test_a_contact_with_an_office_in_the_town_is_in_its_circle_after_the_local_ones() -> None:
    served = guide(
        contact("federal", "federal", office("5100")),
        contact("centre", "wallonia", office("6700"), office("5000")),
        contact("flemish", "flanders", office("5000")),
        contact("hall", "local"),
    )
    assert shown(served, "Namur") == {"municipality": ["hall", "centre", "federal"]}
    assert shown(served, "Arlon") == {"municipality": ["hall", "centre"], "country": ["federal"]}
    assert shown(served, "Gent") == {"municipality": ["hall"], "region": ["flemish"], "country": ["federal"]}


def test_offices_in_the_town_come_first_then_by_postcode() -> None:
    centre = contact("centre", "wallonia", office("6900"), office("5000"), office("6690"), office("5100"))
    (circle,) = circles(guide(centre), town("Namur"))
    (near,) = circle.contacts
    assert [each.slug for each in near.here] == ["5000", "5100"]
    assert [each.slug for each in near.elsewhere] == ["6690", "6900"]
    assert [each.slug for each in near.offices] == ["5000", "5100", "6690", "6900"]


def test_a_local_contact_with_offices_serves_only_their_towns() -> None:
    halls = guide(contact("halls", "local", office("9000"), office("5000")))
    assert circles(halls, town("Gent")) == (
        Circle("municipality", (Near(halls.contacts["halls"], (office("9000"),), ()),)),
    )
    assert circles(halls, town("Eupen")) == ()


@pytest.mark.parametrize(
    ("postcode", "printed", "towns"),
    [
        ("5000", "anything", ["Namur"]),
        ("5100", "", ["Namur"]),  # another postcode of Namur
        ("1050", "Elsene (Brussels)", ["Ixelles"]),
        ("1050", "Brussels", []),  # Ixelles or the City of Brussels: not said
        ("1050", "Bruxelles", ["Bruxelles"]),
        ("00100", "Rome", []),
        ("", "Namur", []),
    ],
)
def test_where_an_office_stands(postcode: str, printed: str, towns: list[str]) -> None:
    tried = ("Namur", "Ixelles", "Bruxelles", "Etterbeek")
    assert [name for name in tried if stands_in(office(postcode, printed), town(name))] == towns


@pytest.mark.parametrize(
    ("area", "kind", "regions"),
    [
        ("local", "authority", "bfwg"),
        ("federal", "authority", "bfwg"),
        ("any", "general", "bfwg"),
        ("abroad", "authority", ""),
        ("brussels", "ngo", "b"),
        ("flanders", "employment_service", "f"),
        ("wallonia", "social_service", "wg"),
        ("wallonia", "authority", "wg"),
        ("wallonia", "employment_service", "w"),
        ("german_speaking", "employment_service", "g"),
        ("german_speaking", "social_service", "g"),
    ],
)
def test_who_serves_whom(area: str, kind: str, regions: str) -> None:
    served = [each for each in ("brussels", "flanders", "wallonia", "german_speaking")
              if serves(contact("c", area, kind=kind), each)]  # fmt: skip
    assert "".join(each[0] for each in served) == regions


def test_what_a_contact_helps_with() -> None:
    step = Step(slug="s", text=Text(), when=Always(), at="hall", kind="", cites=())
    empty = Procedure("none", "t", Text(), Text(), Always(), (), (), (), (), (), ())
    by_step = replace(empty, slug="by-step", steps=(step,))
    by_link = replace(empty, slug="by-link", contacts=(ContactLink("hall", Always()),))
    both = replace(by_step, slug="both", contacts=by_link.contacts)
    hall = contact("hall", "local")
    served = guide(hall, procedures=(both, empty, by_link, by_step))
    assert helped_with(served, hall) == (both, by_link, by_step)
    assert helped_with(served, contact("other", "local")) == ()
