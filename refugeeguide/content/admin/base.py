"""What the editors' pages share: English beside the official languages, a list of what waits to be read."""

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.contrib import admin, messages
from django.db.models import QuerySet, TextField
from simple_history.admin import SimpleHistoryAdmin

from ..drafts import drafted_languages, follow_edits, text_names
from .forms import EditForm, Lines

LINES = {TextField: {"widget": Lines}}
BESIDE_ENGLISH = ("en", "nl", "fr", "de")
TO_TRANSLATE = [code for code in settings.ALL_LANGUAGES if code != "en"]


def fieldsets(model, *plain: str) -> list:
    """Plain fields, then the texts in English and the official languages, then the others folded away."""
    names = text_names(model)
    others = [code for code in settings.ALL_LANGUAGES if code not in BESIDE_ENGLISH]
    sets = [(None, {"fields": [*plain, *_pairs(names, BESIDE_ENGLISH), "read", "seen"]})]
    if names:
        sets.append(("Other languages", {"fields": _pairs(names, others), "classes": ["collapse"]}))
    return sets


def _pairs(names: Iterable[str], codes: Sequence[str]) -> list[tuple[str, ...]]:
    """The columns of these texts, two languages side by side."""
    pairs = [codes[start : start + 2] for start in range(0, len(codes), 2)]
    return [tuple(f"{name}_{code}" for code in pair) for name in names for pair in pairs]


class DraftFilter(admin.SimpleListFilter):
    """Objects with a translation that no person has read yet."""

    title = "not read yet"
    parameter_name = "drafted"

    def lookups(self, request, model_admin):
        return [(code, settings.ALL_LANGUAGES[code]) for code in TO_TRANSLATE]

    def queryset(self, request, queryset: QuerySet) -> QuerySet:
        return queryset.filter(drafted__icontains=f'"{self.value()}"') if self.value() else queryset


class HistoryAdmin(SimpleHistoryAdmin):
    """A page with its history, as a list without styles of its own."""

    object_history_list_template = "admin/object_history_list.html"


class GuideAdmin(HistoryAdmin):
    """A page of the guide: its form, its history, and marking translations as read."""

    form = EditForm
    formfield_overrides = LINES
    save_on_top = True
    list_per_page = 100
    plain: tuple[str, ...] = ()

    def get_fieldsets(self, request, obj=None):
        return fieldsets(self.model, *self.plain)

    def get_actions(self, request):
        actions = super().get_actions(request)
        if text_names(self.model) and self.has_change_permission(request):
            actions |= {f"read_{code}": _reading(code) for code in TO_TRANSLATE}
        return actions

    @admin.display(description="not read yet")
    def waiting(self, row) -> str:
        return ", ".join(drafted_languages(row))


def _reading(code: str):
    """The action that marks one language of the chosen objects as read."""

    def mark(model_admin, request, queryset):
        for row in queryset:
            follow_edits(row, edited=set(), read={code})
            row.save()
        said = f"{settings.ALL_LANGUAGES[code]} is marked as read in {len(queryset)} objects."
        model_admin.message_user(request, said, messages.SUCCESS)

    return mark, f"read_{code}", f"I have read: {settings.ALL_LANGUAGES[code]}"


class GuideInline(admin.StackedInline):
    """Parts of an object, edited on its page."""

    form = EditForm
    formfield_overrides = LINES
    extra = 0
    plain: tuple[str, ...] = ()
    show_change_link = True

    def get_fieldsets(self, request, obj=None):
        return fieldsets(self.model, *self.plain)
