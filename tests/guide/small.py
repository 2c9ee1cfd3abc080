"""A guide of two procedures, small enough to know by heart, for tests that need a document but not the real one."""

from pathlib import Path
from typing import Any

from refugeeguide.guide.places import Places
from refugeeguide.guide.questionnaire import QUESTIONNAIRE

NAMES = QUESTIONNAIRE.names
PLACES_FILE = Path(__file__).parents[2] / "fixtures" / "belgium" / "places.tsv"
PLACES = Places.from_table(PLACES_FILE.read_text(encoding="utf-8"))
LANGUAGES = ("en", "fr")


def text(english: str, french: str = "") -> dict[str, Any]:
    """A text in English and in French, the French one a draft."""
    return {"text": {"en": english, "fr": french or f"{english} (fr)"}, "drafted": ["fr"]}


def nothing() -> dict[str, Any]:
    """A text that may be left out, and is."""
    return {"text": {}, "drafted": []}


def small_document() -> dict[str, Any]:
    """A fresh copy each time, so that a test may break it."""
    return {
        "topics": [
            {"slug": "travel", "title": text("Travel"), "procedures": [trip_procedure()]},
            {"slug": "help", "title": text("Help"), "procedures": [help_procedure()]},
        ],
        "contacts": [town_hall(), embassy()],
        "sources": [source()],
        "persons": [],
    }


def trip_procedure() -> dict[str, Any]:
    step = {"slug": "ask", "when": "", "text": text("Ask first."), "at": "town-hall", "cites": ["F-1"]}
    card = {
        "slug": "card",
        "when": "",
        "text": text("Card"),
        "max_age": "1 month",
        "step": "ask",
        "cites": ["F-1"],
    }
    form = {
        "slug": "form", "when": "region is brussels", "text": text("Form"), "max_age": "", "step": "",
        "cites": ["F-2"],
    }  # fmt: skip
    back = {
        "slug": "back", "label": text("Be back by"), "from": "", "until": "departure_date + 1 year",
        "cites": ["F-3"],
    }  # fmt: skip
    ends = {"slug": "ends", "when": "card_expiry < return_date", "text": text("It ends."), "cites": ["F-2"]}
    return {
        "slug": "trip",
        "when": "trip in (up_to_3_months, 3_to_12_months)",
        "title": text("Prepare your trip", "Préparez votre voyage"),
        "summary": text("What to do before."),
        "cites": ["F-1"],
        "steps": [step],
        "documents": [card, form],
        "deadlines": [back],
        "warnings": [ends],
        "contacts": [{"slug": "embassy", "when": "origin_trip is yes"}],
    }


def help_procedure() -> dict[str, Any]:
    step = {"slug": "call", "when": "", "text": text("Call."), "at": "", "cites": ["F-4"]}
    return {
        "slug": "get-help", "when": "", "title": text("Get help"), "summary": nothing(), "cites": ["F-4"],
        "steps": [step], "documents": [], "deadlines": [], "warnings": [],
        "contacts": [{"slug": "town-hall", "when": ""}],
    }  # fmt: skip


def town_hall() -> dict[str, Any]:
    return {
        "slug": "town-hall", "name": text("Town hall"), "kind": "general", "area": "local", "about": nothing(),
        "note": nothing(), "editor_note": "", "languages": ["nl", "fr"], "cites": ["F-1"], "offices": [],
    }  # fmt: skip


def embassy() -> dict[str, Any]:
    office = {
        "slug": "rome", "name": text("In Rome"), "street": "Via 1", "postcode": "00100", "town": "Rome",
        "phones": [{"number": "02 123 45 67", "label": text("Office hours"), "free": True}],
        "faxes": ["02 123 45 68"],
        "emails": [{"address": "rome@example.org", "label": nothing()}],
        "websites": [{"printed": "example.org", "link": "https://example.org/"}],
        "appointment_only": True,
        "hours": [{"kind": "phone", "day": "monday", "opens": "09:00", "closes": "12:00"}],
        "cites": ["F-4"],
    }  # fmt: skip
    return {
        "slug": "embassy", "name": text("Embassy"), "kind": "authority", "area": "abroad",
        "about": text("Helps abroad."), "note": text("By appointment."), "editor_note": "seen",
        "languages": [], "cites": ["F-4"], "offices": [office],
    }  # fmt: skip


def source() -> dict[str, Any]:
    statements = [{"id": f"F-{n}", "locator": f"line {n}", "text": f"Statement {n}."} for n in range(1, 5)]
    return {
        "slug": "brochure", "title": "A brochure", "publisher": "An office", "dated": "2025-06-24",
        "statements": statements,
    }  # fmt: skip
