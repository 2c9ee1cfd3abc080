"""What readers say of a text by one tap: a number a day, and nothing about who said it."""

from django.db import models


class Feedback(models.Model):
    """How many readers said this of this text, in this language, on this day."""

    class Kind(models.TextChoices):
        PROCEDURE = "procedure"
        CONTACT = "contact"

    class Verdict(models.TextChoices):
        HELPED = "helped", "this helped"
        WRONG = "wrong", "this is wrong"

    day = models.DateField()
    kind = models.CharField(max_length=20, choices=Kind)
    slug = models.CharField(max_length=80)
    language = models.CharField(max_length=10)
    verdict = models.CharField(max_length=10, choices=Verdict)
    count = models.PositiveIntegerField("times", default=0)
    done = models.BooleanField("dealt with", default=False)

    class Meta:
        ordering = ["-day", "kind", "slug", "language", "verdict"]
        verbose_name_plural = "feedback"
        constraints = [
            models.UniqueConstraint(
                fields=["day", "kind", "slug", "language", "verdict"], name="unique_feedback"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}/{self.slug} in {self.language}: {self.get_verdict_display()}"
