"""The hand-written pages by name, each for the same person and day as ours."""

from __future__ import annotations

from datetime import date

from django.utils import translation

from refugeeguide.content.places import places
from refugeeguide.content.release import CurrentRelease
from refugeeguide.guide.answers import keep
from refugeeguide.guide.plan import build_plan
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from tests.journey.sizing import EIGHT

from .door import door
from .plan import plan
from .question import question

LANGUAGES = ("en", "ar")
# The same pages of the site; the question is the largest one, for somebody who comes back to it.
OURS = {"door": "/", "question": "/{}/questions/needs/", "plan": "/{}/plan/"}


def written(name: str, language: str, release: CurrentRelease, today: date) -> str:
    """One of OURS as written by hand."""
    given = keep(QUESTIONNAIRE, places(), EIGHT)[0]
    with translation.override("en" if name == "door" else language):
        if name == "door":
            return door(language)
        if name == "question":
            return question(language, "needs", given)
        return plan(language, build_plan(release.guide(language), QUESTIONNAIRE, given, today), release)
