"""Readers' forms carry no token: the browser itself says which site a form was sent from.

A token would make every page another one, which could then not be made once for all readers; it would need a cookie of
its own; and it would refuse a form that stood open while the server was started anew. Every browser of the last years
sends Sec-Fetch-Site, and Origin with every form. One that sends neither is a text browser, which no foreign page can
make send a form behind its reader's back. The editors' pages keep Django's tokens.
"""

from functools import wraps

from django.http import HttpRequest, HttpResponse

from .pages import View, form_refused


def own_form(view: View) -> View:
    """For a page that takes a form: only from our own pages."""

    @wraps(view)
    def page(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method == "POST" and comes_from_elsewhere(request):
            return form_refused(request)
        return view(request, *args, **kwargs)

    page.csrf_exempt = True  # type: ignore[attr-defined]
    return page


def comes_from_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that another site sent this request."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return bool(origin) and origin != f"{request.scheme}://{request.get_host()}"
