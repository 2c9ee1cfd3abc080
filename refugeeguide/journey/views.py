"""The pages a visitor sees, besides the questions."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from functools import wraps
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_request, gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from refugeeguide.content import release
from refugeeguide.content.places import places
from refugeeguide.guide.answers import Answers, keep, skip_the_rest
from refugeeguide.guide.plan import PlannedProcedure, build_plan, contacts_of, everything, timeline
from refugeeguide.guide.plan_code import CodeError, decode, encode, grouped
from refugeeguide.guide.procedures import Contact, Guide, Procedure
from refugeeguide.guide.questionnaire import QUESTIONNAIRE

from . import answers_cookie, pdf
from .pages import View, language_links, needs_answers, problem_page, way_on

BRUSSELS = ZoneInfo("Europe/Brussels")


def needs_guide(view: View) -> View:
    """For a page that shows content: says so when nothing has been published yet."""

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except release.NothingPublished:
            return problem_page(request, "no-guide", 503)

    return page


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
def start(request: HttpRequest) -> HttpResponse:
    """What this is, and that nothing is kept."""
    return render(request, "journey/start.html")


@require_safe
@needs_guide
def about(request: HttpRequest) -> HttpResponse:
    """Who made this, on which sources it rests, what happens to answers."""
    current = release.current()
    sources = current.guide(_language()).sources.values()
    return render(request, "journey/about.html", {"release": current, "sources": sources})


@require_safe
@needs_answers
def questions(request: HttpRequest) -> HttpResponse:
    """Go to the first question without an answer, or to the answers after the last."""
    return redirect(way_on(_answers(request).values))


@require_safe
@needs_answers
def answers(request: HttpRequest) -> HttpResponse:
    """Check your answers, and change them."""
    given = _answers(request)
    context = {"answers": given, "complete": _is_complete(given), "way_on": _to_plan(given)}
    return _renewed(request, given, render(request, "journey/answers.html", context))


@require_safe
@needs_answers
@needs_guide
def plan(request: HttpRequest) -> HttpResponse:
    """The plan of this person today."""
    given = _answers(request)
    if not _is_complete(given):
        return redirect(way_on(given.values))
    return _renewed(request, given, render(request, "journey/plan.html", plan_context(given)))


@require_safe
@needs_answers
@needs_guide
def checklist(request: HttpRequest) -> HttpResponse:
    """The same plan on paper."""
    given = _answers(request)
    if not _is_complete(given):
        return redirect(way_on(given.values))
    response = HttpResponse(pdf.checklist(plan_context(given)), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="checklist.pdf"'
    return _renewed(request, given, response)


def plan_context(given: Answers) -> dict[str, object]:
    """What page and paper need to show a plan."""
    current = release.current()
    built = build_plan(current.guide(_language()), QUESTIONNAIRE, given, today())
    code = grouped(encode(QUESTIONNAIRE, given))
    drafted = _is_drafted(*built.procedures, *built.contacts)
    return {"plan": built, "dates": timeline(built), "release": current, "code": code, "drafted": drafted}


@require_safe
@needs_guide
def brochure(request: HttpRequest) -> HttpResponse:
    """All procedures by topic, to read without answering anything."""
    current = release.current()
    guide = current.guide(_language())
    topics = [(each, _procedures_of(guide, each.slug)) for each in guide.topics]
    titles = Counter(procedure.title for procedure in guide.procedures)
    alike = {title for title, count in titles.items() if count > 1}
    return render(request, "journey/brochure.html", {"topics": topics, "alike": alike, "release": current})


@require_safe
@needs_guide
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """One topic of the brochure."""
    current = release.current()
    guide = current.guide(_language())
    found = next((each for each in guide.topics if each.slug == slug), None)
    if found is None:
        raise Http404
    procedures = [everything(guide, procedure) for procedure in _procedures_of(guide, slug)]
    contacts = contacts_of(guide, procedures)
    context = {"topic": found, "procedures": procedures, "contacts": contacts, "release": current}
    context["drafted"] = _is_drafted(*procedures, *contacts)
    return render(request, "journey/topic.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def open_code(request: HttpRequest) -> HttpResponse:
    """Open a plan again from the code on its paper; the code travels in a form, never in an address."""
    typed, message, status = request.POST.get("code", "")[:300], "", 200
    if request.method == "POST":
        try:
            decoded = decode(QUESTIONNAIRE, typed)
        except CodeError:
            message, status = (
                gettext("This code is not complete or has a mistake. Compare every letter."),
                422,
            )
        else:
            given, dropped = keep(QUESTIONNAIRE, places(), decoded.raw)
            return _opened(
                request, skip_the_rest(QUESTIONNAIRE, given), whole=not (decoded.unknown or dropped)
            )
    return render(request, "journey/open.html", {"typed": typed, "message": message}, status=status)


@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    """Erase the answers, and say so."""
    # This page answers a form alone: in another language one goes on at the start.
    context = {"has_answers": False, "languages": language_links("")}
    response = render(request, "journey/erased.html", context)
    answers_cookie.erase(response)
    return response


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


def _answers(request: HttpRequest) -> Answers:
    return keep(QUESTIONNAIRE, places(), answers_cookie.load(request))[0]


def _is_complete(given: Answers) -> bool:
    return QUESTIONNAIRE.next_question(given.values) is None


def _to_plan(given: Answers) -> str:
    """The address of the plan, or of the question that still stands before it."""
    return reverse("plan") if _is_complete(given) else way_on(given.values)


def _renewed(request: HttpRequest, given: Answers, response: HttpResponse) -> HttpResponse:
    """The response with the answers' hour started anew."""
    if given.values:
        answers_cookie.renew(request, response, given.raw())
    return response


def _opened(request: HttpRequest, given: Answers, whole: bool) -> HttpResponse:
    address = _to_plan(given)
    response = redirect(address) if whole else problem_page(request, "partly-known", 200, address)
    answers_cookie.save(response, given.raw())
    return response


def _is_drafted(*parts: PlannedProcedure | Contact) -> bool:
    """Whether a text shown was drafted by a machine and read by nobody yet."""
    translated = _language() != settings.LANGUAGE_CODE  # English is the source, never a draft
    return translated and any(text.drafted for part in parts for text in part.texts)


def _procedures_of(guide: Guide, topic_slug: str) -> list[Procedure]:
    return [procedure for procedure in guide.procedures if procedure.topic == topic_slug]
