"""axe finds nothing to complain about, on any kind of page, in any language, in any colours."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

from tests.browser.conftest import Arrive
from tests.browser.sights import SIGHTS, show

COLOURS = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": TAGS}}
EVERY_TIME = ("en", "ar")  # one language of each direction; the others at night


@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize(
    "language",
    [
        pytest.param(code, marks=[] if code in EVERY_TIME else pytest.mark.nightly)
        for code in settings.PUBLISHED_LANGUAGES
    ],
)
def test_nothing_to_complain_about(arrive: Arrive, language: str, colours: str) -> None:
    """Every kind of page."""
    visitor, found = arrive(**COLOURS[colours]), []
    for sight in SIGHTS:
        show(visitor.page, sight, language, visitor.base)
        results = Axe().run(visitor.page, options=OPTIONS)
        if results.violations_count:
            found.append(f"{sight.name}: {results.generate_report()}")
    assert not found, "\n".join(found)
