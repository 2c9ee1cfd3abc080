"""Calendar arithmetic on answers: offsets in years, months and days, and the day a window opens or closes.

Source of the rules: the project's contract. Adding years or months to a date that has no such day clamps to the
last day of the month (29 February 2024 + 5 years = 28 February 2029).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
TODAY = "today"

Unit = Literal["years", "months", "days"]
State = Literal["past", "ahead", "open"]

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Offset:
    """So many calendar units later (or earlier, when negative)."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class DateTerm:
    """A day named by a date question or by `today`, perhaps moved: `application_date + 5 years`."""

    name: str
    offset: Offset | None = None

    def from_day(self, day: date) -> date:
        """The day this term stands for when its name stands for `day`."""
        return shift(day, self.offset) if self.offset else day


def parse_iso(text: str) -> date:
    """A date written exactly YYYY-MM-DD, from 1900 to 2199; ValueError otherwise."""
    if not _ISO.fullmatch(text):
        raise ValueError("a date is written YYYY-MM-DD")
    day = date.fromisoformat(text)
    if not EARLIEST <= day <= LATEST:
        raise ValueError("a date lies between 1900 and 2199")
    return day


def shift(day: date, offset: Offset) -> date:
    """`day` moved by `offset`; a day that the month does not have becomes that month's last day."""
    if offset.unit == "days":
        return day + timedelta(days=offset.count)
    months = offset.count * (12 if offset.unit == "years" else 1)
    year, month_index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month_index + 1, min(day.day, monthrange(year, month_index + 1)[1]))


def window_state(starts: date | None, ends: date | None, today: date) -> State:
    """Where `today` stands to a window whose two ends are inclusive; a missing end is open for ever."""
    if ends is not None and ends < today:
        return "past"
    if starts is not None and starts > today:
        return "ahead"
    return "open"
