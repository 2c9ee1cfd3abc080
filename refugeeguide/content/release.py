"""The release that readers see, held in memory: no page asks the database for content.

`current()` is what views call. A serving process calls `follow()` once: a thread then looks every second whether
another release has been published, and builds it before readers get it.
"""

import logging
import os
import threading
import time
from datetime import date, datetime

from django.conf import settings
from django.db import connection
from django.utils.timezone import localdate

from refugeeguide.guide.procedures import Guide
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.reading import read_guide

from .models import Publication, Release

log = logging.getLogger(__name__)
SECONDS_BETWEEN_LOOKS = 1.0


class NothingPublished(Exception):
    """No release has been published yet."""


class CurrentRelease:
    """A release in memory; its guide is built once for each language."""

    def __init__(self, number: int, digest: str, published_at: datetime, document: dict) -> None:
        self.number, self.digest, self.published_at = number, digest, published_at
        self._document = document
        self._guides: dict[str, Guide] = {}

    @property
    def published_on(self) -> date:
        """The day in Belgium on which it was made."""
        return localdate(self.published_at)

    def guide(self, language: str) -> Guide:
        """The guide in this language; texts without a translation are in the fallback language and say so."""
        if language not in self._guides:
            self._guides[language] = read_guide(self._document, language, QUESTIONNAIRE.names)
        return self._guides[language]


_current: CurrentRelease | None = None
_follower: threading.Thread | None = None


def current() -> CurrentRelease:
    """The release that readers see. Raises NothingPublished."""
    if _current is None and _follower is None:
        refresh()
    found = _current  # once: the follower may take it away meanwhile
    if found is None:
        raise NothingPublished
    return found


def refresh() -> None:
    """Look which release is published, and take it into memory if it is another one."""
    global _current
    newest = Publication.objects.values_list("release__number", "release__digest").first()
    if newest is None:
        _current = None
    elif _current is None or (_current.number, _current.digest) != newest:
        _current = _load(*newest)


def _load(number: int, digest: str) -> CurrentRelease:
    release = Release.objects.get(number=number, digest=digest)
    loaded = CurrentRelease(number, digest, release.made_at, release.document)
    if _follower is not None:
        for language in settings.PUBLISHED_LANGUAGES:
            loaded.guide(language)  # built before any reader waits for it
    return loaded


def follow() -> None:
    """Keep this process at the published release from now on."""
    global _follower
    if _follower is not None and _follower.is_alive():
        return
    _follower = threading.Thread(target=_look_forever, name="release follower", daemon=True)
    _look()
    _follower.start()


def _look() -> None:
    """Refresh, whatever happens: with the database away, readers keep the release they have."""
    try:
        refresh()
    except Exception as error:  # whatever it is, the next look may succeed
        log.warning("could not look for a new release: %s", error)
    finally:
        connection.close()


def _look_forever() -> None:
    while True:
        time.sleep(SECONDS_BETWEEN_LOOKS)
        _look()


def _follow_again() -> None:
    """Threads don't live on in a forked worker."""
    global _follower
    if _follower is not None:
        _follower = None
        follow()


os.register_at_fork(after_in_child=_follow_again)
