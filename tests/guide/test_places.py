"""Postcodes: every municipality is there, and the counter speaks the languages it must."""

from collections import Counter

import pytest

from refugeeguide.guide.places import Municipality, Place, Places
from tests.guide.small import PLACES

GERMAN_SPEAKING = {
    "Amel", "Büllingen", "Burg-Reuland", "Bütgenbach", "Eupen", "Kelmis", "Lontzen", "Raeren", "Sankt Vith",
}  # fmt: skip
# Laws on the use of languages: six around Brussels, six at the language border in Flanders, four in Wallonia.
FLEMISH_FACILITIES = {
    "Drogenbos", "Kraainem", "Linkebeek", "Sint-Genesius-Rode", "Wemmel", "Wezembeek-Oppem", "Bever", "Herstappe",
    "Mesen", "Ronse", "Spiere-Helkijn", "Voeren",
}  # fmt: skip
WALLOON_FACILITIES = {"Mouscron", "Comines-Warneton", "Flobecq", "Enghien"}
HEAD = "postcode\tnl\tfr\tde\tregion\tlanguages"
ALL = PLACES.by_postcode.values()


def municipalities(language: str, **wanted: object) -> set[str]:
    return {
        each.names[language]
        for place in ALL
        if all(getattr(place, name) == value for name, value in wanted.items())
        for each in place.municipalities
    }


def test_counts() -> None:
    names = {tuple(sorted(each.names.items())) for place in ALL for each in place.municipalities}
    assert (len(PLACES.by_postcode), len(names)) == (1149, 565)


def test_every_key_is_the_postcode_of_its_place() -> None:
    assert [place.postcode for place in ALL] == list(PLACES.by_postcode)
    assert all(len(code) == 4 and code.isascii() and code.isdigit() for code in PLACES.by_postcode)


def test_three_postcodes_are_shared_by_two_municipalities() -> None:
    shared = {place.postcode: place.municipality for place in ALL if len(place.municipalities) > 1}
    assert shared == {
        "1040": "Bruxelles / Brussel, Etterbeek",
        "1050": "Bruxelles / Brussel, Ixelles / Elsene",
        "1804": "Vilvoorde, Zemst",
    }


def test_nine_municipalities_speak_german() -> None:
    assert municipalities("de", region="german_speaking") == GERMAN_SPEAKING
    assert municipalities("de", counter_languages=("de", "fr")) == GERMAN_SPEAKING
    assert {place.region for place in ALL if place.counter_languages == ("de", "fr")} == {"german_speaking"}


def test_facilities() -> None:
    assert municipalities("nl", region="flanders", counter_languages=("nl", "fr")) == FLEMISH_FACILITIES
    assert municipalities("fr", region="wallonia", counter_languages=("fr", "nl")) == WALLOON_FACILITIES
    assert municipalities("fr", region="wallonia", counter_languages=("fr", "de")) == {"Malmedy", "Waimes"}


def test_regions_and_their_languages() -> None:
    assert set(Counter((place.region, place.counter_languages) for place in ALL)) == {
        ("brussels", ("fr", "nl")),
        ("flanders", ("nl",)),
        ("flanders", ("nl", "fr")),
        ("wallonia", ("fr",)),
        ("wallonia", ("fr", "nl")),
        ("wallonia", ("fr", "de")),
        ("german_speaking", ("de", "fr")),
    }
    assert len(municipalities("fr", region="brussels")) == 19


@pytest.mark.parametrize("postcode", ["", "0000", "100", "01000", "1000 ", "１０００", "10a0", "9999"])
def test_no_such_postcode(postcode: str) -> None:
    assert PLACES.get(postcode) is None


def test_a_name_is_said_once() -> None:
    eupen = Municipality({"nl": "Eupen", "fr": "Eupen", "de": "Eupen"})
    elsene = Municipality({"nl": "Elsene", "fr": "Ixelles"})
    assert (eupen.said_in(("de", "fr")), elsene.said_in(("fr", "nl"))) == ("Eupen", "Ixelles / Elsene")
    assert elsene.said_in(("de", "nl")) == "Elsene"


def test_a_table_is_read() -> None:
    table = f"# a note\n{HEAD}\n1\tA\tB\t\tbrussels\tfr,nl\n\n1\tC\tC\t\tbrussels\tfr,nl\n"
    both = (Municipality({"nl": "A", "fr": "B"}), Municipality({"nl": "C", "fr": "C"}))
    place = Place("1", both, "brussels", ("fr", "nl"))
    assert Places.from_table(table).by_postcode == {"1": place}
    assert place.municipality == "B / A, C"


def test_places_that_differ_cannot_share_a_postcode() -> None:
    table = f"{HEAD}\n1\tA\tA\t\tbrussels\tfr,nl\n1\tB\tB\t\tflanders\tnl\n"
    with pytest.raises(ValueError, match="postcode 1 is shared by places that differ"):
        Places.from_table(table)
