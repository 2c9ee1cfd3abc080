"""Organisations and their offices; an office is edited on one page with its phones, addresses and hours."""

from django.contrib import admin

from .. import models
from .base import DraftFilter, GuideAdmin, GuideInline


class OfficeInline(admin.TabularInline):
    """The offices at a glance; each is edited on its own page."""

    model = models.Office
    fields = ("position", "slug", "street", "postcode", "town")
    show_change_link = True
    extra = 0


@admin.register(models.Contact)
class ContactAdmin(GuideAdmin):
    plain = ("slug", "position", "kind", "area", "languages", "statements", "editor_note")
    list_display = ("name_en", "slug", "kind", "area", "waiting")
    list_filter = ("kind", "area", DraftFilter)
    ordering = ("position",)
    search_fields = ("slug", "name_en", "name_nl", "name_fr", "about_en", "offices__town")
    autocomplete_fields = ("statements",)
    inlines = (OfficeInline,)


class PhoneInline(GuideInline):
    model = models.Phone
    plain = ("position", "number", "free")


class EmailInline(GuideInline):
    model = models.Email
    plain = ("position", "address")


class WebsiteInline(admin.TabularInline):
    model = models.Website
    extra = 0


class HoursInline(admin.TabularInline):
    model = models.OpeningHours
    extra = 0


@admin.register(models.Office)
class OfficeAdmin(GuideAdmin):
    plain = (
        "contact", "slug", "position", "street", "postcode", "town", "faxes", "appointment_only", "statements",
    )  # fmt: skip
    list_display = ("slug", "contact", "street", "postcode", "town", "waiting")
    list_filter = (DraftFilter,)
    list_select_related = ("contact",)
    ordering = ("contact__position", "position")
    search_fields = ("slug", "contact__slug", "town", "street", "phones__number", "emails__address")
    autocomplete_fields = ("contact", "statements")
    inlines = (PhoneInline, EmailInline, WebsiteInline, HoursInline)
