"""Recordings stand beside the very words they hold, on pages alone; a mistake in the index is named by its row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from pathlib import Path

import pytest
import yaml
from django.conf import settings as ours
from django.core.cache import cache
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import strip_tags

from refugeeguide.content import release
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.journey.inline import inlines, style
from refugeeguide.journey.recordings import Recording, recording, recordings
from tests.journey.sizing import EIGHT
from tests.journey.visitor import Visitor

GOOD = {
    "language": "en",
    "text": "Which card?",
    "file": "card.mp3",
    "by": "Rania A.",
    "on": date(2026, 11, 20),
}
Write = Callable[[object], Path]


@pytest.fixture
def write(settings, tmp_path: Path) -> Iterator[Write]:
    """Writes the index of a folder with one file, card.mp3, and lets the site use it."""
    folder = settings.RECORDINGS = tmp_path / "recordings"
    folder.mkdir()
    (folder / "card.mp3").write_bytes(b"sound")
    (folder / "notes.txt").write_text("no sound")

    def write(rows: object) -> Path:
        text = rows if isinstance(rows, str) else yaml.safe_dump(rows, allow_unicode=True)
        (folder / "index.yaml").write_text(text, encoding="utf-8")
        forget()
        return folder / "index.yaml"

    yield write
    forget()


def forget() -> None:
    """As in a process that has just started."""
    recordings.cache_clear()
    inlines.cache_clear()
    cache.clear()


def test_the_shipped_index_is_right() -> None:
    assert [each for each in run_checks() if each.id == "recordings.E001"] == []


def test_only_the_very_words_are_found(write: Write) -> None:
    write([GOOD | {"text": "Which card\n   do you have?"}, GOOD | {"language": "nl", "text": "Welke kaart?"}])
    found = Recording("card.mp3", "Rania A.", date(2026, 11, 20))
    assert recording("Which card do you have?", "en") == found
    assert recording("Welke kaart?", "nl") == found
    for text, language in (
        ("Which cards do you have?", "en"),
        ("Which card do you have", "en"),
        ("which card do you have?", "en"),
        ("Which card do you have?", "nl"),
        ("Welke kaart?", "en"),
        ("", "en"),
    ):
        assert recording(text, language) is None, (text, language)


SHAPE = "row 2: it needs language, text, file, by and on, and nothing else."
FAULTS = {
    "no row": ("Which card?", SHAPE),
    "a field too few": ({key: value for key, value in GOOD.items() if key != "by"}, SHAPE),
    "a field too many": (GOOD | {"note": "loud"}, SHAPE),
    "no day": (GOOD | {"on": "last week"}, "row 2: “on” is not a day, as 2026-11-22."),
    "nobody": (GOOD | {"by": " "}, "row 2: “by” has no words."),
    "no words": (GOOD | {"text": None}, "row 2: “text” has no words."),
    "language": (GOOD | {"language": "xx"}, "row 2: “xx” is no language of the guide."),
    "no such file": (GOOD | {"file": "gone.ogg"}, "row 2: “gone.ogg” is not in the folder."),
    "no sound": (
        GOOD | {"file": "notes.txt"},
        "row 2: “notes.txt” is not the name of a file that ends in .m4a, .mp3, .ogg, .wav.",
    ),
    "elsewhere": (
        GOOD | {"file": "../card.mp3"},
        "row 2: “../card.mp3” is not the name of a file that ends in .m4a, .mp3, .ogg, .wav.",
    ),
    "twice": (
        GOOD | {"text": " Welke\nkaart?", "language": "nl"},
        "row 2: another row has the same text in the same language.",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_mistake_is_named_by_its_row(write: Write, name: str) -> None:
    """By every command, before anything is deployed."""
    row, fault = FAULTS[name]
    index = write([GOOD | {"text": "Welke kaart?", "language": "nl"}, row])
    assert faults() == [f"{index}, {fault}"]
    with pytest.raises(ImproperlyConfigured):
        recording("Welke kaart?", "nl")


def test_an_index_that_is_none_is_said(write: Write) -> None:
    index = write("")
    assert faults() == [f"{index} holds no list; without recordings it is []."]
    write("- {")
    assert [fault.partition(":")[0] for fault in faults()] == [f"{index} cannot be read"]
    index.unlink()
    forget()
    assert [fault.partition(":")[0] for fault in faults()] == [f"{index} cannot be read"]


def faults() -> list[str]:
    return [each.msg for each in run_checks() if each.id == "recordings.E001"]


def rows_of(texts: list[str], language: str) -> list[dict]:
    return [GOOD | {"language": language, "text": text} for text in dict.fromkeys(texts)]


QUESTION = next(question for question in QUESTIONNAIRE if question.hint)
PLAYER = re.compile(
    r'<span class="recording"><audio controls preload="none" src="([^"]*)" aria-label="([^"]*)"></audio>'
    r"\s*<small>(.*?)</small></span>"
)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_question_and_its_help_are_played(write: Write, language: str) -> None:
    with translation.override(language):
        texts = [translation.gettext(text) for text in (QUESTION.title, QUESTION.hint)]
        label = translation.gettext("Recording of this text")
        by = translation.gettext("Recorded by %(by)s on %(day)s.").partition("%")[0]
    write(rows_of(texts, language))
    response = Visitor(EIGHT, language=language).open(f"questions/{QUESTION.slug}/")
    page = response.content.decode()
    found = PLAYER.findall(page)
    assert [each[:2] for each in found] == [("/static/recordings/card.mp3", label)] * 2
    assert [each[2].startswith(f"{by}Rania A.") for each in found] == [True] * 2
    assert before_players(page) == texts
    assert "media-src 'self';" in response["Content-Security-Policy"]
    assert inlines()["ask"].text in page


def before_players(page: str) -> list[str]:
    """The last words before each recording."""
    parts = re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)
    parts = PLAYER.split(parts)[0:-1:4]
    return [
        re.split(r"\s*\n\s*", unescape(strip_tags(part)).strip())[-1].removeprefix("Careful: ")
        for part in parts
    ]


def all_texts() -> list[str]:
    """Of the procedures: what a page may have recordings of."""
    found = []
    for each in release.current().guide("en").procedures:
        parts = [*each.steps, *each.documents, *each.warnings]
        found += [each.title, each.summary, *(part.text for part in parts)]
    assert {text.lang for text in found} == {"en"}
    return [text.text for text in found]


def test_everything_a_procedure_says_is_played(write: Write) -> None:
    """Its title and summary, each step, paper and warning, each behind its own words."""
    write(rows_of(all_texts(), "en"))
    guide = release.current().guide("en")
    chosen = [each for each in guide.procedures if each.steps and each.documents and each.warnings]
    assert len(chosen) > 3
    for each in chosen:
        parts = [*each.steps, *each.documents, *each.warnings]
        texts = [each.title, each.summary, *(part.text for part in parts)]
        response = Visitor().open(f"procedures/{each.slug}/")
        said = before_players(response.content.decode())
        assert said == [text.text for text in texts], each.slug
        assert "media-src 'self';" in response["Content-Security-Policy"]


def test_a_changed_word_is_not_played(write: Write) -> None:
    write(rows_of([f"{text} now" for text in all_texts()], "en"))
    response = Visitor().open("procedures/blue-passport/")
    assert b"<audio" not in response.content
    assert "media-src" not in response["Content-Security-Policy"]


@pytest.mark.parametrize("order", [("plan/", "plan/take-away/"), ("plan/take-away/", "plan/")])
def test_paper_and_file_have_none(write: Write, order: tuple[str, str]) -> None:
    """Whichever is made first: pieces of the page are kept, and never end up in the file."""
    write(rows_of(all_texts(), "en"))
    visitor = Visitor(EIGHT)
    found = {path: visitor.open(path).content.count(b"<audio") for path in order}
    assert found.pop("plan/take-away/") == 0
    assert found["plan/"] > 40
    assert "<audio" not in checklist()


def checklist() -> str:
    """What the paper is printed from."""
    from refugeeguide.journey import pdf

    printed = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            pdf, "render_to_string", lambda *args: printed.append(render_to_string(*args)) or printed[0]
        )
        Visitor(EIGHT).open("plan/checklist.pdf")
    return printed[0]


def test_a_site_without_recordings_carries_nothing_for_them(write: Write) -> None:
    write([])
    without = {name: inlines()[name].text for name in ("ask", "tell")}
    assert without == {name: style("base.css", "site.css", f"{name}.css").text for name in without}
    assert b"<audio" not in Visitor().open("procedures/blue-passport/").content
    write([GOOD])
    assert {name: inlines()[name].text for name in without} == {
        name: style("base.css", "site.css", f"{name}.css", "audio.css").text for name in without
    }


def test_in_production_a_file_has_a_name_of_its_own_bytes(write: Write, settings, tmp_path: Path) -> None:
    """So that a browser that kept it never plays an older one."""
    write(rows_of([QUESTION.title], "en"))
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STATICFILES_DIRS = [ours.BASE_DIR / "static", ("recordings", settings.RECORDINGS)]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    page = Visitor(EIGHT).open(f"questions/{QUESTION.slug}/").content.decode()
    (address,) = (each[0] for each in PLAYER.findall(page))
    assert re.fullmatch(r"/static/recordings/card\.[0-9a-f]{12}\.mp3", address)
    assert (settings.STATIC_ROOT / address.removeprefix("/static/")).read_bytes() == b"sound"
