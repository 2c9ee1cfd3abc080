"""A person's plan on paper, as the tests read it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cached_property

import pypdf
from django.template.loader import render_to_string
from django.utils import translation

from refugeeguide.content.places import places
from refugeeguide.guide.answers import keep, skip_the_rest
from refugeeguide.guide.plan import Plan
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.journey import pdf, views
from tests.journey.visitor import JOURNEYS
from tests.words import pdf_text

PAGE_NUMBER = re.compile(r"^[ \t]*(\d+) *\/ *(\d+)[ \t]*$", re.MULTILINE)
DIRECTION_MARKS = dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), " ")


@dataclass
class Paper:
    """A plan in one language, as HTML for paper and as PDF."""

    language: str
    plan: Plan
    page_html: str
    html: str
    content: bytes

    @cached_property
    def reader(self) -> pypdf.PdfReader:
        return pypdf.PdfReader(io.BytesIO(self.content))

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page without its number."""
        return [PAGE_NUMBER.sub("", page) for page in self._raw]

    @cached_property
    def numbers(self) -> list[tuple[int, int]]:
        """What each page says of itself: which one it is, of how many."""
        found = [PAGE_NUMBER.findall(page) for page in self._raw]
        return [(int(this), int(last)) for numbers in found for this, last in numbers]

    @cached_property
    def _raw(self) -> list[str]:
        return pdf_text(self.content).translate(DIRECTION_MARKS).removesuffix("\f").split("\f")


def make(language: str, journey: str = "refugee") -> Paper:
    """The paper of a person on 22 November 2026."""
    given = skip_the_rest(QUESTIONNAIRE, keep(QUESTIONNAIRE, places(), JOURNEYS[journey])[0])
    with translation.override(language):
        context = views.plan_context(given) | pdf.language_context()
        page_html, html = (
            render_to_string(f"journey/{name}.html", context) for name in ("plan", "checklist")
        )
        return Paper(language, context["plan"], page_html, html, pdf.checklist(context))
