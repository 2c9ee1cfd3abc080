"""What was published, when and by whom. Releases never change; which one readers see is the newest line of a log."""

from django.conf import settings
from django.db import models


class Release(models.Model):
    """The whole guide in every language, frozen."""

    number = models.PositiveIntegerField(unique=True)
    digest = models.CharField(max_length=64)
    document = models.JSONField()
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-number"]
        permissions = [("publish_release", "Can publish the guide and go back to an earlier release")]

    def __str__(self) -> str:
        return f"Release {self.number}"

    def save(self, **options) -> None:
        if not self._state.adding:
            raise TypeError("a release never changes: publish a new one")
        super().save(**options)


class Publication(models.Model):
    """From this moment readers see this release; the newest line counts."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="publications")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.release} at {self.at:%Y-%m-%d %H:%M}"


class Loaded(models.Model):
    """What an object was when it last came from the files: if it still is, no editor has changed it."""

    key = models.CharField(max_length=300, unique=True)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.key
