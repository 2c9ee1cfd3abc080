"""Topics, procedures, and what a procedure is made of."""

from django.db import models

from ..conditions import ConditionField, DayField
from .base import Citing, Positioned, Translated, slug_field
from .contacts import Contact


class Topic(Positioned, Translated):
    """A part of life that procedures belong to."""

    slug = slug_field(unique=True)
    title = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.title or self.slug


class Procedure(Positioned, Translated, Citing):
    """One thing to do, or to know, from beginning to end."""

    topic = models.ForeignKey(Topic, models.PROTECT, related_name="procedures")
    slug = slug_field(unique=True)
    when = ConditionField("shown when")
    title = models.CharField(max_length=200)
    summary = models.TextField()

    def __str__(self) -> str:
        return self.title or self.slug


class Part(Positioned, Translated, Citing):
    """A named part of a procedure."""

    procedure = models.ForeignKey(Procedure, models.CASCADE, related_name="%(class)ss")
    slug = slug_field()

    class Meta(Positioned.Meta):
        abstract = True
        constraints = [models.UniqueConstraint(fields=["procedure", "slug"], name="unique_%(class)s")]

    def __str__(self) -> str:
        return self.slug


class Step(Part):
    """Something to do."""

    when = ConditionField("shown when")
    text = models.TextField()
    at = models.ForeignKey(Contact, models.PROTECT, null=True, blank=True, related_name="steps", help_text="Where.")


class Document(Part):
    """A paper to bring."""

    when = ConditionField("shown when")
    text = models.TextField()
    max_age = models.CharField(max_length=50, blank=True, help_text="Such as: 1 month")
    step = models.ForeignKey(Step, models.RESTRICT, null=True, blank=True, related_name="documents")


class Deadline(Part):
    """A window of days counted from an answer; both ends are part of it."""

    label = models.CharField(max_length=300)
    starts = DayField("from", help_text="Such as: application_date + 5 years")
    ends = DayField("until", help_text="Such as: card_expiry - 30 days")


class WarningNote(Part):
    """Something to beware of."""

    when = ConditionField("shown when")
    text = models.TextField()

    class Meta(Part.Meta):
        verbose_name = "warning"


class ProcedureContact(Positioned):
    """A contact that helps with a procedure."""

    procedure = models.ForeignKey(Procedure, models.CASCADE, related_name="links")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="links")
    when = ConditionField("shown when")

    class Meta(Positioned.Meta):
        verbose_name = "contact"
        constraints = [models.UniqueConstraint(fields=["procedure", "contact"], name="unique_link")]

    def __str__(self) -> str:
        return str(self.contact)
