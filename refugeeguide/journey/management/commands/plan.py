"""`manage.py plan`: answers in, the same plan out that the web page and the PDF show, as JSON."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from refugeeguide.content import release
from refugeeguide.content.places import places
from refugeeguide.guide.answers import AnswerError, read
from refugeeguide.guide.dates import parse_iso
from refugeeguide.guide.plan import build_plan
from refugeeguide.guide.plan_code import encode
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.journey.plan_data import plan_data
from refugeeguide.journey.views import today


class Command(BaseCommand):
    """Bad input: one line on standard error and status 2; with --lines an {"error": ...} in its place."""

    help = "Print the plan for answers in a JSON file (- for standard input), or for one JSON object a line."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("answers", nargs="?", default="-", help="a JSON file, or - for standard input")
        parser.add_argument("--language", default=settings.LANGUAGE_CODE)
        parser.add_argument("--today", help="count from this day, YYYY-MM-DD; else from today in Belgium")
        parser.add_argument(
            "--lines", action="store_true", help="one answers object a line in, one plan a line out"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        try:
            planner = Planner(options["language"], options["today"])
            if options["lines"]:
                for line in sys.stdin.buffer:
                    self.stdout.write(as_json(planner.plan_or_error(line)))
            else:
                self.stdout.write(as_json(planner.plan(_content(options["answers"]))))
        except BadInput as error:
            raise CommandError(str(error), returncode=2) from error


class BadInput(Exception):
    """What is wrong with the input, in one line."""


class Planner:
    """Plans in one language for one day."""

    def __init__(self, language: str, day: str | None) -> None:
        if language not in settings.ALL_LANGUAGES:
            raise BadInput(f"--language: there is no language {language!a:.40}")
        self.language, self.today = language, _day(day) if day is not None else today()
        try:
            self.release = release.current()
        except release.NothingPublished:
            raise BadInput("no release has been published yet: run `manage.py publish`") from None

    def plan(self, content: bytes) -> dict[str, Any]:
        """The plan for answers as JSON bytes. Raises BadInput."""
        try:
            answers = read(QUESTIONNAIRE, places(), _json_object(content))
        except AnswerError as error:
            raise BadInput(_one_line(error)) from error
        plan = build_plan(self.release.guide(self.language), QUESTIONNAIRE, answers, self.today)
        with translation.override(self.language):
            return plan_data(plan, self.release.number, encode(QUESTIONNAIRE, answers))

    def plan_or_error(self, line: bytes) -> dict[str, Any]:
        """The plan, or what is wrong with the line."""
        try:
            return self.plan(line)
        except BadInput as error:
            return {"error": str(error)}


def as_json(data: dict[str, Any]) -> str:
    """One line of JSON with letters as they are."""
    return json.dumps(data, ensure_ascii=False)


def _content(path: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise BadInput(_one_line(error)) from error


def _json_object(content: bytes) -> dict[str, Any]:
    try:
        raw = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadInput(f"this is not JSON: {_one_line(error)}") from error
    if not isinstance(raw, dict):
        raise BadInput("the JSON must be one object with the answers")
    return raw


def _day(text: str) -> date:
    try:
        return parse_iso(text)
    except ValueError as error:
        raise BadInput(f"--today: {error} ({text!a:.40})") from None


def _one_line(error: Exception) -> str:
    """An error's words on one printable line."""
    return " ".join(str(error).split()).encode("ascii", "backslashreplace").decode()[:300]
