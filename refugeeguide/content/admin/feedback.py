"""What readers said of texts: to read, and to mark as dealt with once the text was looked at."""

from django.contrib import admin, messages
from django.db.models import Case, OuterRef, QuerySet, Subquery, When
from django.urls import reverse
from django.utils.html import format_html

from .. import models

ABOUT = {models.Feedback.Kind.PROCEDURE: models.Procedure, models.Feedback.Kind.CONTACT: models.Contact}


@admin.register(models.Feedback)
class FeedbackAdmin(admin.ModelAdmin):
    list_display = ("day", "text", "language", "verdict", "count", "done")
    list_display_links = None
    list_filter = ("verdict", "language", "done")
    search_fields = ("slug",)
    actions = ("mark_done",)

    has_add_permission = has_delete_permission = lambda self, request, obj=None: False

    def has_change_permission(self, request, obj=None) -> bool:
        """Rows change by the action alone."""
        return obj is None and super().has_change_permission(request)

    def get_queryset(self, request) -> QuerySet:
        """Each row with the key of what it is about, if that still exists."""
        found = {
            kind: Subquery(model.objects.filter(slug=OuterRef("slug")).values("pk"))
            for kind, model in ABOUT.items()
        }
        about = Case(*(When(kind=kind, then=key) for kind, key in found.items()))
        return super().get_queryset(request).annotate(about=about)

    @admin.display(description="text", ordering="slug")
    def text(self, row) -> str:
        """Its name, which leads to the page where it can be mended."""
        name = f"{row.kind}: {row.slug}"
        if row.about is None:
            return f"{name} (deleted)"
        address = reverse(f"admin:content_{row.kind}_change", args=[row.about])
        return format_html('<a href="{}">{}</a>', address, name)

    @admin.action(description="I have dealt with this", permissions=["change"])
    def mark_done(self, request, queryset: QuerySet) -> None:
        count = queryset.update(done=True)
        self.message_user(request, f"{count} marked as dealt with.", messages.SUCCESS)
