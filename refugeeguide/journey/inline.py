"""The styles and scripts that stand inside the pages, so that a page is one request.

The content security policy of a page allows just those of our own texts that it holds, each by its hash; no other
inline style or script is ever allowed. The editors' pages have the policy of the settings.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .compression import is_page
from .recordings import recordings

POLICY = "Content-Security-Policy"
# What every page needs besides its own texts.
NOTHING = "default-src 'none'; frame-ancestors 'none'"  # for an answer that only leads on
BASE = "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


@dataclass(frozen=True, slots=True)
class Inline:
    """A text of ours as it stands in a page; `needs` are directives without which it cannot work."""

    tag: str
    text: str
    needs: str = ""

    @property
    def hash(self) -> str:
        """How a content security policy names it."""
        return f"'sha256-{b64encode(sha256(self.text.encode()).digest()).decode()}'"

    def __str__(self) -> str:
        return f"<{self.tag}>{self.text}</{self.tag}>"


def style(*names: str) -> Inline:
    """These stylesheets in one, without comments and superfluous space."""
    text = re.sub(r"/\*.*?\*/", "", "".join(map(_read, names)), flags=re.DOTALL)
    text = re.sub(r" ?([{};:,>]) ?", r"\1", re.sub(r"\s+", " ", text)).replace(";}", "}")
    return Inline("style", text.strip())


def script(name: str, needs: str = "") -> Inline:
    """A script without its indentation and the lines that are comments."""
    lines = (line.strip() for line in _read(name).splitlines())
    return Inline("script", "\n".join(line for line in lines if line and not line.startswith("//")), needs)


def _read(name: str) -> str:
    return (settings.BASE_DIR / "static" / name).read_text(encoding="utf-8")


@cache
def inlines() -> dict[str, Inline]:
    """All of them by name: pages that ask, that tell and that lead on; what every page can do, and some of them."""
    audio = ["audio.css"] if recordings() else []
    return {
        "ask": style("site.css", "ask.css", *audio),
        "tell": style("site.css", "tell.css", *audio),
        "find": style("site.css", "find.css"),
        "style": style("site.css", "ask.css", "tell.css", "find.css"),
        "page": script("page.js"),
        "share": script("share.js"),
        "open": script("open.js"),
        "offline": script("offline.js", "connect-src 'self'; worker-src 'self'; manifest-src 'self'"),
    }


def policy(page: str) -> str:
    """The content security policy for a page; empty for one that holds no text of ours, as the editors' pages."""
    held = [each for each in inlines().values() if str(each) in page]
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
        elif is_page(response) and not response.has_header(POLICY):
            allowed = policy(response.content.decode())
            if allowed:
                response[POLICY] = allowed
        # The policy forbids frames; the older header would say it again in every answer.
        response.xframe_options_exempt = response.has_header(POLICY)
        return response

    return middleware
