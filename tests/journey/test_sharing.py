"""Taking a plan along: by its code, its link, its QR code, and as one file."""

import re

import pytest
from django.http import HttpResponse

from refugeeguide.content.places import places
from refugeeguide.guide.answers import keep, skip_the_rest
from refugeeguide.guide.plan_code import decode
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from tests.journey.sizing import EIGHT
from tests.journey.visitor import JOURNEYS, LANGUAGES, Visitor, parsed, text_of, with_class
from tests.oracle import asked

LARGEST_FILE = 60_000


def code_of(response: HttpResponse) -> str:
    return text_of(parsed(response).find(".//p[@class='code']"))


def link_of(response: HttpResponse) -> str:
    return parsed(response).find(".//input[@id='link']").get("value")


def answers_in(code: str) -> dict[str, object]:
    """The raw answers that a code stands for."""
    kept = keep(QUESTIONNAIRE, places(), decode(QUESTIONNAIRE, code).raw)[0]
    return skip_the_rest(QUESTIONNAIRE, kept).raw()


# --- Code, link, QR


@pytest.mark.parametrize("status", JOURNEYS)
def test_a_code_opens_the_same_plan(status: str) -> None:
    code = code_of(Visitor(JOURNEYS[status]).open("plan/share/"))
    for written in (code, code.lower(), code.replace(" ", ""), f"  {code.replace(' ', '-')} "):
        reader = Visitor(language="ar")
        response = reader.post("open/", code=written)
        assert (response.status_code, response.headers["Location"]) == (302, "/ar/plan/")
        assert reader.answers == JOURNEYS[status]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", JOURNEYS)
def test_code_and_link_agree(status: str, language: str) -> None:
    page = Visitor(JOURNEYS[status], language=language).open("plan/share/")
    address, _, behind = link_of(page).partition("#")
    assert address == f"http://testserver/{language}/open/"
    assert behind == code_of(page).replace(" ", "")
    assert answers_in(behind) == answers_in(code_of(page)) == JOURNEYS[status]


def test_a_qr_code_is_drawn_for_the_link_alone() -> None:
    """The same answers, the same drawing; others, another one. Light and dark are fixed, so a camera reads it."""
    drawn = {}
    for status in JOURNEYS:
        pages = [Visitor(JOURNEYS[status]).open("plan/share/") for _ in range(2)]
        first, second = (with_class(parsed(page), "qr") for page in pages)
        assert len(first) == 1
        modules = [[path.attrib for path in svg] for svg in (*first, *second)]
        assert modules[0] == modules[1]
        assert [(path.get("fill"), path.get("stroke")) for path in modules[0]] == [
            ("#fff", None),
            (None, "#000"),
        ]
        drawn[status] = str(modules[0])
    assert len(set(drawn.values())) == len(JOURNEYS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_itself_holds_neither_code_nor_link(language: str) -> None:
    for status in JOURNEYS:
        visitor = Visitor(JOURNEYS[status], language=language)
        code = code_of(visitor.open("plan/share/"))
        for page in ("plan/", "answers/", "", "brochure/", "open/"):
            shown = visitor.open(page).content.decode()
            assert code not in shown
            assert code.replace(" ", "") not in shown
            assert "/open/#" not in shown


def test_no_code_ever_stands_in_an_address_that_is_sent() -> None:
    """Neither in a redirect, nor in a link that a browser would send."""
    visitor = Visitor(JOURNEYS["refugee"])
    page = visitor.open("plan/share/")
    code = code_of(page).replace(" ", "")
    sent = [each.get(key, "") for each in parsed(page).iter() for key in ("href", "action", "src")]
    assert [address for address in sent if code in address.partition("#")[0]] == []
    assert code not in str(page.headers) + str(visitor.post("open/", code=code).headers)


# --- The file


@pytest.fixture(params=LANGUAGES)
def taken(request) -> tuple[Visitor, HttpResponse]:
    visitor = Visitor(JOURNEYS["refugee"], language=request.param)
    return visitor, visitor.open("plan/take-away/")


def titles(response: HttpResponse) -> list[str]:
    return [each.get("id") + text_of(each.find("h3")) for each in with_class(parsed(response), "procedure")]


def test_the_file_holds_the_same_procedures_as_the_plan(taken: tuple[Visitor, HttpResponse]) -> None:
    visitor, file = taken
    plan = visitor.open("plan/")
    assert len(titles(plan)) >= 8
    assert titles(file) == titles(plan)
    dates = [[text_of(each) for each in parsed(page).iter("time")] for page in (file, plan)]
    assert dates[0] == dates[1]


def test_the_file_has_a_name_that_tells_nothing(taken: tuple[Visitor, HttpResponse]) -> None:
    file = taken[1]
    assert file.status_code == 200
    assert file["Content-Disposition"] == 'attachment; filename="list.html"'
    assert file["Content-Type"] == "text/html; charset=utf-8"
    assert file["Cache-Control"] == "no-store"


def test_the_file_needs_nothing_and_leads_nowhere_of_ours(taken: tuple[Visitor, HttpResponse]) -> None:
    """It lies in a folder of some phone: a link of ours would be broken there, and name us."""
    tree = parsed(taken[1])
    inside = {each.get("id") for each in tree.iter() if each.get("id")}
    for element in tree.iter():
        assert element.tag not in (
            "script",
            "form",
            "button",
            "input",
            "iframe",
            "img",
            "object",
            "audio",
            "video",
        )
        assert not {"src", "action", "srcset", "poster"} & set(element.attrib), element.attrib
        address = element.get("href")
        if address is None:
            continue
        if element.tag == "link":
            assert (element.get("rel"), address.partition(":")[0]) == ("icon", "data")
        elif address.startswith("#"):
            assert address[1:] in inside, address
        else:
            assert element.tag == "a"
            assert re.match("https?://|tel:|mailto:", address), address
    assert b"testserver" not in taken[1].content


def test_the_file_holds_no_code(taken: tuple[Visitor, HttpResponse]) -> None:
    code = code_of(taken[0].open("plan/share/"))
    assert code not in taken[1].content.decode()
    assert code.replace(" ", "") not in taken[1].content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_small(language: str) -> None:
    for said in (EIGHT, *JOURNEYS.values()):
        size = len(Visitor({slug: said.get(slug) for slug in asked(said)}, language=language)
                   .open("plan/take-away/").content)  # fmt: skip
        print(f"\n{language}: file {size} bytes")
        assert size <= LARGEST_FILE
