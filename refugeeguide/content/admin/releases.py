"""Releases: what readers see, checking and publishing the drafts, and going back."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from .. import models, publishing
from ..tables import read_tables
from .links import link_to

CHANGELIST = "admin:content_release_changelist"


@admin.register(models.Release)
class ReleaseAdmin(admin.ModelAdmin):
    list_display = ("number", "made_at", "made_by", "fingerprint", "is_current", "again")
    list_display_links = None
    actions = None
    list_select_related = ("made_by",)

    def get_queryset(self, request):
        self.current = publishing.published()
        return super().get_queryset(request).defer("document")

    def has_add_permission(self, request) -> bool:
        return False

    has_delete_permission = has_change_permission = lambda self, request, obj=None: False

    @admin.display(description="digest")
    def fingerprint(self, release) -> str:
        return release.digest[:12]

    @admin.display(description="readers see it", boolean=True)
    def is_current(self, release) -> bool:
        return release == self.current

    @admin.display(description="")
    def again(self, release) -> str:
        if release == self.current:
            return ""
        return format_html(
            '<a href="{}">Make current again</a>', reverse("admin:release_again", args=[release.pk])
        )

    def get_urls(self):
        return [
            path("check/", self.admin_site.admin_view(check), name="release_check"),
            path("<int:pk>/again/", self.admin_site.admin_view(again), name="release_again"),
            *super().get_urls(),
        ]


def _allow(request) -> None:
    if not request.user.has_perm("content.publish_release"):
        raise PermissionDenied


def _page(request, template: str, title: str, **context) -> TemplateResponse:
    context |= {**admin.site.each_context(request), "title": title, "opts": models.Release._meta}
    return TemplateResponse(request, f"admin/content/release/{template}.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def check(request):
    """Everything that stands against publishing the drafts; publishes them on POST if there is nothing."""
    _allow(request)
    if request.method == "POST":
        try:
            release = publishing.publish(request.user)
        except publishing.PublishRefused:
            return redirect("admin:release_check")
        messages.success(request, f"Readers now see release {release.number}.")
        return redirect(CHANGELIST)
    found = [(problem, link_to(problem.where)) for problem in publishing.check(read_tables())]
    return _page(
        request, "check", "Check and publish", problems=found, waits=publishing.has_unpublished_changes()
    )


@require_http_methods(["GET", "HEAD", "POST"])
def again(request, pk: int):
    """Show an earlier release to readers again, once that is confirmed."""
    _allow(request)
    release = get_object_or_404(models.Release.objects.defer("document"), pk=pk)
    if request.method == "POST":
        publishing.rollback(release, request.user)
        messages.success(
            request, f"Readers now see release {release.number} again. The drafts stay as they are."
        )
        return redirect(CHANGELIST)
    return _page(request, "again", "Make current again", release=release, current=publishing.published())
