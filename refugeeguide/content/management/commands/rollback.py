"""Show an earlier release to readers again."""

from django.core.management.base import BaseCommand, CommandError

from refugeeguide.content import publishing
from refugeeguide.content.models import Release


class Command(BaseCommand):
    help = "Show an earlier release to readers again; the drafts stay as they are."

    def add_arguments(self, parser):
        parser.add_argument("number", type=int)

    def handle(self, *args, number: int, **options):
        release = Release.objects.filter(number=number).first()
        if release is None:
            raise CommandError(f"there is no release {number}")
        publishing.rollback(release)
        self.stdout.write(f"{release} is published again")
