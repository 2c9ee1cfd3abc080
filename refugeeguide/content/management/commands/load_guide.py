"""Bring content files into the tables, keeping what editors changed."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from refugeeguide.content.editors import ensure_group
from refugeeguide.content.exchange import load_files
from refugeeguide.content.loading import write_tables
from refugeeguide.content.tables import ContentError

FIXTURES = settings.BASE_DIR / "fixtures" / "belgium"


class Command(BaseCommand):
    help = "Bring content files into the tables. What an editor changed since the last load is kept."

    def add_arguments(self, parser):
        parser.add_argument("path", nargs="?", type=Path, default=FIXTURES)
        parser.add_argument("--overwrite", action="store_true", help="make the tables equal to the files")

    def handle(self, *args, path: Path, overwrite: bool, **options):
        try:
            report = write_tables(load_files(path), overwrite)
        except ContentError as error:
            raise CommandError(str(error)) from error
        ensure_group()
        for key in report.kept:
            self.stdout.write(f"kept as an editor left it: {key}")
        counts = (
            f"{len(getattr(report, name))} {name}" for name in ("created", "updated", "deleted", "kept")
        )
        self.stdout.write(", ".join(counts))
