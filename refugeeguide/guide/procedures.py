"""What editors publish, in one language: topics, procedures and what they hold, contacts, sources. All immutable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .conditions import Condition
from .dates import DateTerm

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# What a person does in a step: a pictogram for each stands beside the words.
STEP_KINDS = (
    "visit", "write", "call", "fill_in", "gather", "pay", "wait", "check", "tell", "decide", "travel", "appeal", "keep",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """Words in the language `lang` (not always the one asked for); `drafted` until a person has read them."""

    text: str = ""
    lang: str = "en"
    drafted: bool = False

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do; `at` is the slug of the contact where it is done, or empty; `kind` of STEP_KINDS, or empty."""

    slug: str
    text: Text
    when: Condition
    at: str
    kind: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One paper to bring; `max_age` as "1 month" or empty; `step` is the step where it is handed over, or empty."""

    slug: str
    text: Text
    when: Condition
    max_age: str
    step: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A window counted from answers; both ends inclusive, an end that is None is open."""

    slug: str
    label: Text
    starts: DateTerm | None
    ends: DateTerm | None
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WarningNote:
    """Something that can go wrong and hurt."""

    slug: str
    text: Text
    when: Condition
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContactLink:
    """A contact that a procedure names, perhaps only for some people."""

    slug: str
    when: Condition


@dataclass(frozen=True, slots=True)
class Procedure:
    """One matter a person can act on, with all it takes."""

    slug: str
    topic: str
    title: Text
    summary: Text
    when: Condition
    cites: tuple[str, ...]
    steps: tuple[Step, ...]
    documents: tuple[Document, ...]
    deadlines: tuple[Deadline, ...]
    warnings: tuple[WarningNote, ...]
    contacts: tuple[ContactLink, ...]


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as printed (105 stays 105); `free` when calling costs nothing."""

    number: str
    label: Text
    free: bool


@dataclass(frozen=True, slots=True)
class Email:
    """An address, with what it is for."""

    address: str
    label: Text


@dataclass(frozen=True, slots=True)
class Website:
    """An address as printed, and the one the link really opens."""

    printed: str
    link: str


@dataclass(frozen=True, slots=True)
class Hours:
    """Open from `opens` to `closes` ("09:00") on one weekday; `kind` is "visit" or "phone"."""

    kind: str
    day: str
    opens: str
    closes: str


@dataclass(frozen=True, slots=True)
class Office:
    """One address of a contact."""

    slug: str
    name: Text
    street: str
    postcode: str
    town: str
    phones: tuple[Phone, ...]
    faxes: tuple[str, ...]
    emails: tuple[Email, ...]
    websites: tuple[Website, ...]
    appointment_only: bool
    hours: tuple[Hours, ...]
    cites: tuple[str, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """Every text of this office that is shown."""
        return (self.name, *(phone.label for phone in self.phones), *(email.label for email in self.emails))


@dataclass(frozen=True, slots=True)
class Contact:
    """An organisation that helps or decides, with its offices (none for a kind of place, as "the police")."""

    slug: str
    name: Text
    kind: str
    area: str
    about: Text
    note: Text
    languages: tuple[str, ...]
    cites: tuple[str, ...]
    offices: tuple[Office, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """Every text of this contact that is shown."""
        return (self.name, self.about, self.note, *(text for office in self.offices for text in office.texts))


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of procedures that belong together."""

    slug: str
    title: Text


@dataclass(frozen=True, slots=True)
class Source:
    """A publication; `dated` is an ISO date, or empty when it carries none."""

    slug: str
    title: str
    publisher: str
    dated: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One numbered statement of a source, and where it stands there."""

    id: str
    source: str
    locator: str
    text: str


@dataclass(frozen=True, slots=True)
class Guide:
    """Everything of one release in one language."""

    language: str
    topics: tuple[Topic, ...]
    procedures: tuple[Procedure, ...]
    contacts: Mapping[str, Contact]
    sources: Mapping[str, Source]
    statements: Mapping[str, Statement]
