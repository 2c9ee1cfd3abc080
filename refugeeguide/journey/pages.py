"""What every page knows, and the pages that say what went wrong and how to go on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache, wraps
from urllib.parse import urlsplit

import polib
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_from_path, gettext, gettext_noop, override
from django.utils.translation import gettext_lazy as _

from refugeeguide.guide.conditions import Facts
from refugeeguide.guide.questionnaire import QUESTIONNAIRE

from . import answers_cookie
from .answers_cookie import AnswersLost
from .inline import inlines
from .tags import asked_language, direction, page_language

View = Callable[..., HttpResponse]

START_AGAIN, GO_ON = _("Start again"), _("Go on")

# Said even when nothing else works, so the words are at hand in English too.
FAILED = (
    gettext_noop("Something went wrong"),
    gettext_noop("The mistake is ours. If you gave answers, they are kept. Try again, or come back later."),
    gettext_noop("Go to the start page"),
)
WORDS_ALONE = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – Guide</title>
{look}
<main><h1>{title}</h1><p>{text}</p><p><a class="button" href="/{language}/">{button}</a></p></main>
</html>"""

# What happened, what is kept and what to do; the last is the words on the button.
PROBLEMS = {
    "not-asked": (
        _("This question is not for you any more"),
        _("Your other answers led another way. They are all kept."),
        GO_ON,
    ),
    "idle": (
        _("Your answers are gone"),
        _(
            "Nobody used this page for more than an hour. We erased your answers, so that nobody else can see them."
        ),
        START_AGAIN,
    ),
    "damaged": (
        _("We cannot read your answers"),
        _("They were changed or cut off on their way. Nothing is kept of them."),
        START_AGAIN,
    ),
    "not-found": (
        _("This page does not exist"),
        _("The address may be wrong or old. If you gave answers, they are kept."),
        _("Go to the start page"),
    ),
    "refused": (
        _("We could not take this"),
        _("The form was too old or not complete. If you gave answers, they are kept."),
        GO_ON,
    ),
    "partly-known": (
        _("A part of this code is no longer known"),
        _("The questions have changed since it was printed. All other answers are kept."),
        GO_ON,
    ),
    "no-guide": (
        _("The guide is not published yet"),
        _("Please come back later. If you gave answers, they are kept."),
        _("Go to the start page"),
    ),
    "not-so": (
        _("This does not work here"),
        _("The page cannot do what the browser asked. If you gave answers, they are kept."),
        _("Go to the start page"),
    ),
    "not-recorded": (
        _("We could not pass this on"),
        _("The mistake is ours: editors did not get what you said. Nothing about you was kept."),
        _("Back to the text"),
    ),
    "failed": tuple(map(_, FAILED)),
}


def problem_page(request: HttpRequest, problem: str, status: int, way_on: str = "") -> HttpResponse:
    """A page that says what happened, what is kept and what to do; one of PROBLEMS."""
    title, text, button = PROBLEMS[problem]
    context = {"title": title, "text": text, "button": button, "way_on": way_on or reverse("start")}
    response = render(request, "journey/problem.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def way_on(values: Facts) -> str:
    """The address of the first question without an answer, or of the list of answers after the last."""
    question = QUESTIONNAIRE.next_question(values)
    return reverse("question", args=[question.slug]) if question else reverse("answers")


def needs_answers(view: View) -> View:
    """For a page that reads the answers: nobody keeps a copy; lost answers are said, the broken cookie taken away."""

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except AnswersLost as lost:
            response = problem_page(request, "idle" if lost.idle else "damaged", 400, reverse("questions"))
            answers_cookie.erase(response)
        response["Cache-Control"] = "no-store"
        response.headers.pop("Vary", None)  # of what nobody keeps, nobody asks what it depends on
        return response

    return page


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler404."""
    return problem_page(request, "not-found", 404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's handler400."""
    return problem_page(request, "refused", 400)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """For a reader's form that another site sent, and (Django's CSRF_FAILURE_VIEW) an editor's without its token."""
    return problem_page(request, "refused", 403, reverse("questions"))


def explain_method(get_response: View) -> View:
    """Middleware: a page asked in a way it does not know, as a form's address that is opened, is never empty."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        match = request.resolver_match
        if response.status_code != 405 or not match or match.namespace == "admin":
            return response
        page = problem_page(request, "not-so", 405)
        page["Allow"] = response["Allow"]
        return page

    return middleware


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler500: the usual page in the reader's language or, where that broke too, its words alone."""
    with suppress(Exception), override(get_language_from_path(request.path) or get_language()):
        return problem_page(request, "failed", 500)
    return HttpResponseServerError(words_alone(request.path), headers={"Cache-Control": "no-store"})


def words_alone(path: str) -> str:
    """A page that says so, made without templates; in English, and without style, if need be."""
    language, words, look = "en", FAILED, SafeString("")
    with suppress(Exception), override(get_language_from_path(path)):
        language, words = page_language(), tuple(map(gettext, FAILED))
    with suppress(Exception):
        look = mark_safe(inlines()["ask"].element)  # noqa: S308 (our own file)
    said = dict(zip(("title", "text", "button"), words, strict=True))
    return format_html(WORDS_ALONE, language=language, direction=direction(language), look=look, **said)


def page_context(request: HttpRequest) -> dict[str, object]:
    """A context processor: the language of the page, and whether there is anything to erase."""
    asked = asked_language()
    return language_context() | {
        "has_answers": answers_cookie.is_there(request),
        "not_yet_in": "" if asked in settings.PUBLISHED_LANGUAGES else settings.ALL_LANGUAGES.get(asked, ""),
    }


def page_before(request: HttpRequest) -> tuple[str, str]:
    """Address and name of the page of ours that the reader comes from, as the browser says; both empty if unknown."""
    try:
        address = urlsplit(request.headers.get("Referer", ""))
        name = resolve(address.path).url_name or ""
    except (ValueError, Resolver404):
        return "", ""
    return (address.path, name) if address.netloc == request.get_host() else ("", "")


def language_links(page: str) -> list[tuple[str, str, str]]:
    """For each published language its code, its name and the address of this page in it."""
    names = settings.ALL_LANGUAGES
    return [(code, names[code], f"/{code}/{page}") for code in settings.PUBLISHED_LANGUAGES]


def language_context() -> dict[str, object]:
    """What page and paper say of their language."""
    language = page_language()
    return {
        "asked": asked_language(),
        "language": language,
        "direction": direction(language),
        "machine_translated": interface_is_drafted(language),
    }


@cache
def interface_is_drafted(language: str) -> bool:
    """Whether some sentence of the pages in this language was drafted by a machine and read by nobody yet."""
    path = settings.BASE_DIR / f"locale/{language}/LC_MESSAGES/django.po"
    return path.exists() and any("fuzzy" in entry.flags for entry in polib.pofile(str(path)))
