"""Counts what readers say of a text, and says which texts were called wrong."""

from datetime import date, timedelta

from django.db import Error
from django.db.models import F

from .models import Feedback

# Nobody is kept apart, so a machine can press as often as it likes: more than this in a day says nothing about a text.
MOST_A_DAY = 1000
DAYS_OF_NEWS = 30
VERDICTS = tuple(Feedback.Verdict.values)


class NotRecorded(Exception):
    """The tables cannot be reached."""


def record(kind: str, slug: str, language: str, verdict: str, day: date) -> None:
    """One more reader says this; what was dealt with comes up again. Raises NotRecorded."""
    row = {"kind": kind, "slug": slug, "language": language, "verdict": verdict, "day": day}
    try:
        Feedback.objects.get_or_create(**row)
        # Counted by the database, so that two readers at once are two.
        Feedback.objects.filter(**row, count__lt=MOST_A_DAY).update(count=F("count") + 1, done=False)
    except Error as error:
        raise NotRecorded from error


def called_wrong(today: date) -> tuple[int, date]:
    """How many texts were called wrong of late and not dealt with yet, and the first day that counts as late."""
    since = today - timedelta(days=DAYS_OF_NEWS)
    open_rows = Feedback.objects.filter(verdict=Feedback.Verdict.WRONG, done=False, day__gte=since)
    return open_rows.values("kind", "slug", "language").order_by().distinct().count(), since
