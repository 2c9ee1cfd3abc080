"""Postcodes of Belgium: municipality, region, and the languages of the counter.

The table is handed in as text; where it comes from stands in its first lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

REGIONS = ("brussels", "flanders", "wallonia", "german_speaking")


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality with its official name per language (`nl`, `fr`, `de`)."""

    names: Mapping[str, str]

    def said_in(self, languages: tuple[str, ...]) -> str:
        """Its names in these languages, each once: "Ixelles / Elsene"."""
        names = [self.names[language] for language in languages if self.names.get(language)]
        return " / ".join(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class Place:
    """What a postcode says. Three postcodes are shared by two municipalities; region and languages are the same."""

    postcode: str
    municipalities: tuple[Municipality, ...]
    region: str
    counter_languages: tuple[str, ...]

    @property
    def municipality(self) -> str:
        """The name or names of the municipality, in the languages of its counter."""
        return ", ".join(each.said_in(self.counter_languages) for each in self.municipalities)

    def and_also(self, other: Place) -> Place:
        """This place, shared with another municipality of the same region and languages."""
        if (self.region, self.counter_languages) != (other.region, other.counter_languages):
            raise ValueError(f"postcode {self.postcode} is shared by places that differ")
        both = self.municipalities + other.municipalities
        return Place(self.postcode, both, self.region, self.counter_languages)


@dataclass(frozen=True, slots=True)
class Places:
    """All places by postcode."""

    by_postcode: Mapping[str, Place]

    @classmethod
    def from_table(cls, table: str) -> Self:
        """Read lines of: postcode, name in nl, fr, de, region, counter languages; tabs between, # for notes."""
        places: dict[str, Place] = {}
        rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
        for postcode, nl, fr, de, region, languages in rows[1:]:
            names = {language: name for language, name in (("nl", nl), ("fr", fr), ("de", de)) if name}
            place = Place(postcode, (Municipality(names),), region, tuple(languages.split(",")))
            places[postcode] = places[postcode].and_also(place) if postcode in places else place
        return cls(places)

    def get(self, postcode: str) -> Place | None:
        """The place with this postcode, if there is one."""
        return self.by_postcode.get(postcode)
