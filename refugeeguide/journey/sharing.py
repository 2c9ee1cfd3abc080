"""Taking a plan along, on purpose: its code as a link and a QR code, a file of its own, and opening it again.

A link carries the code behind a # sign, which browsers send to no server: it stands in no address of ours that anybody
logs, and the page that opens it takes it out of the address bar.
"""

from __future__ import annotations

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from refugeeguide.content.places import places
from refugeeguide.guide.answers import Answers, keep, skip_the_rest
from refugeeguide.guide.plan_code import CodeError, Decoded, decode, encode, grouped
from refugeeguide.guide.questionnaire import QUESTIONNAIRE

from . import answers_cookie
from .own_forms import own_form
from .pages import problem_page
from .published import needs_guide
from .views import plan_context, to_plan, with_all_answers

LONGEST_CODE = 300


@require_safe
@with_all_answers
def share(request: HttpRequest, given: Answers) -> HttpResponse:
    """The plan's code as text, as a link and as a QR code."""
    code = encode(QUESTIONNAIRE, given)
    link = f"{request.build_absolute_uri(reverse('open'))}#{code}"
    context = {"code": grouped(code), "link": link, "qr": qr(link)}
    return render(request, "journey/share.html", context)


def qr(text: str) -> str:
    """A QR code as SVG that takes the colours and the size of its place."""
    drawn = segno.make(text, error="m", micro=False).svg_inline(
        omitsize=True, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None
    )
    # Its place in the page says what it is.
    return mark_safe(drawn.replace("<svg", '<svg aria-hidden="true"', 1))  # noqa: S308 (a drawing of squares)


@require_safe
@needs_guide
@with_all_answers
def take_away(request: HttpRequest, given: Answers) -> HttpResponse:
    """The plan as one file to keep or send on: it opens without a network and asks for nothing from anywhere."""
    context = {**plan_context(given), "paper": True}  # nothing in it leads back here
    response = HttpResponse(render_to_string("journey/take_away.html", context, request))
    response["Content-Disposition"] = 'attachment; filename="list.html"'
    return response


@own_form
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def open_code(request: HttpRequest) -> HttpResponse:
    """Open a plan again from the code on its paper; the code travels in a form, never in an address."""
    typed, message, status = request.POST.get("code", "")[:LONGEST_CODE], "", 200
    if request.method == "POST":
        try:
            return _opened(request, decode(QUESTIONNAIRE, typed))
        except CodeError:
            message = gettext("This code is not complete or has a mistake. Compare every letter.")
            status = 422
    return render(request, "journey/open.html", {"typed": typed, "message": message}, status=status)


def _opened(request: HttpRequest, decoded: Decoded) -> HttpResponse:
    """On to the plan of this code; what is no longer known of it is said first."""
    kept, dropped = keep(QUESTIONNAIRE, places(), decoded.raw)
    given = skip_the_rest(QUESTIONNAIRE, kept)
    address = to_plan(given)
    is_whole = not (decoded.unknown or dropped)
    response = redirect(address) if is_whole else problem_page(request, "partly-known", 200, address)
    answers_cookie.save(response, given.raw())
    return response
