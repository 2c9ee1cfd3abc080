"""Open or not: at the edges of a span, over midnight, from Sunday to Monday, and when no hours are known."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refugeeguide.guide.opening import UNKNOWN, Opening, Openings, opening, openings
from refugeeguide.guide.procedures import WEEKDAYS, Hours, Office, Text

BRUSSELS = ZoneInfo("Europe/Brussels")
MONDAY = date(2026, 11, 23)
OFFICE = Office("o", Text(), "", "", "", (), (), (), (), False, (), ())
# As a centre in Namur has them: one morning and one afternoon.
NAMUR = (Hours("visit", "wednesday", "09:00", "13:00"), Hours("visit", "thursday", "14:00", "17:00"))
TWICE = (Hours("visit", "monday", "08:30", "12:00"), Hours("visit", "monday", "13:00", "16:30"))


def moment(weekday: str, clock: str) -> datetime:
    """That weekday of the week of Monday 23 November 2026, in Belgium."""
    day = MONDAY + timedelta(days=WEEKDAYS.index(weekday))
    return datetime.combine(day, datetime.strptime(clock, "%H:%M:%S").time(), BRUSSELS)  # noqa: DTZ007


def said(hours: tuple[Hours, ...], weekday: str, clock: str) -> tuple[str, str, int | None]:
    """State, time, and how many days from now."""
    now = moment(weekday, clock)
    result = opening(hours, "visit", now)
    assert result.weekday == (WEEKDAYS[result.day.weekday()] if result.day else "")
    return result.state, result.at, (result.day - now.date()).days if result.day else None


@pytest.mark.parametrize(
    ("hours", "weekday", "clock", "expected"),
    [
        (NAMUR, "wednesday", "08:59:59", ("today", "09:00", 0)),
        (NAMUR, "wednesday", "09:00:00", ("open", "13:00", 0)),
        (NAMUR, "wednesday", "12:59:59", ("open", "13:00", 0)),
        (NAMUR, "wednesday", "13:00:00", ("later", "14:00", 1)),
        (NAMUR, "thursday", "00:00:00", ("today", "14:00", 0)),
        (NAMUR, "thursday", "17:00:00", ("later", "09:00", 6)),
        (NAMUR, "sunday", "23:59:59", ("later", "09:00", 3)),
        (TWICE, "monday", "00:00:00", ("today", "08:30", 0)),
        (TWICE, "monday", "11:59:00", ("open", "12:00", 0)),
        (TWICE, "monday", "12:00:00", ("today", "13:00", 0)),
        (TWICE, "monday", "13:00:00", ("open", "16:30", 0)),
        (TWICE, "monday", "16:30:00", ("later", "08:30", 7)),  # one day a week: the same weekday, a week on
        (TWICE, "sunday", "23:59:00", ("later", "08:30", 1)),
        (TWICE[::-1], "sunday", "12:00:00", ("later", "08:30", 1)),
    ],
)
def test_opening(hours: tuple[Hours, ...], weekday: str, clock: str, expected: tuple[str, str, int]) -> None:
    assert said(hours, weekday, clock) == expected


@pytest.mark.parametrize(
    ("closes", "weekday", "clock", "expected"),
    [
        ("00:00", "sunday", "23:59:00", ("open", "00:00", 1)),
        ("00:00", "monday", "00:00:00", ("later", "22:00", 6)),
        ("02:00", "sunday", "22:00:00", ("open", "02:00", 1)),
        ("02:00", "monday", "01:59:00", ("open", "02:00", 0)),
        ("02:00", "monday", "02:00:00", ("later", "22:00", 6)),
        ("02:00", "sunday", "21:59:00", ("today", "22:00", 0)),
    ],
)
def test_over_midnight(closes: str, weekday: str, clock: str, expected: tuple[str, str, int]) -> None:
    assert said((Hours("visit", "sunday", "22:00", closes),), weekday, clock) == expected


def test_spans_that_overlap_close_with_the_last() -> None:
    spans = (Hours("visit", "monday", "09:00", "12:00"), Hours("visit", "monday", "10:00", "15:00"))
    assert said(spans, "monday", "11:00:00") == ("open", "15:00", 0)


def test_wall_clock_counts_when_the_clocks_change() -> None:
    saturday_night = datetime(2026, 10, 24, 23, 0, tzinfo=BRUSSELS)  # the night is an hour longer
    hours = (Hours("visit", "sunday", "09:00", "12:00"),)
    assert opening(hours, "visit", saturday_night) == Opening("later", "09:00", date(2026, 10, 25))


def test_no_hours_are_unknown_not_closed() -> None:
    now = moment("monday", "10:00:00")
    assert opening((), "visit", now) == UNKNOWN == Opening("unknown", "", None)
    assert opening((Hours("visit", "monday", "09:00", "09:00"),), "visit", now) == UNKNOWN
    assert UNKNOWN.weekday == ""


def test_visits_and_phone_are_apart() -> None:
    now = moment("monday", "14:30:00")
    by_phone = replace(OFFICE, hours=(Hours("phone", "monday", "14:00", "16:00"),))
    open_phone = Opening("open", "16:00", MONDAY)
    assert openings(by_phone, now) == Openings(UNKNOWN, open_phone)
    assert openings(replace(OFFICE, hours=TWICE), now) == Openings(Opening("open", "16:30", MONDAY), UNKNOWN)


CLOCK = st.times().map(lambda time: f"{time:%H:%M}")
SPAN = st.builds(Hours, st.sampled_from(["visit", "phone"]), st.sampled_from(WEEKDAYS), CLOCK, CLOCK)
DAYTIME = SPAN.filter(lambda hours: hours.opens < hours.closes)


def inside(hours: tuple[Hours, ...], kind: str, now: datetime) -> list[Hours]:
    """The spans of one day that hold this moment, looked up the plain way."""
    day, clock = WEEKDAYS[now.weekday()], f"{now:%H:%M}"
    return [
        each for each in hours if (each.kind, each.day) == (kind, day) and each.opens <= clock < each.closes
    ]


@given(st.lists(DAYTIME, max_size=6).map(tuple), st.sampled_from(["visit", "phone"]), st.datetimes(max_value=datetime(9000, 1, 1)))  # fmt: skip  # noqa: DTZ001, E501
def test_open_inside_a_span_and_never_outside(hours: tuple[Hours, ...], kind: str, now: datetime) -> None:
    result = opening(hours, kind, now)
    holding = inside(hours, kind, now)
    assert (result.state == "open") == bool(holding)
    assert (result.state == "unknown") == (kind not in {each.kind for each in hours})
    if holding:
        assert (result.at, result.day) == (max(each.closes for each in holding), now.date())
    elif result.day:
        opens = datetime.combine(result.day, datetime.strptime(result.at, "%H:%M").time())  # noqa: DTZ007
        assert inside(hours, kind, opens)
        assert now < opens <= now + timedelta(days=7)
        assert (result.state == "today") == (opens.date() == now.date())
        assert not any(inside(hours, kind, now + (opens - now) * part / 8) for part in range(8))
