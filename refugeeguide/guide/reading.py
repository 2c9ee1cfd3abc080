"""Reads a release document (plain data with every language) into a Guide in one language.

The shape of a document is the one of `content/shape.py`. A text that has no translation yet is served in the
fallback language and says so in its `lang`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .parsing import Name, parse, parse_date
from .procedures import (
    Contact,
    ContactLink,
    Deadline,
    Document,
    Email,
    Guide,
    Hours,
    Office,
    Phone,
    Procedure,
    Source,
    Statement,
    Step,
    Text,
    Topic,
    WarningNote,
    Website,
)

FALLBACK = "en"

Data = Mapping[str, Any]


def read_guide(document: Data, language: str, names: Mapping[str, Name]) -> Guide:
    """The guide in `language`; `names` are what conditions may use. Raises ConditionError on a bad condition."""
    reader = _Reader(language, names)
    sources = document["sources"]
    return Guide(
        language=language,
        topics=tuple(Topic(topic["slug"], reader.text(topic["title"])) for topic in document["topics"]),
        procedures=tuple(
            reader.procedure(procedure, topic["slug"])
            for topic in document["topics"]
            for procedure in topic["procedures"]
        ),
        contacts={contact["slug"]: reader.contact(contact) for contact in document["contacts"]},
        sources={s["slug"]: Source(s["slug"], s["title"], s["publisher"], s["dated"]) for s in sources},
        statements={
            each["id"]: Statement(each["id"], source["slug"], each["locator"], each["text"])
            for source in sources
            for each in source["statements"]
        },
    )


class _Reader:
    """Turns the parts of a document into the guide's types, in one language."""

    def __init__(self, language: str, names: Mapping[str, Name]) -> None:
        self.language, self.names = language, names

    def text(self, data: Data) -> Text:
        texts = data["text"]
        lang = next((lang for lang in (self.language, FALLBACK) if texts.get(lang)), self.language)
        return Text(texts.get(lang, ""), lang, lang in data["drafted"])

    def procedure(self, data: Data, topic: str) -> Procedure:
        return Procedure(
            slug=data["slug"],
            topic=topic,
            title=self.text(data["title"]),
            summary=self.text(data["summary"]),
            when=parse(data["when"], self.names),
            cites=tuple(data["cites"]),
            steps=tuple(self.step(step) for step in data["steps"]),
            documents=tuple(self.document(document) for document in data["documents"]),
            deadlines=tuple(self.deadline(deadline) for deadline in data["deadlines"]),
            warnings=tuple(self.warning(warning) for warning in data["warnings"]),
            contacts=tuple(
                ContactLink(link["slug"], parse(link["when"], self.names)) for link in data["contacts"]
            ),
        )

    def step(self, data: Data) -> Step:
        when = parse(data["when"], self.names)
        kind = data.get("kind", "")  # releases made before steps had a kind are still shown
        return Step(data["slug"], self.text(data["text"]), when, data["at"], kind, tuple(data["cites"]))

    def document(self, data: Data) -> Document:
        text, when = self.text(data["text"]), parse(data["when"], self.names)
        return Document(data["slug"], text, when, data["max_age"], data["step"], tuple(data["cites"]))

    def deadline(self, data: Data) -> Deadline:
        starts, ends = (parse_date(data[end], self.names) if data[end] else None for end in ("from", "until"))
        return Deadline(data["slug"], self.text(data["label"]), starts, ends, tuple(data["cites"]))

    def warning(self, data: Data) -> WarningNote:
        when = parse(data["when"], self.names)
        return WarningNote(data["slug"], self.text(data["text"]), when, tuple(data["cites"]))

    def contact(self, data: Data) -> Contact:
        return Contact(
            slug=data["slug"],
            name=self.text(data["name"]),
            kind=data["kind"],
            area=data["area"],
            about=self.text(data["about"]),
            note=self.text(data["note"]),
            languages=tuple(data["languages"]),
            cites=tuple(data["cites"]),
            offices=tuple(self.office(office) for office in data["offices"]),
        )

    def office(self, data: Data) -> Office:
        return Office(
            slug=data["slug"],
            name=self.text(data["name"]),
            street=data["street"],
            postcode=data["postcode"],
            town=data["town"],
            phones=tuple(Phone(p["number"], self.text(p["label"]), p["free"]) for p in data["phones"]),
            faxes=tuple(data["faxes"]),
            emails=tuple(Email(e["address"], self.text(e["label"])) for e in data["emails"]),
            websites=tuple(Website(w["printed"], w["link"]) for w in data["websites"]),
            appointment_only=data["appointment_only"],
            hours=tuple(Hours(h["kind"], h["day"], h["opens"], h["closes"]) for h in data["hours"]),
            cites=tuple(data["cites"]),
        )
