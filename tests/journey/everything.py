"""Every page of the site in one language, as a person in the middle of things sees it."""

from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from tests.journey.visitor import JOURNEYS, Visitor

ALIKE_FOR_ALL = [
    "", "brochure/", "brochure/travel/", "brochure/help/", "procedures/blue-passport/", "contacts/cgrs/", "about/",
    "nothing-fits/", "accessibility/", "offline/",
]  # fmt: skip
NOT_KEPT = [
    "questions/", "questions/status/", "questions/card/", "questions/card_expiry/", "answers/", "plan/", "plan/share/",
    "plan/take-away/", "open/", "languages/", "search/", "contacts/", "leave/", "feedback/thanks/",
]  # fmt: skip
FOR_US = ["style/"]  # for those who work on the guide
PROBLEMS = [
    "nothing/",
    "questions/shoe_size/",
    "brochure/nothing/",
    "procedures/nothing/",
    "contacts/nothing/",
]
# Those that hold no page: they lead on, or say nothing but their status.
WITHOUT_PAGE = ["questions/", "leave/", "answer", "search words", "place"]

CROSS_SITE = {"sec-fetch-site": "cross-site"}


def responses(language: str) -> dict[str, HttpResponse]:
    """What is answered to each request, by a name for it."""
    visitor = Visitor(JOURNEYS["refugee"], language=language)
    found = {page: visitor.open(page) for page in ALIKE_FOR_ALL + FOR_US + PROBLEMS}
    found |= {page: Visitor(JOURNEYS["refugee"], language=language).open(page) for page in NOT_KEPT}
    found["refused date"] = visitor.send("card_expiry", day="1")
    found["wrong code"] = visitor.post("open/", code="x")
    found["question not asked"] = visitor.say("unrestricted_stay", "no")
    found["wrong method"] = visitor.client.put(f"/{language}/plan/")
    found["foreign form"] = visitor.client.post(f"/{language}/questions/status/", headers=CROSS_SITE)
    found["answer"] = visitor.say("status", "refugee")
    found["search words"], found["found"] = visitor.post("search/", typed="passport"), visitor.open("search/")
    found["place"], found["near"] = visitor.post("contacts/", typed="4700"), visitor.open("contacts/")
    found["several places"] = visitor.look("contacts/", "1050")
    found["no such place"] = visitor.look("contacts/", "Atlantis")
    found["door"] = Client().get("/")
    visitor.client.cookies[settings.ANSWERS_COOKIE] = "broken"
    found["lost"] = visitor.open("plan/")
    found["erased"] = visitor.post("erase/")
    return found
