"""The brochure: everything, for readers who answer nothing."""

import re

import pytest

from tests.journey.visitor import LANGUAGES, Visitor


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_read_alike(language: str) -> None:
    page = Visitor(language=language).open("brochure/").content.decode()
    entries = re.findall(r"<li>(.*?)</li>", page, re.DOTALL)
    words = [" ".join(re.sub(r"<[^>]*>", " ", entry).split()) for entry in entries]
    assert len(words) == 51
    assert sorted(words) == sorted(set(words))
