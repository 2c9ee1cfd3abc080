"""What an editor may get wrong, in the admin or in a file: refused with a reason, never an error of ours."""

from typing import Any

import pytest
from django.urls import reverse

from refugeeguide.content import publishing
from refugeeguide.content.loading import write_tables
from refugeeguide.content.models import Source, Statement, Step, TestPerson
from refugeeguide.content.shape import OFFICE
from refugeeguide.content.tables import ContentError
from tests.content.documents import small_guide
from tests.content.test_admin import editor, errors, filled_in, guide, page_of

__all__ = ["editor", "guide"]  # fixtures

SHAPE = "Write what is expected under procedures, warnings, documents, deadlines, in curly brackets."
CERTAINTY = "Under procedures, write each name with applies or may_apply."
DETAILS = "Under deadlines, write each name with its from, until, state, certainty, needs."


@pytest.mark.parametrize("model", ["step", "document", "deadline", "warningnote"])
def test_a_part_without_a_procedure_is_refused(editor, model: str) -> None:
    address = reverse(f"admin:content_{model}_add")
    said = {
        "slug": "new",
        "text_en": "New",
        "label_en": "New",
        "starts": "application_date",
        "when": "status is other",
    }
    response = editor.post(address, filled_in(editor.get(address)) | said)
    assert errors(response) == {"procedure": ["This field is required."]}


@pytest.mark.parametrize(
    ("given", "expected", "reason"),
    [
        ('["status"]', "{}", {"given": ["Write answers as question and answer, in curly brackets."]}),
        ('{"status": "other"}', "[]", {"expected": [SHAPE]}),
        ('{"status": "other"}', '"x"', {"expected": [SHAPE]}),
        ('{"status": "other"}', '{"procedures": []}', {"expected": [CERTAINTY]}),
        ('{"status": "other"}', '{"procedures": {"get-help": ["applies"]}}', {"expected": [CERTAINTY]}),
        (
            '{"status": "other"}',
            '{"warnings": null}',
            {"expected": [CERTAINTY.replace("procedures", "warnings")]},
        ),
        ('{"status": "other"}', '{"deadlines": {"a/b": {"till": null}}}', {"expected": [DETAILS]}),
        (
            '{"status": "other"}',
            '{"warning": {}}',
            {
                "expected": [
                    "There is no “warning” in a plan: write procedures, warnings, documents, deadlines."
                ]
            },
        ),
    ],
)
def test_a_test_person_of_another_shape_is_refused(editor, given: str, expected: str, reason: dict) -> None:
    posted = {"slug": "new", "name": "New", "today": "2026-11-22", "given": given, "expected": expected}
    assert errors(editor.post(reverse("admin:content_testperson_add"), posted)) == reason


@pytest.mark.parametrize("expected", [[], {"procedures": []}, {"warnings": None}, "x"])
def test_a_test_person_of_another_shape_is_named_before_publishing(editor, expected: Any) -> None:
    TestPerson.objects.update(expected=expected)
    found = editor.get(reverse("admin:release_check")).context["problems"]
    assert [(problem.where, url) for problem, url in found] == [
        ("person/outside", page_of(TestPerson.objects.get()))
    ]


def test_line_ends_of_a_browser_are_no_change(editor) -> None:
    step = Step.objects.get(slug="ask")
    Step.objects.filter(pk=step.pk).update(text_en="One\nTwo")
    sent = filled_in(editor.get(page_of(step)))
    assert editor.post(page_of(step), sent | {"text_en": "One\r\nTwo"}).status_code == 302
    step.refresh_from_db()
    assert (step.text_en, step.drafted) == ("One\nTwo", {})


@pytest.mark.parametrize("seen", ["[]", "[1]", '"x"', "5"])
def test_a_damaged_note_of_what_was_seen_is_not_needed(editor, seen: str) -> None:
    step = Step.objects.get(slug="ask")
    sent = filled_in(editor.get(page_of(step)))
    assert editor.post(page_of(step), sent | {"seen": seen, "text_fr": "Demandez"}).status_code == 302
    step.refresh_from_db()
    assert step.text_fr == "Demandez"


@pytest.mark.parametrize("slug", ["contacts", "sources"])
def test_a_topic_cannot_take_the_name_of_another_content_file(editor, slug: str) -> None:
    response = editor.post(
        reverse("admin:content_topic_add"), {"slug": slug, "position": 1, "title_en": "New"}
    )
    assert errors(response) == {"slug": ["A content file has this name already: choose another slug."]}


def test_a_statement_that_is_cited_stays_and_so_does_its_source(editor) -> None:
    spare = Statement.objects.create(source=Source.objects.get(), code="F-9")
    before = publishing.read_tables()
    for row in (Statement.objects.get(code="F-2"), Source.objects.get()):
        editor.post(reverse(f"admin:content_{row._meta.model_name}_delete", args=[row.pk]), {"post": "yes"})
        chosen = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
        editor.post(reverse(f"admin:content_{row._meta.model_name}_changelist"), chosen)
    sent = filled_in(editor.get(page_of(Source.objects.get())))
    editor.post(page_of(Source.objects.get()), sent | {"statements-0-DELETE": "on"})
    assert publishing.read_tables() == before
    editor.post(reverse("admin:content_statement_delete", args=[spare.pk]), {"post": "yes"})
    assert sorted(Statement.objects.values_list("code", flat=True)) == ["F-1", "F-2"]


def office(**hours: str) -> dict:
    given = {"slug": "here", "cites": ["F-1"], "hours": [{"kind": "visit", "day": "monday", "opens": "09:00",
                                                          "closes": "12:00", **hours}]}  # fmt: skip
    return {field.key: field.empty for field in OFFICE.fields} | given


def test_a_file_with_an_impossible_time_or_day_says_where(db) -> None:
    document = small_guide()
    document["contacts"][0]["offices"] = [office(opens="25:00")]
    with pytest.raises(ContentError, match=r"^office/helpdesk/here: .*25:00.* invalid time\.$"):
        write_tables(document)
    document = small_guide()
    document["persons"][0]["today"] = "2026-13-01"
    with pytest.raises(ContentError, match=r"^person/outside: month must be in 1\.\.12$"):
        write_tables(document)


def test_what_no_page_could_show_is_not_published(db) -> None:
    document = small_guide()
    document["contacts"][0]["offices"] = [office(day="mon")]
    document["topics"][0]["slug"] = "help me/now"
    write_tables(document)
    assert [str(problem) for problem in publishing.check(publishing.read_tables())] == [
        "topic/help me/now: A slug has only letters from a to z, digits, - and _.",
        'office/helpdesk/here: There is no weekday "mon".',
    ]
