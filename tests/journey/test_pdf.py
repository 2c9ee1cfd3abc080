"""The plan on paper: as complete as the page, readable by every program, whole without a network."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont
from pdfua import Severity, validate

from refugeeguide.guide.plan import Plan
from refugeeguide.journey import pdf, views
from tests.journey.papers import Paper, make
from tests.words import pdf_text, words

FONTS = Path(settings.BASE_DIR) / "fonts"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "today", lambda: date(2026, 11, 22))


PAPERS: dict[str, Paper] = {}


@pytest.fixture
def paper(request: pytest.FixtureRequest, published: None) -> Paper:
    """The paper in the language of the test; made once."""
    language = request.param
    if language not in PAPERS:
        PAPERS[language] = make(language)
    return PAPERS[language]


each_language = pytest.mark.parametrize("paper", settings.PUBLISHED_LANGUAGES, indirect=True)


def text_of(html: str) -> str:
    """The words between the tags, of the body only."""
    body = re.sub(r"<(title|style|summary class).*?</\1>", " ", html, flags=re.DOTALL)
    return re.sub(r"<[^>]*>", " ", body)


# --- Letters ---------------------------------------------------------------------------------------------------------


def test_the_fast_subsetter_is_there() -> None:
    """Without libharfbuzz-subset a page in Ethiopic letters takes twenty times as long, and nothing says why."""
    from weasyprint.text.ffi import harfbuzz_subset

    assert harfbuzz_subset


@pytest.mark.parametrize("language", settings.ALL_LANGUAGES)
def test_no_letter_is_missing_in_any_language(
    published: None, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    """WeasyPrint says when no font has a letter. A language not yet published reads English."""
    with caplog.at_level(logging.DEBUG, "weasyprint"):
        make(language, "subsidiary")
    assert [record.getMessage() for record in caplog.records if "notdef" in record.getMessage()] == []


def test_a_missing_letter_would_be_noticed(caplog: pytest.LogCaptureFixture) -> None:
    """Georgian is in none of our fonts."""
    with caplog.at_level(logging.DEBUG, "weasyprint"):
        pdf.render('<html lang="ka"><title>.</title><h1>ქართული</h1></html>')
    assert any("notdef" in record.getMessage() for record in caplog.records)


@each_language
def test_only_our_own_fonts(paper: Paper) -> None:
    """Each one embedded."""
    ours = {re.sub(r"[ -]|Regular", "", TTFont(path)["name"].getDebugName(6)) for path in FONTS.glob("*.ttf")}
    used = {}
    for page in paper.reader.pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            name = descriptor["/BaseFont" if "/BaseFont" in descriptor else "/FontName"].partition("+")[2]
            used[name.replace("-", "")] = "/FontFile2" in descriptor or "/FontFile3" in descriptor
    assert set(used) <= ours
    assert len(used) >= 2
    assert all(used.values())


@each_language
def test_every_word_is_found_again(paper: Paper) -> None:
    """What a screen reader or a translator's program reads is what was written: 99 of 100 letters at least."""
    written, found = Counter(words(text_of(paper.html))), Counter(words(" ".join(paper.pages)))
    letters = sum(len(word) * times for word, times in written.items())
    missed = sum(len(word) * times for word, times in (written - found).items())
    assert missed / letters <= 0.01, written - found


@each_language
def test_numbers_keep_their_order(paper: Paper) -> None:
    """Page numbers and phone numbers read from left to right in every language."""
    count = len(paper.reader.pages)
    assert paper.numbers == [(number, count) for number in range(1, count + 1)]
    text = " ".join(paper.pages)
    phones = [
        phone.number for each in paper.plan.contacts for office in each.offices for phone in office.phones
    ]
    assert len(phones) > 5
    assert [phone for phone in phones if phone not in text] == []


# --- Structure -------------------------------------------------------------------------------------------------------


@each_language
def test_a_tagged_document_with_language_title_and_bookmarks(paper: Paper, tmp_path: Path) -> None:
    """PDF/UA-1, as far as a program can tell."""
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper.content)
    assert [str(each) for each in validate(str(file)).findings if each.severity is Severity.ERROR] == []
    root = paper.reader.root_object
    assert root["/Lang"] == paper.language
    assert root["/MarkInfo"]["/Marked"] is not None
    assert bool(root["/MarkInfo"]["/Marked"])
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert paper.reader.metadata is not None
    assert paper.reader.metadata.title
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert all(page["/Tabs"] == "/S" for page in paper.reader.pages)
    assert _bookmarks(paper.reader.outline) == len(re.findall("<h[123]", paper.html))


def _bookmarks(outline: list[Any]) -> int:
    return sum(_bookmarks(each) if isinstance(each, list) else 1 for each in outline)


def items(plan: Plan) -> dict[str, list[str]]:
    """What a plan says, by kind."""
    found: dict[str, list[str]] = {
        "procedures": [each.procedure.title.text for each in plan.procedures],
        "contacts": [contact.name.text for contact in plan.contacts],
    }
    for planned in plan.procedures:
        found.setdefault("steps", []).extend(step.item.text.text for step in planned.steps)
        found.setdefault("papers", []).extend(document.item.text.text for document in planned.documents)
        found.setdefault("warnings", []).extend(warning.item.text.text for warning in planned.warnings)
        found.setdefault("dates", []).extend(deadline.label.text for deadline in planned.deadlines)
    return found


CLASSES = {
    "steps": r'<ol class="steps">(.*?)</ol>',
    "papers": r'<ul class="papers">(.*?)</ul>',
}


@each_language
def test_as_complete_as_the_page(paper: Paper) -> None:
    """As many procedures, steps, papers, warnings, contacts and dates."""
    wanted = items(paper.plan)
    for html in (paper.page_html, paper.html):
        counted = {
            "procedures": html.count('class="procedure'),
            "contacts": html.count('class="contact"'),
            "warnings": html.count('class="warning"'),
            "dates": html.count('class="window"'),
        } | {kind: sum(part.count("<li>") for part in re.findall(pattern, html, re.DOTALL))
             for kind, pattern in CLASSES.items()}  # fmt: skip
        assert counted == {kind: len(found) for kind, found in wanted.items()}


@pytest.mark.parametrize("paper", ["en", "fr", "nl"], indirect=True)
def test_each_item_stands_whole_on_one_page(paper: Paper) -> None:
    """No step, paper or warning is cut by the end of a page."""
    pages = [f" {' '.join(words(page))} " for page in paper.pages]
    for kind, texts in items(paper.plan).items():
        cut = [text for text in texts if not any(f" {' '.join(words(text))} " in page for page in pages)]
        assert cut == [], kind


def test_an_arabic_item_stands_whole_on_one_page(published: None) -> None:
    """Right-to-left lines come out of a PDF in another order, and a vowel sign may join or split two words."""
    paper = make("ar")
    pages = [Counter(words(page)) for page in paper.pages]
    wanted = [text for kind in ("steps", "papers", "warnings") for text in items(paper.plan)[kind]]
    assert [text for text in wanted if min((Counter(words(text)) - page).total() for page in pages) > 2] == []


@pytest.mark.parametrize(
    "row",
    [
        '<ol class="steps"><li>{}</li></ol>',
        '<ul class="papers"><li>{}</li></ul>',
        '<p class="warning">{}</p>',
    ],
)
def test_long_items_are_never_split(row: str) -> None:
    """Eight lines and more, so that some must come to the end of a page."""
    rows = "".join(
        row.format(f"from{number} {'word ' * (120 + 11 * number)} to{number}") for number in range(25)
    )
    pages = pdf_text(pdf.render(f'<html lang="en"><title>a</title>{rows}</html>')).split("\f")
    assert len(pages) > 3
    assert [page for page in pages if re.findall(r"from(\d+)", page) != re.findall(r"to(\d+)", page)] == []


# --- Nothing else ----------------------------------------------------------------------------------------------------


@each_language
def test_the_same_plan_gives_the_same_bytes(paper: Paper) -> None:
    """So a paper printed twice can be compared, and nothing of time or machine is in it."""
    assert make(paper.language).content == paper.content


def test_the_same_bytes_in_another_process() -> None:
    """With other hashes of words, too."""
    program = (
        "import sys, django; django.setup(); from refugeeguide.journey import pdf; "
        "sys.stdout.buffer.write(pdf.render('<html lang=ar><title>.</title><h1>مرحبا</h1><p>a <b>b</b></html>'))"
    )
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "refugeeguide.settings"}
    made = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=env | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
