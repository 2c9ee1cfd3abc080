"""The editors' desk, as an editor uses it."""

import json

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.urls import reverse

from refugeeguide.content import publishing
from refugeeguide.content.editors import ensure_group
from refugeeguide.content.loading import write_tables
from refugeeguide.content.models import Feedback, Procedure, Release, Step
from refugeeguide.guide.procedures import STEP_KINDS
from tests.content.documents import small_guide


@pytest.fixture
def guide(db):
    write_tables(small_guide())


@pytest.fixture
def editor(guide, client):
    user = User.objects.create_user("editor", is_staff=True)
    user.groups.add(ensure_group())
    client.force_login(user)
    return client


def page_of(row) -> str:
    return reverse(f"admin:content_{row._meta.model_name}_change", args=[row.pk])


def filled_in(response) -> dict[str, str]:
    """What a browser would send back from this page if nothing were changed."""
    sets = [each.formset for each in response.context.get("inline_admin_formsets", [])]
    forms = [response.context["adminform"].form]
    for formset in sets:
        forms += [formset.management_form, *formset.forms]
    return {
        field.html_name: value for form in forms for field in form for value in [said(field)] if value != ""
    }


def said(field):
    value = field.value()
    if field.name == "seen":
        return value if isinstance(value, str) else json.dumps(value)
    if field.name == "read" or value is None:
        return ""
    return [getattr(each, "pk", each) for each in value] if isinstance(value, list) else value


def save(client, row, **changes: str):
    """Open a row's page, change some fields, save."""
    page = client.get(page_of(row))
    return client.post(page_of(row), filled_in(page) | changes)


def errors(response) -> dict:
    return {name: list(said) for name, said in response.context["adminform"].form.errors.items()}


def test_an_editor_can_open_every_list_and_every_object(editor):
    opened = 0
    for model in admin.site._registry:
        if model._meta.app_label != "content":
            continue
        assert editor.get(reverse(f"admin:content_{model._meta.model_name}_changelist")).status_code == 200
        if model not in (Release, Feedback):  # nobody edits these
            row = model.objects.first()
            address = page_of(row) if row else reverse(f"admin:content_{model._meta.model_name}_add")
            assert editor.get(address).status_code == 200
            assert row is None or editor.get(address.replace("change", "history")).status_code == 200
            opened += 1
    assert opened == 11


def test_an_earlier_version_can_be_looked_at_and_brought_back(editor):
    step = Step.objects.get(slug="ask")
    save(editor, step, text_en="Ask two people")
    first = step.history.last()
    address = page_of(step).replace("change/", f"history/{first.pk}/")
    assert "Ask for advice" in editor.get(address).content.decode()
    listed = editor.get(page_of(step).replace("change", "history")).content.decode()
    assert "Ask for advice → Ask two people" in listed
    assert editor.post(address, filled_in(editor.get(address))).status_code == 302
    step.refresh_from_db()
    assert (step.text_en, step.text_ar, step.drafted) == ("Ask for advice", "Ask for advice (ar)", {})


def test_inputs_say_their_language_and_direction(editor):
    html = editor.get(page_of(Step.objects.first())).content.decode()
    for code, direction in (("en", "ltr"), ("nl", "ltr"), ("ar", "rtl"), ("ps", "rtl"), ("ti", "ltr")):
        assert f'lang="{code}" dir="{direction}"' in html


def test_saving_an_untouched_page_changes_nothing(editor):
    before = publishing.read_tables()
    assert save(editor, Procedure.objects.get()).status_code == 302
    assert publishing.read_tables() == before


def test_another_english_makes_other_translations_drafts_and_a_persons_edit_is_read(editor):
    step = Step.objects.get(slug="ask")
    save(editor, step, text_en="Ask two people", text_fr="Demandez")
    step.refresh_from_db()
    assert step.drafted == {"text": ["ar", "nl"]}
    save(editor, step, text_nl="Vraag het")
    step.refresh_from_db()
    assert step.drafted == {"text": ["ar"]}
    assert save(editor, step, read="ar").status_code == 302
    step.refresh_from_db()
    assert step.drafted == {}


def test_drafts_follow_edits_inside_a_procedures_page_too(editor):
    save(editor, Procedure.objects.get(), **{"steps-0-text_en": "Ask two people", "title_fr": "Aide"})
    assert Step.objects.get(slug="ask").drafted == {"text": ["ar", "fr", "nl"]}
    assert Step.objects.get(slug="ask-again").drafted == {}


def test_reading_many_at_once(editor):
    Step.objects.update(drafted={"text": ["ar", "fr"]})
    listed = reverse("admin:content_step_changelist")
    assert editor.get(listed + "?drafted=nl").context["cl"].result_count == 0
    assert editor.get(listed + "?drafted=fr").context["cl"].result_count == 2
    chosen = list(Step.objects.values_list("pk", flat=True))
    editor.post(listed, {"action": "read_fr", "_selected_action": chosen})
    assert list(Step.objects.values_list("drafted", flat=True)) == [{"text": ["ar"]}] * 2


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        ("card is golden", 'At character 9: "card" has no option "golden".'),
        ("statu is refugee", 'At character 1: there is no question "statu". Did you mean "status"?'),
        (
            "status has refugee",
            'At character 8: "status" has one answer: write "status is ..." or "status in (...)".',
        ),
        ("status is other and needs has travel", "No answers can ever make this true."),
    ],
)
def test_a_condition_that_is_wrong_is_refused_and_says_what_to_write(editor, when, reason):
    response = save(editor, Step.objects.get(slug="ask"), when=when)
    assert errors(response) == {"when": [reason]}


def test_the_kind_of_a_step_is_chosen_from_a_list(editor):
    step = Step.objects.get(slug="ask")
    assert tuple(Step.Kind.values) == STEP_KINDS
    assert editor.get(page_of(step)).context["adminform"].form.fields["kind"].choices == [
        ("", "---------"), *Step.Kind.choices,
    ]  # fmt: skip
    for kind in ("fill_in", ""):
        assert save(editor, step, kind=kind).status_code == 302
        step.refresh_from_db()
        assert (step.kind, step.history.first().kind) == (kind, kind)
    refused = ["Select a valid choice. walk is not one of the available choices."]
    assert errors(save(editor, step, kind="walk")) == {"kind": refused}


def test_a_condition_is_said_in_words(editor):
    procedure = Procedure.objects.order_by("pk").first()
    procedure.when = "status is refugee and card is lost"
    procedure.save()
    page = editor.get(page_of(procedure)).content.decode()
    assert (
        "Your status: “I am recognised as a refugee in Belgium” and Your card: “My card is lost or stolen”"
        in page
    )


def test_two_editors_in_different_languages_lose_nothing(editor):
    step = Step.objects.get(slug="ask")
    mine = filled_in(editor.get(page_of(step)))
    save(editor, step, text_fr="Du collègue")
    assert editor.post(page_of(step), mine | {"text_nl": "Van mij"}).status_code == 302
    step.refresh_from_db()
    assert (step.text_fr, step.text_nl) == ("Du collègue", "Van mij")


def test_two_editors_of_one_text_are_shown_both(editor):
    step = Step.objects.get(slug="ask")
    mine = filled_in(editor.get(page_of(step))) | {"text_fr": "De moi"}
    save(editor, step, text_fr="Du collègue")
    response = editor.post(page_of(step), mine)
    assert errors(response) == {
        "text_fr": [
            "Somebody changed this while you were editing. It now says: “Du collègue”. "
            "Save again to put yours in its place."
        ]
    }
    again = filled_in(response)
    assert again["text_fr"] == "De moi"
    assert editor.post(page_of(step), again).status_code == 302
    step.refresh_from_db()
    assert step.text_fr == "De moi"


def test_the_first_page_says_what_waits(editor):
    publishing.publish()
    assert "There are no unpublished changes." in editor.get("/admin/").content.decode()
    Step.objects.filter(slug="ask").update(drafted={"text": ["fr"]}, text_nl="")
    response = editor.get("/admin/")
    listed = reverse("admin:content_step_changelist")
    assert "There are changes that readers do not see yet." in response.content.decode()
    assert [(row["code"], row["drafted"], row["missing"]) for row in response.context["translations"]] == [
        ("nl", [], 1),
        ("fr", [(("steps", listed), 1)], 0),
    ]


def test_check_publish_and_back(editor, django_capture_on_commit_callbacks):
    check = reverse("admin:release_check")
    step = Step.objects.get(slug="ask")
    Step.objects.filter(pk=step.pk).update(text_nl="")
    page = editor.get(check)
    assert [(problem.message, url) for problem, url in page.context["problems"]] == [
        ("text is missing in nl.", page_of(step))
    ]
    assert editor.post(check).headers["Location"] == check
    assert not Release.objects.exists()
    Step.objects.filter(pk=step.pk).update(text_nl="Vraag")
    editor.post(check)
    Step.objects.filter(pk=step.pk).update(text_nl="Vraag twee keer")
    editor.post(check)
    assert publishing.published().number == 2
    again = reverse("admin:release_again", args=[Release.objects.get(number=1).pk])
    assert "Show Release 1 to readers again" in editor.get(again).content.decode()
    assert publishing.published().number == 2
    editor.post(again)
    assert publishing.published().number == 1
    assert Release.objects.get(number=2).made_by.username == "editor"


def test_publishing_needs_the_permission(guide, client):
    publishing.publish()
    client.force_login(User.objects.create_user("staff", is_staff=True))
    for name, args in (("release_check", []), ("release_again", [Release.objects.get().pk])):
        assert client.get(reverse(f"admin:{name}", args=args)).status_code == 403
        assert client.post(reverse(f"admin:{name}", args=args)).status_code == 403


def test_a_release_can_be_neither_edited_nor_deleted(editor):
    release = publishing.publish()
    assert editor.post(page_of(release), {"number": 7}).status_code == 403
    assert editor.post(reverse("admin:content_release_delete", args=[release.pk])).status_code == 403
