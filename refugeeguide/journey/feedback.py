"""What a reader says of a text by one tap. The form holds only which text it is: no answer, no plan, no person."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from refugeeguide.content.feedback import VERDICTS, NotRecorded, record

from .own_forms import own_form
from .pages import page_before, problem_page
from .published import guide, named, needs_guide
from .tags import page_language
from .views import today

WITH_THE_FORM = ("procedure", "contact")


@own_form
@require_POST
@needs_guide
def give(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """Count one more reader who says this of this text."""
    texts = {"procedure": guide().procedures, "contact": guide().contacts.values()}.get(kind, ())
    named(texts, slug)
    verdict, page = request.POST.get("verdict", ""), reverse(kind, args=[slug])
    if verdict not in VERDICTS:
        return problem_page(request, "refused", 400, page)
    try:
        record(kind, slug, page_language(), verdict, today())
    except NotRecorded:
        return problem_page(request, "not-recorded", 503, page)
    response = redirect("thanks")
    response.status_code = 303  # go on with another page, and do not send the form there
    return response


@require_safe
@cache_control(no_store=True)
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens now, and the way back to the text."""
    return render(request, "journey/thanks.html", {"back": came_from(request)})


def came_from(request: HttpRequest) -> str:
    """The page with the form, if the browser says that its reader comes from there; empty otherwise."""
    address, name = page_before(request)
    return address if name in WITH_THE_FORM else ""
