"""Write the tables as content files."""

from pathlib import Path

from django.core.management.base import BaseCommand

from refugeeguide.content.exchange import dump_files
from refugeeguide.content.tables import read_tables

from .load_guide import FIXTURES


class Command(BaseCommand):
    help = "Write the tables as content files; loading them again changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("path", nargs="?", type=Path, default=FIXTURES)

    def handle(self, *args, path: Path, **options):
        dump_files(read_tables(), path)
        self.stdout.write(f"written to {path}")
