"""Sources with their statements, and the test persons."""

from django.contrib import admin

from .. import models
from .base import HistoryAdmin


class StatementInline(admin.TabularInline):
    model = models.Statement
    fields = ("position", "code", "locator", "text")
    extra = 0
    can_delete = False  # on its own page, where it is known whether texts cite it


@admin.register(models.Source)
class SourceAdmin(HistoryAdmin):
    list_display = ("title", "publisher", "dated")
    search_fields = ("slug", "title")
    inlines = (StatementInline,)


@admin.register(models.Statement)
class StatementAdmin(HistoryAdmin):
    list_display = ("code", "text", "source", "locator")
    list_filter = ("source",)
    list_select_related = ("source",)
    ordering = ("code",)
    search_fields = ("code", "text")

    def has_delete_permission(self, request, obj=None) -> bool:
        """Not what texts cite: they would lose their source without a word. This holds for a whole source too."""
        return super().has_delete_permission(request, obj) and not (obj and obj.is_cited)


@admin.register(models.TestPerson)
class TestPersonAdmin(HistoryAdmin):
    list_display = ("name", "slug", "today")
    search_fields = ("slug", "name")
