"""Whether an office is open at a moment, and otherwise when it opens next; visits and phone each for themselves.

The moment is handed in, in Belgian local time. Public holidays and days off are not in the sources, so they are not
counted: on such a day this says "open" as on any other. An office without hours is unknown, which is not closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from .procedures import WEEKDAYS, Hours, Office

DAY = 24 * 60
WEEK = 7 * DAY


@dataclass(frozen=True, slots=True)
class Opening:
    """`open` until `at`, or opening at `at`: `today`, or on another day (`later`); `unknown` without hours.

    `day` is the day `at` belongs to, at most a week ahead: an office open on Mondays only opens "on Monday" on Mondays.
    """

    state: Literal["open", "today", "later", "unknown"]
    at: str = ""
    day: date | None = None

    @property
    def weekday(self) -> str:
        """The name of that day, as in `WEEKDAYS`."""
        return WEEKDAYS[self.day.weekday()] if self.day else ""


UNKNOWN = Opening("unknown")


@dataclass(frozen=True, slots=True)
class Openings:
    """An office at one moment."""

    visit: Opening
    phone: Opening


def openings(office: Office, now: datetime) -> Openings:
    """How things stand at this office now, in Belgian local time."""
    return Openings(opening(office.hours, "visit", now), opening(office.hours, "phone", now))


def opening(hours: tuple[Hours, ...], kind: str, now: datetime) -> Opening:
    """How things stand now for visits or for the phone. Open from the first minute to the last before closing."""
    spans = [_span(each) for each in hours if each.kind == kind]
    minute = now.weekday() * DAY + now.hour * 60 + now.minute
    left = [length - since for start, length in spans if (since := (minute - start) % WEEK) < length]
    if left:
        return _at(now, max(left), "open")
    waits = [(start - minute) % WEEK for start, length in spans if length]
    if not waits:
        return UNKNOWN
    opens = now + timedelta(minutes=min(waits))
    return _at(now, min(waits), "today" if opens.date() == now.date() else "later")


def _at(now: datetime, minutes: int, state: Literal["open", "today", "later"]) -> Opening:
    moment = now + timedelta(minutes=minutes)
    return Opening(state, f"{moment:%H:%M}", moment.date())


def _span(hours: Hours) -> tuple[int, int]:
    """The minute of the week it starts, and how many it lasts; closing at 00:00 or 02:00 is on the next day."""
    opens, closes = _minutes(hours.opens), _minutes(hours.closes)
    return WEEKDAYS.index(hours.day) * DAY + opens, (closes - opens) % DAY


def _minutes(text: str) -> int:
    clock = time.fromisoformat(text)
    return clock.hour * 60 + clock.minute
