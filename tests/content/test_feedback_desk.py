"""What readers say of a text is counted, and editors see it and deal with it."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.db import OperationalError
from django.urls import reverse
from django.utils.timezone import localdate

from refugeeguide.content import feedback
from refugeeguide.content.editors import ensure_group
from refugeeguide.content.loading import write_tables
from refugeeguide.content.models import Contact, Feedback, Procedure
from tests.content.documents import small_guide

DAY = date(2026, 11, 22)
COLUMNS = ("day", "kind", "slug", "language", "verdict", "count", "done")
LIST = reverse("admin:content_feedback_changelist")


def rows() -> list[tuple]:
    return list(Feedback.objects.values_list(*COLUMNS))


@pytest.fixture
def editor(db, client):
    write_tables(small_guide())
    user = User.objects.create_user("editor", is_staff=True)
    user.groups.add(ensure_group())
    client.force_login(user)
    return client


def test_a_row_holds_a_number_and_nothing_about_a_person():
    assert [field.name for field in Feedback._meta.get_fields()] == ["id", *COLUMNS]


@pytest.mark.django_db
def test_the_same_is_counted_in_one_row_and_anything_else_in_another():
    for language, verdict, day in [
        ("en", "wrong", DAY),
        ("en", "wrong", DAY),
        ("en", "helped", DAY),
        ("ar", "wrong", DAY),
        ("en", "wrong", DAY - timedelta(days=1)),
    ]:
        feedback.record("procedure", "blue-passport", language, verdict, day)
    feedback.record("contact", "blue-passport", "en", "wrong", DAY)
    assert rows() == [
        (DAY, "contact", "blue-passport", "en", "wrong", 1, False),
        (DAY, "procedure", "blue-passport", "ar", "wrong", 1, False),
        (DAY, "procedure", "blue-passport", "en", "helped", 1, False),
        (DAY, "procedure", "blue-passport", "en", "wrong", 2, False),
        (DAY - timedelta(days=1), "procedure", "blue-passport", "en", "wrong", 1, False),
    ]


@pytest.mark.django_db
def test_the_database_itself_adds_one_so_that_no_reader_is_lost(django_assert_num_queries):
    feedback.record("contact", "cgrs", "en", "wrong", DAY)
    with django_assert_num_queries(2) as counted:
        feedback.record("contact", "cgrs", "en", "wrong", DAY)
    changed = counted.captured_queries[1]["sql"].partition(" WHERE ")[0]
    assert changed == ('UPDATE "content_feedback" SET "count" = ("content_feedback"."count" + 1), "done" = 0')


@pytest.mark.django_db
def test_a_machine_that_presses_for_ever_is_not_counted_for_ever():
    Feedback.objects.create(day=DAY, kind="contact", slug="cgrs", language="en", verdict="wrong", count=999)
    for _ in range(3):
        feedback.record("contact", "cgrs", "en", "wrong", DAY)
    assert rows() == [(DAY, "contact", "cgrs", "en", "wrong", 1000, False)]


@pytest.mark.django_db
def test_what_was_dealt_with_comes_up_again_when_somebody_says_it_again():
    feedback.record("contact", "cgrs", "en", "wrong", DAY)
    Feedback.objects.update(done=True)
    feedback.record("contact", "cgrs", "en", "wrong", DAY)
    assert rows() == [(DAY, "contact", "cgrs", "en", "wrong", 2, False)]


def test_tables_that_are_away_are_said(monkeypatch):
    def away(**row):
        raise OperationalError

    monkeypatch.setattr(Feedback.objects, "get_or_create", away)
    with pytest.raises(feedback.NotRecorded):
        feedback.record("contact", "cgrs", "en", "wrong", DAY)


@pytest.mark.django_db
def test_texts_called_wrong_are_counted_once_for_each_language_and_only_of_late():
    for slug, language, verdict, ago in [
        ("a", "en", "wrong", 0),
        ("a", "en", "wrong", 30),
        ("a", "fr", "wrong", 1),
        ("b", "en", "wrong", 31),
        ("b", "en", "helped", 0),
    ]:
        feedback.record("contact", slug, language, verdict, DAY - timedelta(days=ago))
    feedback.record("contact", "c", "en", "wrong", DAY)
    Feedback.objects.filter(slug="c").update(done=True)
    assert feedback.called_wrong(DAY) == (2, date(2026, 10, 23))


def test_the_desk_says_which_texts_were_called_wrong(editor):
    home = reverse("admin:index")
    assert "called wrong" not in editor.get(home).content.decode()
    feedback.record("procedure", "blue-passport", "en", "wrong", localdate())
    since = localdate() - timedelta(days=30)
    filtered = f"{LIST}?verdict__exact=wrong&amp;done__exact=0&amp;day__gte={since}"
    link = f'<a href="{filtered}">1 text was called wrong in the last 30 days</a>'
    assert editor.get(home).content.decode().count(link) == 1
    feedback.record("procedure", "blue-passport", "ar", "wrong", since)
    assert "2 texts were called wrong in the last 30 days" in editor.get(home).content.decode()
    feedback.record("procedure", "other", "ar", "helped", localdate())
    feedback.record("procedure", "other", "ar", "wrong", since - timedelta(days=1))
    shown = editor.get(filtered.replace("&amp;", "&")).context["cl"].result_list
    assert [(row.slug, row.language) for row in shown] == [("blue-passport", "en"), ("blue-passport", "ar")]


def test_the_list_leads_to_the_texts(editor):
    procedure, contact = Procedure.objects.first(), Contact.objects.first()
    feedback.record("procedure", procedure.slug, "en", "wrong", DAY)
    feedback.record("contact", contact.slug, "fr", "helped", DAY - timedelta(days=1))
    feedback.record("contact", "no-more", "fr", "helped", DAY - timedelta(days=2))
    page = editor.get(LIST)
    model_admin = page.context["cl"].model_admin
    assert [model_admin.text(row) for row in page.context["cl"].result_list] == [
        f'<a href="{reverse("admin:content_procedure_change", args=[procedure.pk])}">procedure: {procedure.slug}</a>',
        f'<a href="{reverse("admin:content_contact_change", args=[contact.pk])}">contact: {contact.slug}</a>',
        "contact: no-more (deleted)",
    ]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ("verdict__exact=wrong", ["a"]),
        ("language__exact=fr", ["b"]),
        ("done__exact=1", ["b"]),
        ("", ["a", "b"]),
    ],
)
def test_the_list_can_be_narrowed(editor, chosen, found):
    feedback.record("contact", "a", "en", "wrong", DAY)
    feedback.record("contact", "b", "fr", "helped", DAY)
    Feedback.objects.filter(slug="b").update(done=True)
    assert [row.slug for row in editor.get(f"{LIST}?{chosen}").context["cl"].result_list] == found


def test_the_list_costs_no_query_a_row(editor, django_assert_num_queries):
    for slug in ("a", "b", "c"):
        feedback.record("contact", slug, "en", "wrong", DAY)
        with django_assert_num_queries(8):
            editor.get(LIST)


def test_an_editor_marks_rows_as_dealt_with_and_changes_nothing_else(editor):
    for slug in ("a", "b"):
        feedback.record("contact", slug, "en", "wrong", DAY)
    first, second = Feedback.objects.all()
    posted = {"action": "mark_done", "_selected_action": [second.pk]}
    answer = editor.post(LIST, posted, follow=True)
    assert [str(each) for each in answer.context["messages"]] == ["1 marked as dealt with."]
    assert [row[2:] for row in rows()] == [
        ("a", "en", "wrong", 1, False),
        ("b", "en", "wrong", 1, True),
    ]
    change = reverse("admin:content_feedback_change", args=[first.pk])
    assert editor.post(change, {"count": 5}).status_code == 403
    assert editor.get(reverse("admin:content_feedback_add")).status_code == 403
    delete = reverse("admin:content_feedback_delete", args=[first.pk])
    assert editor.post(delete, {"post": "yes"}).status_code == 403
    assert "delete_selected" not in editor.get(LIST).content.decode()


def test_who_may_only_look_cannot_mark(editor, client):
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_feedback"))
    client.force_login(reader)
    feedback.record("contact", "a", "en", "wrong", DAY)
    row = Feedback.objects.get()
    client.post(LIST, {"action": "mark_done", "_selected_action": [row.pk]})
    assert [each.done for each in Feedback.objects.all()] == [False]
