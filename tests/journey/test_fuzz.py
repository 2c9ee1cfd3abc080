"""Any request at all: never an answer of 500, never an exception, and a page a person can read."""

import logging
import time
from collections import Counter

import pytest
from django.test import Client

from refugeeguide.journey import pdf
from tests.journey.fuzzing import requests, send
from tests.journey.sizing import unpacked

SEED = 20261122
pytestmark = pytest.mark.django_db  # the editors' door looks for a session
EXPECTED = {200, 301, 302, 400, 403, 404, 405, 409, 422}


def fuzz(seed: int, count: int) -> Counter[int]:
    """How often each status was answered; anything the client raises ends the test."""
    client, strict = Client(), Client(enforce_csrf_checks=True)
    statuses: Counter[int] = Counter()
    for number, request in enumerate(requests(seed, count)):
        response = send(strict if number % 10 == 0 else client, request)
        statuses[response.status_code] += 1
        assert response.status_code in EXPECTED, request
        if (
            response.status_code >= 400
            and request.method not in ("HEAD", "head")
            and response.status_code != 405
        ):
            assert b"</html>" in unpacked(response), request
    return statuses


@pytest.fixture(autouse=True)
def quick_and_quiet(monkeypatch, caplog) -> None:
    """The paper itself is not the question here."""
    monkeypatch.setattr(pdf, "render", lambda html: b"%PDF-")
    caplog.set_level(logging.CRITICAL, logger="django.request")
    caplog.set_level(logging.CRITICAL, logger="django.security")


def test_two_thousand_requests() -> None:
    statuses = fuzz(SEED, 2_000)
    assert set(statuses) == EXPECTED  # each kind of answer was met


@pytest.mark.nightly
@pytest.mark.timeout(900)
def test_twenty_thousand_requests() -> None:
    start = time.perf_counter()
    statuses = fuzz(SEED + 1, 20_000)
    print(f"\n20,000 requests in {time.perf_counter() - start:.0f} s: {dict(sorted(statuses.items()))}")
    assert set(statuses) == EXPECTED
