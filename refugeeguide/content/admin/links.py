"""From the place a check names, as in `step/blue-passport/apply`, to the page where an editor can mend it."""

from django.urls import reverse

from .. import models

# Which page, and how its object is found by the slugs in the place.
PAGES = {
    "topic": (models.Topic, ("slug",)),
    "procedure": (models.Procedure, ("slug",)),
    "step": (models.Step, ("procedure__slug", "slug")),
    "document": (models.Document, ("procedure__slug", "slug")),
    "deadline": (models.Deadline, ("procedure__slug", "slug")),
    "warning": (models.WarningNote, ("procedure__slug", "slug")),
    "contact": (models.Contact, ("slug",)),
    "office": (models.Office, ("contact__slug", "slug")),
    "person": (models.TestPerson, ("slug",)),
}


def list_of(kind: str) -> tuple[str, str]:
    """The plural and the address of the list in which texts of this kind are edited."""
    meta = PAGES.get(kind, PAGES["office"])[0]._meta  # phones and e-mail addresses are on their office's page
    return str(meta.verbose_name_plural), reverse(f"admin:content_{meta.model_name}_changelist")


def link_to(where: str) -> str:
    """The address of the object's page, or nothing if it has none."""
    kind, *slugs = where.split(",")[0].split("/")
    model, columns = PAGES.get(kind, (None, ()))
    row = model and model.objects.filter(**dict(zip(columns, slugs, strict=False))).first()
    return reverse(f"admin:content_{model._meta.model_name}_change", args=[row.pk]) if row else ""
