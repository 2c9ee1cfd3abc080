"""How words are folded so that spellings of one word meet: "L'Épouse" and "l epouse", "بطاقتی" and "بطاقتي".

Folding throws away what people leave out, or have no key for, on a phone: capitals, accents, vowel signs, the small
marks of Kurdish, Turkish and Pashto letters, and the differences between letters that one language has twice. Both
the text and what is looked for are folded, so a fold may lose much, as long as it always does the same.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Each letter, and those that become it. Accents, hamza and vowel signs need no line: Unicode takes them off.
_BECOMES = {
    "": "ءـ",  # a hamza on the line; the stroke that only lengthens a word
    "ا": "ٱ",
    "ي": "ىیېۍێے",  # Arabic final, Persian, both Pashto, Sorani, Urdu
    "ك": "کڪ",
    "گ": "ګ",
    "ه": "ةەھہۃ",
    "و": "ۆۇۈ",
    "ف": "ڤ",
    "ل": "ڵ",
    # Pashto and Urdu letters on a Persian keyboard; the last four go by how they sound in the south, as in the schools.
    "ت": "ټٹ",
    "د": "ډڈ",
    "ر": "ړڑڕ",
    "ن": "ڼں",
    "ش": "ښ",
    "ژ": "ږ",
    "ز": "ځ",
    "س": "څ",
    "i": "ı",
    "o": "ø",
    "l": "ł",
    "d": "đ",
    "ae": "æ",
    "oe": "œ",
    "г": "ґ",
}

# Ethiopic letters stand in rows, a consonant with each vowel. These rows sound alike and are mixed in writing.
_ROWS = {"ሀ": "ሀሐኀኸ", "ሰ": "ሠ", "አ": "አዐ", "ጸ": "ፀ"}
_VOWELS = 7
_LARYNGEALS = "ሀአ"  # after these the first vowel and the fourth sound alike too
_FOURTH = 3


def _ethiopic() -> dict[str, str]:
    letters = {
        chr(ord(row) + vowel): chr(ord(onto) + vowel)
        for onto, rows in _ROWS.items()
        for row in rows
        for vowel in range(_VOWELS)
    }
    return letters | {row: chr(ord(onto) + _FOURTH) for onto in _LARYNGEALS for row in _ROWS[onto]}


_LETTERS = {letter: onto for onto, letters in _BECOMES.items() for letter in letters} | _ethiopic()
_WORD = re.compile(r"[^\W_]+")

# "and", "so", "with", "for", "like" and "the", which Arabic writes in front of a word; three letters must be left.
_CLITICS = re.compile(r"(?:[وف]?(?:[بك]?ال|لل)|[وف]?[بلكوف])(?=[ء-ي]{3})")


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    """One letter, already decomposed and in lower case. The cache is bounded: anybody may type any of a million."""
    if unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf"):
        return ""  # marks, and signs without a width such as the joiners of Persian
    digit = unicodedata.digit(letter, None)
    return _LETTERS.get(letter, letter) if digit is None else str(digit)


def fold(text: str) -> str:
    """The text with every letter folded; what stands between words stays."""
    return "".join(map(_letter, unicodedata.normalize("NFKD", text).casefold()))


def words(text: str) -> list[str]:
    """The folded words of a text, in order. An apostrophe or a hyphen parts words."""
    return _WORD.findall(fold(text))


def bare(word: str) -> str:
    """A folded Arabic word without the small words written onto its front; any other word as it is."""
    return word[found.end() :] if (found := _CLITICS.match(word)) else word
