"""Pages that are the same for many readers: made, compressed and given their policy once in each process.

Neither what is kept nor the key it is kept under holds an answer: only which page it is (of a question: at which place
of the way it stands), in which language and release, under which name of the site, and whether there is anything to
erase.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from . import answers_cookie
from .compression import COMPRESS_ONCE, best_encoding, pack
from .inline import POLICY, policy


def shared(request: HttpRequest, key: str, make: Callable[[], str]) -> HttpResponse:
    """The page of this key, made now if nobody has met it yet."""
    encoding = best_encoding(request)
    # A page names its site where it shows its picture to those it is sent to: nobody may choose that for the others.
    site = f"{request.scheme}://{request.get_host()}"
    full_key = f"page:{encoding}:{answers_cookie.is_there(request)}:{site}:{key}"
    kept = cache.get(full_key)
    if kept is None:
        kept = _finished(make(), encoding)
        cache.set(full_key, kept, None)
    body, headers = kept
    return HttpResponse(body, headers=headers)


def made_once(make: Callable[..., str]) -> Callable[..., HttpResponse]:
    """Turns a function that makes a page into a view that makes it once for all; it may depend on its address alone."""

    @wraps(make)
    def view(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return shared(request, request.path, lambda: make(request, *args, **kwargs))

    return view


def _finished(page: str, encoding: str) -> tuple[bytes, dict[str, str]]:
    response = HttpResponse(page)
    response[POLICY] = policy(page)
    patch_vary_headers(response, ["Cookie"])  # it offers to erase answers where there are some
    pack(response, encoding, COMPRESS_ONCE)
    return response.content, dict(response.items())
