"""The journey as a Django app: templates tags and the `plan` command, no tables."""

from django.apps import AppConfig


class JourneyConfig(AppConfig):
    name = "refugeeguide.journey"

    def ready(self) -> None:
        from . import recordings  # noqa: F401 (every command checks them)
