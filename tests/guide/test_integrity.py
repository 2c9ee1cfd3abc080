"""What is wrong with a guide: each kind of mistake is caught, with the place where it stands."""

from collections.abc import Callable
from typing import Any

import pytest

from refugeeguide.guide.integrity import problems
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from tests.guide.small import LANGUAGES, small_document, text

Change = Callable[[dict[str, Any]], None]

NEVER = "No answers can ever make this true."
APART = 'This is never true together with the condition of its procedure ("trip in (up_to_3_months, 3_to_12_months)").'
NOBODY = "status is other and trip is no_trip"
APART_FROM_NOBODY = f'This is never true together with the condition of its procedure ("{NOBODY}").'
MAX_AGE = 'Write a maximum age as "1 month", "3 months" or "1 year".'
KINDS = "visit, write, call, fill_in, gather, pay, wait, check, tell, decide, travel, appeal, keep"
UNCITED = "It cites no statement of a source."
TWICE = "This slug is used more than once."


def found(document: dict[str, Any]) -> list[str]:
    return [str(problem) for problem in problems(document, QUESTIONNAIRE, LANGUAGES)]


def set_to(path: str, value: object) -> Change:
    """Sets what stands at "topics 0 procedures 0 when" to `value`."""

    def change(document: dict[str, Any]) -> None:
        *above, last = [int(step) if step.isdigit() else step for step in path.split()]
        part: Any = document
        for step in above:
            part = part[step]
        part[last] = value

    return change


def twice(path: str) -> Change:
    """Lists the first of what stands at `path` a second time."""

    def change(document: dict[str, Any]) -> None:
        part: Any = document
        for step in path.split():
            part = part[int(step) if step.isdigit() else step]
        part.append(part[0])

    return change


def no_one_for_everyone(document: dict[str, Any]) -> None:
    document["topics"][1]["procedures"][0]["when"] = "status is refugee"


TRIP = "topics 0 procedures 0"
STEP, CARD, FORM = f"{TRIP} steps 0", f"{TRIP} documents 0", f"{TRIP} documents 1"
BACK, ENDS, LINK = f"{TRIP} deadlines 0", f"{TRIP} warnings 0", f"{TRIP} contacts 0"
ROME = "contacts 1 offices 0"

BROKEN: dict[str, tuple[Change, list[str]]] = {
    "empty plan": (
        no_one_for_everyone,
        ["guide: Some plans would be empty: one procedure must have an empty condition."],
    ),
    "topic twice": (twice("topics"), [f"topic/travel: {TWICE}", f"procedure/trip: {TWICE}"]),
    "procedure twice": (twice("topics 1 procedures"), [f"procedure/get-help: {TWICE}"]),
    "step twice": (twice(f"{TRIP} steps"), [f"step/trip/ask: {TWICE}"]),
    "document twice": (twice(f"{TRIP} documents"), [f"document/trip/card: {TWICE}"]),
    "deadline twice": (twice(f"{TRIP} deadlines"), [f"deadline/trip/back: {TWICE}"]),
    "warning twice": (twice(f"{TRIP} warnings"), [f"warning/trip/ends: {TWICE}"]),
    "contact twice": (twice("contacts"), [f"contact/town-hall: {TWICE}"]),
    "office twice": (twice("contacts 1 offices"), [f"office/embassy/rome: {TWICE}"]),
    "condition misspelt": (
        set_to(f"{TRIP} when", "trip is up_to_3_month"),
        [
            'procedure/trip: when: At character 9: "trip" has no option "up_to_3_month". '
            'Did you mean "up_to_3_months"?'
        ],
    ),
    "procedure unreachable": (
        set_to(f"{TRIP} when", NOBODY),
        [
            f"procedure/trip: when: {NEVER}",
            "document/trip/form: when: " + APART_FROM_NOBODY,
            'deadline/trip/back: until: It is counted from "departure_date", which is never asked of the people '
            "who see this procedure.",
            "warning/trip/ends: when: " + APART_FROM_NOBODY,
            "procedure/trip: contact embassy: " + APART_FROM_NOBODY,
        ],
    ),
    "step condition misspelt": (
        set_to(f"{STEP} when", "regio is brussels"),
        ['step/trip/ask: when: At character 1: there is no question "regio". Did you mean "region"?'],
    ),
    "document condition impossible": (
        set_to(f"{CARD} when", "card is lost and card is none"),
        [f"document/trip/card: when: {NEVER}"],
    ),
    "warning never with its procedure": (
        set_to(f"{ENDS} when", "status is subsidiary"),
        [f"warning/trip/ends: when: {APART}"],
    ),
    "contact never with its procedure": (
        set_to(f"{LINK} when", "trip is no_trip"),
        [f"procedure/trip: contact embassy: {APART}"],
    ),
    "day misspelt": (
        set_to(f"{BACK} until", "departure + 1 year"),
        [
            'deadline/trip/back: until: At character 1: "departure" is not a date question. '
            'Did you mean "departure_date"?'
        ],
    ),
    "day never asked of these people": (
        set_to(f"{BACK} from", "entry_date"),
        [
            'deadline/trip/back: from: It is counted from "entry_date", which is never asked of the people '
            "who see this procedure."
        ],
    ),
    "window without days": (
        set_to(f"{BACK} until", ""),
        ["deadline/trip/back: A date needs a first day, a last day, or both."],
    ),
    "unknown contact of a step": (
        set_to(f"{STEP} at", "townhall"),
        ['step/trip/ask: There is no contact "townhall".'],
    ),
    "unknown contact of a procedure": (
        set_to(f"{LINK} slug", "ambassy"),
        ['procedure/trip: There is no contact "ambassy".'],
    ),
    "unknown step of a document": (
        set_to(f"{CARD} step", "asks"),
        ['document/trip/card: There is no step "asks".'],
    ),
    "unknown kind of step": (
        set_to(f"{STEP} kind", "walk"),
        [f'step/trip/ask: kind: There is no kind of step "walk". Write one of these, or nothing: {KINDS}.'],
    ),
    "maximum age": (set_to(f"{CARD} max_age", "a month"), [f"document/trip/card: max_age: {MAX_AGE}"]),
    "procedure cites nothing": (set_to(f"{TRIP} cites", []), [f"procedure/trip: {UNCITED}"]),
    "step cites nothing": (set_to(f"{STEP} cites", []), [f"step/trip/ask: {UNCITED}"]),
    "deadline cites nothing": (set_to(f"{BACK} cites", []), [f"deadline/trip/back: {UNCITED}"]),
    "contact cites nothing": (set_to("contacts 0 cites", []), [f"contact/town-hall: {UNCITED}"]),
    "office cites nothing": (set_to(f"{ROME} cites", []), [f"office/embassy/rome: {UNCITED}"]),
    "unknown statement": (
        set_to(f"{ENDS} cites", ["F-2", "F-9"]),
        ['warning/trip/ends: There is no statement "F-9".'],
    ),
    "title not translated": (
        set_to(f"{TRIP} title", {"text": {"en": "Trip"}, "drafted": []}),
        ["procedure/trip: title is missing in fr."],
    ),
    "title not in English": (
        set_to(f"{TRIP} title text en", " "),
        ["procedure/trip: title is missing in en."],
    ),
    "title missing": (
        set_to(f"{TRIP} title", {"text": {}, "drafted": []}),
        ["procedure/trip: title is missing in en, fr."],
    ),
    "summary half translated": (
        set_to(f"{TRIP} summary text", {"en": "What to do."}),
        ["procedure/trip: summary is missing in fr."],
    ),
    "step without words": (set_to(f"{STEP} text text", {}), ["step/trip/ask: text is missing in en, fr."]),
    "deadline without words": (
        set_to(f"{BACK} label text", {}),
        ["deadline/trip/back: label is missing in en, fr."],
    ),
    "topic not translated": (set_to("topics 0 title text fr", ""), ["topic/travel: title is missing in fr."]),
    "contact not translated": (
        set_to("contacts 0 name text", {"en": "Town hall"}),
        ["contact/town-hall: name is missing in fr."],
    ),
    "contact without a name": (
        set_to("contacts 0 name text", {}),
        ["contact/town-hall: name is missing in en, fr."],
    ),
    "note not translated": (
        set_to("contacts 1 note text", {"fr": "Sur rendez-vous."}),
        ["contact/embassy: note is missing in en."],
    ),
    "office not translated": (
        set_to(f"{ROME} name text", {"en": "In Rome"}),
        ["office/embassy/rome: name is missing in fr."],
    ),
    "phone not translated": (
        set_to(f"{ROME} phones 0 label text", {"en": "Office"}),
        ["office/embassy/rome, phones 1: label is missing in fr."],
    ),
    "e-mail not translated": (
        set_to(f"{ROME} emails 0 label text", {"fr": "Bureau"}),
        ["office/embassy/rome, emails 1: label is missing in en."],
    ),
}  # fmt: skip


def test_a_good_guide_has_no_problems() -> None:
    assert found(small_document()) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_caught_where_it_stands(name: str) -> None:
    change, expected = BROKEN[name]
    document = small_document()
    change(document)
    assert found(document) == expected


def test_what_may_be_empty() -> None:
    document = small_document()
    for path in (
        "contacts 1 note",
        "contacts 1 about",
        f"{ROME} name",
        f"{ROME} phones 0 label",
        f"{TRIP} summary",
    ):
        set_to(path, {"text": {}, "drafted": []})(document)
    assert found(document) == []


def test_only_published_languages_must_be_complete() -> None:
    document = small_document()
    document["topics"][0]["title"] = text("Travel")
    del document["topics"][0]["title"]["text"]["fr"]
    assert [str(problem) for problem in problems(document, QUESTIONNAIRE, ["en"])] == []


def test_a_guide_of_nothing_is_no_guide() -> None:
    empty = {"topics": [], "contacts": [], "sources": [], "persons": []}
    assert found(empty) == ["guide: Some plans would be empty: one procedure must have an empty condition."]
