"""Finding things: a search over all procedures and contacts, and the contacts that serve a place.

What a person types travels in a form and comes back from an encrypted cookie, so that it stands in no address, no
history and no log, and Back and reload work as on any page.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from refugeeguide.content import release
from refugeeguide.content.places import places
from refugeeguide.guide.nearby import circles
from refugeeguide.guide.places import Match, Town
from refugeeguide.guide.procedures import Contact, Procedure, Text
from refugeeguide.guide.search import SearchIndex

from . import answers_cookie
from .answers_cookie import AnswersLost
from .own_forms import own_form
from .pages import needs_answers
from .published import guide, is_draft, is_drafted, needs_guide
from .tags import asked_language
from .views import BRUSSELS, given_answers

LONGEST = 200  # letters of what is looked for


@own_form
@require_http_methods(["GET", "HEAD", "POST"])
@needs_answers
@needs_guide
def search(request: HttpRequest) -> HttpResponse:
    """Search all procedures and contacts in the reader's own words."""
    if request.method == "POST":
        return _remembered(request, "search")
    typed = _looked_for(request, "search")
    found = _found(typed)
    drafted = any(is_draft(text) for each in found for text in _shown(each))
    return render(request, "journey/search.html", {"typed": typed, "found": found, "drafted": drafted})


@own_form
@require_http_methods(["GET", "HEAD", "POST"])
@needs_answers
@needs_guide
def contacts(request: HttpRequest) -> HttpResponse:
    """The contacts that serve a place, the nearest in competence first; without a place all of them."""
    if request.method == "POST":
        return _remembered(request, "contacts")
    answered = given_answers(request).place
    typed = _looked_for(request, "contacts") or (answered.postcode if answered else "")
    matches = places().find(typed) if typed else ()
    town = _meant(matches, typed)
    context = {
        "typed": typed,
        "town": town,
        "matches": matches,
        "circles": circles(guide(), town) if town else (),
        "all": {} if town else _by_area(),
        "now": datetime.now(BRUSSELS),
        "drafted": is_drafted(*guide().contacts.values()),
        "release": release.current(),
    }
    return render(request, "journey/contacts.html", context)


def _remembered(request: HttpRequest, page: str) -> HttpResponse:
    """Back to the page, which finds what was typed in its cookie."""
    response = redirect(page)
    typed = request.POST.get("typed", "")[:LONGEST].strip()
    answers_cookie.save(response, {page: typed}, settings.LOOKED_FOR_COOKIE)
    return response


def _looked_for(request: HttpRequest, page: str) -> str:
    """What was typed last on this page; empty before that, and after an hour."""
    try:
        return str(answers_cookie.load(request, settings.LOOKED_FOR_COOKIE).get(page, ""))
    except AnswersLost:
        return ""


def _found(typed: str) -> list[Procedure | Contact]:
    """The best hits in one release, whatever is published meanwhile."""
    current = release.current()
    known = current.guide(asked_language())
    procedures = {procedure.slug: procedure for procedure in known.procedures}
    hits = _index(current, asked_language()).search(typed) if typed else []
    return [(procedures if hit.kind == "procedure" else known.contacts)[hit.slug] for hit in hits]


def _shown(found: Procedure | Contact) -> tuple[Text, ...]:
    """What the list says of something found."""
    return (found.name,) if isinstance(found, Contact) else (found.title, found.summary)


@lru_cache(maxsize=2 * len(settings.PUBLISHED_LANGUAGES))
def _index(current: release.CurrentRelease, language: str) -> SearchIndex:
    """The index of a release in one language."""
    others = (current.guide(other) for other in settings.PUBLISHED_LANGUAGES)
    return SearchIndex(current.guide(language), also=others)


def _meant(matches: tuple[Match, ...], typed: str) -> Town | None:
    """The one town that fits, or the one chosen by its full name. A name nearly like it is asked about first."""
    fitting = [match.town for match in matches if match.fit != "near" or match.town.name == typed]
    if len(fitting) == 1:
        return fitting[0]
    return next((town for town in fitting if town.name == typed), None)


def _by_area() -> dict[str, list[Contact]]:
    """All contacts by the area they serve."""
    areas: dict[str, list[Contact]] = {}
    for contact in guide().contacts.values():
        areas.setdefault(contact.area, []).append(contact)
    return areas
