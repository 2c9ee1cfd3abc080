"""The plan of one person, out of the small guide: what is in it, how certain it is, and what would settle it."""

from datetime import date
from typing import Any

from refugeeguide.guide.answers import read
from refugeeguide.guide.conditions import Reason
from refugeeguide.guide.plan import Plan, PlannedDeadline, PlannedProcedure, build_plan, everything, timeline
from refugeeguide.guide.procedures import Text
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.reading import read_guide
from tests.guide.small import NAMES, PLACES, small_document, text

TODAY = date(2026, 11, 22)
TRAVELLER: dict[str, Any] = {
    "status": "refugee", "needs": ["travel"], "card_expiry": "2027-04-01", "trip": "3_to_12_months",
    "origin_trip": "no", "departure_date": "2027-01-10", "return_date": "2027-05-10", "blue_passport": "yes",
    "postcode": "1000",
}  # fmt: skip
SKIPPER: dict[str, Any] = {
    "status": "refugee", "needs": ["travel"], "trip": "up_to_3_months", "blue_passport": "yes",
}  # fmt: skip


def plan_of(raw: dict[str, Any], **changes: Any) -> Plan:
    guide = read_guide(small_document(), "en", NAMES)
    return build_plan(guide, QUESTIONNAIRE, read(QUESTIONNAIRE, PLACES, {**raw, **changes}), TODAY)


def seen(planned: PlannedProcedure) -> dict[str, Any]:
    parts: dict[str, Any] = {
        part: {each.item.slug: (each.certainty, each.needs) for each in getattr(planned, part)}
        for part in ("steps", "documents", "warnings")
    }
    return parts | {"contacts": [contact.slug for contact in planned.contacts], "cites": planned.cites}


def test_a_traveller() -> None:
    plan = plan_of(TRAVELLER)
    trip, get_help = plan.procedures
    assert (plan.language, plan.today, plan.answers.place) == ("en", TODAY, PLACES.get("1000"))
    assert [topic.slug for topic in plan.topics] == ["travel", "help"]
    assert [contact.slug for contact in plan.contacts] == ["town-hall"]
    assert (trip.procedure.slug, trip.certainty, trip.needs) == ("trip", "applies", ())
    assert trip.because == (Reason("trip", ("3_to_12_months",)),)
    assert seen(trip) == {
        "steps": {"ask": ("applies", ())},
        "documents": {"card": ("applies", ()), "form": ("applies", ())},
        "warnings": {"ends": ("applies", ())},
        "contacts": ["town-hall"],
        "cites": ("F-1", "F-2", "F-3"),
    }
    ends = date(2028, 1, 10)
    assert trip.deadlines == (PlannedDeadline("back", Text("Be back by"), None, ends, "open", ()),)
    assert (get_help.procedure.slug, get_help.certainty, get_help.because) == ("get-help", "applies", ())


def test_skipped_answers_hide_nothing() -> None:
    trip = plan_of(SKIPPER).procedures[0]
    assert seen(trip) == {
        "steps": {"ask": ("applies", ())},
        "documents": {"card": ("applies", ()), "form": ("may_apply", ("postcode",))},
        "warnings": {"ends": ("may_apply", ("card_expiry", "return_date"))},
        "contacts": ["embassy", "town-hall"],
        "cites": ("F-1", "F-2", "F-3"),
    }
    unknown = PlannedDeadline("back", Text("Be back by"), None, None, None, ("departure_date",))
    assert trip.deadlines == (unknown,)


def test_what_does_not_apply_is_left_out_with_its_sources() -> None:
    trip = plan_of(TRAVELLER, return_date="2027-04-01", postcode="2000").procedures[0]
    assert seen(trip) == {
        "steps": {"ask": ("applies", ())},
        "documents": {"card": ("applies", ())},
        "warnings": {},
        "contacts": ["town-hall"],
        "cites": ("F-1", "F-3"),
    }


def test_a_contact_of_a_condition_and_of_a_step_is_named_once() -> None:
    plan = plan_of(TRAVELLER, origin_trip="yes")
    assert [contact.slug for contact in plan.procedures[0].contacts] == ["embassy", "town-hall"]
    assert [contact.slug for contact in plan.contacts] == ["town-hall", "embassy"]


def test_a_window_whose_question_was_never_asked_is_left_out() -> None:
    document = small_document()
    document["topics"][1]["procedures"][0]["deadlines"] = document["topics"][0]["procedures"][0]["deadlines"]
    guide = read_guide(document, "en", NAMES)
    answers = read(QUESTIONNAIRE, PLACES, {"status": "other"})
    (get_help,) = build_plan(guide, QUESTIONNAIRE, answers, TODAY).procedures
    assert (get_help.procedure.slug, get_help.deadlines) == ("get-help", ())


def test_a_window_needs_both_its_questions_asked() -> None:
    document = small_document()
    document["topics"][0]["procedures"][0]["deadlines"][0]["from"] = "entry_date"
    guide = read_guide(document, "en", NAMES)
    trip = build_plan(guide, QUESTIONNAIRE, read(QUESTIONNAIRE, PLACES, TRAVELLER), TODAY).procedures[0]
    assert (trip.procedure.slug, trip.deadlines) == ("trip", ())


def test_windows_turn_past_on_the_day_after() -> None:
    left_a_year_ago = plan_of(TRAVELLER, departure_date="2025-11-22", return_date="2025-11-23").procedures[0]
    left_earlier = plan_of(TRAVELLER, departure_date="2025-11-21", return_date="2025-11-23").procedures[0]
    assert [left_a_year_ago.deadlines[0].state, left_earlier.deadlines[0].state] == ["open", "past"]


def test_a_procedure_that_hangs_on_a_skipped_answer_may_apply() -> None:
    document = small_document()
    document["topics"][0]["procedures"][0]["when"] = "origin_trip is yes and region is brussels"
    guide = read_guide(document, "en", NAMES)
    plan = build_plan(guide, QUESTIONNAIRE, read(QUESTIONNAIRE, PLACES, SKIPPER), TODAY)
    trip = plan.procedures[0]
    assert (trip.certainty, trip.needs, trip.because) == ("may_apply", ("origin_trip", "postcode"), ())


def test_everyone_gets_a_plan() -> None:
    plan = plan_of({"status": "other"})
    assert [planned.procedure.slug for planned in plan.procedures] == ["get-help"]
    assert [topic.slug for topic in plan.topics] == ["help"]


def test_the_timeline_runs_by_the_day_that_counts() -> None:
    """When a window closes, or else opens; what cannot be counted comes last."""
    document = small_document()
    document["topics"][0]["procedures"][0]["deadlines"] = [
        {"slug": slug, "label": text(slug), "from": starts, "until": ends, "cites": ["F-3"]}
        for slug, starts, ends in (
            ("unknown", "", "card_expiry"),
            ("closes-last", "departure_date - 2 years", "departure_date + 2 years"),
            ("opens", "departure_date + 1 year", ""),
            ("closes-first", "", "departure_date"),
        )
    ]
    guide = read_guide(document, "en", NAMES)
    answers = read(QUESTIONNAIRE, PLACES, {**TRAVELLER, "card_expiry": None})
    lines = timeline(build_plan(guide, QUESTIONNAIRE, answers, TODAY))
    assert [deadline.slug for _, deadline in lines] == ["closes-first", "opens", "closes-last", "unknown"]
    assert {planned.procedure.slug for planned, _ in lines} == {"trip"}


def test_everything_of_a_procedure_for_a_reader_who_answered_nothing() -> None:
    guide = read_guide(small_document(), "en", NAMES)
    whole = everything(guide, guide.procedures[0])
    assert (whole.certainty, whole.needs, whole.because, whole.deadlines) == ("applies", (), (), ())
    assert seen(whole) == {
        "steps": {"ask": ("applies", ())},
        "documents": {"card": ("applies", ()), "form": ("applies", ())},
        "warnings": {"ends": ("applies", ())},
        "contacts": ["embassy", "town-hall"],
        "cites": ("F-1", "F-2"),
    }


def test_the_texts_that_are_shown() -> None:
    trip = plan_of(TRAVELLER, return_date=None, postcode="2000").procedures[0]
    assert [str(each) for each in trip.texts] == [
        "Prepare your trip", "What to do before.", "Ask first.", "Card", "It ends.", "Be back by",
    ]  # fmt: skip
    embassy = read_guide(small_document(), "en", NAMES).contacts["embassy"]
    shown = ["Embassy", "Helps abroad.", "By appointment.", "In Rome", "Office hours", ""]
    assert [str(each) for each in embassy.texts] == shown
