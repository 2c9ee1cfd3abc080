"""Content for tests: documents of any shape that is allowed, and a small guide that can be published."""

from copy import deepcopy
from datetime import date

from hypothesis import strategies as st

from refugeeguide.content.shape import CONTACT, PERSON, SOURCE, TOPIC, Field, Kind, walk
from refugeeguide.guide.procedures import STEP_KINDS
from refugeeguide.settings import ALL_LANGUAGES

LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"])
SHORT = st.text(LETTERS, min_size=1, max_size=40).map(str.strip).filter(bool)
LONG = st.lists(SHORT, min_size=4, max_size=12).map(". ".join)
WORDS = st.one_of(SHORT, LONG, LONG.map(lambda text: text.replace(" ", "\n", 1)))
SLUGS = st.from_regex(r"[a-z]{1,8}(-[a-z0-9]{1,4})?", fullmatch=True)
CHOICES = {
    "kind": st.sampled_from(["authority", "ngo", "general"]), "area": st.sampled_from(["federal", "any"]),
    "address": st.just("help@example.org"), "link": st.just("https://example.org/nl"), "opens": st.just("08:30"),
    "day": st.sampled_from(["monday", "sunday"]), "closes": st.just("17:00"), "number": st.just("02 205 53 07"),
    "postcode": st.sampled_from(["", "1000", "0999"]), "max_age": st.sampled_from(["", "1 month"]),
    "when": st.sampled_from(["", "status is refugee"]), "town": WORDS, "printed": WORDS,
}  # fmt: skip


@st.composite
def translated(draw) -> dict:
    """A text with English, some other languages, and some of these drafted."""
    others = draw(st.dictionaries(st.sampled_from(list(ALL_LANGUAGES)[1:]), WORDS, max_size=4))
    drafted = draw(st.sets(st.sampled_from(sorted(others)))) if others else set()
    return {"text": {"en": draw(WORDS), **others}, "drafted": sorted(drafted)}


def entries(kind: Kind) -> st.SearchStrategy:
    size = 2 if kind.slug else 1
    return st.lists(
        entry(kind), max_size=size, unique_by=lambda each: each[kind.slug] if kind.slug else str(each)
    )


def entry(kind: Kind) -> st.SearchStrategy:
    return st.fixed_dictionaries({field.key: value(kind, field) for field in kind.fields})


def value(kind: Kind, field: Field) -> st.SearchStrategy:
    if field.key == kind.slug:
        return SLUGS
    simple = {
        "text": translated(), "flag": st.booleans(), "day": st.dates(date(1900, 1, 1)).map(str), "link": st.just(""),
        "words": st.just(["nl", "fr"]), "lines": st.just(["02 205 50 06"]), "cites": st.just([]),
        "json": st.dictionaries(SLUGS, st.one_of(st.none(), WORDS, st.lists(WORDS, min_size=1), st.just("no"))),
    }  # fmt: skip
    if field.kind in simple:
        return simple[field.kind]
    if field.of:
        return entries(field.of)
    if kind.name in ("office", "hours", "contact", "email", "website", "phone") or field.key in CHOICES:
        return CHOICES.get(field.key, WORDS)
    return WORDS


@st.composite
def documents(draw) -> dict:
    """A whole document; what it points to and cites is there."""
    document = {
        "topics": draw(entries(TOPIC)),
        "contacts": draw(entries(CONTACT)),
        "sources": draw(entries(SOURCE)),
        "persons": sorted(draw(entries(PERSON)), key=lambda each: each["slug"]),
    }
    _name_once(document)
    _connect(draw, document)
    return deepcopy(document)


def _name_once(document: dict) -> None:
    """Give procedures, statements and topics slugs of their own: they are known by them alone."""
    for number, node in enumerate(walk(document)):
        if node.kind.name in ("procedure", "statement", "topic"):
            node.entry[node.kind.slug] = f"{node.entry[node.kind.slug]}{number}"


def _connect(draw, document: dict) -> None:
    codes = [each["id"] for source in document["sources"] for each in source["statements"]]
    contacts = [contact["slug"] for contact in document["contacts"]]
    for node in walk(document):
        if "cites" in node.entry and codes:
            node.entry["cites"] = sorted(draw(st.sets(st.sampled_from(codes))))
        if node.kind.name == "step":
            node.entry["at"] = draw(st.sampled_from(["", *contacts]))
            node.entry["kind"] = draw(st.sampled_from(["", *STEP_KINDS]))
        if node.kind.name == "procedure":
            steps = [step["slug"] for step in node.entry["steps"]]
            for paper in node.entry["documents"]:
                paper["step"] = draw(st.sampled_from(["", *steps]))
            node.entry["contacts"] = [{"slug": slug, "when": ""} for slug in contacts]


def words(english: str, **others: str) -> dict:
    """A translated text that every language of the site has."""
    languages = {code: f"{english} ({code})" for code in ("ar", "fr", "nl")}
    return {"text": {"en": english, **languages, **others}, "drafted": []}


NOTHING = {"text": {}, "drafted": []}


def small_guide() -> dict:
    """A guide of one procedure that may be published."""
    step = {
        "slug": "ask", "when": "", "text": words("Ask for advice"), "at": "helpdesk", "kind": "call", "cites": ["F-1"],
    }  # fmt: skip
    procedure = {
        "slug": "get-help", "when": "", "title": words("Get help"), "summary": words("Who helps you"),
        "cites": ["F-1", "F-2"], "steps": [step, {**step, "slug": "ask-again"}], "documents": [], "deadlines": [],
        "warnings": [], "contacts": [{"slug": "helpdesk", "when": ""}],
    }  # fmt: skip
    contact = {
        "slug": "helpdesk", "name": words("Helpdesk"), "kind": "authority", "area": "federal", "about": NOTHING,
        "note": NOTHING, "editor_note": "", "languages": ["nl", "fr"], "cites": ["F-1"], "offices": [],
    }  # fmt: skip
    person = {
        "slug": "outside", "name": "Someone else", "today": "2026-11-22", "given": {"status": "other"},
        "expected": {"procedures": {"get-help": "applies"}},
    }  # fmt: skip
    statements = [{"id": f"F-{n}", "locator": f"line {n}", "text": f"Fact {n}"} for n in (1, 2)]
    return {
        "topics": [{"slug": "help", "title": words("Help"), "procedures": [procedure]}],
        "contacts": [contact],
        "sources": [
            {"slug": "book", "title": "Book", "publisher": "", "dated": "2019", "statements": statements}
        ],
        "persons": [person],
    }
