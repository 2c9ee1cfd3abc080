"""Which texts have a column for each language, and the history of every table.

The history is registered here, after the translations: registered inside the model it would fail at every save.
"""

from modeltranslation.translator import TranslationOptions, translator
from simple_history import register

from . import models

TRANSLATED = {
    models.Topic: ("title",),
    models.Procedure: ("title", "summary"),
    models.Step: ("text",),
    models.Document: ("text",),
    models.Deadline: ("label",),
    models.WarningNote: ("text",),
    models.Contact: ("name", "about", "note"),
    models.Office: ("name",),
    models.Phone: ("label",),
    models.Email: ("label",),
}
OTHERS = (
    models.ProcedureContact,
    models.Website,
    models.OpeningHours,
    models.Source,
    models.Statement,
    models.TestPerson,
)


def register_translated(model, fields: tuple[str, ...]) -> None:
    """Columns for every language; the English of a text that may not be empty is required, no other language is."""
    required = tuple(name for name in fields if not model._meta.get_field(name).blank)
    options = type(f"{model.__name__}Translation", (TranslationOptions,), {
        "fields": fields,
        "required_languages": {"en": required, "default": ()},
    })  # fmt: skip
    translator.register(model, options)
    register_history(model)


def register_history(model) -> None:
    """A row for every save, with every language and the cited statements."""
    cited = [field.name for field in model._meta.local_many_to_many]
    register(model, app="refugeeguide.content", m2m_fields=cited)


for _model, _fields in TRANSLATED.items():
    register_translated(_model, _fields)
for _model in OTHERS:
    register_history(_model)
