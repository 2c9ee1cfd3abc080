"""Going away, so that nobody who takes the phone next sees what was read or answered here."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from . import answers_cookie
from .own_forms import comes_from_elsewhere, own_form


@own_form
@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    """Erase the answers, and say so."""
    return _forgotten(render(request, "journey/erased.html", {"has_answers": False}))


@require_safe
@cache_control(no_store=True)
def leave(request: HttpRequest) -> HttpResponse:
    """Erase everything of ours in this browser and go to a page about something else.

    A plain link, so that it works in every browser, and quickly. Another site that leads here, or a browser that loads
    pages before anybody asks for them, erases nothing.
    """
    if comes_from_elsewhere(request) or request.headers.get("Sec-Purpose"):
        return redirect("start")
    return _forgotten(redirect(settings.ELSEWHERE))


def _forgotten(response: HttpResponse) -> HttpResponse:
    answers_cookie.erase(response)
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
