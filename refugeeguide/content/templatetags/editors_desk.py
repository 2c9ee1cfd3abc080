"""What waits for an editor, for the first page of the desk."""

from collections import Counter

from django import template
from django.conf import settings

from ..publishing import has_unpublished_changes, published
from ..shape import texts
from ..tables import read_tables

register = template.Library()


@register.inclusion_tag("admin/waiting.html")
def waiting() -> dict:
    """Unpublished changes, and the translations that no person has read, language by language."""
    document = read_tables()
    drafted = Counter(code for _, text in texts(document) for code in text["drafted"])
    missing = Counter(
        code for _, text in texts(document) for code in settings.PUBLISHED_LANGUAGES
        if text["text"] and code not in text["text"]
    )  # fmt: skip
    rows = [
        {"code": code, "name": name, "drafted": drafted[code], "missing": missing[code]}
        for code, name in settings.ALL_LANGUAGES.items()
        if drafted[code] or missing[code]
    ]
    return {"current": published(), "changes": has_unpublished_changes(document), "languages": rows}
