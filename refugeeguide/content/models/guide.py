"""Topics, procedures, and what a procedure is made of."""

from django.db import models

from refugeeguide.guide.integrity import condition_problem, date_problem, max_age_problem
from refugeeguide.guide.questionnaire import QUESTIONNAIRE

from ..shape import LIST_FILES
from .base import Citing, Positioned, Translated, refuse, slug_field
from .contacts import Contact


def when_field() -> models.CharField:
    """Who sees this: a condition in one line, or nothing for everyone."""
    help_text = "A condition such as: status is refugee and needs has travel. Empty: everyone."
    return models.CharField("shown when", max_length=1000, blank=True, help_text=help_text)


def day_field(name: str, example: str) -> models.CharField:
    """A day counted from an answer, or nothing."""
    return models.CharField(name, max_length=200, blank=True, help_text=f"Such as: {example}")


class Topic(Positioned, Translated):
    """A part of life that procedures belong to."""

    slug = slug_field(unique=True)
    title = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.title or self.slug

    def clean(self) -> None:
        taken = "A content file has this name already: choose another slug."
        refuse(slug=taken if self.slug in LIST_FILES else None)


class Procedure(Positioned, Translated, Citing):
    """One thing to do, or to know, from beginning to end."""

    topic = models.ForeignKey(Topic, models.PROTECT, related_name="procedures")
    slug = slug_field(unique=True)
    when = when_field()
    title = models.CharField(max_length=200)
    summary = models.TextField()

    def __str__(self) -> str:
        return self.title or self.slug

    def clean(self) -> None:
        refuse(when=condition_problem(self.when, QUESTIONNAIRE))


class Part(Positioned, Translated, Citing):
    """A named part of a procedure."""

    procedure = models.ForeignKey(Procedure, models.CASCADE, related_name="%(class)ss")
    slug = slug_field()

    class Meta(Positioned.Meta):
        abstract = True
        constraints = [models.UniqueConstraint(fields=["procedure", "slug"], name="unique_%(class)s")]

    def __str__(self) -> str:
        return self.slug

    @property
    def within(self) -> str:
        """The condition of the procedure around this; a bad one is reported there and counts as empty here."""
        procedure = getattr(self, "procedure", None)  # a form may be sent without one
        when = procedure.when if procedure else ""
        return "" if condition_problem(when, QUESTIONNAIRE) else when

    def clean(self) -> None:
        refuse(when=condition_problem(self.when, QUESTIONNAIRE, self.within))


class Step(Part):
    """Something to do."""

    class Kind(models.TextChoices):
        VISIT = "visit", "visit: go to a counter or an office"
        WRITE = "write", "write: send a letter or an e-mail, ask in writing"
        CALL = "call", "call: by phone"
        FILL_IN = "fill_in", "fill in: a form"
        GATHER = "gather", "gather: get papers together"
        PAY = "pay", "pay"
        WAIT = "wait", "wait"
        CHECK = "check", "check: read, look at, inform yourself"
        TELL = "tell", "tell: report or declare something to somebody"
        DECIDE = "decide", "decide: think, choose, ask advice first"
        TRAVEL = "travel", "travel"
        APPEAL = "appeal", "appeal: to a judge or a court"
        KEEP = "keep", "keep: keep something safe"

    when = when_field()
    text = models.TextField()
    at = models.ForeignKey(
        Contact, models.PROTECT, null=True, blank=True, related_name="steps", help_text="Where."
    )
    kind = models.CharField(
        max_length=20,
        choices=Kind,
        blank=True,
        help_text="What one does: a small picture of it stands beside the step. Empty: no picture.",
    )


class Document(Part):
    """A paper to bring."""

    when = when_field()
    text = models.TextField()
    max_age = models.CharField(max_length=50, blank=True, help_text="Such as: 1 month")
    step = models.ForeignKey(Step, models.RESTRICT, null=True, blank=True, related_name="documents")

    def clean(self) -> None:
        super().clean()
        refuse(max_age=max_age_problem(self.max_age) if self.max_age else None)


class Deadline(Part):
    """A window of days counted from an answer; both ends are part of it."""

    label = models.CharField(max_length=300)
    starts = day_field("from", "application_date + 5 years")
    ends = day_field("until", "card_expiry - 30 days")

    def clean(self) -> None:
        within = self.within
        if not (self.starts or self.ends):
            refuse(starts="A date needs a first day, a last day, or both.")
        ends = {"starts": self.starts, "ends": self.ends}
        refuse(**{name: date_problem(day, QUESTIONNAIRE, within) for name, day in ends.items() if day})


class WarningNote(Part):
    """Something to beware of."""

    when = when_field()
    text = models.TextField()

    class Meta(Part.Meta):
        verbose_name = "warning"


class ProcedureContact(Positioned):
    """A contact that helps with a procedure."""

    procedure = models.ForeignKey(Procedure, models.CASCADE, related_name="links")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="links")
    when = when_field()

    class Meta(Positioned.Meta):
        verbose_name = "contact"
        constraints = [models.UniqueConstraint(fields=["procedure", "contact"], name="unique_link")]

    def __str__(self) -> str:
        return str(self.contact)

    def clean(self) -> None:
        refuse(when=condition_problem(self.when, QUESTIONNAIRE))
