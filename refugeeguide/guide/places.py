"""Postcodes of Belgium: municipality, region, and the languages of the counter; and finding one by what is typed.

The table is handed in as text; where it comes from stands in its first lines.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Literal, Self

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from .folding import fold

REGIONS = ("brussels", "flanders", "wallonia", "german_speaking")

Fit = Literal["postcode", "name", "beginning", "near"]

MOST_MATCHES = 8
LONGEST_TYPED = 100
"""Longer than any name with its postcode; what is longer is no place."""
SHORTEST_NAME, SHORTEST_PART = 2, 3
"""Letters: the shortest name of all is As, the shortest part that means a town Ham; the others are la, de, op."""
LETTERS_A_SLIP, MOST_SLIPS = 3, 3

_POSTCODE = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_SAINT = {"st", "ste", "sint", "sainte", "sankt"}


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
class Town:
    """A municipality with the places of all its postcodes; they have one region and one set of languages."""

    municipality: Municipality
    places: tuple[Place, ...]

    @property
    def region(self) -> str:
        """The region it lies in."""
        return self.places[0].region

    @property
    def name(self) -> str:
        """Its name in the languages of its counter."""
        return self.municipality.said_in(self.places[0].counter_languages)

    def is_called(self, name: str) -> bool:
        """Whether this is one of its official names, however it is written."""
        return "".join(_words(name)) in {"".join(_words(each)) for each in self.municipality.names.values()}


@dataclass(frozen=True, slots=True)
class Match:
    """A town that fits what was typed: by postcode, by its name, by the beginning of it, or by nearly its name."""

    town: Town
    fit: Fit


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A name without spaces, or (not `whole`) some of its words in a row; `loose` as umlauts may be left out."""

    text: str
    loose: str
    whole: bool
    town: Town


# No slots: a cached property needs a place to keep its value.
@dataclass(frozen=True)
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

    @cached_property
    def towns(self) -> tuple[Town, ...]:
        """Every municipality once, in the order of their first postcodes."""
        places: dict[tuple[tuple[str, str], ...], list[Place]] = defaultdict(list)
        for place in self.by_postcode.values():
            for municipality in place.municipalities:
                places[tuple(municipality.names.items())].append(place)
        return tuple(Town(Municipality(dict(names)), tuple(its)) for names, its in places.items())

    def find(self, typed: str) -> tuple[Match, ...]:
        """The towns meant by a postcode or a name, as people type them; best first, at most eight, all of one fit."""
        if len(typed) > LONGEST_TYPED:
            return ()
        return self._with_postcode(typed) or self._with_name(typed)

    def _with_postcode(self, typed: str) -> tuple[Match, ...]:
        """The first postcode in it decides, also when a name stands beside it: 1050 is often written with Brussels."""
        postcode = next((each for each in _POSTCODE.findall(fold(typed)) if each in self.by_postcode), "")
        return tuple(Match(town, "postcode") for town in self._towns_at.get(postcode, ()))

    def _with_name(self, typed: str) -> tuple[Match, ...]:
        wanted = "".join(_words(typed))
        if len(wanted) < SHORTEST_NAME:
            return ()
        loose = _loosely(wanted)
        begun = [each for each in self._spellings if each.loose.startswith(loose)]
        named = [each for each in begun if each.whole and each.loose == loose]
        return (
            _matches("name", (each for each in named if each.text == wanted))
            or _matches("name", named)
            or _matches("beginning", sorted(begun, key=lambda each: _remoteness(each, loose)))
            or _matches("near", self._near(wanted))
        )

    def _near(self, wanted: str) -> list[_Spelling]:
        """The spellings fewest slips away (a letter missing, added, wrong or swapped), whole names first."""
        slips = min(len(wanted) // LETTERS_A_SLIP, MOST_SLIPS)
        texts = [each.text for each in self._spellings]
        found = extract(wanted, texts, scorer=OSA.distance, score_cutoff=slips, limit=None)
        nearest = [self._spellings[index] for _, distance, index in found if distance == found[0][1]]
        return sorted(nearest, key=lambda each: not each.whole)

    @cached_property
    def _towns_at(self) -> Mapping[str, tuple[Town, ...]]:
        towns: dict[str, tuple[Town, ...]] = {}
        for town in self.towns:
            for place in town.places:
                towns[place.postcode] = (*towns.get(place.postcode, ()), town)
        return towns

    @cached_property
    def _spellings(self) -> tuple[_Spelling, ...]:
        return tuple(each for town in self.towns for each in _spellings_of(town))


def _remoteness(begun: _Spelling, loose: str) -> tuple[bool, bool, int]:
    """How far a town that begins like this is from it: to Ham, Tessenderlo-Ham is nearer than Hamme or Hamoir."""
    return begun.loose != loose, not begun.whole, len(begun.loose)


def _matches(fit: Fit, spellings: Iterable[_Spelling]) -> tuple[Match, ...]:
    """Each town once, where it first appears."""
    towns = {id(each.town): each.town for each in spellings}
    return tuple(Match(town, fit) for town in towns.values())[:MOST_MATCHES]


def _spellings_of(town: Town) -> Iterator[_Spelling]:
    """Its names and their parts: many say Molenbeek or Louvain-la-Neuve for a longer name."""
    for name in dict.fromkeys((*town.municipality.names.values(), town.name)):
        words = _words(name)
        for start, end in combinations(range(len(words) + 1), 2):
            whole, text = (start, end) == (0, len(words)), "".join(words[start:end])
            if whole or len(text) >= SHORTEST_PART:
                yield _Spelling(text, _loosely(text), whole, town)


def _words(name: str) -> list[str]:
    """The folded words of a name in the letters a to z; Sint, Ste and Sankt are saint."""
    return ["saint" if word in _SAINT else word for word in re.findall("[a-z]+", fold(name))]


def _loosely(text: str) -> str:
    """The text with ä, ae and a as one letter. Balen and Baelen are one then: an exact name goes first."""
    return re.sub("(?<=[aou])e", "", text)
