"""The styles and scripts that stand inside the pages, so that a page is one request.

The content security policy of a page allows just those of our own texts that it holds, each by its hash; no other
inline style or script is ever allowed. The editors' pages have the policy of the settings.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .compression import is_page
from .recordings import recordings

POLICY = "Content-Security-Policy"
NOTHING = "default-src 'none'; frame-ancestors 'none'"  # for an answer that only leads on
# What every page needs besides its own texts.
BASE = "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


# No slots: what is worked out once for each text needs a place to stay; every page that is not shared asks for it.
@dataclass(frozen=True)
class Inline:
    """A text of ours as it stands in a page; `needs` are directives without which it cannot work."""

    tag: str
    text: str
    needs: str = ""

    @cached_property
    def hash(self) -> str:
        """How a content security policy names it."""
        return f"'sha256-{b64encode(sha256(self.text.encode()).digest()).decode()}'"

    @cached_property
    def element(self) -> str:
        """It as it stands in a page."""
        return f"<{self.tag}>{self.text}</{self.tag}>"


def style(*names: str) -> Inline:
    """These stylesheets in one, without comments and superfluous space."""
    text = re.sub(r"/\*.*?\*/", "", "".join(map(_read, names)), flags=re.DOTALL)
    text = re.sub(r" ?([{};:,>]) ?", r"\1", re.sub(r"\s+", " ", text)).replace(";}", "}")
    return Inline("style", text.strip())


def script(*names: str, needs: str = "") -> Inline:
    """These scripts in one, without their indentation and the lines that are comments."""
    lines = (line.strip() for name in names for line in _read(name).splitlines())
    return Inline("script", "\n".join(line for line in lines if line and not line.startswith("//")), needs)


def _read(name: str) -> str:
    return (settings.BASE_DIR / "static" / name).read_text(encoding="utf-8")


@cache
def inlines() -> dict[str, Inline]:
    """All of them by name: the door, pages that ask, that tell and that lead on; what every page can do, and some."""
    audio = ["audio.css"] if recordings() else []
    page = ("base.css", "site.css")
    return {
        "door": style("base.css", "cards.css"),
        "ask": style(*page, "ask.css", *audio),
        "tell": style(*page, "tell.css", *audio),
        "find": style(*page, "cards.css", "find.css"),
        "style": style(*page, "ask.css", "tell.css", "find.css"),
        "leave": script("leave.js"),
        "page": script("leave.js", "offer.js"),
        "share": script("share.js"),
        "open": script("open.js"),
        "offline": script("offline.js", needs="connect-src 'self'; worker-src 'self'; manifest-src 'self'"),
    }


def policy(page: str) -> str:
    """The content security policy for a page; empty for one that holds no text of ours, as the editors' pages."""
    held = [each for each in inlines().values() if each.element in page]
    styles, scripts = (" ".join(each.hash for each in held if each.tag == tag) for tag in ("style", "script"))
    needs = [each.needs for each in held if each.needs]
    if "<audio" in page:
        needs.append("media-src 'self'")
    sources = ["default-src 'none'", f"style-src {styles}", f"script-src 'self' {scripts}"]
    return "; ".join([*sources, *needs, BASE]) if held else ""


def own_policy(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: gives a page of ours its policy. Whatever else is answered gets the one of the settings."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not response.streaming and not response.content:
            response[POLICY] = NOTHING
        else:
            _protect(response)
        # The policy forbids frames; the older header would say it again in every answer.
        response.xframe_options_exempt = response.has_header(POLICY)
        return response

    return middleware


def _protect(response: HttpResponse) -> None:
    """What a document needs and an answer that only leads on does not."""
    response["Cross-Origin-Opener-Policy"] = "same-origin"
    if is_page(response) and not response.has_header(POLICY):
        allowed = policy(response.content.decode())
        if allowed:
            response[POLICY] = allowed
