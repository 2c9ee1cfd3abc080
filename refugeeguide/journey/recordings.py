"""Recordings of people who read a text aloud; recordings/index.yaml says which words in which language each one holds.

The words are the version of the text: as soon as a page shows others, the recording is not offered any more. The index
is read once in each process and changes with a deployment only, so pages with recordings are kept as all others are.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from django.conf import settings
from django.core.checks import Error, register
from django.core.exceptions import ImproperlyConfigured

FIELDS = {"language", "text", "file", "by", "on"}
FORMATS = {".mp3", ".ogg", ".m4a", ".wav"}
Key = tuple[str, str]  # a language and the words


@dataclass(frozen=True, slots=True)
class Recording:
    """What a page offers: the name of a file of the folder, who recorded it and on which day."""

    file: str
    by: str
    on: date


def recording(text: str, language: str) -> Recording | None:
    """The recording of just these words in this language."""
    return recordings().get((language, _words(text)))


@cache
def recordings() -> dict[Key, Recording]:
    """All of them. Raises ImproperlyConfigured with the row that is wrong."""
    index = settings.RECORDINGS / "index.yaml"
    found: dict[Key, Recording] = {}
    for number, row in enumerate(_rows(index), 1):
        fault = _shape_fault(row) or _fault(row, found)
        if fault:
            raise ImproperlyConfigured(f"{index}, row {number}: {fault}.")
        found[_key(row)] = Recording(row["file"], row["by"], row["on"])
    return found


def _rows(index: Path) -> list[object]:
    try:
        rows = yaml.safe_load(index.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise ImproperlyConfigured(f"{index} cannot be read: {error}") from error
    if not isinstance(rows, list):
        raise ImproperlyConfigured(f"{index} holds no list; without recordings it is [].")
    return rows


def _shape_fault(row: object) -> str:
    if not isinstance(row, dict) or set(row) != FIELDS:
        return "it needs language, text, file, by and on, and nothing else"
    if type(row["on"]) is not date:
        return "“on” is not a day, as 2026-11-22"
    empty = [
        name for name in sorted(FIELDS - {"on"}) if not (isinstance(row[name], str) and row[name].strip())
    ]
    return f"“{empty[0]}” has no words" if empty else ""


def _fault(row: dict, before: Container[Key]) -> str:
    file = Path(row["file"])
    if row["language"] not in settings.ALL_LANGUAGES:
        return f"“{row['language']}” is no language of the guide"
    if file.name != row["file"] or file.suffix not in FORMATS:
        return f"“{file}” is not the name of a file that ends in {', '.join(sorted(FORMATS))}"
    if not (settings.RECORDINGS / file).is_file():
        return f"“{file}” is not in the folder"
    return "another row has the same text in the same language" if _key(row) in before else ""


def _key(row: dict) -> Key:
    return row["language"], _words(row["text"])


def _words(text: str) -> str:
    """The text on one line: where a file breaks its lines is nothing to be heard."""
    return " ".join(text.split())


@register()
def check_recordings(app_configs: object, **options: object) -> list[Error]:
    """Every command looks at the index first, so that a mistake stops a deployment and not a page."""
    try:
        recordings()
    except ImproperlyConfigured as fault:
        return [Error(str(fault), id="recordings.E001")]
    return []
