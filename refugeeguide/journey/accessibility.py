"""The accessibility statement: what we know of each success criterion of WCAG 2.2, levels A and AA, and from what.

All it says of a criterion stands in `accessibility.yaml`, in English, beside the day of the check.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from .shared import made_once

TABLE = Path(__file__).with_name("accessibility.yaml")

# In the order in which the page counts them.
RESULTS = {
    "met": _("met"),
    "partly": _("partly met"),
    "not_checked": _("not checked"),
    "not_applicable": _("nothing to judge"),
}


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion; `evidence` names tests as pytest does, `seen` and `note` are English sentences."""

    number: str
    name: str
    level: str
    result: str
    evidence: Sequence[str] = ()
    seen: str = ""
    note: str = ""

    @property
    def verdict(self) -> str:
        """The result in the reader's language."""
        return RESULTS[self.result]

    @property
    def tests(self) -> list[str]:
        """The names of the tests alone."""
        return [each.rpartition("::")[2] for each in self.evidence]


@cache
def table() -> tuple[date, list[Criterion]]:
    """The day of the check, and every criterion in the order of WCAG."""
    read = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return read["checked"], [Criterion(**each) for each in read["criteria"]]


@require_safe
@made_once
def statement(request: HttpRequest) -> str:
    """How far everybody can use this site, and what nobody has tried yet."""
    return render_to_string("journey/accessibility.html", _context(), request)


def _context() -> dict[str, object]:
    checked, criteria = table()
    count = Counter(criterion.result for criterion in criteria)
    counts = [(verdict, count[result]) for result, verdict in RESULTS.items()]
    return {"checked": checked, "criteria": criteria, "counts": counts, "total": len(criteria)}
