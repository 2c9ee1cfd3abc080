"""The one shape that content has outside the tables, told once.

A document is plain data: {"topics": [...], "contacts": [...], "sources": [...], "persons": [...]}. A translated text in
it is {"text": {language: text}, "drafted": [languages no person has read]}; only filled languages appear. Each kind of
object lists its fields in the order of the files. Tables, files, releases and checks all walk this description.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# How a field's value looks in a document, and what it is when it is left out.
DEFAULTS = {
    "line": "", "day": "", "link": "", "flag": False, "text": {"text": {}, "drafted": []}, "json": {},
    "words": [], "lines": [], "cites": [], "parts": [], "children": [],
}  # fmt: skip
# Of these a row holds nothing itself: other rows point to it.
NESTED = ("parts", "children")


@dataclass(frozen=True)
class Field:
    """One key of an object. `kind` is a key of DEFAULTS, `column` the model's name for it, `of` what it nests.

    `later`: older releases and older prints of an object don't have it.
    """

    key: str
    kind: str = "line"
    column: str = ""
    of: "Kind | None" = None
    default: object = None
    later: bool = False

    @property
    def name(self) -> str:
        return self.column or self.key

    @property
    def empty(self) -> object:
        return DEFAULTS[self.kind] if self.default is None else self.default


@dataclass(frozen=True)
class Kind:
    """A kind of object. `rooted`: its key doesn't start with its parent's, because its slug alone names it."""

    name: str
    fields: tuple[Field, ...]
    slug: str = "slug"
    rooted: bool = False

    def of(self, *kinds: str) -> tuple[Field, ...]:
        """Its fields of these kinds."""
        return tuple(field for field in self.fields if field.kind in kinds)


def _kind(name: str, *fields: Field | str, **options) -> Kind:
    return Kind(name, tuple(Field(field) if isinstance(field, str) else field for field in fields), **options)


CITES = Field("cites", "cites", "statements")
TEXT = Field("text", "text")
AT = Field("at", "link")

STEP = _kind("step", "slug", "when", TEXT, AT, Field("kind", later=True), CITES)
DOCUMENT = _kind("document", "slug", "when", TEXT, "max_age", Field("step", "link"), CITES)
DEADLINE = _kind(
    "deadline",
    "slug",
    Field("label", "text"),
    Field("from", column="starts"),
    Field("until", column="ends"),
    CITES,
)
WARNING = _kind("warning", "slug", "when", TEXT, CITES)
LINK = _kind("link", Field("slug", "link", "contact"), "when", slug="")
PROCEDURE = _kind(
    "procedure", "slug", "when", Field("title", "text"), Field("summary", "text"), CITES,
    Field("steps", "children", of=STEP), Field("documents", "children", of=DOCUMENT),
    Field("deadlines", "children", of=DEADLINE), Field("warnings", "children", of=WARNING),
    Field("contacts", "parts", of=LINK), rooted=True,
)  # fmt: skip
TOPIC = _kind("topic", "slug", Field("title", "text"), Field("procedures", "children", of=PROCEDURE))

LABEL = Field("label", "text")
PHONE = _kind("phone", "number", LABEL, Field("free", "flag"), slug="")
EMAIL = _kind("email", "address", LABEL, slug="")
WEBSITE = _kind("website", "printed", "link", slug="")
HOURS = _kind("hours", Field("kind", default="visit"), "day", "opens", "closes", slug="")
OFFICE = _kind(
    "office", "slug", Field("name", "text"), "street", "postcode", "town",
    Field("phones", "parts", of=PHONE), Field("faxes", "lines"), Field("emails", "parts", of=EMAIL),
    Field("websites", "parts", of=WEBSITE), Field("appointment_only", "flag"),
    Field("hours", "parts", of=HOURS), CITES,
)  # fmt: skip
CONTACT = _kind(
    "contact", "slug", Field("name", "text"), "kind", "area", Field("about", "text"), Field("note", "text"),
    "editor_note", Field("languages", "words"), CITES, Field("offices", "children", of=OFFICE),
)  # fmt: skip

STATEMENT = _kind("statement", Field("id", column="code"), "locator", "text", slug="id", rooted=True)
SOURCE = _kind("source", "slug", "title", "publisher", "dated", Field("statements", "children", of=STATEMENT))
PERSON = _kind(
    "person", "slug", "name", Field("today", "day"), Field("given", "json"), Field("expected", "json")
)

ROOTS = (
    Field("topics", "children", of=TOPIC),
    Field("contacts", "children", of=CONTACT),
    Field("sources", "children", of=SOURCE),
    Field("persons", "children", of=PERSON),
)
# Content files that hold a list; every other one holds the topic it is named after.
LIST_FILES = ("contacts", "sources")


@dataclass(frozen=True)
class Node:
    """An object of a document: its kind, its key (as in `step/blue-passport/apply`), itself, and its parent's key."""

    kind: Kind
    key: str
    entry: dict
    parent: str = ""


def walk(document: dict, roots: Iterable[Field] = ROOTS) -> Iterator[Node]:
    """Every object of a document, parents before children."""
    for root in roots:
        yield from _walk(root.of, document.get(root.key, []), (), "")


def _walk(kind: Kind, entries: list, above: tuple[str, ...], parent: str) -> Iterator[Node]:
    for number, entry in enumerate(entries, 1):
        path = (() if kind.rooted else above) + (entry[kind.slug] if kind.slug else str(number),)
        key = "/".join((kind.name, *path))
        yield Node(kind, key, entry, parent)
        for field in kind.of(*NESTED):
            yield from _walk(field.of, entry[field.key], path, key)


def texts(document: dict) -> Iterator[tuple[str, dict]]:
    """Every translated text with its key, as in `step/blue-passport/apply/text`."""
    for node in walk(document):
        for field in node.kind.of("text"):
            yield f"{node.key}/{field.key}", node.entry[field.key]


def state(node: Node) -> dict:
    """What an object itself holds, with its parent, without its children: they have a state of their own."""
    fields = (field for field in node.kind.fields if field.kind != "children")
    own = {field.key: node.entry[field.key] for field in fields if not _unsaid(field, node.entry)}
    return {"in": node.parent, **own}


def _unsaid(field: Field, entry: dict) -> bool:
    """Whether a later field is empty: left out of the state, so that nothing loaded before it looks edited."""
    return field.later and entry[field.key] == field.empty


def canonical(data: object) -> str:
    """JSON that is the same text whenever the data is the same."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest(data: object) -> str:
    """A fingerprint of plain data."""
    return hashlib.sha256(canonical(data).encode()).hexdigest()
