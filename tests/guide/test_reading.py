"""A release document becomes a guide in one language, every part of it, and bad conditions stop it."""

import pytest

from refugeeguide.guide.conditions import Always
from refugeeguide.guide.parsing import ConditionError, parse, parse_date
from refugeeguide.guide.procedures import (
    Contact,
    ContactLink,
    Deadline,
    Document,
    Email,
    Guide,
    Hours,
    Office,
    Phone,
    Procedure,
    Source,
    Statement,
    Step,
    Text,
    Topic,
    WarningNote,
    Website,
)
from refugeeguide.guide.reading import read_guide
from tests.guide.small import NAMES, small_document

NOTHING = Text("", "en", False)


def en(text: str) -> Text:
    return Text(text, "en", False)


TRIP = Procedure(
    slug="trip",
    topic="travel",
    title=en("Prepare your trip"),
    summary=en("What to do before."),
    when=parse("trip in (up_to_3_months, 3_to_12_months)", NAMES),
    cites=("F-1",),
    steps=(Step("ask", en("Ask first."), Always(), "town-hall", "", ("F-1",)),),
    documents=(
        Document("card", en("Card"), Always(), "1 month", "ask", ("F-1",)),
        Document("form", en("Form"), parse("region is brussels", NAMES), "", "", ("F-2",)),
    ),
    deadlines=(
        Deadline("back", en("Be back by"), None, parse_date("departure_date + 1 year", NAMES), ("F-3",)),
    ),
    warnings=(WarningNote("ends", en("It ends."), parse("card_expiry < return_date", NAMES), ("F-2",)),),
    contacts=(ContactLink("embassy", parse("origin_trip is yes", NAMES)),),
)
HELP = Procedure(
    slug="get-help",
    topic="help",
    title=en("Get help"),
    summary=NOTHING,
    when=Always(),
    cites=("F-4",),
    steps=(Step("call", en("Call."), Always(), "", "", ("F-4",)),),
    documents=(),
    deadlines=(),
    warnings=(),
    contacts=(ContactLink("town-hall", Always()),),
)
ROME = Office(
    slug="rome",
    name=en("In Rome"),
    street="Via 1",
    postcode="00100",
    town="Rome",
    phones=(Phone("02 123 45 67", en("Office hours"), True),),
    faxes=("02 123 45 68",),
    emails=(Email("rome@example.org", NOTHING),),
    websites=(Website("example.org", "https://example.org/"),),
    appointment_only=True,
    hours=(Hours("phone", "monday", "09:00", "12:00"),),
    cites=("F-4",),
)
TOWN_HALL = Contact(
    "town-hall", en("Town hall"), "general", "local", NOTHING, NOTHING, ("nl", "fr"), ("F-1",), ()
)
EMBASSY = Contact(
    "embassy", en("Embassy"), "authority", "abroad", en("Helps abroad."), en("By appointment."), (), ("F-4",),
    (ROME,),
)  # fmt: skip


def test_every_part_is_read() -> None:
    numbers = range(1, 5)
    assert read_guide(small_document(), "en", NAMES) == Guide(
        language="en",
        topics=(Topic("travel", en("Travel")), Topic("help", en("Help"))),
        procedures=(TRIP, HELP),
        contacts={"town-hall": TOWN_HALL, "embassy": EMBASSY},
        sources={"brochure": Source("brochure", "A brochure", "An office", "2025-06-24")},
        statements={
            f"F-{n}": Statement(f"F-{n}", "brochure", f"line {n}", f"Statement {n}.") for n in numbers
        },
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", Text("Prepare your trip", "en", False)),
        ("fr", Text("Préparez votre voyage", "fr", True)),
        ("ar", Text("Prepare your trip", "en", False)),
    ],
)
def test_a_text_says_the_language_it_is_in(language: str, text: Text) -> None:
    guide = read_guide(small_document(), language, NAMES)
    assert (guide.language, guide.procedures[0].title) == (language, text)


def test_a_text_without_english_stays_empty() -> None:
    document = small_document()
    document["topics"][0]["title"] = {"text": {"fr": "Voyages"}, "drafted": []}
    assert read_guide(document, "fr", NAMES).topics[0].title == Text("Voyages", "fr", False)
    assert read_guide(document, "ar", NAMES).topics[0].title == Text("", "ar", False)
    assert not read_guide(document, "ar", NAMES).topics[0].title


def test_only_words_that_are_shown_can_be_a_draft() -> None:
    document = small_document()
    document["topics"][0]["title"] = {"text": {"en": "Travel"}, "drafted": ["ar"]}
    assert read_guide(document, "ar", NAMES).topics[0].title == Text("Travel", "en", False)


def test_a_step_has_its_kind_and_one_of_an_older_release_none() -> None:
    document = small_document()
    document["topics"][0]["procedures"][0]["steps"][0]["kind"] = "visit"
    steps = [step for procedure in read_guide(document, "en", NAMES).procedures for step in procedure.steps]
    assert [(step.slug, step.kind) for step in steps] == [("ask", "visit"), ("call", "")]


def test_a_text_can_be_printed() -> None:
    assert (str(en("Ask")), bool(en("Ask")), bool(NOTHING)) == ("Ask", True, False)


@pytest.mark.parametrize("part", ["steps", "documents", "warnings", "contacts"])
def test_a_bad_condition_stops_the_reading(part: str) -> None:
    document = small_document()
    document["topics"][0]["procedures"][0][part][0]["when"] = "trip is long"
    with pytest.raises(ConditionError, match='"trip" has no option "long"'):
        read_guide(document, "en", NAMES)


def test_a_bad_day_stops_the_reading() -> None:
    document = small_document()
    document["topics"][0]["procedures"][0]["deadlines"][0]["until"] = "departure"
    with pytest.raises(ConditionError, match='"departure" is not a date question'):
        read_guide(document, "en", NAMES)
