"""What is saved for reading without a network: the right pages, without cookies; a worker short enough to be read."""

import json
import re
from base64 import b64decode
from io import BytesIO

import pytest
from django.conf import settings
from django.test import Client
from PIL import Image

from refugeeguide.journey.inline import inlines
from tests.journey.sizing import on_the_wire, unpacked
from tests.journey.visitor import JOURNEYS, LANGUAGES, Visitor, parsed

every_language = pytest.mark.parametrize("language", LANGUAGES)
WORKER = settings.BASE_DIR / "static/service-worker.js"
TOPICS = (
    "residence", "work", "law", "travel", "documents", "children", "family", "nationality", "status",
    "elsewhere", "help",
)  # fmt: skip


def listed(language: str, visitor: Visitor | None = None) -> dict:
    response = (visitor or Visitor(language=language)).open("offline/pages.json")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")
    return json.loads(unpacked(response))


@every_language
def test_what_is_saved(language: str) -> None:
    start = f"/{language}/"
    topics = [f"{start}brochure/{topic}/" for topic in TOPICS]
    found = listed(language)
    assert found["pages"] == [
        "/",
        start,
        f"{start}brochure/",
        *topics,
        f"{start}contacts/",
        f"{start}offline/",
    ]
    assert found["release"] == 7
    assert sorted(found) == ["inside", "note", "pages", "release", "saved"]


@every_language
def test_every_page_comes_whole_and_without_cookies(language: str) -> None:
    """And holds the place where the note goes in, once."""
    for path in listed(language)["pages"]:
        response = Client().get(path)
        assert (response.status_code, response.headers["Content-Type"]) == (
            200,
            "text/html; charset=utf-8",
        ), path
        assert response.cookies == {}, path
        page = response.content.decode()
        assert "/erase/" not in page, path
        assert page.count('<main id="main"') == 1, path


@every_language
def test_what_stands_inside_a_page_is_there(language: str) -> None:
    """Each procedure and each contact, and no other page is left out."""
    found = listed(language)
    ids = {path: {each.get("id") for each in parsed(Client().get(path)).iter()} for path in found["pages"]}
    places = [address.split("#") for address in found["inside"].values()]
    assert [(path, anchor) for path, anchor in places if anchor not in ids[path]] == []
    kinds = [path.split("/")[2] for path in found["inside"]]
    assert {kind: kinds.count(kind) for kind in kinds} == {"procedures": 51, "contacts": 38}


@every_language
def test_the_list_knows_nobody(language: str) -> None:
    """With every question answered it is the same, and sets no cookie."""
    somebody = Visitor(JOURNEYS["refugee"], language=language)
    assert listed(language, somebody) == listed(language)
    assert somebody.open("offline/pages.json").cookies == {}


@every_language
def test_the_size_is_what_travels(language: str) -> None:
    """To the next ten kB, headers too, as a browser without cookies gets it."""
    paths = [*listed(language)["pages"], f"/{language}/offline/pages.json"]
    size = sum(on_the_wire(Client().get(path, headers={"accept-encoding": "br"})) for path in paths)
    text = Visitor(language=language).open("offline/").content.decode()
    said = int(re.search(r'<bdi dir="ltr">(\d+)</bdi>', text)[1])
    assert -500 < said * 1000 - size < 10_500
    assert said <= 120


def test_the_worker_is_short_and_only_reads() -> None:
    text = WORKER.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 120
    assert re.findall(r"\b(put|add|addAll|open|importScripts|postMessage)\(", text) == []


def test_the_worker_is_served_for_the_whole_site_and_asked_for_again() -> None:
    response = Client().get("/service-worker.js")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/javascript")
    assert response.headers["Cache-Control"] == "no-cache"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"].split("; ")
    again = Client().get("/service-worker.js", headers={"if-none-match": response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@every_language
def test_the_phone_gets_a_name_that_tells_nothing(language: str) -> None:
    manifest = Client().get(f"/{language}/offline/guide.webmanifest").json()
    names = [manifest[key] for key in ("name", "lang", "dir", "start_url")]
    assert names == ["Guide", language, "rtl" if language == "ar" else "ltr", f"/{language}/"]
    pictures = [b64decode(icon["src"].partition(";base64,")[2]) for icon in manifest["icons"]]
    assert pictures[0].startswith(b"<svg ")
    assert [Image.open(BytesIO(each)).size for each in pictures[1:]] == [(192, 192), (512, 512)]


@every_language
def test_only_its_page_has_the_script_and_the_manifest(language: str) -> None:
    visitor = Visitor(language=language)
    for page in ("", "brochure/", "contacts/", "questions/status/", "about/", "offline/"):
        text = visitor.open(page).content.decode()
        found = [inlines()["offline"].text in text, 'rel="manifest"' in text, "serviceWorker" in text]
        assert found == [page == "offline/"] * 3, page


def test_without_a_release_there_is_nothing_to_save(nothing_published: None) -> None:
    visitor = Visitor()
    assert [visitor.open(page).status_code for page in ("offline/", "offline/pages.json")] == [503, 503]
