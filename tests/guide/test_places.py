"""Postcodes: every municipality is there, the counter speaks the languages it must, and what is typed finds it."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refugeeguide.guide.places import LONGEST_TYPED, MOST_MATCHES, Match, Municipality, Place, Places, Town
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


def found(typed: str, places: Places = PLACES) -> tuple[str, ...]:
    """How it fits, then the Dutch names of the towns in their order."""
    matches = places.find(typed)
    assert len({match.fit for match in matches}) <= 1
    return (*{match.fit for match in matches}, *(match.town.municipality.names["nl"] for match in matches))


def names_with_towns() -> list[tuple[str, Town]]:
    return [(name, town) for town in PLACES.towns for name in {*town.municipality.names.values(), town.name}]


def test_towns() -> None:
    assert len(PLACES.towns) == 565
    assert Counter(place.postcode for town in PLACES.towns for place in town.places) == {
        postcode: len(place.municipalities) for postcode, place in PLACES.by_postcode.items()
    }
    for town in PLACES.towns:
        assert {(place.region, place.counter_languages) for place in town.places} == {
            (town.region, town.places[0].counter_languages)
        }
        assert all(town.municipality in place.municipalities for place in town.places)


def test_every_postcode_finds_its_municipalities() -> None:
    for postcode, place in PLACES.by_postcode.items():
        for typed in (postcode, f"B-{postcode}", f" {postcode} Somewhere"):
            matches = PLACES.find(typed)
            assert [(match.fit, match.town.municipality) for match in matches] == [
                ("postcode", municipality) for municipality in place.municipalities
            ]
            assert all(place in match.town.places for match in matches)


def test_german_names_of_other_towns_find_them_and_are_never_shown() -> None:
    towns = {
        typed: PLACES.find(typed)[0].town.name
        for typed in ("Lüttich", "loewen", "LUTTICH", "Arel", "Brüssel")
    }
    assert towns == {"Lüttich": "Liège", "loewen": "Leuven", "LUTTICH": "Liège", "Arel": "Arlon"} | {
        "Brüssel": "Bruxelles / Brussel"
    }


def test_every_official_name_finds_its_municipality() -> None:
    assert len(names_with_towns()) == 696
    for name, town in names_with_towns():
        for typed in (name, name.upper(), name.lower(), name.replace("-", " "), name.replace("’", "'")):
            assert PLACES.find(typed) == (Match(town, "name"),), typed


def test_every_name_is_found_without_marks_and_with_short_saints() -> None:
    plain = str.maketrans("üéèêëâûà", "ueeeeaua", "-’/ ")
    for name, town in names_with_towns():
        short = name
        for saint in ("Sainte", "Saint", "Sankt", "Sint"):
            short = short.replace(f"{saint}-", "St. ").replace(f"{saint} ", "St. ")
        assert PLACES.find(short) == (Match(town, "name"),), short
        if short == name:  # a saint glued to what follows is a slip
            assert PLACES.find(name.translate(plain)) == (Match(town, "name"),), name


def test_a_letter_left_out_of_a_long_name_is_forgiven() -> None:
    long = [(name, town) for name, town in names_with_towns() if len(name) >= 8 and name != "Sankt Vith"]
    for name, town in long:
        for where in range(len(name)):
            typed = name[:where] + name[where + 1 :]
            assert town in [match.town for match in PLACES.find(typed)], typed


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("B-1000", ("postcode", "Brussel")),
        ("be1000", ("postcode", "Brussel")),
        ("1000 Brussel", ("postcode", "Brussel")),
        ("١٠٠٠", ("postcode", "Brussel")),
        ("۱۰۵۰", ("postcode", "Brussel", "Elsene")),
        ("１０００", ("postcode", "Brussel")),
        ("1050 Bruxelles", ("postcode", "Brussel", "Elsene")),  # the usual way to write Ixelles
        ("Box 9999, 1000 Brussel", ("postcode", "Brussel")),
        ("9999 Gent", ("name", "Gent")),
        ("Ixelles / Elsene", ("name", "Elsene")),
        ("ste ode", ("name", "Sainte-Ode")),
        ("St.Vith", ("name", "Sankt Vith")),
        ("Buellingen", ("name", "Büllingen")),
        ("BUTGENBACH", ("name", "Bütgenbach")),
        ("Brüssel", ("name", "Brussel")),
        ("Brüßel", ("name", "Brussel")),
        ("brainelalleud", ("name", "Eigenbrakel")),
        ("Lie\u0301ge", ("name", "Luik")),
        ("hal", ("name", "Halle")),
        ("Balen", ("name", "Balen")),
        ("Baelen", ("name", "Baelen")),
        ("Bälen", ("name", "Balen")),
        ("as", ("name", "As")),
        ("Molenbeek", ("beginning", "Sint-Jans-Molenbeek")),
        ("Woluwe", ("beginning", "Sint-Pieters-Woluwe", "Sint-Lambrechts-Woluwe")),
        ("Louvain-la-Neuve", ("beginning", "Ottignies-Louvain-la-Neuve")),
        ("Kruibeke", ("beginning", "Beveren-Kruibeke-Zwijndrecht")),
        ("Foest", ("near", "Vorst")),
        (
            "Ham",
            ("beginning", "Tessenderlo-Ham", "Ham-sur-Heure-Nalinnes", "Hamme", "Hamoir", "Hamois", "Hamont-Achel"),
        ),
        ("Antwerp", ("beginning", "Antwerpen")),
        ("Brussels", ("near", "Brussel")),
        ("Bruselles", ("near", "Brussel")),
        ("Molenbek", ("near", "Sint-Jans-Molenbeek")),
        ("sinttruiden", ("near", "Sint-Truiden")),
        ("Gnet", ("near", "Gent")),
        ("Kapelln", ("near", "Kapellen", "Kapelle-op-den-Bos")),
        ("Charlroi", ("near", "Charleroi")),
    ],
)  # fmt: skip
def test_what_people_type(typed: str, expected: tuple[str, ...]) -> None:
    assert found(typed) == expected


@pytest.mark.parametrize(
    "typed",
    ["", " ", "a", "-", "0000", "9999", "10000", "91000", "100", "10 00", "Kabul", "بروكسل", "Брюссель", "xq", "\x00",
     "1" * 90, "1000" + " " * LONGEST_TYPED, "Gent" * 10**5, "ﷺ" * LONGEST_TYPED, "st-" * 33, "é" * LONGEST_TYPED],
)  # fmt: skip
def test_what_is_no_place(typed: str) -> None:
    assert PLACES.find(typed) == ()


@given(st.text(max_size=LONGEST_TYPED + 10))
def test_anything_may_be_typed(typed: str) -> None:
    assert len(PLACES.find(typed)) <= MOST_MATCHES


def test_no_more_than_eight() -> None:
    assert found("la") == (
        "beginning", "Lasne", "Landen", "Laarne", "Terhulpen", "Laakdal", "Lanaken", "De Panne", "La Bruyère",
    )  # fmt: skip


def test_a_name_that_two_share_finds_both() -> None:
    rows = ("1\tHove\tA\t\tflanders\tnl", "2\tB\tHove\t\twallonia\tfr", "3\tHoven\tHoven\t\tflanders\tnl")
    places = Places.from_table("\n".join((HEAD, *rows)))
    assert found("hove", places) == ("name", "Hove", "B")
    assert found("hov", places) == ("beginning", "Hove", "B", "Hoven")


def test_a_town_goes_by_each_of_its_names() -> None:
    (ixelles,) = (match.town for match in PLACES.find("Ixelles"))
    assert [ixelles.is_called(name) for name in ("elsene", "IXELLES", "Brussel", "", "Elsen")] == [
        True, True, False, False, False,
    ]  # fmt: skip
    assert (ixelles.name, ixelles.region) == ("Ixelles / Elsene", "brussels")
