"""What somebody sees who gets a link to the guide: a title, a line, and a picture that is really there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from PIL import Image

from tests.journey.visitor import LANGUAGES, in_language, parsed

ROOT = Path(__file__).parents[2]
PICTURE = "http://testserver/static/preview.png"
LINE = (
    "For people with refugee status or subsidiary protection in Belgium: "
    "what to do, where, by which day and with which papers."
)


def preview(page: str) -> dict[str, str]:
    """What a page says of itself to those who show a link to it."""
    metas = parsed(Client().get(page)).findall(".//meta")
    return {
        each.get("property"): " ".join(each.get("content").split()) for each in metas if each.get("property")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_to_share_say_what_they_are(language: str) -> None:
    assert preview(f"/{language}/") == {
        "og:title": in_language(language, "Your next steps in Belgium"),
        "og:description": in_language(
            language,
            "For people with refugee status or subsidiary protection: "
            "answer a few questions and get a plan with steps, dates and papers.",
        ),
        "og:image": PICTURE,
    }
    assert preview(f"/{language}/brochure/") == {
        "og:title": in_language(language, "All information"),
        "og:description": in_language(language, LINE),
        "og:image": PICTURE,
    }


def test_a_topic_a_procedure_and_a_contact_carry_their_names() -> None:
    pages = ("brochure/travel/", "procedures/blue-passport/", "contacts/cgrs-helpdesk/")
    assert [preview(f"/en/{page}")["og:title"] for page in pages] == [
        "Travel abroad",
        "Get your blue passport",
        "CGRS Helpdesk Recognized Refugees and Stateless Persons",
    ]


@pytest.mark.parametrize("page", ["questions/status/", "answers/", "plan/", "open/", "nothing/"])
def test_pages_of_one_person_say_nothing(page: str) -> None:
    assert preview(f"/en/{page}") == {}


def test_the_picture_has_the_size_that_messengers_ask_for() -> None:
    with Image.open(ROOT / "static/preview.png") as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert (ROOT / "static/preview.png").stat().st_size < 20_000


def test_the_picture_is_there_on_ones_own_machine() -> None:
    response = Client().get("/static/preview.png")
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")


ASK_A_SERVER = """
import django; django.setup()
from django.core.management import call_command
call_command("collectstatic", interactive=False, verbosity=0)
from django.test import Client
from tests.journey.visitor import parsed
client = Client(headers={"host": "guide.example"})
page = parsed(client.get("/fr/", secure=True))
address = next(each.get("content") for each in page.iter("meta") if each.get("property") == "og:image")
picture = client.get(address.removeprefix("https://guide.example"), secure=True)
print(picture.status_code, picture["Content-Type"], address)
"""


def test_the_picture_is_there_in_production(tmp_path: Path) -> None:
    """Where files carry a print of what is in them, and are served from the folder they were collected in."""
    environment = {
        **os.environ, "LOCAL": "false", "SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": "guide.example",
        "STATIC_ROOT": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path / 'none'}",
        "DJANGO_SETTINGS_MODULE": "refugeeguide.settings",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", ASK_A_SERVER],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    status, kind, address = done.stdout.split()
    assert (status, kind) == ("200", "image/png")
    assert address.startswith("https://guide.example/static/preview.")
    assert address != "https://guide.example/static/preview.png"
