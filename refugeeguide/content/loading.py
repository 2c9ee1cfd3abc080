"""A document into the tables, without losing what editors did.

For each object three states are compared: what the tables hold now, what the document holds, and what was last loaded.
An object that still is as it was loaded follows the document; one that an editor changed, added or deleted stays as
the editor left it, and is reported when the document has something new for it. The order of children is compared in
the same way. With `overwrite` the document always wins, and the tables end up equal to it.
"""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, ProtectedError, RestrictedError

from . import models
from .shape import ROOTS, STATEMENT, Kind, Node, digest, state, walk
from .tables import MODELS, ContentError, read_tables, write_row

# What is cited or pointed to is written first.
TOPICS, CONTACTS, SOURCES, PERSONS = ROOTS
WRITING = (SOURCES, CONTACTS, TOPICS, PERSONS)


@dataclass
class Report:
    """The keys of what a load did."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


@transaction.atomic
def write_tables(document: dict, overwrite: bool = False) -> Report:
    """Bring a document into the tables; all of it or, with a ContentError, nothing."""
    load = _Load(document, overwrite)
    for key in load.wanted:
        load.bring(key)
    for key in reversed(load.present):
        if key not in load.wanted:
            load.remove(key)
    for key, slugs in load.orders(load.wanted).items():
        load.arrange(key, slugs)
    return load.report


class _Load:
    """One load: the document, the tables as they were, and what was loaded before."""

    def __init__(self, document: dict, overwrite: bool) -> None:
        self.overwrite, self.report = overwrite, Report()
        self.wanted, self.present = _nodes(document), _nodes(read_tables())
        self.loaded = dict(models.Loaded.objects.values_list("key", "digest"))
        self.rows: dict[str, Model | None] = {}

    def follows(self, key: str, present: str | None, wanted: str | None) -> bool:
        """Whether the tables follow the document here: nothing to lose, or told to."""
        if self.overwrite or present == self.loaded.get(key):
            return True
        if wanted != self.loaded.get(key):
            self.report.kept.append(key)
        return False

    def remember(self, key: str, wanted: str) -> None:
        if self.loaded.get(key) != wanted:
            models.Loaded.objects.update_or_create(key=key, defaults={"digest": wanted})

    def bring(self, key: str) -> None:
        """Create or update one object."""
        node = self.wanted[key]
        present, wanted = _digest(self.present.get(key)), _digest(node)
        if present != wanted and self.follows(key, present, wanted):
            if node.parent and self.row(node.parent) is None:
                self.report.kept.append(key)  # an editor deleted what it belongs to
                return
            self.write(node)
            (self.report.created if present is None else self.report.updated).append(key)
            present = wanted
        if present == wanted:
            self.remember(key, wanted)

    def write(self, node: Node) -> None:
        model, owner = MODELS[node.kind.name]
        row = self.row(node.key) or model()
        if owner:
            setattr(row, owner, self.row(node.parent))
        if row._state.adding and hasattr(row, "position"):
            siblings = {owner: self.row(node.parent)} if owner else {}
            row.position = model.objects.filter(**siblings).count() + 1
        try:
            write_row(node.kind, row, node.entry)
        except ValidationError as error:
            raise ContentError(f"{node.key}: {' '.join(error.messages)}") from error
        except (ContentError, ValueError) as error:
            raise ContentError(f"{node.key}: {error}") from error
        self.rows[node.key] = row

    def row(self, key: str) -> Model | None:
        """The row of an object, None if there is none; "" is what the document's own lists belong to."""
        if key and self.rows.get(key) is None:
            node = self.wanted.get(key) or self.present[key]
            self.rows[key] = _find(node, self.row(node.parent))
        return self.rows.get(key)

    def remove(self, key: str) -> None:
        """Delete an object that the document no longer has, unless something an editor made still needs it."""
        if not self.follows(key, _digest(self.present[key]), None):
            return
        row = self.row(key)
        if not self.overwrite and _needed(self.present[key].kind, row):
            self.report.kept.append(key)
            return
        try:
            row.delete()
        except (ProtectedError, RestrictedError):
            self.report.kept.append(key)
            return
        models.Loaded.objects.filter(key=key).delete()
        self.report.deleted.append(key)

    def orders(self, nodes: dict[str, Node]) -> dict[str, list[str]]:
        """For each object and kind of children: their keys in order."""
        found: dict[str, list[str]] = {}
        for key, node in nodes.items():
            if node.kind.name != "person":  # persons stand in the order of their names
                found.setdefault(f"order/{node.parent}/{node.kind.name}", []).append(key)
        return found

    def arrange(self, order: str, wanted: list[str]) -> None:
        """Put children in the document's order, if no editor chose another one."""
        present = self.orders(self.present).get(order)
        if present != wanted and not self.follows(order, present and digest(present), digest(wanted)):
            return
        for position, key in enumerate(wanted, 1):
            row = self.row(key)
            if row is not None and row.position != position:
                row.position = position
                row.save()
        self.remember(order, digest(wanted))


def _nodes(document: dict) -> dict[str, Node]:
    """The objects of a document that have names, by key; parts belong to their object's state."""
    found: dict[str, Node] = {}
    for node in walk(document, WRITING):
        if node.kind.slug:
            if node.key in found:
                raise ContentError(f"{node.key} stands twice in the content")
            found[node.key] = node
    return found


def _digest(node: Node | None) -> str | None:
    return None if node is None else digest(state(node))


def _find(node: Node, parent: Model | None) -> Model | None:
    model, owner = MODELS[node.kind.name]
    column = next(field.name for field in node.kind.fields if field.key == node.kind.slug)
    near = {owner: parent} if owner and not node.kind.rooted else {}
    return model.objects.filter(**{column: node.entry[node.kind.slug]}, **near).first()


def _needed(kind: Kind, row: Model) -> bool:
    """Whether children are left that would go with this row, or texts that cite it."""
    children = (MODELS[field.of.name] for field in kind.of("children"))
    queries = [model.objects.filter(**{owner: row}) for model, owner in children]
    return any(query.exists() for query in queries) or (kind is STATEMENT and row.is_cited)
