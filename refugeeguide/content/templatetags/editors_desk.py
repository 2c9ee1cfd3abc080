"""What waits for an editor, for the first page of the desk."""

from collections import Counter

from django import template
from django.conf import settings
from django.utils.timezone import localdate

from ..admin.links import list_of
from ..feedback import DAYS_OF_NEWS, called_wrong
from ..publishing import has_unpublished_changes, published
from ..shape import texts
from ..tables import read_tables

register = template.Library()


@register.inclusion_tag("admin/waiting.html")
def waiting() -> dict:
    """Unpublished changes, texts called wrong, and for each language what is missing and what no person has read."""
    document = read_tables()
    known = [(key.split("/")[0], text) for key, text in texts(document) if text["text"]]
    rows = [_row(code, name, known) for code, name in settings.ALL_LANGUAGES.items()]
    translations = [row for row in rows if row["drafted"] or row["missing"]]
    wrong, since = called_wrong(localdate())
    return {
        "wrong": wrong,
        "since": since.isoformat(),
        "days": DAYS_OF_NEWS,
        "current": published(),
        "changes": has_unpublished_changes(document),
        "translations": translations,
    }


def _row(code: str, name: str, known: list[tuple[str, dict]]) -> dict:
    drafted = Counter(list_of(kind) for kind, text in known if code in text["drafted"])
    missing = (
        sum(code not in text["text"] for _, text in known) if code in settings.PUBLISHED_LANGUAGES else 0
    )
    return {"code": code, "name": name, "drafted": sorted(drafted.items()), "missing": missing}
