"""Plans of eight procedures, to weigh pages with, and the scales."""

import gzip
import random
import re
from datetime import date
from typing import Any

import brotli
from django.http import HttpResponse

from tests.oracle import expected, random_answers

TODAY = date(2026, 11, 22)
# A refugee with an A card who wants to travel for half a year, and reads the law.
EIGHT: dict[str, Any] = {
    "status": "refugee", "needs": ["residence", "law", "travel"], "card": "a_card", "card_shows_refugee": "yes",
    "application_date": "2024-03-01", "card_expiry": "2027-01-05", "trip": "3_to_12_months", "origin_trip": "no",
    "departure_date": "2026-12-01", "return_date": "2027-05-01", "blue_passport": "no", "minors_at_home": "no",
    "postcode": "1000",
}  # fmt: skip


def people_with_eight(count: int) -> list[dict[str, Any]]:
    """Random people whose plan holds eight procedures."""
    rng, found = random.Random(8), []
    while len(found) < count:
        said = random_answers(rng, TODAY)
        if len(expected(said, TODAY)["procedures"]) == 8:
            found.append(said)
    return found


def unpacked(response: HttpResponse) -> bytes:
    """The body as the browser sees it."""
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(response.headers.get("Content-Encoding"))
    return unpack(response.content) if unpack else response.content


def without_empty_lines(page: bytes) -> bytes:
    """A page as it reads; empty lines are left out before it is packed."""
    return re.sub(rb"\n+", b"\n", page)


def on_the_wire(response: HttpResponse) -> int:
    """Bytes of the answer: status line, all headers with those of the server, body."""
    lines = [
        f"HTTP/1.1 {response.status_code} {response.reason_phrase}",
        "Server: gunicorn",
        "Connection: keep-alive",
    ]
    lines += [
        "Date: Sun, 22 Nov 2026 13:00:00 GMT",
        *(f"{name}: {value}" for name, value in response.headers.items()),
    ]
    lines += [cookie.output() for cookie in response.cookies.values()]
    return len("\r\n".join([*lines, "", ""]).encode()) + len(response.content)
