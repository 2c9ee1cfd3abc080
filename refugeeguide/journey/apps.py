"""The journey as a Django app: template tags, commands and a check of the recordings; no tables."""

from django.apps import AppConfig


class JourneyConfig(AppConfig):
    name = "refugeeguide.journey"

    def ready(self) -> None:
        from . import recordings  # noqa: F401 (every command checks them)
