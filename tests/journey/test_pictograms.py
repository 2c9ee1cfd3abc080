"""Pictograms: everything that has one has a drawing, nothing is drawn for nobody, and all follow one set of rules."""

import re
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from refugeeguide.content.models import Contact
from refugeeguide.guide.procedures import STEP_KINDS
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.journey.pictograms import ANOTHER_NAME, PICTURES, SYMBOL, picture, topic_picture
from refugeeguide.journey.tags import kind_picture

FILE = (settings.BASE_DIR / "static/pictograms.svg").read_text(encoding="utf-8")
SYMBOLS = {name: shapes for name, _, shapes in SYMBOL.findall(FILE)}
DRAWINGS = {name: shapes for name, shapes in SYMBOLS.items() if not ANOTHER_NAME.match(shapes)}
SAME_AS = {name: ANOTHER_NAME.match(SYMBOLS[name])[1] for name in SYMBOLS.keys() - DRAWINGS.keys()}

OPTIONS = [(question.slug, option) for question in QUESTIONNAIRE for option in question.options]
TOPICS = [
    content["slug"]
    for path in sorted(Path(settings.BASE_DIR / "fixtures/belgium").glob("*.yaml"))
    if "slug" in (content := yaml.safe_load(path.read_text(encoding="utf-8")))
]
BY_NAME = re.compile(r'"([\w-]+)"\|picture')
WRITTEN = {
    name
    for path in Path(settings.BASE_DIR / "templates").rglob("*.html")
    for name in BY_NAME.findall(path.read_text(encoding="utf-8"))
}
YARDSTICK = {"back"}  # the pages written by hand (tests/browser/by_hand) show it
NAMED_BY_CONTENT = (
    {"topic"}  # for one that an editor added
    | {f"topic-{slug}" for slug in TOPICS}
    | {f"step-{kind}" for kind in STEP_KINDS}
    | {f"contact-{kind}" for kind in Contact.Kind.values}
)

SHAPE = re.compile(r'<path( fill="currentColor")?( stroke-dasharray="[0-9. ]+")? d="[A-Za-z0-9. -]+"/>')
MOST_BYTES, MOST_BYTES_OF_ALL = 160, 16_000


def test_every_option_has_a_picture() -> None:
    assert [(slug, option.slug) for slug, option in OPTIONS if option.picture not in DRAWINGS] == []


@pytest.mark.parametrize("slug", QUESTIONNAIRE.by_slug)
def test_the_options_of_a_question_look_different(slug: str) -> None:
    pictures = [option.picture for option in QUESTIONNAIRE.by_slug[slug].options]
    assert sorted(set(pictures)) == sorted(pictures)


def test_the_content_names_exactly_what_is_drawn_for_it() -> None:
    assert len(TOPICS) == 11
    assert {name for name in SYMBOLS if name.startswith(("topic", "step-", "contact-"))} == NAMED_BY_CONTENT


def test_nothing_is_drawn_for_nobody() -> None:
    asked_for = {option.picture for _, option in OPTIONS} | WRITTEN | NAMED_BY_CONTENT | YARDSTICK
    assert asked_for <= SYMBOLS.keys()
    assert SYMBOLS.keys() - asked_for - {SAME_AS[name] for name in asked_for & SAME_AS.keys()} == set()


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_short_and_only_paths(name: str) -> None:
    assert SHAPE.sub("", DRAWINGS[name]) == ""
    assert len(DRAWINGS[name]) <= MOST_BYTES


def test_no_two_drawings_are_alike() -> None:
    assert len(set(DRAWINGS.values())) == len(DRAWINGS)


def test_other_names_lead_to_a_drawing() -> None:
    assert {name: same for name, same in SAME_AS.items() if same not in DRAWINGS} == {}
    assert {name for name, same in SAME_AS.items() if PICTURES[name] != PICTURES[same]} == set()


def test_the_file_holds_nothing_else() -> None:
    assert len(FILE.encode()) <= MOST_BYTES_OF_ALL
    assert list(PICTURES) == re.findall(r'\bid="([^"]*)"', FILE)
    assert re.sub(r"<!--.*?-->", "", SYMBOL.sub("", FILE), flags=re.DOTALL).split() == [
        "<svg", 'xmlns="http://www.w3.org/2000/svg">', "</svg>",
    ]  # fmt: skip


def test_a_picture_in_a_page() -> None:
    start, end = ' viewBox="0 0 24 24" aria-hidden="true">', "</svg>"
    assert picture("yes") == f'<svg class="p"{start}{DRAWINGS["yes"]}{end}'
    assert picture("leave") == f'<svg class="p turns"{start}{DRAWINGS["leave"]}{end}'
    assert picture("") == ""
    assert hasattr(picture("yes"), "__html__")
    assert hasattr(picture(""), "__html__")
    with pytest.raises(KeyError):
        picture("no such picture")


def test_a_topic_added_later_has_a_neutral_picture() -> None:
    assert topic_picture("travel") == picture("plane")
    assert topic_picture("added-by-an-editor") == picture("topic")


def test_a_kind_of_an_old_release_has_no_picture() -> None:
    assert kind_picture("visit", "step") == PICTURES["step-visit"]
    assert kind_picture("authority", "contact") == PICTURES["contact-authority"]
    assert [kind_picture(kind, "contact") for kind in ("", "no longer drawn")] == ["", ""]
    assert hasattr(kind_picture("", "step"), "__html__")
