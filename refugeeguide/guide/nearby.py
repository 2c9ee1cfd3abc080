"""Which contacts serve a town, nearest first: its own municipality, its region, the country, anywhere.

Near is a matter of competence, not of distance: the sources have no map, and numbers of postcodes are not distances.
Nothing that does not serve the town is in it, so no Belgian post abroad is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from .places import Town
from .procedures import Contact, Guide, Office, Procedure

CircleName = Literal["municipality", "region", "country", "anywhere"]
CIRCLES: tuple[CircleName, ...] = ("municipality", "region", "country", "anywhere")

LOCAL, FEDERAL, ANY = "local", "federal", "any"
# The circle of a contact that has no office in the town itself; areas that are regions belong to "region".
CIRCLE_OF: Mapping[str, CircleName] = {LOCAL: "municipality", FEDERAL: "country", ANY: "anywhere"}

# Which areas besides its own serve a region, and the kinds of contacts for which that does not hold.
# The German-speaking Community lies in Wallonia, and the brochure lists its social services under Flanders, Wallonia
# and Brussels only (F-12-09), so the Walloon ones are the ones of the Community too. Employment services are listed
# one for each, the Community having its own (F-02-07 to F-02-10), so there the Walloon one is not.
ALSO_SERVED_BY: Mapping[str, str] = {"german_speaking": "wallonia"}
ONE_FOR_EACH = ("employment_service",)


@dataclass(frozen=True, slots=True)
class Near:
    """A contact that serves the town, with its offices: those that stand in the town, and all others by postcode."""

    contact: Contact
    here: tuple[Office, ...]
    elsewhere: tuple[Office, ...]

    @property
    def offices(self) -> tuple[Office, ...]:
        """All of its offices, nearest first."""
        return self.here + self.elsewhere


@dataclass(frozen=True, slots=True)
class Circle:
    """Contacts that are equally near."""

    name: CircleName
    contacts: tuple[Near, ...]


def circles(guide: Guide, town: Town) -> tuple[Circle, ...]:
    """The contacts that serve this town, each in the nearest circle it belongs to; circles without any are left out."""
    serving = [contact for contact in guide.contacts.values() if serves(contact, town.region)]
    serving.sort(key=lambda contact: _remoteness(contact.area, town.region))
    nears = [near for contact in serving if _is_of_this_town(near := _near(contact, town))]
    found = (Circle(name, tuple(near for near in nears if _circle(near) == name)) for name in CIRCLES)
    return tuple(circle for circle in found if circle.contacts)


def serves(contact: Contact, region: str) -> bool:
    """Whether people who live in this region can turn to this contact."""
    if contact.area == ALSO_SERVED_BY.get(region):
        return contact.kind not in ONE_FOR_EACH
    return contact.area == region or contact.area in CIRCLE_OF


def helped_with(guide: Guide, contact: Contact) -> tuple[Procedure, ...]:
    """The procedures that name this contact, for everyone or for some, in the guide's order."""
    return tuple(procedure for procedure in guide.procedures if contact.slug in _named_by(procedure))


def _named_by(procedure: Procedure) -> Iterator[str]:
    yield from (link.slug for link in procedure.contacts)
    yield from (step.at for step in procedure.steps)


def _remoteness(area: str, region: str) -> int:
    """Contacts of the town itself come first, then those of its own region before those that serve it besides."""
    return (LOCAL, region, ALSO_SERVED_BY.get(region), FEDERAL, ANY).index(area)


def _circle(near: Near) -> CircleName:
    return "municipality" if near.here else CIRCLE_OF.get(near.contact.area, "region")


def _near(contact: Contact, town: Town) -> Near:
    offices = sorted(contact.offices, key=lambda office: office.postcode)
    here = tuple(office for office in offices if stands_in(office, town))
    others = () if contact.area == LOCAL else tuple(office for office in offices if office not in here)
    return Near(contact, here, others)


def _is_of_this_town(near: Near) -> bool:
    """A local contact without offices is in every town, as "the police"; with offices it serves the towns of these."""
    return bool(near.contact.area != LOCAL or near.here or not near.contact.offices)


def stands_in(office: Office, town: Town) -> bool:
    """Whether the office is known to stand in this town. Where two share its postcode, its printed town has to say."""
    place = next((place for place in town.places if place.postcode == office.postcode), None)
    if place is None:
        return False
    return len(place.municipalities) == 1 or town.is_called(office.town.partition(" (")[0])
