"""The plan on paper: HTML to a tagged PDF. The only module that imports WeasyPrint, and only when it is needed.

Fonts come from our own folder alone (settings.FONTCONFIG_FILE); nothing is ever fetched.
"""

from __future__ import annotations

import threading
from functools import cache
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from .pages import language_context

_ONE_AT_A_TIME = threading.Lock()  # WeasyPrint promises nothing about threads


def checklist(context: dict[str, object]) -> bytes:
    """A plan as a checklist; `context` as for the plan page."""
    return render(render_to_string("journey/checklist.html", {**context, **language_context()}))


def render(html: str) -> bytes:
    """A PDF/UA-1 document from HTML."""
    return _printer()(html)


def warm() -> None:
    """Load WeasyPrint and the fonts of every script before the first reader asks."""
    render('<html lang="en"><title>.</title><h1>Aé ابپ ሀ</h1><p><b>Aé ابپ ሀ</b></p></html>')


@cache
def _printer() -> Any:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    class NothingFetched(URLFetcher):
        """Refuses every address: all that is printed is in the HTML and our stylesheet."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            raise ValueError(f"nothing is fetched for a PDF: {url:.80}")

    fonts, fetcher = FontConfiguration(), NothingFetched()
    style = (settings.BASE_DIR / "static/print.css").read_text(encoding="utf-8")
    sheet = CSS(string=style, font_config=fonts, url_fetcher=fetcher)

    def to_pdf(html: str) -> bytes:
        document = HTML(string=html, base_url="about:blank", url_fetcher=fetcher)
        with _ONE_AT_A_TIME:
            return document.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")

    return to_pdf
