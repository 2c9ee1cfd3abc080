"""The one place where answers live: an encrypted cookie that goes with the browser, and nowhere else.

A second one of the same make holds the words last searched for, so that they stand in no address either.

Value: Fernet token (see settings.ANSWERS_KEYS; the first key closes, all of them open) of compressed JSON, question
slug to raw answer. It is refused when it was last used more than an hour ago, and when anybody changed it.
"""

from __future__ import annotations

import json
import time
import zlib
from collections.abc import Mapping
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse

IDLE_SECONDS = 60 * 60
FRESH_SECONDS = 60  # a cookie younger than this is not sent again only to start its hour anew
LONGEST = 4000  # browsers keep no longer cookies


class AnswersLost(Exception):
    """The cookie cannot be used; `idle` when it was left alone for too long, else it was damaged or foreign."""

    def __init__(self, idle: bool) -> None:
        self.idle = idle
        super().__init__("idle" if idle else "damaged")


def is_there(request: HttpRequest) -> bool:
    """Whether the browser carries the cookie, whatever it holds."""
    return bool(request.COOKIES.get(settings.ANSWERS_COOKIE))


def load(request: HttpRequest, name: str = settings.ANSWERS_COOKIE) -> dict[str, object]:
    """The raw answers given so far; empty before the first. Raises AnswersLost."""
    token = request.COOKIES.get(name)
    if not token:
        return {}
    try:
        return _open(token)
    except InvalidToken as error:
        raise AnswersLost(idle=_is_ours(token)) from error
    except (ValueError, RecursionError, zlib.error) as error:
        raise AnswersLost(idle=False) from error


def save(response: HttpResponse, raw: Mapping[str, object], name: str = settings.ANSWERS_COOKIE) -> None:
    """Put the answers into the reader's browser; their hour starts."""
    data = zlib.compress(json.dumps(raw, separators=(",", ":")).encode(), 9)
    _put(response, name, _fernet().encrypt(data).decode())


def renew(request: HttpRequest, response: HttpResponse, raw: Mapping[str, object]) -> None:
    """Start the hour of unchanged answers anew."""
    given = _fernet().extract_timestamp(request.COOKIES[settings.ANSWERS_COOKIE].encode())
    if time.time() - given > FRESH_SECONDS:
        save(response, raw)


def erase(response: HttpResponse) -> None:
    """Take the answers, and the words searched for, away from the browser."""
    for name in (settings.ANSWERS_COOKIE, settings.LOOKED_FOR_COOKIE):
        _put(response, name, "", max_age=0)


def _put(response: HttpResponse, name: str, token: str, max_age: int | None = None) -> None:
    response.set_cookie(
        name,
        token,
        max_age=max_age,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


@cache
def _fernet() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.ANSWERS_KEYS])


def _open(token: str) -> dict[str, object]:
    if len(token) > LONGEST:
        raise ValueError("longer than any cookie of ours")
    data = zlib.decompressobj().decompress(_fernet().decrypt(token.encode(), ttl=IDLE_SECONDS), 64 * 1024)
    raw = json.loads(data)
    if not isinstance(raw, dict):
        raise ValueError("not a mapping of answers")
    return raw


def _is_ours(token: str) -> bool:
    """Whether the token is whole and closed with one of our keys, only too old."""
    try:
        _fernet().decrypt(token.encode())
    except InvalidToken:
        return False
    return True
