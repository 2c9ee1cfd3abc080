"""Calendar arithmetic at its edges: clamping, exact spelling, and windows whose two ends count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refugeeguide.guide.dates import EARLIEST, LATEST, DateTerm, Offset, parse_iso, shift, window_state
from refugeeguide.guide.parsing import MAX_COUNT, UNITS

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "offset", "moved"),
    [
        ("2024-02-29", Offset(5, "years"), "2029-02-28"),
        ("2024-02-29", Offset(4, "years"), "2028-02-29"),
        ("2024-02-29", Offset(-1, "years"), "2023-02-28"),
        ("2096-02-29", Offset(4, "years"), "2100-02-28"),
        ("2023-02-28", Offset(1, "years"), "2024-02-28"),
        ("2025-08-31", Offset(18, "months"), "2027-02-28"),
        ("2026-11-30", Offset(3, "months"), "2027-02-28"),
        ("2023-11-30", Offset(3, "months"), "2024-02-29"),
        ("2026-10-31", Offset(1, "months"), "2026-11-30"),
        ("2026-12-31", Offset(1, "months"), "2027-01-31"),
        ("2026-12-15", Offset(12, "months"), "2027-12-15"),
        ("2027-01-31", Offset(-2, "months"), "2026-11-30"),
        ("2027-01-01", Offset(-1, "months"), "2026-12-01"),
        ("2026-12-20", Offset(15, "days"), "2027-01-04"),
        ("2026-03-01", Offset(-45, "days"), "2026-01-15"),
        ("2024-03-01", Offset(-1, "days"), "2024-02-29"),
    ],
)
def test_shift(day: str, offset: Offset, moved: str) -> None:
    assert shift(date.fromisoformat(day), offset) == date.fromisoformat(moved)
    assert DateTerm("entry_date", offset).from_day(date.fromisoformat(day)) == date.fromisoformat(moved)


def test_a_day_not_moved() -> None:
    assert DateTerm("entry_date").from_day(TODAY) == TODAY


@given(st.dates(EARLIEST, LATEST), st.integers(1, 1200))
def test_months_keep_the_day_or_take_the_last_one(day: date, months: int) -> None:
    moved = shift(day, Offset(months, "months"))
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved.day < day.day and (moved + DAY).day == 1)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("count", [MAX_COUNT, -MAX_COUNT])
def test_the_largest_offset_stays_inside_the_calendar(unit: str, count: int) -> None:
    for day in (EARLIEST, LATEST):
        assert date.min < shift(day, Offset(count, unit)) < date.max  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["1900-01-01", "2199-12-31", "2024-02-29"])
def test_a_date_read(text: str) -> None:
    assert parse_iso(text).isoformat() == text


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1899-12-31", "a date lies between 1900 and 2199"),
        ("2200-01-01", "a date lies between 1900 and 2199"),
        ("2023-02-29", "day is out of range for month"),
        ("2026-13-01", "month must be in 1..12"),
        *[
            (text, "a date is written YYYY-MM-DD")
            for text in (
                "", "today", "2026-1-1", "20261122", "2026-W47-7", "2026-11-22\n", " 2026-11-22", "22-11-2026",
                "2026/11/22", "2026-11-22T00:00", "٢٠٢٦-١١-٢٢", "２０２６-１１-２２", "+026-11-22", "2026-11-220",
            )
        ],
    ],
)  # fmt: skip
def test_a_date_refused(text: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        parse_iso(text)


@pytest.mark.parametrize(
    ("starts", "ends", "state"),
    [
        (None, TODAY, "open"),
        (None, TODAY - DAY, "past"),
        (None, TODAY + DAY, "open"),
        (TODAY, None, "open"),
        (TODAY + DAY, None, "ahead"),
        (TODAY - DAY, None, "open"),
        (TODAY, TODAY, "open"),
        (TODAY - DAY, TODAY, "open"),
        (TODAY, TODAY + DAY, "open"),
        (TODAY + DAY, TODAY + DAY, "ahead"),
        (TODAY - DAY, TODAY - DAY, "past"),
        (TODAY + DAY, TODAY - DAY, "past"),
        (None, None, "open"),
    ],
)
def test_window_state(starts: date | None, ends: date | None, state: str) -> None:
    assert window_state(starts, ends, TODAY) == state
