"""Random requests: plausible, broken and hostile ones, from one seed."""

import random
import string
import time
import zlib
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from tests.journey.visitor import JOURNEYS, Visitor, fields
from tests.oracle import random_answers
from tests.oracle_questions import QUESTIONS

METHODS = (
    ["GET"] * 8
    + ["POST"] * 10
    + ["HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "get", "X" * 50]
)
LANGUAGES = ["en", "fr", "nl", "ar", "ti", "fa", "xx", "EN", "fr-be", "..", "%00", "", "admin", "static"]
PLACES = [
    "", "questions/", "answers/", "plan/", "plan/checklist.pdf", "brochure/", "about/", "open/", "erase/",
    "search/", "contacts/", "contacts/cgrs/", "contacts/%00/", "procedures/blue-passport/", "procedures/x/", "leave/",
    "plan/share/", "plan/take-away/", "nothing-fits/", "accessibility/", "offline/", "offline/pages.json", "style/",
    "feedback/thanks/", "feedback/procedure/blue-passport/", "feedback/x/%00/",
    "plan", "//", "../", "brochure/travel/", "brochure/residence/", "brochure/help/", "brochure/%00/",
    "questions//", "questions/%ED%A0%80/", "questions/status%0d%0aX-Bad:1/", "?", "%", "%zz", "\u0627/",
]  # fmt: skip
WORDS = [
    "", "0", "-1", "1.5", "29", "2023", "9999", "99999999999999999999", "\x00", "a\x00b", "\u202eabc",
    "\ud800", "\U0001f600", "٠١٢", "<script>alert(1)</script>", "'; DROP TABLE x; --", "{{ 7*7 }}", "%s%n",
    "../../etc/passwd", "None", "null", "true", "[]", "skip", "refugee", "1000", "GP68", "\r\nSet-Cookie: a=b",
    "\ufeff", "ß" * 300, "1" * 5000, "İ", "ﬀ", "\u061c1\u200f", "½", "①",
]  # fmt: skip
NAMES = [
    "answer",
    "day",
    "month",
    "year",
    "typed",
    "code",
    "verdict",
    "csrfmiddlewaretoken",
    "question_wizard-current_step",
    "",
    "wizard_goto_step",
]
KINDS = [
    "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data",
    "application/json", "text/plain", "", "application/x-www-form-urlencoded; charset=utf-16",
    "application/x-www-form-urlencoded; charset=none", "multipart/form-data; boundary=\xff",
]  # fmt: skip
HEADERS = {
    "Accept-Language": [
        "ar,en;q=0.5", "xx", "*", "fr;q=nan", "," * 300, "a" * 600,
        "\u0627", "en-" + "x-" * 50, "prs", "ps-AF",
    ],
    "Accept-Encoding": [
        "br", "gzip", "br;q=0", "gzip;q=1.0, *;q=0", "identity", "*", ";;;", "\x00",
        "gzip, deflate, br, zstd", "x" * 900,
    ],
    "Host": ["localhost", "127.0.0.1:99999", "evil.example", "localhost:x", "[::1]", "[", "a" * 300, "localhost\x00"],
    "Referer": ["http://localhost/", "x", "http://[", "\udc80"],
    "Origin": ["null", "http://localhost", "http://[", "x"],
    "Sec-Fetch-Site": ["same-origin", "none", "cross-site", "same-site", "x", "", "\x00"],
    "Sec-Purpose": ["prefetch", "x"],
    "Range": ["bytes=0-1", "bytes=9-1", "x"],
    "If-Modified-Since": ["x", "Sun, 22 Nov 2026 13:00:00 GMT"],
    "X-Forwarded-Proto": ["https", "x"],
    "X-Http-Method-Override": ["DELETE"],
}  # fmt: skip


@dataclass
class Request:
    method: str
    path: str
    body: bytes
    kind: str
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)


def requests(seed: int, count: int) -> Any:
    """`count` requests; the same seed gives the same ones."""
    rng = random.Random(seed)
    return (request(rng) for _ in range(count))


def request(rng: random.Random) -> Request:
    path, body = path_of(rng), body_of(rng)
    kind = KINDS[0] if rng.random() < 0.7 else rng.choice(KINDS)
    names = rng.sample(list(HEADERS), rng.choice((0, 0, 1, 2, 5)))
    headers = {name: rng.choice(HEADERS[name]) for name in names}
    return Request(rng.choice(METHODS), path, body, kind, headers, cookies_of(rng))


def path_of(rng: random.Random) -> str:
    kind = rng.random()
    language = rng.choice(LANGUAGES[:4]) if kind < 0.8 else rng.choice(LANGUAGES)
    if kind < 0.5:
        return f"/{language}/questions/{rng.choice(list(QUESTIONS))}/"
    if kind < 0.55:
        return f"/{language}/questions/{quote(noise(rng)[:60].encode('utf-8', 'replace'))}/"
    query = f"?{urlencode({noise(rng): noise(rng)}, errors='replace')}" if rng.random() < 0.1 else ""
    return f"/{language}/{rng.choice(PLACES)}{query}"


def body_of(rng: random.Random) -> bytes:
    kind = rng.random()
    if kind < 0.5:
        slug = rng.choice(list(QUESTIONS))
        raw = rng.choice([None, *QUESTIONS[slug][1]]) if QUESTIONS[slug][1] else rng.choice([None, "1000"])
        try:
            return urlencode(fields(slug, raw), doseq=True).encode()
        except ValueError:
            return b""
    if kind < 0.8:
        pairs = [(rng.choice(NAMES), noise(rng)) for _ in range(rng.randint(0, 6))]
        return urlencode(pairs, errors="replace").encode()
    if kind < 0.82:
        return "&".join(f"answer={number}" for number in range(10_000)).encode()
    if kind < 0.825:
        return b"answer=" + b"x" * 2**20
    if kind < 0.9:
        return (
            b'--x\r\nContent-Disposition: form-data; name="answer"\r\n\r\n'
            + rng.randbytes(20)
            + b"\r\n--x--\r\n"
        )
    return rng.randbytes(rng.choice((0, 1, 10, 1000)))


def cookies_of(rng: random.Random) -> dict[str, str]:
    kind = rng.random()
    if kind < 0.15:
        return {}
    if kind < 0.25:
        return {settings.LOOKED_FOR_COOKIE: sealed(rng, {rng.choice(("search", "contacts")): noise(rng)})}
    if kind < 0.8:
        said = rng.choice(list(JOURNEYS.values())) if kind < 0.5 else random_answers(rng)
        partly = dict(list(said.items())[: rng.randint(0, len(said) + 5)])
        return {settings.ANSWERS_COOKIE: Visitor(partly).token if kind < 0.7 else sealed(rng, partly)}
    token = Visitor(JOURNEYS["subsidiary"]).token
    at = rng.randrange(len(token))
    broken = rng.choice(
        [token[:at], token[:at] + noise(rng) + token[at:], noise(rng), sealed(rng, noise(rng)), "A" * 9000]
    )
    looked_for = sealed(rng, {rng.choice(("search", "contacts")): noise(rng)})
    return {
        settings.ANSWERS_COOKIE: broken,
        settings.LOOKED_FOR_COOKIE: rng.choice([looked_for, broken, token]),
        rng.choice(["sessionid", "csrftoken", "messages", "django_language"]): noise(rng),
    }


def sealed(rng: random.Random, content: Any) -> str:
    """Any content closed with our key, now or long ago."""
    data = repr(content).encode("utf-8", "replace").replace(b"'", b'"')
    packed = zlib.compress(data) if rng.random() < 0.8 else data
    return (
        Fernet(settings.ANSWERS_KEYS[0])
        .encrypt_at_time(packed, int(time.time()) - rng.choice((0, 0, 9999)))
        .decode()
    )


def noise(rng: random.Random) -> str:
    if rng.random() < 0.7:
        return rng.choice(WORDS)
    return "".join(rng.choices(string.printable + "éا\u200f\x00", k=rng.randint(0, 30)))


def send(client: Client, request: Request) -> HttpResponse:
    """The request as a server would hand it on: bytes of headers as Latin-1 letters."""
    cookies = "; ".join(f"{name}={value}" for name, value in request.cookies.items())
    headers = request.headers | ({"Cookie": cookies} if cookies else {})
    extra = {f"HTTP_{name.upper().replace('-', '_')}": as_wsgi(value) for name, value in headers.items()}
    client.cookies.clear()
    return client.generic(request.method, request.path, request.body, as_wsgi(request.kind), **extra)


def as_wsgi(text: str) -> str:
    return text.encode("utf-8", "surrogateescape" if "\udc80" in text else "surrogatepass").decode("latin-1")
