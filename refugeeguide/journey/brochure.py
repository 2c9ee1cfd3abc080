"""What everybody can read without answering: all topics, each procedure, each contact, under addresses to share."""

from __future__ import annotations

from collections import Counter

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from refugeeguide.content import release
from refugeeguide.guide.nearby import helped_with
from refugeeguide.guide.plan import contacts_of, everything

from .published import guide, is_drafted, named, procedures_of, same_for_all


@require_safe
@same_for_all
def brochure(request: HttpRequest) -> str:
    """All procedures by topic."""
    topics = [(each, procedures_of(each.slug)) for each in guide().topics]
    titles = Counter(procedure.title for procedure in guide().procedures)
    alike = {title for title, count in titles.items() if count > 1}
    return page(request, "brochure", topics=topics, alike=alike)


@require_safe
@same_for_all
def topic(request: HttpRequest, slug: str) -> str:
    """All procedures of one topic."""
    found = named(guide().topics, slug)
    procedures = [everything(guide(), procedure) for procedure in procedures_of(slug)]
    contacts = contacts_of(guide(), procedures)
    drafted = is_drafted(*procedures, *contacts)
    return page(request, "topic", topic=found, procedures=procedures, contacts=contacts, drafted=drafted)


@require_safe
@same_for_all
def procedure(request: HttpRequest, slug: str) -> str:
    """One procedure."""
    found = everything(guide(), named(guide().procedures, slug))
    contacts = contacts_of(guide(), [found])
    of = named(guide().topics, found.procedure.topic)
    drafted = is_drafted(found, *contacts)
    return page(request, "procedure", planned=found, topic=of, contacts=contacts, drafted=drafted)


@require_safe
@same_for_all
def contact(request: HttpRequest, slug: str) -> str:
    """One organisation: where it is, and what it helps with."""
    found = named(guide().contacts.values(), slug)
    helps = helped_with(guide(), found)
    return page(request, "contact", contact=found, helps=helps, drafted=is_drafted(found))


def page(request: HttpRequest, name: str, **context: object) -> str:
    """A page that shows content of the release."""
    return render_to_string(f"journey/{name}.html", {**context, "release": release.current()}, request)
