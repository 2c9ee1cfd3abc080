"""Random but valid people: complete answer sets that reach every branch, with dates near the limits."""

import random
from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from tests.oracle_questions import ASKED_WHEN, DATE, MULTIPLE, POSTCODE, QUESTIONS, Said

TODAY = date(2026, 11, 22)

# postcode -> (region, languages of the counter), known places picked by hand
PLACES: dict[str, tuple[str, tuple[str, ...]]] = {
    **dict.fromkeys(("1000", "1040", "1050", "1070", "1080", "1210"), ("brussels", ("fr", "nl"))),
    **dict.fromkeys(("1804", "2000", "3000", "3500", "8000", "9000"), ("flanders", ("nl",))),
    # municipalities with facilities: around Brussels, and along the language border
    **dict.fromkeys(("1620", "1630", "1640", "1780", "1950", "1970"), ("flanders", ("nl", "fr"))),
    **dict.fromkeys(("1547", "3717", "3790", "3798", "8587", "8957", "9600"), ("flanders", ("nl", "fr"))),
    **dict.fromkeys(("1300", "4000", "4840", "5000", "6000", "6700", "7000"), ("wallonia", ("fr",))),
    **dict.fromkeys(("7700", "7780", "7850", "7880"), ("wallonia", ("fr", "nl"))),
    **dict.fromkeys(("4950", "4960"), ("wallonia", ("fr", "de"))),
    **dict.fromkeys(("4700", "4710", "4720", "4730", "4750"), ("german_speaking", ("de", "fr"))),
    **dict.fromkeys(("4760", "4770", "4780", "4790"), ("german_speaking", ("de", "fr"))),
}

# how far a date lies from today where a rule turns: (years, months, days)
TURNING_POINTS = (
    (-5, 0, 0), (0, 0, 0), (5, 0, 0), (-1, 0, 0), (0, -3, 0), (0, -18, 0), (0, 0, 30), (0, 0, 45),
    (0, 0, -15),
)  # fmt: skip
ODD_DAYS = (
    "2020-02-29", "2024-02-29", "2028-02-29", "2196-02-29", "2021-02-28", "2100-02-28", "2021-11-22",
    "2026-08-22", "2025-05-31", "2025-08-31", "2025-11-30", "2026-11-30", "2026-12-31", "2027-01-31",
    "1900-01-01", "2199-12-31",
)  # fmt: skip


def shifted(day: date, years: int = 0, months: int = 0, days: int = 0) -> date:
    """Move a date; a day the target month lacks becomes that month's last day."""
    whole = day.year * 12 + day.month - 1 + years * 12 + months
    year, month = whole // 12, whole % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])) + timedelta(days=days)


def _random_date(rng: random.Random, said: Said, today: date) -> str:
    kind = rng.choice(("turning", "turning", "odd", "near", "beside"))
    if kind == "turning":
        years, months, days = rng.choice(TURNING_POINTS)
        return shifted(today, years, months, days + rng.choice((-1, 0, 1))).isoformat()
    if kind == "odd":
        return rng.choice(ODD_DAYS)
    earlier = [value for slug, value in said.items() if QUESTIONS[slug][0] == DATE and value]
    if kind == "beside" and earlier:
        return _beside(rng, earlier[-1])
    return (today + timedelta(days=rng.randint(-2500, 900))).isoformat()


def _beside(rng: random.Random, other: str) -> str:
    """A date that equals another answer or misses it by a day: a card that ends on the day of return."""
    moved = date.fromisoformat(other) + timedelta(days=rng.choice((-1, 0, 1)))
    return min(max(moved, date(1900, 1, 1)), date(2199, 12, 31)).isoformat()


def _random_answer(slug: str, rng: random.Random, said: Said, today: date) -> Any:
    kind, options, skippable = QUESTIONS[slug]
    if skippable and rng.random() < 0.25:
        return None
    if kind == DATE:
        return _random_date(rng, said, today)
    if kind == POSTCODE:
        region = rng.choice(sorted({place[0] for place in PLACES.values()}))
        return rng.choice([code for code, place in PLACES.items() if place[0] == region])
    if kind == MULTIPLE:
        return rng.sample(options, min(len(options), rng.choice((1, 1, 2, 3, len(options)))))
    if slug == "status":
        return rng.choices(options, weights=(10, 3, 4, 1, 1))[0]
    return rng.choice(options)


def random_answers(rng: random.Random, today: date = TODAY) -> Said:
    """One complete, valid answer set in the JSON form; skipped questions are null or left out."""
    said: Said = {}
    for slug in QUESTIONS:
        if ASKED_WHEN[slug](said):
            said[slug] = _random_answer(slug, rng, said, today)
    return {slug: answer for slug, answer in said.items() if answer is not None or rng.random() < 0.5}
