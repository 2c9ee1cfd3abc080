"""The plan on paper: as complete as the page, readable by every program, whole without a network."""

from __future__ import annotations

import io
import logging
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from fontTools.ttLib import TTFont
from pdfua import Severity, validate

from refugeeguide.content.places import places
from refugeeguide.guide.answers import keep, skip_the_rest
from refugeeguide.guide.plan import Plan
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.journey import pdf, views
from tests.journey.visitor import JOURNEYS
from tests.words import pdf_text, words

FONTS = Path(settings.BASE_DIR) / "fonts"
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
    rows = "".join(row.format(f"from{number} {'word ' * (120 + 11 * number)} to{number}") for number in range(25))
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


HERE = "http://127.0.0.1:9/"
HOSTILE = [
    '<img src="{}a.png" alt="a">',
    '<img srcset="{}a.png 1x" alt="a">',
    '<picture><source srcset="{}a.png"><img src="{}b.png" alt="a"></picture>',
    '<link rel="stylesheet" href="{}a.css">',
    '<style>@import "{}a.css";</style>',
    "<style>@import url({}a.css);</style>",
    "<style>@font-face {{ font-family: x; src: url({}a.ttf) }} p {{ font-family: x }}</style><p>a</p>",
    "<style>p {{ background: url({}a.png) }}</style><p>a</p>",
    '<p style="background-image: url({}a.png)">a</p>',
    '<p style="content: url({}a.png)">a</p>',
    '<ul style="list-style-image: url({}a.png)"><li>a</li></ul>',
    '<p style="border-image: url({}a.png) 30">a</p>',
    '<p style="mask-image: url({}a.png)">a</p>',
    '<object data="{}a.svg" type="image/svg+xml">a</object>',
    '<embed src="{}a.svg" type="image/svg+xml">',
    '<iframe src="{}a.html"></iframe>',
    '<svg width="9" height="9"><image href="{}a.png" width="9" height="9"/></svg>',
    '<svg width="9" height="9" xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="{}a.svg#a"/></svg>',
    '<link rel="attachment" href="{}a.txt">',
    '<a rel="attachment" href="{}a.txt">a</a>',
    '<base href="{}"><img src="a.png" alt="a">',
    '<input type="image" src="{}a.png" alt="a">',
]
WATCHED = ("open", "socket.connect", "socket.getaddrinfo", "urllib.Request", "ftplib.connect")


@pytest.fixture(scope="module")
def seen() -> Any:
    """What Python opens and connects to, while the flag is up. A hook stays for ever, so it is made once."""
    seen: dict[str, Any] = {"on": False, "events": []}

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if seen["on"] and event in WATCHED:
            seen["events"].append(f"{event} {args[0]}")

    sys.addaudithook(hook)
    return seen


@pytest.mark.parametrize("start", ["http", "https", "ftp", "file", "path"])
def test_nothing_is_fetched(seen: dict[str, Any], start: str, tmp_path: Path) -> None:
    """No editor's text, whatever slips through, makes the server open an address or a file."""
    (tmp_path / "a.txt").write_text("secret words")
    for name in ("a.svg", "a.png", "a.css", "a.html"):
        (tmp_path / name).write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>secret</text></svg>')
    base = f"{tmp_path}/" if start == "path" else tmp_path.as_uri() + "/" if start == "file" else HERE
    base = base.replace("http:", f"{start}:") if start in ("https", "ftp") else base
    pdf.warm()
    seen["events"].clear()
    seen["on"] = True
    try:
        made = pdf.render(f'<html lang="en"><title>a</title>{"".join(HOSTILE).replace("{}", base)}</html>')
    finally:
        seen["on"] = False
    assert seen["events"] == []
    assert "secret" not in pdf_text(made)
    assert not pypdf.PdfReader(io.BytesIO(made)).attachments
