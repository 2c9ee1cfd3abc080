"""What the tables share: order, translations, citations."""

from django.core.exceptions import ValidationError
from django.db import models


class Positioned(models.Model):
    """A row with a place among its siblings."""

    position = models.PositiveSmallIntegerField(default=0, db_index=True)

    class Meta:
        abstract = True
        ordering = ["position", "pk"]


class Translated(models.Model):
    """A row with texts in every language, and for each text the languages that no person has read yet."""

    drafted = models.JSONField(
        default=dict,
        blank=True,
        editable=False,
        help_text="For each text, the languages whose translation no person has read since it or its English changed.",
    )

    class Meta:
        abstract = True


class Citing(models.Model):
    """A row that says something, and the statements of our sources that it rests on."""

    statements = models.ManyToManyField("content.Statement", blank=True, verbose_name="sources")

    class Meta:
        abstract = True


def slug_field(**options) -> models.SlugField:
    """A name for addresses, files and conditions; printed plans rely on it, so it isn't changed once published."""
    return models.SlugField(max_length=80, **options)


def refuse(**problems: str | None) -> None:
    """Raise a ValidationError for the fields that have a problem."""
    found = {name: problem for name, problem in problems.items() if problem}
    if found:
        raise ValidationError(found)
