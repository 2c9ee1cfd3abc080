"""Publishing: refused with reasons, frozen when it succeeds, seen by other processes within two seconds, reversible."""

import os
import subprocess
import sys
import time
from copy import deepcopy
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from refugeeguide.content import publishing, release
from refugeeguide.content.loading import write_tables
from refugeeguide.content.models import Publication, Release, Step
from refugeeguide.content.tables import read_tables
from tests.content.documents import small_guide

ROOT = Path(__file__).parents[2]


@pytest.fixture
def guide(db):
    release._current = None
    document = small_guide()
    write_tables(document)
    return document


def title_of_step(language: str) -> str:
    return str(release.current().guide(language).procedures[0].steps[0].text)


def test_nothing_is_published_at_first(guide):
    with pytest.raises(release.NothingPublished):
        release.current()


def test_a_release_is_the_frozen_drafts(guide, django_assert_num_queries):
    published = publishing.publish()
    assert (published.number, published.document) == (1, guide)
    Step.objects.filter(slug="ask").update(text_en="Half-edited", text_fr="")
    assert (release.current().number, release.current().digest) == (1, published.digest)
    with django_assert_num_queries(0):
        assert [title_of_step(code) for code in ("en", "fr", "ar")] == [
            "Ask for advice", "Ask for advice (fr)", "Ask for advice (ar)",
        ]  # fmt: skip


def test_a_release_never_changes(guide):
    published = publishing.publish()
    with pytest.raises(TypeError, match="never changes"):
        published.save()


def test_publishing_unchanged_drafts_makes_no_release(guide):
    assert publishing.publish().number == publishing.publish().number == 1
    assert Publication.objects.count() == 1


def test_rollback_shows_the_earlier_release_and_keeps_the_drafts(guide):
    first = publishing.publish()
    Step.objects.filter(slug="ask").update(text_en="Ask twice")
    assert publishing.publish().number == 2
    release.refresh()
    assert title_of_step("en") == "Ask twice"
    publishing.rollback(first)
    release.refresh()
    assert (release.current().number, title_of_step("en")) == (1, "Ask for advice")
    assert read_tables()["topics"][0]["procedures"][0]["steps"][0]["text"]["text"]["en"] == "Ask twice"
    assert list(Publication.objects.values_list("release__number", flat=True)) == [1, 2, 1]


def test_a_release_made_before_steps_had_a_kind_is_still_served(guide):
    older = deepcopy(guide)
    for step in older["topics"][0]["procedures"][0]["steps"]:
        del step["kind"]
    made = Release.objects.create(number=1, digest="older", document=older)
    publishing.rollback(made)
    release.refresh()
    steps = release.current().guide("fr").procedures[0].steps
    assert [(step.slug, str(step.text), step.kind) for step in steps] == [
        ("ask", "Ask for advice (fr)", ""),
        ("ask-again", "Ask for advice (fr)", ""),
    ]
    assert publishing.publish().number == 2
    release.refresh()
    assert [step.kind for step in release.current().guide("fr").procedures[0].steps] == ["call", "call"]


def set_in(document: dict, key: str, value: object) -> None:
    document["topics"][0]["procedures"][0]["steps"][0][key] = value


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda d: set_in(d, "text", {"text": {"en": "A"}, "drafted": []}), "text is missing in fr, nl, ar."),
        (lambda d: set_in(d, "cites", []), "It cites no statement of a source."),
        (lambda d: set_in(d, "kind", "walk"), 'kind: There is no kind of step "walk". Write one of these'),
        (lambda d: set_in(d, "when", "card is gold"), 'when: At character 9: "card" has no option "gold".'),
        (
            lambda d: d["persons"][0].update(expected={"procedures": {}}),
            "procedures: get-help is applies, expected",
        ),
        (lambda d: d["persons"][0].update(given={"status": "king"}), "These answers can't be given."),
    ],
)
def test_a_guide_with_a_problem_is_refused_and_says_where(guide, spoil, reason):
    document = deepcopy(guide)
    spoil(document)
    write_tables(document, overwrite=True)
    with pytest.raises(publishing.PublishRefused) as refused:
        publishing.publish()
    problems = [
        problem
        for problem in refused.value.problems
        if problem.where in ("step/get-help/ask", "person/outside")
    ]
    assert [problem.message.startswith(reason) for problem in problems] == [True]
    assert not Release.objects.exists()


def test_commands(guide, capsys):
    call_command("publish", "--if-none")
    call_command("publish", "--if-none")
    call_command("publish")
    call_command("rollback", "1")
    assert capsys.readouterr().out.splitlines() == [
        "Release 1 is published",
        "Release 1 is published already",
        "Release 1 is published already: nothing changed",
        "Release 1 is published again",
    ]
    with pytest.raises(CommandError, match="there is no release 7"):
        call_command("rollback", "7")
    Step.objects.filter(slug="ask").update(text_fr="")
    with pytest.raises(CommandError, match="step/get-help/ask: text is missing in fr"):
        call_command("publish")


FOLLOWER = """
import django, time
django.setup()
from refugeeguide.content import release
release.follow()
seen = None
while True:
    try:
        now = release.current().number
    except release.NothingPublished:
        now = 0
    if now != seen:
        print(now, flush=True)
        seen = now
    time.sleep(0.02)
"""
EDITOR = """
import django
django.setup()
from refugeeguide.content import publishing
from refugeeguide.content.loading import write_tables
from refugeeguide.content.models import Release
from tests.content.documents import small_guide, words
document = small_guide()
if {title!r}:
    document["topics"][0]["title"] = words({title!r})
    write_tables(document)
    publishing.publish()
else:
    publishing.rollback(Release.objects.get(number=1))
"""


@pytest.fixture
def process_environment(tmp_path):
    """The environment of processes with tables of their own."""
    database = {"DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}"}
    return {**os.environ, **database, "LOCAL": "true", "DJANGO_SETTINGS_MODULE": "refugeeguide.settings"}


def test_another_process_sees_a_publication_and_a_rollback_within_two_seconds(process_environment):
    def run(*command: str) -> None:
        subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=process_environment, check=True, capture_output=True
        )

    run("manage.py", "migrate", "--verbosity", "0")
    follower = subprocess.Popen(
        [sys.executable, "-c", FOLLOWER], cwd=ROOT, env=process_environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert follower.stdout.readline() == "0\n"
        for title, number in (("Help", 1), ("Other help", 2), ("", 1)):
            run("-c", EDITOR.format(title=title))
            published = time.monotonic()
            assert follower.stdout.readline() == f"{number}\n"
            assert time.monotonic() - published < 2
    finally:
        follower.kill()
        follower.wait()


FORK = """
import django, os, sys
django.setup()
from refugeeguide.content import release
release.follow()
if os.fork() == 0:
    print(release._follower.is_alive(), flush=True)
    os._exit(0)
sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
"""


def test_a_forked_worker_goes_on_following(process_environment):
    done = subprocess.run(
        [sys.executable, "-c", FORK],
        cwd=ROOT,
        env=process_environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "True\n"
