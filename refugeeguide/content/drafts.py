"""Which translations no person has read: how that changes when an editor saves."""

from django.conf import settings
from django.db.models import Model

from .translation import TRANSLATED


def text_names(model: type[Model]) -> tuple[str, ...]:
    """The translated texts of a model."""
    return TRANSLATED.get(model, ())


def filled(row: Model, name: str) -> set[str]:
    """The languages in which a text of a row is there."""
    return {code for code in settings.ALL_LANGUAGES if getattr(row, f"{name}_{code}")}


def drafted_languages(row: Model) -> list[str]:
    """The languages in which some text of a row waits for a reader."""
    return sorted({code for name in text_names(type(row)) for code in row.drafted.get(name, [])})


def follow_edits(row: Model, edited: set[str], read: set[str] = frozenset()) -> None:
    """Bring the marks up to date after the columns `edited` changed, and a person read the languages `read`.

    Another English makes every translation of it a draft, but for those that were edited with it.
    """
    for name in text_names(type(row)):
        changed = {code for code in settings.ALL_LANGUAGES if f"{name}_{code}" in edited}
        waiting = set(row.drafted.get(name, []))
        if "en" in changed:
            waiting |= filled(row, name)
        waiting = (waiting - changed - read - {"en"}) & filled(row, name)
        row.drafted = {**row.drafted, name: sorted(waiting)}
    row.drafted = {name: codes for name, codes in row.drafted.items() if codes}
