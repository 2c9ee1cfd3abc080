"""Reading without a network, for who asks for it: what is saved, how big it is, and the worker that shows it.

The page and its script (static/offline.js) save; the worker (static/service-worker.js) only ever reads. What is saved
is fetched without cookies, so no answer can be among it.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache as kept
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import resolve, reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import etag, require_safe

from refugeeguide.content import release

from .brochure import page
from .compression import COMPRESS, COMPRESS_ONCE, best_encoding, is_page, pack
from .inline import script
from .pages import language_context
from .published import guide, needs_guide, procedures_of, same_for_all
from .tags import asked_language, day
from .views import today

STEP = 10  # kB; no network counts more exactly
HEADERS = 650  # bytes that travel with each page, measured


@require_safe
@same_for_all
def offline(request: HttpRequest) -> str:
    """What can be saved in this language, with a button that does it; in the saved copy, what is there."""

    def made(kilobytes: int) -> str:
        return page(request, "offline", topics=guide().topics, kilobytes=kilobytes)

    return made(_kilobytes(request, made(STEP)))


@require_safe
@needs_guide
def pages(request: HttpRequest) -> HttpResponse:
    """What offline.js saves: addresses, and the words that every copy bears."""
    found = {
        "release": release.current().number,
        "saved": gettext("Saved on %(day)s.") % {"day": strip_tags(day(today()))},
        "note": render_to_string("journey/parts/saved_copy.html", language_context() | {"today": today()}),
        "pages": addresses(),
        "inside": inside(),
    }
    response = JsonResponse(found)
    pack(response, best_encoding(request), COMPRESS)
    return response


def addresses() -> list[str]:
    """What is saved in the language asked for."""
    topics = [reverse("topic", args=[topic.slug]) for topic in guide().topics]
    return [*map(reverse, ("door", "start", "brochure")), *topics, *map(reverse, ("contacts", "offline"))]


def inside() -> dict[str, str]:
    """Where in a saved page each procedure and contact stands; saving their own pages too would cost much more."""
    procedures = {
        reverse("procedure", args=[procedure.slug]): f"{reverse('topic', args=[topic.slug])}#{procedure.slug}"
        for topic in guide().topics
        for procedure in procedures_of(topic.slug)
    }
    contacts = {
        reverse("contact", args=[contact.slug]): f"{reverse('contacts')}#{contact.slug}"
        for contact in guide().contacts.values()
    }
    return procedures | contacts


def _kilobytes(request: HttpRequest, own: str) -> int:
    """What saving costs: the list and all pages as they travel, this one (`own`) too. Weighed once for a release."""
    key = f"offline:{asked_language()}:{release.current().digest}"
    others = [reverse("offline-pages"), *(each for each in addresses() if each != reverse("offline"))]
    size = kept.get_or_set(key, lambda: sum(_weight(request, address) for address in others), None)
    size += len(COMPRESS_ONCE["br"](own.encode())) + HEADERS * (len(others) + 1)
    return -(-size // (STEP * 1000)) * STEP


def _weight(request: HttpRequest, address: str) -> int:
    """Bytes of a page of ours as a browser without cookies gets it."""
    asked = {"PATH_INFO": address, "QUERY_STRING": "", "HTTP_COOKIE": "", "HTTP_ACCEPT_ENCODING": "br"}
    alone = WSGIRequest({**request.META, "REQUEST_METHOD": "GET", **asked})
    match = alone.resolver_match = resolve(address)
    response = match.func(alone, *match.args, **match.kwargs)
    if is_page(response):
        pack(response, "br", COMPRESS)
    return len(response.content)


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """How the guide looks among the programs of a phone: under a name that tells nobody what it is about."""
    found = {
        "name": "Guide",
        "lang": asked_language(),
        "dir": language_context()["direction"],
        "start_url": reverse("start"),
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#fffdf9",
        "theme_color": "#0a4a66",
        "icons": _icons(),
    }
    return JsonResponse(found, content_type="application/manifest+json")


@cache
def _icons() -> list[dict[str, str]]:
    """The icons themselves: no page of ours loads pictures from an address, and small ones cost least so."""
    kinds = [("icon.svg", "any", "image/svg+xml")]
    kinds += [(f"icon-{size}.png", f"{size}x{size}", "image/png") for size in (192, 512)]
    return [{"src": _data(name, kind), "sizes": sizes, "type": kind} for name, sizes, kind in kinds]


def _data(name: str, kind: str) -> str:
    picture = (settings.BASE_DIR / "static" / name).read_bytes()
    return f"data:{kind};base64,{b64encode(picture).decode()}"


@cache
def _worker() -> str:
    return script("service-worker.js").text


@require_safe
@cache_control(no_cache=True)
@etag(lambda request: f'"{sha256(_worker().encode()).hexdigest()[:16]}"')
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker; browsers look again and again whether it has changed."""
    return HttpResponse(_worker(), content_type="text/javascript")
