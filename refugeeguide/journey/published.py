"""What the pages that show published content share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from refugeeguide.content import release
from refugeeguide.guide.plan import PlannedProcedure
from refugeeguide.guide.procedures import Contact, Guide, Procedure, Text, Topic

from .pages import View, problem_page
from .shared import shared
from .tags import asked_language

Named = TypeVar("Named", Topic, Procedure, Contact)


def needs_guide(view: View) -> View:
    """For a page that shows content: says so when nothing has been published yet."""

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except release.NothingPublished:
            return problem_page(request, "no-guide", 503)

    return page


def same_for_all(make: Callable[..., str]) -> View:
    """Turns a function that makes a page of the release into a view that makes it once for all its readers.

    The page may depend on nothing but its whole address, its language and the release.
    """

    @needs_guide
    @wraps(make)
    def view(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        key = f"{request.path}:{release.current().digest}"
        return shared(request, key, lambda: make(request, *args, **kwargs))

    return view


def guide() -> Guide:
    """The published guide in the language asked for. Raises NothingPublished."""
    return release.current().guide(asked_language())


def is_drafted(*parts: PlannedProcedure | Contact) -> bool:
    """Whether a text shown was drafted by a machine and read by nobody yet."""
    return any(is_draft(text) for part in parts for text in part.texts)


def is_draft(text: Text) -> bool:
    """Whether this text is a translation that nobody has read yet; English is the source, never a draft."""
    return text.drafted and asked_language() != settings.LANGUAGE_CODE


def procedures_of(topic: str) -> list[Procedure]:
    """The procedures of a topic."""
    return [procedure for procedure in guide().procedures if procedure.topic == topic]


def named(found: Iterable[Named], slug: str) -> Named:
    """The one of these with this slug, or a page that says there is none."""
    for each in found:
        if each.slug == slug:
            return each
    raise Http404
