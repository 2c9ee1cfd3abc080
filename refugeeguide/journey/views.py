"""The way of a visitor: door, start, questions, answers, plan, paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from refugeeguide.content import release
from refugeeguide.content.places import places
from refugeeguide.guide.answers import Answers, keep
from refugeeguide.guide.plan import build_plan, timeline
from refugeeguide.guide.plan_code import encode, grouped
from refugeeguide.guide.questionnaire import QUESTIONNAIRE

from . import answers_cookie, pdf
from .brochure import page
from .pages import View, language_links, needs_answers, page_before, way_on
from .published import guide, is_drafted, needs_guide, same_for_all
from .shared import made_once
from .tags import asked_language

# Nobody goes back to these to read them in another language.
NOT_FOR_READING = ("erase", "feedback", "languages")
BRUSSELS = ZoneInfo("Europe/Brussels")


def today() -> date:
    """The date in Belgium now."""
    return datetime.now(BRUSSELS).date()


@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """Choose a language: the browser's own first, each in its own letters."""
    first = get_language_from_request(request)
    names = sorted(language_links(""), key=lambda link: link[0] != first)
    response = render(request, "journey/door.html", {"names": names})
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
@cache_control(no_store=True)
def languages(request: HttpRequest) -> HttpResponse:
    """The page the reader comes from, in every language; the answers stay as they are."""
    address, name = page_before(request)
    before = "" if name in NOT_FOR_READING else address.partition(f"/{asked_language()}/")[2]
    return render(request, "journey/languages.html", {"names": language_links(before)})


@require_safe
@made_once
def start(request: HttpRequest) -> str:
    """What this is, and that nothing is kept."""
    return render_to_string("journey/start.html", {}, request)


@require_safe
@made_once
def nothing_fits(request: HttpRequest) -> str:
    """Where to turn when the questions lead nowhere."""
    return render_to_string("journey/nothing_fits.html", {}, request)


@require_safe
@same_for_all
def about(request: HttpRequest) -> str:
    """Who made this, on which sources it rests, what happens to answers."""
    return page(request, "about", sources=guide().sources.values())


@require_safe
@needs_answers
def questions(request: HttpRequest) -> HttpResponse:
    """Go to the first question without an answer, or to the answers after the last."""
    return redirect(way_on(given_answers(request).values))


@require_safe
@needs_answers
def answers(request: HttpRequest) -> HttpResponse:
    """Check your answers, and change them."""
    given = given_answers(request)
    context = {"answers": given, "complete": is_complete(given), "way_on": to_plan(given)}
    return renewed(request, given, render(request, "journey/answers.html", context))


def with_all_answers(view: Callable[[HttpRequest, Answers], HttpResponse]) -> View:
    """For a page that shows a plan: hands it the answers, or leads to the question that still stands before it."""

    @wraps(view)
    def complete_page(request: HttpRequest) -> HttpResponse:
        given = given_answers(request)
        if not is_complete(given):
            return redirect(way_on(given.values))
        return renewed(request, given, view(request, given))

    return needs_answers(complete_page)


@require_safe
@needs_guide
@with_all_answers
def plan(request: HttpRequest, given: Answers) -> HttpResponse:
    """The plan of this person today."""
    return render(request, "journey/plan.html", {**plan_context(given), "brief": True})


@require_safe
@needs_guide
@with_all_answers
def checklist(request: HttpRequest, given: Answers) -> HttpResponse:
    """The same plan on paper."""
    response = HttpResponse(pdf.checklist(plan_context(given)), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="checklist.pdf"'
    return response


def plan_context(given: Answers) -> dict[str, object]:
    """What page, paper and file need to show a plan."""
    built = build_plan(guide(), QUESTIONNAIRE, given, today())
    return {
        "plan": built,
        "dates": timeline(built),
        "release": release.current(),
        "code": grouped(encode(QUESTIONNAIRE, given)),
        "drafted": is_drafted(*built.procedures, *built.contacts),
    }


def given_answers(request: HttpRequest) -> Answers:
    """The answers given so far. Raises AnswersLost."""
    return keep(QUESTIONNAIRE, places(), answers_cookie.load(request))[0]


def is_complete(given: Answers) -> bool:
    """Whether every question is answered."""
    return QUESTIONNAIRE.next_question(given.values) is None


def to_plan(given: Answers) -> str:
    """The address of the plan, or of the question that still stands before it."""
    return reverse("plan") if is_complete(given) else way_on(given.values)


def renewed(request: HttpRequest, given: Answers, response: HttpResponse) -> HttpResponse:
    """The response with the answers' hour started anew."""
    if given.values:
        answers_cookie.renew(request, response, given.raw())
    return response
