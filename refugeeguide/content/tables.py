"""Tables to document, and a row from a document's entry: the two directions of the one shape (see shape.py)."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, time

from django.conf import settings
from django.db.models import Model

from . import models
from .shape import NESTED, ROOTS, Field, Kind

# The model of each kind, and the name of the foreign key to what it belongs to.
MODELS: dict[str, tuple[type[Model], str]] = {
    "topic": (models.Topic, ""),
    "procedure": (models.Procedure, "topic"),
    "step": (models.Step, "procedure"),
    "document": (models.Document, "procedure"),
    "deadline": (models.Deadline, "procedure"),
    "warning": (models.WarningNote, "procedure"),
    "link": (models.ProcedureContact, "procedure"),
    "contact": (models.Contact, ""),
    "office": (models.Office, "contact"),
    "phone": (models.Phone, "office"),
    "email": (models.Email, "office"),
    "website": (models.Website, "office"),
    "hours": (models.OpeningHours, "office"),
    "source": (models.Source, ""),
    "statement": (models.Statement, "source"),
    "person": (models.TestPerson, ""),
}


class ContentError(Exception):
    """Content that can't be brought in; the message says where and what."""


def read_tables() -> dict:
    """Everything in the tables, as a document."""
    rows = _Rows()
    return {root.key: [_entry(root.of, row, rows) for row in rows.of(root.of, None)] for root in ROOTS}


class _Rows:
    """All rows of each kind by what they belong to, read once."""

    def __init__(self) -> None:
        self._known: dict[str, dict] = {}

    def of(self, kind: Kind, parent: Model | None) -> list[Model]:
        if kind.name not in self._known:
            self._known[kind.name] = self._read(kind)
        return self._known[kind.name].get(parent and parent.pk, [])

    def _read(self, kind: Kind) -> dict:
        model, owner = MODELS[kind.name]
        pointed = [field.name for field in kind.of("link", "cites")]
        found = defaultdict(list)
        for row in model.objects.prefetch_related(*pointed):
            found[getattr(row, f"{owner}_id") if owner else None].append(row)
        return found


def _entry(kind: Kind, row: Model, rows: _Rows) -> dict:
    return {field.key: _value(field, row, rows) for field in kind.fields}


def _value(field: Field, row: Model, rows: _Rows) -> object:
    if field.kind in NESTED:
        return [_entry(field.of, child, rows) for child in rows.of(field.of, row)]
    if field.kind == "text":
        return read_text(row, field.name)
    if field.kind == "cites":
        return sorted(statement.code for statement in row.statements.all())
    return READ.get(field.kind, _same)(getattr(row, field.name))


def _same(value: object) -> object:
    return f"{value:%H:%M}" if isinstance(value, time) else value


def _slug(value: Model | None) -> str:
    return value.slug if value else ""


READ: dict[str, Callable] = {
    "link": _slug,
    "day": date.isoformat,
    "words": str.split,
    "lines": str.splitlines,
}
WRITE: dict[str, Callable] = {
    "day": date.fromisoformat,
    "words": " ".join,
    "lines": "\n".join,
}


def read_text(row: Model, name: str) -> dict:
    """A translated text of a row: the filled languages, and those no person has read yet."""
    text = {code: getattr(row, f"{name}_{code}") for code in settings.ALL_LANGUAGES}
    text = {code: words for code, words in text.items() if words}
    return {"text": text, "drafted": sorted(set(row.drafted.get(name, [])) & set(text) - {"en"})}


def write_row(kind: Kind, row: Model, entry: dict) -> None:
    """Save what an entry says in its row, with citations and parts; its children have rows of their own."""
    if kind.of("text"):
        row.drafted = {}
    for field in kind.fields:
        if field.kind == "text":
            _write_text(row, field.name, entry[field.key])
        elif field.kind == "link":
            setattr(row, field.name, _linked(row, field, entry[field.key]))
        elif field.kind not in (*NESTED, "cites"):
            setattr(row, field.name, WRITE.get(field.kind, _same)(entry[field.key]))
    row.save()
    for field in kind.of("cites"):
        row.statements.set(_statements(entry[field.key]))
    for field in kind.of("parts"):
        _write_parts(field.of, row, entry[field.key])


def _write_text(row: Model, name: str, text: dict) -> None:
    for code in settings.ALL_LANGUAGES:
        setattr(row, f"{name}_{code}", text["text"].get(code, ""))
    if text["drafted"]:
        row.drafted[name] = text["drafted"]


def _linked(row: Model, field: Field, slug: str) -> Model | None:
    """The row that a slug means: a contact, or a step of the same procedure."""
    target = row._meta.get_field(field.name).related_model
    if not slug:
        return None
    near = {"procedure": row.procedure} if target is models.Step else {}
    found = target.objects.filter(slug=slug, **near).first()
    if found is None:
        raise ContentError(f"there is no {target._meta.verbose_name} “{slug}”")
    return found


def _statements(codes: list[str]) -> list[Model]:
    found = list(models.Statement.objects.filter(code__in=codes))
    missing = set(codes) - {statement.code for statement in found}
    if missing:
        raise ContentError(f"there is no statement {', '.join(sorted(missing))}")
    return found


def _write_parts(kind: Kind, owner_row: Model, entries: list[dict]) -> None:
    """Parts have no names of their own, so they are replaced together, and only when one of them differs."""
    model, owner = MODELS[kind.name]
    present = model.objects.filter(**{owner: owner_row})
    if [_entry(kind, row, _Rows()) for row in present] == entries:
        return
    present.delete()
    for position, entry in enumerate(entries, 1):
        write_row(kind, model(**{owner: owner_row}, position=position), entry)
