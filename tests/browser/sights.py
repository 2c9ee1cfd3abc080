"""Every kind of page there is, and the answers that lead to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from playwright.sync_api import Page, Response

from refugeeguide.journey import answers_cookie

# A family in Brussels with a long trip ahead: dates past and to come, many papers; what was skipped stays open.
FAMILY = {
    "status": "refugee",
    "needs": ["residence", "travel", "children", "documents"],
    "card": "a_card",
    "card_shows_refugee": "unsure",
    "application_date": "2024-02-29",
    "card_expiry": "2027-04-01",
    "trip": "3_to_12_months",
    "origin_trip": None,
    "departure_date": "2027-01-10",
    "return_date": "2027-05-10",
    "blue_passport": "no",
    "minors_at_home": "yes",
    "certificates": ["birth", "family_composition"],
    "children": ["came_with_me", "born_in_belgium"],
    "children_on_annex": "unsure",
    "other_parent": "refugee_in_belgium",
    "postcode": "1040",
}
BEFORE_POSTCODE = [slug for slug in FAMILY if slug != "postcode"]


@dataclass(frozen=True)
class Sight:
    """One kind of page: where it is, and what was answered before."""

    name: str
    path: str
    answers: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    typed: str = ""  # what is looked for on it

    @property
    def posted_empty(self) -> bool:
        """Whether its form was sent without an answer."""
        return self.status == 422


def _question(slug: str, *before: str, posted_empty: bool = False) -> Sight:
    name, status = (f"{slug}-with-error", 422) if posted_empty else (slug, 200)
    return Sight(name, f"/{{language}}/questions/{slug}/", {each: FAMILY[each] for each in before}, status)


SIGHTS = [
    Sight("door", "/"),
    Sight("start", "/{language}/"),
    _question("status"),
    _question("needs", "status"),
    _question("application_date", "status", "needs", "card", "card_shows_refugee"),
    _question("postcode", *BEFORE_POSTCODE),
    _question("status", posted_empty=True),
    _question("needs", "status", posted_empty=True),
    _question("application_date", "status", "needs", "card", "card_shows_refugee", posted_empty=True),
    _question("postcode", *BEFORE_POSTCODE, posted_empty=True),
    Sight("answers", "/{language}/answers/", FAMILY),
    Sight("plan", "/{language}/plan/", FAMILY),
    Sight("share", "/{language}/plan/share/", FAMILY),
    Sight("search", "/{language}/search/"),
    Sight("found", "/{language}/search/", typed="visa"),
    Sight("nothing-found", "/{language}/search/", typed="qqqqxxxx"),
    Sight("contacts", "/{language}/contacts/"),
    Sight("near", "/{language}/contacts/", typed="9000"),
    Sight("several-places", "/{language}/contacts/", typed="1050"),
    Sight("contact", "/{language}/contacts/cgrs/"),
    Sight("procedure", "/{language}/procedures/blue-passport/"),
    Sight("nothing-fits", "/{language}/nothing-fits/"),
    Sight("brochure", "/{language}/brochure/"),
    Sight("topic", "/{language}/brochure/travel/"),
    Sight("open", "/{language}/open/"),
    Sight("open-with-error", "/{language}/open/", status=422),
    Sight("about", "/{language}/about/"),
    Sight("problem", "/{language}/nowhere/", status=404),
]


def show(page: Page, sight: Sight, language: str, base: str) -> Response:
    """Open the page as a person with these answers sees it."""
    page.context.clear_cookies()
    if sight.answers:
        page.context.add_cookies([{**answers_as_cookie(sight.answers), "url": base}])
    address = base + sight.path.format(language=language)
    response = page.goto(address)
    if sight.posted_empty:
        with page.expect_response(address) as posted:
            page.locator("main form button").click()
        response = posted.value
    if sight.typed:
        page.locator("#typed").fill(sight.typed)
        with page.expect_navigation(url=address) as found:
            page.locator("main form button").first.click()
        response = found.value
    assert response is not None
    assert page.url == address, f"{sight.name}: led to {page.url}"
    assert response.status == sight.status, f"{sight.name}: {response.status}"
    return response


def answers_as_cookie(given: dict[str, Any]) -> dict[str, str]:
    """The cookie that a person with these answers has."""
    response = HttpResponse()
    answers_cookie.save(response, given)
    return {"name": settings.ANSWERS_COOKIE, "value": response.cookies[settings.ANSWERS_COOKIE].value}
