"""The form of every translated object: languages marked as such, drafts followed, nobody's work overwritten."""

import json

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Model

from ..drafts import drafted_languages, follow_edits, text_names
from ..shape import digest

CHANGED_MEANWHILE = (
    "Somebody changed this while you were editing. It now says: “{}”. Save again to put yours in its place."
)


class Lines(AdminTextareaWidget):
    """A text of several lines. Browsers end them with two characters: nobody has changed anything by that."""

    def value_from_datadict(self, data, files, name: str) -> str | None:
        value = super().value_from_datadict(data, files, name)
        return value and value.replace("\r\n", "\n")


class EditForm(forms.ModelForm):
    """`seen` holds a print of each field as the page showed it, so that two editors never overwrite each other."""

    seen = forms.JSONField(widget=forms.HiddenInput, required=False)
    read = forms.MultipleChoiceField(
        label="I have read",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="These translations were drafted, or their English changed: tick what you have read and found right.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.theirs: set[str] = set()
        self.initial["seen"] = {name: _print(self.initial.get(name)) for name in self._meta_fields()}
        self._make_room()
        self._offer_reading(drafted_languages(self.instance))
        for name in text_names(type(self.instance)):
            for code in settings.ALL_LANGUAGES:
                self._mark_language(name, code)

    def _meta_fields(self) -> list[str]:
        return [name for name in self.fields if name in self.initial and name not in ("seen", "read")]

    def _offer_reading(self, drafted: list[str]) -> None:
        self.fields["read"].choices = [(code, settings.ALL_LANGUAGES[code]) for code in drafted]
        if not drafted:
            self.fields["read"].widget = forms.MultipleHiddenInput()

    def _make_room(self) -> None:
        """Conditions are long; short fields would hide half of them."""
        for name in {"when", "starts", "ends"} & set(self.fields):
            self.fields[name].widget.attrs["class"] = "vLargeTextField"

    def _mark_language(self, name: str, code: str) -> None:
        field = self.fields.get(f"{name}_{code}")
        if field is None:
            return
        field.label = f"{name.capitalize()}: {settings.ALL_LANGUAGES[code]}"
        if code in self.instance.drafted.get(name, []):
            field.label += " (draft, not read yet)"
        field.widget.attrs.update(lang=code, dir="rtl" if code in settings.LANGUAGES_BIDI else "ltr")
        if isinstance(field.widget, forms.Textarea):
            field.widget.attrs.update(rows=3)

    def clean(self) -> dict:
        cleaned = super().clean()
        seen = cleaned.get("seen")
        seen = seen if isinstance(seen, dict) else {}
        for name in self._meta_fields():
            now = _print(self.initial[name])
            if name in cleaned and seen.get(name, now) != now:
                self._settle(name, seen[name], now)
        return cleaned

    def _settle(self, name: str, seen: str, now: str) -> None:
        """Another editor saved this field after our page was opened: keep theirs if ours is untouched, else ask."""
        mine = _print(self.cleaned_data[name])
        if mine == seen:
            self.theirs.add(name)
            self.cleaned_data[name] = self.fields[name].clean(self.initial[name])
        elif mine != now:
            self.add_error(name, CHANGED_MEANWHILE.format(self.initial[name]))
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = json.dumps(self.initial["seen"])

    def save(self, commit: bool = True) -> Model:
        if text_names(type(self.instance)):
            edited = set(self.changed_data) - self.theirs
            follow_edits(self.instance, edited, set(self.cleaned_data["read"]))
        return super().save(commit)


def _print(value: object) -> str:
    """A short print of a field's value, the same before and after a form: nothing is nothing, rows are their keys."""
    if isinstance(value, Model):
        value = value.pk
    elif hasattr(value, "__iter__") and not isinstance(value, str | dict):
        value = sorted(each.pk if isinstance(each, Model) else each for each in value)
    elif isinstance(value, str):
        value = value.replace("\r\n", "\n").strip()
    return digest("" if value is None else str(value))[:12]
