"""The content as a Django app."""

from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "refugeeguide.content"
    label = "content"
    verbose_name = "Guide"
