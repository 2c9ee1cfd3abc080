"""Loading again changes nothing, follows the files, and never undoes what an editor did."""

from copy import deepcopy

import pytest
from django.core.management import call_command

from refugeeguide.content.loading import Report, write_tables
from refugeeguide.content.models import Contact, Loaded, Procedure, Statement, Step
from refugeeguide.content.shape import digest
from refugeeguide.content.tables import ContentError, read_tables
from tests.content.documents import small_guide, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    guide = small_guide()
    write_tables(guide)
    return guide


def steps(document: dict) -> list[dict]:
    return document["topics"][0]["procedures"][0]["steps"]


def said() -> list[str]:
    return list(Step.objects.order_by("position").values_list("text_en", flat=True))


def test_the_first_load_creates_and_the_second_does_nothing(document):
    history = Step.history.count()
    assert read_tables() == document
    assert write_tables(document) == Report()
    assert Step.history.count() == history


def test_a_changed_file_is_followed(document):
    steps(document)[0]["text"] = words("Ask twice")
    assert write_tables(document) == Report(updated=["step/get-help/ask"])
    assert read_tables() == document


def test_an_editors_change_is_kept_and_reported_only_when_the_file_changed(document):
    Step.objects.filter(slug="ask").update(text_en="Edited")
    assert write_tables(document) == Report()
    steps(document)[0]["text"] = words("From the file")
    assert write_tables(document) == Report(kept=["step/get-help/ask"])
    assert said() == ["Edited", "Ask for advice"]


def test_what_was_loaded_before_steps_had_a_kind_is_not_taken_for_edited(document):
    for step in steps(document):
        before = {name: value for name, value in step.items() if name != "kind"}
        state = digest({"in": "procedure/get-help", **before})  # as that version remembered it
        Loaded.objects.filter(key=f"step/get-help/{step['slug']}").update(digest=state)
    Step.objects.update(kind="")
    Step.objects.filter(slug="ask-again").update(text_en="Edited")
    assert write_tables(document) == Report(updated=["step/get-help/ask"], kept=["step/get-help/ask-again"])
    assert list(Step.objects.values_list("slug", "kind")) == [("ask", "call"), ("ask-again", "")]


def test_overwrite_makes_the_tables_equal_to_the_files(document):
    Step.objects.filter(slug="ask").update(text_en="Edited")
    Contact.objects.create(slug="extra", name_en="Extra", kind="ngo", area="any")
    report = write_tables(document, overwrite=True)
    assert report == Report(updated=["step/get-help/ask"], deleted=["contact/extra"])
    assert read_tables() == document


def test_what_an_editor_deleted_stays_deleted(document):
    Step.objects.get(slug="ask").delete()
    assert write_tables(document) == Report()
    steps(document)[0]["text"] = words("From the file")
    assert write_tables(document) == Report(kept=["step/get-help/ask"])
    assert said() == ["Ask for advice"]


def test_what_an_editor_added_stays_and_its_parent_with_it(document):
    Step.objects.create(procedure=Procedure.objects.get(), slug="mine", text_en="Mine", position=3)
    document["topics"][0]["procedures"] = []
    report = write_tables(document)
    assert report == Report(
        deleted=["step/get-help/ask-again", "step/get-help/ask"], kept=["procedure/get-help"]
    )
    assert said() == ["Mine"]


def test_a_statement_that_is_still_cited_stays(document):
    Step.objects.filter(slug="ask").update(text_en="Edited")
    kept = deepcopy(document)
    kept["topics"][0]["procedures"] = kept["contacts"] = kept["sources"][0]["statements"] = []
    write_tables(kept)
    assert [step.slug for step in Statement.objects.get(code="F-1").step_set.all()] == ["ask"]
    assert not Statement.objects.filter(code="F-2", step__isnull=True, procedure__isnull=True).exists()


def test_the_order_of_the_files_is_followed_unless_an_editor_chose_another(document):
    steps(document).reverse()
    write_tables(document)
    assert read_tables() == document
    Step.objects.filter(slug="ask").update(position=0)
    steps(document).append({**steps(document)[0], "slug": "third", "text": words("Third")})
    report = write_tables(document)
    assert report == Report(created=["step/get-help/third"], kept=["order/procedure/get-help/step"])
    assert [step["slug"] for step in steps(read_tables())] == ["ask", "ask-again", "third"]


def test_nothing_is_written_when_something_is_wrong(document):
    before = read_tables()
    steps(document)[0]["text"] = words("New")
    steps(document)[1]["cites"] = ["F-99"]
    with pytest.raises(ContentError, match="step/get-help/ask-again: there is no statement F-99"):
        write_tables(document)
    assert read_tables() == before


def test_every_save_leaves_history_with_every_language(document):
    step = Step.objects.get(slug="ask")
    step.text_ar = "جديد"
    step.save()
    versions = list(step.history.values_list("text_ar", "text_en"))
    assert versions[0] == ("جديد", "Ask for advice")
    assert versions[-1] == ("Ask for advice (ar)", "Ask for advice")


def test_the_commands_bring_content_out_and_in(document, tmp_path, capsys):
    call_command("dump_guide", tmp_path)
    Step.objects.get(slug="ask").delete()
    call_command("load_guide", tmp_path, "--overwrite")
    assert capsys.readouterr().out.endswith("1 created, 0 updated, 0 deleted, 0 kept\n")
    assert read_tables() == document
