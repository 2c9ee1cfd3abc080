"""Words as they can be compared between a source, a page and a PDF."""

from __future__ import annotations

import re
import subprocess
import unicodedata

# Vowel signs and the like: a PDF reader finds them with a space in front, in the middle of a word.
ARABIC_MARKS = re.compile("[ \xa0]?[\u064b-\u065f\u0670]")


def words(text: str) -> list[str]:
    """The words of a text, each with its letters sorted and without marks.

    Sorted, because text taken from a PDF has lam and alef of an Arabic ligature in the order of drawing.
    """
    plain = ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", text))
    return ["".join(sorted(word)) for word in re.findall(r"\w+", plain)]


def pdf_text(pdf: bytes) -> str:
    """What a reader's program finds in a PDF, pages apart by form feeds."""
    found = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return found.stdout.decode()
