"""Organisations that help, their offices, and how to reach them."""

from django.core.validators import URLValidator
from django.db import models

from .base import Citing, Positioned, Translated, slug_field


class Contact(Positioned, Translated, Citing):
    """An organisation, or a desk that visitors would call by its own name."""

    class Kind(models.TextChoices):
        AUTHORITY = "authority"
        NGO = "ngo", "NGO"
        SOCIAL_SERVICE = "social_service"
        EMPLOYMENT_SERVICE = "employment_service"
        GENERAL = "general"

    class Area(models.TextChoices):
        FEDERAL = "federal"
        FLANDERS = "flanders"
        WALLONIA = "wallonia"
        BRUSSELS = "brussels"
        GERMAN_SPEAKING = "german_speaking"
        LOCAL = "local"
        ABROAD = "abroad"
        ANY = "any"

    slug = slug_field(unique=True)
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=30, choices=Kind)
    area = models.CharField(max_length=30, choices=Area)
    about = models.TextField(blank=True)
    note = models.TextField(blank=True)
    editor_note = models.TextField(blank=True, help_text="For editors only; no visitor sees it.")
    languages = models.CharField(max_length=100, blank=True, help_text="Codes, separated by a space: nl fr")

    def __str__(self) -> str:
        return self.name or self.slug


class Office(Positioned, Translated, Citing):
    """A place of a contact, or its only desk."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="offices")
    slug = slug_field()
    name = models.CharField(max_length=300, blank=True)
    street = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    town = models.CharField(max_length=100, blank=True)
    faxes = models.TextField(blank=True, help_text="One number a line.")
    appointment_only = models.BooleanField(default=False)

    class Meta(Positioned.Meta):
        constraints = [models.UniqueConstraint(fields=["contact", "slug"], name="unique_office")]

    def __str__(self) -> str:
        return f"{self.contact.slug} {self.name or self.town or self.slug}"


class Phone(Positioned, Translated):
    """A telephone number as printed in the source."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="phones")
    number = models.CharField(max_length=50)
    label = models.CharField(max_length=200, blank=True)
    free = models.BooleanField("free of charge", default=False)

    def __str__(self) -> str:
        return self.number


class Email(Positioned, Translated):
    """An e-mail address."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="emails")
    address = models.EmailField()
    label = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.address


class Website(Positioned):
    """A web address as printed, and where it leads."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="websites")
    printed = models.CharField(max_length=300)
    link = models.CharField(max_length=300, blank=True, validators=[URLValidator(["http", "https"])])

    def __str__(self) -> str:
        return self.printed


class OpeningHours(Positioned):
    """Hours of one day, at the counter or on the telephone."""

    class Kind(models.TextChoices):
        VISIT = "visit", "at the counter"
        PHONE = "phone", "on the telephone"

    class Day(models.TextChoices):
        MONDAY = "monday"
        TUESDAY = "tuesday"
        WEDNESDAY = "wednesday"
        THURSDAY = "thursday"
        FRIDAY = "friday"
        SATURDAY = "saturday"
        SUNDAY = "sunday"

    office = models.ForeignKey(Office, models.CASCADE, related_name="hours")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.VISIT)
    day = models.CharField(max_length=10, choices=Day)
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta(Positioned.Meta):
        verbose_name = verbose_name_plural = "opening hours"

    def __str__(self) -> str:
        return f"{self.day} {self.opens:%H:%M}-{self.closes:%H:%M}"
