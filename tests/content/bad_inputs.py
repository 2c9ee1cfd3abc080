"""Inputs the `plan` command must refuse: status 2, empty standard output, one line naming the fault.

Each has exactly one fault. `reason` is a fragment the line must contain, whatever its case.
"""

import json
from dataclasses import dataclass
from typing import Any

PERSON_OUTSIDE_GUIDE = {"status": "other"}
SUBSIDIARY = {"status": "subsidiary", "card": "a_card"}
ELSEWHERE = {"status": "refugee_elsewhere", "recognised_where": "eu"}
LAW = {"status": "refugee", "needs": ["law"]}
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
FULL_WIDTH = str.maketrans("0123456789", "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19")


@dataclass(frozen=True)
class BadInput:
    """What is handed to the command, as bytes of the answers file and as options after it."""

    name: str
    reason: str
    raw: bytes
    options: tuple[str, ...] = ()

    @property
    def fits_one_line(self) -> bool:
        """Can it stand as a line of `--lines`? A bad option or a blank line can't."""
        return not self.options and b"\n" not in self.raw and bool(self.raw.strip())


def _answers(name: str, reason: str, answers: Any) -> BadInput:
    return BadInput(name, reason, json.dumps(answers).encode())


def _text(name: str, text: str | bytes) -> BadInput:
    return BadInput(name, "json", text if isinstance(text, bytes) else text.encode())


def _postcode(name: str, postcode: Any) -> BadInput:
    return _answers(f"postcode: {name}", "postcode", PERSON_OUTSIDE_GUIDE | {"postcode": postcode})


def _date(name: str, day: Any) -> BadInput:
    return _answers(f"date: {name}", "card_expiry", SUBSIDIARY | {"card_expiry": day})


def _today(name: str, today: str) -> BadInput:
    raw = json.dumps(PERSON_OUTSIDE_GUIDE).encode()
    return BadInput(f"today: {name}", "today", raw, (f"--today={today}",))


def _language(name: str, language: str) -> BadInput:
    raw = json.dumps(PERSON_OUTSIDE_GUIDE).encode()
    return BadInput(f"language: {name}", "language", raw, (f"--language={language}",))


NOT_JSON = [
    _text("empty file", ""),
    _text("only spaces", "   "),
    _text("a bare word", "refugee"),
    _text("cut off", '{"status": "other"'),
    _text("single quotes", "{'status': 'other'}"),
    _text("trailing comma", '{"status": "other",}'),
    _text("two objects", '{"status": "other"} {"status": "other"}'),
    _text("a comment", '{"status": "other"} // me'),
    _text("a raw control character in a text", '{"status": "oth\x00er"}'),
    _text("bytes that are not UTF-8", b'{"status": "oth\xffer"}'),
    _text("brackets a hundred thousand deep", "[" * 100_000),
]

# Right JSON, but not an object; the line must say so in whatever words.
NOT_AN_OBJECT = [
    BadInput("a list", "", b'["other"]'),
    BadInput("a text", "", b'"other"'),
    BadInput("a number", "", b"1000"),
    BadInput("null", "", b"null"),
    BadInput("true", "", b"true"),
    BadInput("not a number", "", b"NaN"),
    BadInput("a list of pairs", "", b'[["status", "other"]]'),
]

SLUGS = [
    _answers("unknown question", "shoe_size", PERSON_OUTSIDE_GUIDE | {"shoe_size": "44"}),
    _answers("unknown question skipped", "shoe_size", PERSON_OUTSIDE_GUIDE | {"shoe_size": None}),
    _answers("question in capitals", "Postcode", PERSON_OUTSIDE_GUIDE | {"Postcode": "1000"}),
    _answers("derived name instead of a question", "region", PERSON_OUTSIDE_GUIDE | {"region": "brussels"}),
    _answers("name with a line break", "shoe", PERSON_OUTSIDE_GUIDE | {"shoe\nsize": "44"}),
    _answers("name that is a lone surrogate", "", PERSON_OUTSIDE_GUIDE | {"\ud800": "44"}),
    _answers("empty name", "", PERSON_OUTSIDE_GUIDE | {"": "44"}),
    _answers("today as an answer", "today", PERSON_OUTSIDE_GUIDE | {"today": "2026-11-22"}),
]

SINGLE_CHOICES = [
    _answers("unknown option", "status", {"status": "tourist"}),
    _answers("option in capitals", "status", {"status": "OTHER"}),
    _answers("option with a space", "status", {"status": " other"}),
    _answers("option with a line break", "status", {"status": "other\n"}),
    _answers("option with NUL", "status", {"status": "other\x00"}),
    _answers("option with a lone surrogate", "status", {"status": "other\udfff"}),
    _answers("empty option", "status", {"status": ""}),
    _answers("label instead of an option", "status", {"status": "Refugee"}),
    _answers("list for a single choice", "status", {"status": ["other"]}),
    _answers("object for a single choice", "status", {"status": {"other": True}}),
    _answers("number for a single choice", "status", {"status": 1}),
    _answers("true for a single choice", "status", {"status": True}),
    _answers("option of another question", "card", {"status": "subsidiary", "card": "refugee"}),
    _answers("true for yes", "minors_at_home", {
        "status": "refugee", "needs": ["travel"], "trip": "no_trip", "blue_passport": "no",
        "minors_at_home": True,
    }),
]  # fmt: skip

MULTIPLE_CHOICES = [
    _answers("text for a multiple choice", "needs", {"status": "refugee", "needs": "law"}),
    _answers("empty list", "needs", {"status": "refugee", "needs": []}),
    _answers("repeated option", "needs", {"status": "refugee", "needs": ["law", "law"]}),
    _answers("unknown option in a list", "needs", {"status": "refugee", "needs": ["law", "money"]}),
    _answers("null in a list", "needs", {"status": "refugee", "needs": ["law", None]}),
    _answers("number in a list", "needs", {"status": "refugee", "needs": [1]}),
    _answers("list in a list", "needs", {"status": "refugee", "needs": [["law"]]}),
    _answers("object in a list", "needs", {"status": "refugee", "needs": [{}]}),
    _answers("object for a multiple choice", "needs", {"status": "refugee", "needs": {"law": True}}),
]

MISSING = [
    _answers("nothing at all", "status", {}),
    _answers("required first answer skipped", "status", {"status": None}),
    _answers("only a postcode", "status", {"postcode": "1000"}),
    _answers("refugee without needs", "needs", {"status": "refugee"}),
    _answers("required list skipped", "needs", {"status": "refugee", "needs": None}),
    _answers("subsidiary without a card", "card", {"status": "subsidiary"}),
    _answers("work without a job situation", "work", {"status": "refugee", "needs": ["work"]}),
    _answers("elsewhere without a plan", "belgium_plan", ELSEWHERE),
    _answers("marriage certificate without the spouse", "spouse_in_belgium", {
        "status": "refugee", "needs": ["documents"], "certificates": ["marriage"],
    }),
    _answers("couple between 18 and 21 without the date", "couple_since", {
        "status": "refugee", "needs": ["family"], "relatives": ["spouse"], "couple_age": "both_18",
        "relatives_where": ["abroad"],
    }),
]  # fmt: skip

UNREACHED = [
    _answers("needs of a person outside the guide", "needs", PERSON_OUTSIDE_GUIDE | {"needs": ["law"]}),
    _answers("unreached question skipped", "needs", PERSON_OUTSIDE_GUIDE | {"needs": None}),
    _answers("unreached date skipped", "entry_date", PERSON_OUTSIDE_GUIDE | {"entry_date": None}),
    _answers("work without the need", "work", LAW | {"work": "looking"}),
    _answers("expiry date of no card", "card_expiry", {
        "status": "subsidiary", "card": "none", "card_expiry": "2027-01-01",
    }),
    _answers("decision date under subsidiary protection", "decision_date", {
        "status": "subsidiary", "card": "none", "decision_date": "2026-01-01",
    }),
    _answers("application date with a B card", "application_date", {
        "status": "subsidiary", "card": "b_card", "application_date": None,
    }),
    _answers("entry date for a long stay", "entry_date", ELSEWHERE | {
        "belgium_plan": "over_3_months", "entry_date": "2026-11-01",
    }),
    _answers("return date of a stay over a year", "return_date", {
        "status": "refugee", "needs": ["travel"], "trip": "over_1_year", "blue_passport": "yes",
        "return_date": "2028-01-01",
    }),
    _answers("other parent of a child who came along", "other_parent", {
        "status": "refugee", "needs": ["children"], "children": ["came_with_me"], "children_on_annex": "yes",
        "other_parent": "single_mother",
    }),
    _answers("whereabouts of a lost relative", "relatives_where", {
        "status": "refugee", "needs": ["family"], "relatives": ["lost_contact"],
        "relatives_where": ["abroad"],
    }),
]  # fmt: skip

POSTCODES = [
    _postcode("three digits", "999"),
    _postcode("five digits with a leading zero", "01000"),
    _postcode("a number", 1000),
    _postcode("a number with a point", 1000.0),
    _postcode("true", True),
    _postcode("a list", ["1000"]),
    _postcode("empty", ""),
    _postcode("does not exist", "9999"),
    _postcode("all zeroes", "0000"),
    _postcode("leading zero", "0999"),
    _postcode("a space before", " 1000"),
    _postcode("a space after", "1000 "),
    _postcode("a line break after", "1000\n"),
    _postcode("NUL after", "1000\x00"),
    _postcode("lone surrogate after", "1000\ud800"),
    _postcode("country letter", "B-1000"),
    _postcode("with the town", "1000 Brussels"),
    _postcode("sign", "+999"),
    _postcode("digits with an underscore", "10_0"),
    _postcode("Arabic-Indic digits", "1000".translate(ARABIC_INDIC)),
    _postcode("full-width digits", "1000".translate(FULL_WIDTH)),
    _postcode("superscript digits", "\u00b9\u2070\u2070\u2070"),
    BadInput(
        "postcode: number of five thousand digits",
        "",
        b'{"status": "other", "postcode": ' + b"1" * 5000 + b"}",
    ),
]

DATES = [
    _date("29 February of a common year", "2023-02-29"),
    _date("29 February of 2100", "2100-02-29"),
    _date("31 April", "2026-04-31"),
    _date("month 13", "2026-13-01"),
    _date("day 0", "2026-10-00"),
    _date("year 0000", "0000-01-01"),
    _date("year 0001", "0001-01-01"),
    _date("year 9999", "9999-12-31"),
    _date("the day before the first", "1899-12-31"),
    _date("the day after the last", "2200-01-01"),
    _date("day first", "22-11-2026"),
    _date("slashes", "2026/11/22"),
    _date("no leading zeroes", "2026-1-2"),
    _date("no dashes", "20261122"),
    _date("week date", "2026-W47-7"),
    _date("with a time", "2026-11-22T00:00:00"),
    _date("with a space", "2026-11-22 "),
    _date("with a line break", "2026-11-22\n"),
    _date("with NUL", "2026-11-22\x00"),
    _date("Arabic-Indic digits", "2026-11-22".translate(ARABIC_INDIC)),
    _date("full-width digits", "2026-11-22".translate(FULL_WIDTH)),
    _date("real minus signs", "2026\u221211\u221222"),
    _date("word", "tomorrow"),
    _date("empty", ""),
    _date("a number", 20261122),
    _date("false", False),
    _date("a list", ["2026-11-22"]),
    _date("an object", {"year": 2026}),
]

OPTIONS = [
    _today("word", "tomorrow"),
    _today("empty", ""),
    _today("30 February", "2026-02-30"),
    _today("month 13", "2026-13-01"),
    _today("no dashes", "20261122"),
    _today("week date", "2026-W47-7"),
    _today("day first", "22-11-2026"),
    _today("with a time", "2026-11-22T12:00"),
    _today("Arabic-Indic digits", "2026-11-22".translate(ARABIC_INDIC)),
    _language("unknown", "xx"),
    _language("empty", ""),
    _language("a word", "arabic"),
    _language("a path", "../en"),
    _language("two at once", "en,ar"),
]

BAD_INPUTS: list[BadInput] = [
    *NOT_JSON, *NOT_AN_OBJECT, *SLUGS, *SINGLE_CHOICES, *MULTIPLE_CHOICES, *MISSING, *UNREACHED, *POSTCODES,
    *DATES, *OPTIONS,
]  # fmt: skip
