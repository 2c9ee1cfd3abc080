"""The style page: every component in both directions, for those who draw, write or translate. Nothing links to it."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from refugeeguide.content.places import places
from refugeeguide.guide.answers import keep, skip_the_rest
from refugeeguide.guide.questionnaire import QUESTIONNAIRE

from .forms import FORMS
from .pictograms import PICTURES
from .published import needs_guide
from .tags import direction
from .views import plan_context, today

RIGHT_TO_LEFT = "ar"


@require_safe
@needs_guide
def style(request: HttpRequest) -> HttpResponse:
    """Each component as pages show it, with the texts of the guide: left to right, then right to left."""
    chosen = request.path.split("/")[1]
    languages = dict.fromkeys((settings.LANGUAGE_CODE, chosen, RIGHT_TO_LEFT))
    samples = [
        sample(language, today()) for language in languages if language in settings.PUBLISHED_LANGUAGES
    ]
    return render(request, "journey/style.html", {"samples": samples, "pictures": PICTURES})


def sample(language: str, day: date) -> dict[str, object]:
    """What the page shows in one language: a plan with dates in all states, questions of every kind."""
    raw = {
        "status": "refugee",
        "needs": ["residence", "travel"],
        "card": "a_card",
        "card_shows_refugee": "yes",
        "application_date": (day - timedelta(days=1000)).isoformat(),
        "card_expiry": (day + timedelta(days=40)).isoformat(),
        "trip": "up_to_3_months",
    }
    given = skip_the_rest(QUESTIONNAIRE, keep(QUESTIONNAIRE, places(), raw)[0])
    with override(language):
        context = plan_context(given)
    forms = [form_of(slug) for slug in ("origin_trip", "needs", "card_expiry", "postcode")]
    return {**context, "language": language, "direction": direction(language), "forms": forms}


def form_of(slug: str) -> tuple[object, object]:
    """A question with its form as it looks before it is answered."""
    question = QUESTIONNAIRE.by_slug[slug]
    return question, FORMS[question.kind](question=question)
