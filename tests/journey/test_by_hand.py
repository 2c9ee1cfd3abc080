"""Our pages weigh little more than what a careful person would write by hand for the same words and features."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

import brotli
import pytest

from refugeeguide.content.release import CurrentRelease
from refugeeguide.journey import views
from tests.browser.by_hand.pages import LANGUAGES, OURS, written
from tests.journey.sizing import EIGHT, TODAY, unpacked
from tests.journey.visitor import Visitor

LIMIT = 1.3  # times the hand-written page
SAME = 0.02  # of the words may differ
PAGES = [(name, language) for name in OURS for language in LANGUAGES]


@pytest.fixture(params=PAGES, ids="-".join)
def both(
    request: pytest.FixtureRequest, belgian_release: CurrentRelease, monkeypatch: pytest.MonkeyPatch
) -> tuple[str, str]:
    """Our page and the one by hand, for the same person on the same day."""
    monkeypatch.setattr(views, "today", lambda: TODAY)
    name, language = request.param
    headers = {"accept-encoding": "br", "accept-language": language}
    visitor = Visitor(EIGHT, language=language, headers=headers)
    ours = visitor.client.get(OURS[name].format(language))
    assert ours.status_code == 200
    return unpacked(ours).decode(), written(name, language, belgian_release, TODAY)


def test_ours_says_the_same(both: tuple[str, str]) -> None:
    ours, theirs = (seen_words(page) for page in both)
    differ = (ours - theirs) + (theirs - ours)
    assert differ.total() <= SAME * theirs.total(), (ours - theirs, theirs - ours)


def test_ours_weighs_little_more(both: tuple[str, str]) -> None:
    ours, theirs = both
    ratios = {how: weigh(ours) / weigh(theirs) for how, weigh in {"raw": raw, "brotli": packed}.items()}
    print(f"\nraw {raw(ours)} / {raw(theirs)}, brotli {packed(ours)} / {packed(theirs)}: {ratios}")
    assert {how: ratio for how, ratio in ratios.items() if ratio > LIMIT} == {}


def raw(page: str) -> int:
    """Bytes of a page."""
    return len(page.encode())


def packed(page: str) -> int:
    """Bytes of a page as it travels, compressed the same way for both."""
    return len(brotli.compress(page.encode(), mode=brotli.MODE_TEXT, quality=9, lgwin=16))


def seen_words(page: str) -> Counter[str]:
    """The words a reader can come to see or hear, with how often each stands there."""
    body = re.sub(r"<(style|script|title)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return Counter(re.findall(r"\w+", unescape(re.sub(r"<[^>]*>", " ", body))))
