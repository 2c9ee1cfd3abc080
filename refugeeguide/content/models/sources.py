"""Where the guide's statements come from, and the saved persons that a release is tested with."""

from django.db import models

from refugeeguide.guide.answers import AnswerError, read
from refugeeguide.guide.questionnaire import QUESTIONNAIRE

from ..persons import expected_problem, given_problem
from ..places import places
from .base import Positioned, refuse, slug_field


class Source(Positioned):
    """A document that the guide quotes."""

    slug = slug_field(unique=True)
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=200, blank=True)
    dated = models.CharField(max_length=100, blank=True, help_text="As the source prints it.")

    def __str__(self) -> str:
        return self.title


class Statement(Positioned):
    """One fact of a source, which texts of the guide cite."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="statements")
    code = models.CharField(max_length=40, unique=True, help_text="Such as F-01-04.")
    locator = models.CharField(
        max_length=200, blank=True, help_text="Where in the source: lines, page, paragraph."
    )
    text = models.TextField(blank=True, help_text="The fact in our own words.")

    def __str__(self) -> str:
        return f"{self.code} {self.text[:80]}"

    @property
    def is_cited(self) -> bool:
        """Whether a text of the guide rests on it."""
        citing = (each for each in self._meta.related_objects if each.many_to_many)
        return any(each.related_model.objects.filter(statements=self).exists() for each in citing)


class TestPerson(models.Model):
    """A person with known answers, and what their plan must hold: run before every release."""

    __test__ = False  # not a test class, whatever pytest makes of the name

    slug = slug_field(unique=True)
    name = models.CharField(max_length=200)
    today = models.DateField()
    given = models.JSONField(
        default=dict, help_text="Answers: question to option, list of options, date or null."
    )
    expected = models.JSONField(default=dict, blank=True, help_text="What the plan must hold.")

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        refuse(given=given_problem(self.given), expected=expected_problem(self.expected))
        try:
            read(QUESTIONNAIRE, places(), self.given)
        except AnswerError as error:
            refuse(given=str(error))
