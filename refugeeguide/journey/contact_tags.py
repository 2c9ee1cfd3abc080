"""How contacts are written: numbers, addresses, opening hours, whom they serve."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlencode

from babel.dates import get_day_names
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from refugeeguide.guide.nearby import CircleName
from refugeeguide.guide.opening import Opening, openings
from refugeeguide.guide.procedures import WEEKDAYS, Contact, Office, Website

from .tags import LOCALES, ltr, page_language

register = template.Library()

CIRCLES = {
    "municipality": _("In your municipality"),
    "region": _("In your region"),
    "country": _("For all of Belgium"),
    "anywhere": _("Wherever you are"),
}
AREAS = {
    "local": _("In every municipality"),
    "any": _("Wherever you are"),
    "federal": _("For all of Belgium"),
    "brussels": _("In Brussels"),
    "flanders": _("In Flanders"),
    "wallonia": _("In Wallonia"),
    "german_speaking": _("In the German-speaking Community"),
    "abroad": _("Outside Belgium"),
}


@register.filter
def circle_name(name: CircleName) -> str:
    """How near the contacts of a circle are."""
    return str(CIRCLES[name])


@register.filter
def area_name(area: str) -> str:
    """Where a contact can be turned to; an area that an editor made up stays as written."""
    return str(AREAS.get(area, area))


@register.filter
def phone(number: str) -> SafeString:
    """A phone number as printed, that can be pressed. A short number such as 105 is called as it is."""
    digits = re.sub(r"^00", "+", re.sub(r"\(0\)|[^0-9+]", "", number))
    called = f"+32{digits[1:]}" if digits.startswith("0") else digits
    return format_html('<a href="tel:{}"><bdi dir="ltr">{}</bdi></a>', called, number)


@register.filter
def mail(address: str) -> SafeString:
    """An e-mail address that can be pressed."""
    return format_html('<a href="mailto:{0}"><bdi dir="ltr">{0}</bdi></a>', address)


@register.filter
def website(site: Website) -> SafeString:
    """A website as printed, with the address it really opens."""
    link = site.link or site.printed
    if not link.startswith(("http://", "https://")):
        link = f"http://{link}"
    return format_html('<a href="{}" rel="noreferrer"><bdi dir="ltr">{}</bdi></a>', link, site.printed)


@register.filter
def slugs(contacts: Iterable[Contact]) -> str:
    """Which contacts these are, in a word."""
    return " ".join(contact.slug for contact in contacts)


@register.filter
def address(office: Office) -> str:
    """Street, postcode and town in the Belgian order."""
    parts = (office.street, f"{office.postcode} {office.town}".strip())
    return ", ".join(part for part in parts if part)


@register.filter
def opening(office: Office) -> list[tuple[str, list[tuple[str, str]]]]:
    """Opening hours and phone hours: for each kind, days with their times."""
    names = _day_names()
    kinds: dict[str, list[tuple[str, str]]] = {}
    for hours in office.hours:
        times = f"{hours.opens}–{hours.closes}"
        kinds.setdefault(hours.kind, []).append((names[WEEKDAYS.index(hours.day)], times))
    return list(kinds.items())


@register.filter
def opening_state(state: Opening) -> SafeString:
    """An opening in words, as "open until 16:00"."""
    return format_html(STATES[state.state], time=ltr(state.at), day=_weekday(state))


STATES = {
    "open": _("open now, until {time}"),
    "today": _("closed now, opens today at {time}"),
    "later": _("closed now, opens on {day} at {time}"),
}


def _weekday(state: Opening) -> str:
    return _day_names()[WEEKDAYS.index(state.weekday)] if state.day else ""


def _day_names() -> dict[int, str]:
    language = page_language()
    return get_day_names("wide", locale=LOCALES.get(language, language))


@register.filter
def on_map(office: Office) -> str:
    """Where a map shows this address: a link to follow by choice, never loaded by a page."""
    return "https://www.openstreetmap.org/search?" + urlencode({"query": address(office)})


register.filter("openings", openings)
