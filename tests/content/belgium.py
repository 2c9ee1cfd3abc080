"""The real content, as the tests of this folder read it: straight from its files, no table in between."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from refugeeguide.content.exchange import load_files
from refugeeguide.guide.answers import Answers, read
from refugeeguide.guide.places import Places
from refugeeguide.guide.plan import Plan, build_plan
from refugeeguide.guide.procedures import Guide
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.reading import read_guide

FOLDER = Path(__file__).parents[2] / "fixtures" / "belgium"
PLACES = Places.from_table((FOLDER / "places.tsv").read_text(encoding="utf-8"))


@cache
def document() -> dict[str, Any]:
    """The document of the content files; read only."""
    return load_files(FOLDER)


@cache
def guide() -> Guide:
    """The guide in English."""
    return read_guide(document(), "en", QUESTIONNAIRE.names)


def answers(said: dict[str, Any]) -> Answers:
    """These answers, read strictly."""
    return read(QUESTIONNAIRE, PLACES, said)


def plan(said: dict[str, Any], today: date) -> Plan:
    """The plan of a person who said this."""
    return build_plan(guide(), QUESTIONNAIRE, answers(said), today)


def procedures() -> list[dict[str, Any]]:
    """Every procedure of the document."""
    return [procedure for topic in document()["topics"] for procedure in topic["procedures"]]
