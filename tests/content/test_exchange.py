"""Files, tables and files again: nothing is lost, nothing is invented, not even a byte."""

from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from refugeeguide.content.exchange import dump_files, load_files
from refugeeguide.content.loading import write_tables
from refugeeguide.content.shape import texts
from refugeeguide.content.tables import ContentError, read_tables
from tests.content.documents import documents, small_guide

BELGIUM = Path(__file__).parents[2] / "fixtures" / "belgium"


def contents(folder: Path) -> dict[str, bytes]:
    found = (file for file in folder.rglob("*") if file.suffix in (".yaml", ".po"))
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


@given(document=documents())
@settings(max_examples=60, deadline=None)
def test_document_to_files_and_back(document, tmp_path_factory):
    folder = tmp_path_factory.mktemp("content")
    dump_files(document, folder)
    written = contents(folder)
    assert load_files(folder) == document
    dump_files(load_files(folder), folder)
    assert contents(folder) == written


@pytest.mark.django_db
@given(document=documents())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_document_to_tables_and_back(document):
    """Every example overwrites the one before it, so this also turns any content into any other."""
    write_tables(document, overwrite=True)
    assert read_tables() == document


@pytest.mark.django_db
def test_content_of_this_project_survives_the_round_trip(tmp_path):
    document = load_files(BELGIUM)
    write_tables(document)
    assert read_tables() == document
    dump_files(read_tables(), tmp_path)
    assert load_files(tmp_path) == document
    assert contents(tmp_path) == contents(BELGIUM)


def test_a_long_text_is_written_a_line_a_sentence(tmp_path):
    document = small_guide()
    long = f"{'Ask for advice ' * 8}now: it's free. # Is it far? - No."
    document["topics"][0]["procedures"][0]["summary"]["text"]["en"] = long
    dump_files(document, tmp_path)
    lines = (tmp_path / "help.yaml").read_text().splitlines()
    start = next(number for number, line in enumerate(lines) if "summary" in line)
    assert lines[start : start + 5] == [
        "    summary: >-",
        "      " + ("Ask for advice " * 7).strip(),
        "      Ask for advice now: it's free.",
        "      # Is it far?",
        "      - No.",
    ]
    assert load_files(tmp_path) == document


def test_values_mean_what_an_editor_means(tmp_path):
    (tmp_path / "persons").mkdir()
    (tmp_path / "persons" / "a.yaml").write_text(
        "slug: a\nname: A\ntoday: 2026-11-22\ngiven: {blue_passport: no, postcode: 1000, opens: 13:00, skipped: null}\n"
    )
    person = load_files(tmp_path)["persons"][0]
    assert person["today"] == "2026-11-22"
    assert person["given"] == {"blue_passport": "no", "postcode": "1000", "opens": "13:00", "skipped": None}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("slug: x\ntitel: X\n", "x.yaml: topic x: unknown key titel"),
        ("title: X\n", "x.yaml: topic : slug is missing"),
        ("- slug: x\n", "x.yaml: “key: value” lines are expected here"),
        ("slug: x\nslug: y\n", "“slug” stands twice"),
        ("slug: x\nposition: one\n", "position must be a whole number"),
        ("slug: x\ntitle: [a]\n", "x.yaml: topic x: title can't be"),
        ("slug: x\nprocedures: y\n", "a list is expected here"),
        ("slug: 'x\n", "x.yaml: "),
        (
            "slug: x\nprocedures: [{slug: y, steps: [{slug: z, cite: [F]}]}]\n",
            "procedure y: step z: unknown key cite",
        ),
    ],
)
def test_a_mistake_in_a_file_is_named(tmp_path, content, reason):
    (tmp_path / "x.yaml").write_text(content)
    with pytest.raises(ContentError) as error:
        load_files(tmp_path)
    assert reason in str(error.value)


def test_a_translation_of_another_english_counts_as_drafted(tmp_path):
    dump_files(small_guide(), tmp_path)
    topic = tmp_path / "help.yaml"
    topic.write_text(topic.read_text().replace("Ask for advice", "Ask for good advice", 1))
    drafted = {key: text["drafted"] for key, text in texts(load_files(tmp_path)) if text["drafted"]}
    assert drafted == {"step/get-help/ask/text": ["ar", "fr", "nl"]}


def test_files_of_what_is_gone_are_removed(tmp_path):
    document = small_guide()
    dump_files(document, tmp_path)
    smaller = deepcopy(document) | {"topics": [], "persons": [], "contacts": []}
    dump_files(smaller, tmp_path)
    assert set(contents(tmp_path)) == {"contacts.yaml", "sources.yaml"}
