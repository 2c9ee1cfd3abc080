"""The editors' desk."""

from django.contrib import admin

from . import contacts, feedback, guide, releases, sources

__all__ = ["contacts", "feedback", "guide", "releases", "sources"]

admin.site.site_header = admin.site.site_title = "RefugeeGuide: editors' desk"
admin.site.index_title = "What the guide says"
admin.site.enable_nav_sidebar = False
