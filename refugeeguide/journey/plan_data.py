"""The plan as plain data: the rendering that programs read. Its shape is the project's contract."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from refugeeguide.guide.places import Place
from refugeeguide.guide.plan import Plan, Planned, PlannedDeadline, PlannedProcedure
from refugeeguide.guide.procedures import Contact, Document, Office, Step, Text, WarningNote

from .tags import direction, reason

Data = dict[str, Any]


def plan_data(plan: Plan, release: int, code: str) -> Data:
    """The plan as it goes into JSON; reasons are worded in the language that is active."""
    return {
        "language": plan.language,
        "direction": direction(plan.language),
        "release": release,
        "today": plan.today.isoformat(),
        "code": code,
        "place": _place(plan.answers.place),
        "procedures": [_procedure(planned, plan.language) for planned in plan.procedures],
        "contacts": [_contact(contact, plan.language) for contact in plan.contacts],
    }


def _place(place: Place | None) -> Data | None:
    if place is None:
        return None
    return {
        "postcode": place.postcode,
        "municipality": place.municipality,
        "region": place.region,
        "counter_languages": list(place.counter_languages),
    }


def _procedure(planned: PlannedProcedure, language: str) -> Data:
    procedure = planned.procedure
    return {
        "slug": procedure.slug,
        "topic": procedure.topic,
        **_certainty(planned.certainty, planned.needs),
        "title": procedure.title.text,
        "summary": procedure.summary.text,
        **_lang(procedure.title, language),
        "because": [reason(each) for each in planned.because],
        "steps": [_item(step, language) for step in planned.steps],
        "documents": [
            {**_item(each, language), "max_age": each.item.max_age or None} for each in planned.documents
        ],
        "deadlines": [_deadline(deadline, language) for deadline in planned.deadlines],
        "warnings": [_item(warning, language) for warning in planned.warnings],
        "contacts": [contact.slug for contact in planned.contacts],
        "sources": list(planned.cites),
    }


def _item(planned: Planned[Step] | Planned[Document] | Planned[WarningNote], language: str) -> Data:
    item = planned.item
    certainty = _certainty(planned.certainty, planned.needs)
    return {"slug": item.slug, "text": item.text.text, **certainty, **_lang(item.text, language)}


def _deadline(deadline: PlannedDeadline, language: str) -> Data:
    return {
        "slug": deadline.slug,
        "label": deadline.label.text,
        **_lang(deadline.label, language),
        "from": _iso(deadline.starts),
        "until": _iso(deadline.ends),
        "state": deadline.state,
        "certainty": deadline.certainty,
        "needs": list(deadline.needs),
    }


def _contact(contact: Contact, language: str) -> Data:
    return {
        "slug": contact.slug,
        "name": contact.name.text,
        **_lang(contact.name, language),
        "about": contact.about.text,
        "note": contact.note.text,
        "phones": [phone.number for office in contact.offices for phone in office.phones],
        "emails": [email.address for office in contact.offices for email in office.emails],
        "websites": [site.link or site.printed for office in contact.offices for site in office.websites],
        "offices": [_office(office) for office in contact.offices],
    }


def _office(office: Office) -> Data:
    return {
        "slug": office.slug,
        "street": office.street,
        "postcode": office.postcode,
        "town": office.town,
        "phones": [phone.number for phone in office.phones],
        "faxes": list(office.faxes),
        "appointment_only": office.appointment_only,
        "hours": [
            {"kind": hours.kind, "day": hours.day, "opens": hours.opens, "closes": hours.closes}
            for hours in office.hours
        ],
    }


def _certainty(certainty: str, needs: Sequence[str]) -> Data:
    return {"certainty": certainty} | ({"needs": list(needs)} if needs else {})


def _lang(text: Text, language: str) -> Data:
    """Which language a text is really in, where it is not the one asked for."""
    return {} if text.lang == language else {"lang": text.lang}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
