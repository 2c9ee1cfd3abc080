"""From drafts to a release that readers see, and back to an earlier one."""

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from refugeeguide.guide.integrity import Problem, problems
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.reading import read_guide

from . import release as serving
from .models import Publication, Release
from .persons import person_problems
from .shape import digest
from .tables import read_tables


class PublishRefused(Exception):
    """The drafts can't be published; `problems` says where and why."""

    def __init__(self, found: list[Problem]) -> None:
        self.problems = found
        super().__init__("\n".join(str(problem) for problem in found))


def check(document: dict) -> list[Problem]:
    """Everything that stands against publishing this document; the test persons speak once all else is right."""
    found = problems(document, QUESTIONNAIRE, settings.PUBLISHED_LANGUAGES)
    if found:
        return found
    guide = read_guide(document, settings.LANGUAGE_CODE, QUESTIONNAIRE.names)
    return list(person_problems(document["persons"], guide))


def published() -> Release | None:
    """The release that readers see, without its document."""
    newest = Publication.objects.select_related("release").defer("release__document").first()
    return newest and newest.release


def has_unpublished_changes(document: dict | None = None) -> bool:
    """Whether the drafts differ from what readers see."""
    present = published()
    return present is None or present.digest != digest(document or read_tables())


@transaction.atomic
def publish(user: User | None = None) -> Release:
    """Make a release of the drafts and show it to readers. Drafts that are published already give the present release.

    Raises PublishRefused.
    """
    list(Publication.objects.select_for_update()[:1])  # one publisher at a time
    document = read_tables()
    found = check(document)
    if found:
        raise PublishRefused(found)
    present, fingerprint = published(), digest(document)
    if present and present.digest == fingerprint:
        return present
    number = (Release.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    release = Release.objects.create(number=number, digest=fingerprint, document=document, made_by=user)
    _show(release, user)
    return release


@transaction.atomic
def rollback(release: Release, user: User | None = None) -> Publication:
    """Show an earlier release to readers again. The drafts stay as they are."""
    return _show(release, user)


def _show(release: Release, user: User | None) -> Publication:
    publication = Publication.objects.create(release=release, by=user)
    transaction.on_commit(serving.refresh)
    return publication
