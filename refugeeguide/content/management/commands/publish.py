"""Check the drafts and show them to readers."""

from django.core.management.base import BaseCommand, CommandError

from refugeeguide.content import publishing


class Command(BaseCommand):
    help = "Check the drafts and publish them as a new release."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-none", action="store_true", help="do nothing if a release is published already"
        )

    def handle(self, *args, if_none: bool, **options):
        present = publishing.published()
        if if_none and present:
            self.stdout.write(f"{present} is published already")
            return
        try:
            release = publishing.publish()
        except publishing.PublishRefused as refused:
            raise CommandError(f"{refused}\nNot published: {len(refused.problems)} problems.") from refused
        unchanged = present and present.number == release.number
        self.stdout.write(f"{release} is published" + (" already: nothing changed" if unchanged else ""))
