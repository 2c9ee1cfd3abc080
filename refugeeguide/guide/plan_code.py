"""Answers as a short code for paper and QR, and back.

A code holds the answers and nothing else. Each given answer is written as: how far its question's number lies from
the one before, its kind, its value; skipped questions are left out. Numbers of questions and options are given once
and never reused, and every value tells its own length, so a code outlives questions and options added or retired.
The last two characters are a checksum (CRC-10) that catches every mistyped character and every swap of neighbours.
Letters are Crockford's base 32: no I, L, O or U; small letters and look-alikes (o, i, l) are read as meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .answers import Answers, RawAnswers
from .conditions import Value
from .dates import EARLIEST
from .parsing import Kind
from .questions import Question, Questionnaire

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOK_ALIKES = str.maketrans("OIL", "011", " -\u00a0\u2010\u2011")
KINDS: tuple[Kind, ...] = ("single", "multiple", "date", "postcode")
DAY_BITS, POSTCODE_BITS = 17, 14
CHECK_LETTERS, CRC10 = 2, 0b11000110011  # x^10 + x^9 + x^5 + x^4 + x + 1
LONGEST = 200


class CodeError(ValueError):
    """The code is damaged: cut off, mistyped, or not one of ours."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The answers a code holds, and how many it holds for questions or options that no longer exist."""

    raw: RawAnswers
    unknown: int


def encode(questionnaire: Questionnaire, answers: Answers) -> str:
    """The code of these answers, in capital letters and digits, without spaces."""
    given = [(q, answers.values[q.slug]) for q in questionnaire if answers.values.get(q.slug) is not None]
    bits, previous = "", 0
    for question, value in sorted(given, key=lambda pair: pair[0].number):
        bits += (
            _count(question.number - previous) + f"{KINDS.index(question.kind):02b}" + _value(question, value)
        )
        previous = question.number
    bits += "1"  # marks the end, so that the padding can be told from answers
    bits += "0" * (-len(bits) % 5)
    body = [int(bits[at : at + 5], 2) for at in range(0, len(bits), 5)]
    return "".join(ALPHABET[digit] for digit in body + _checksum(body))


def decode(questionnaire: Questionnaire, code: str) -> Decoded:
    """The answers in a code, as raw values. Raises CodeError when it is damaged."""
    text = code.upper().translate(LOOK_ALIKES)
    if not CHECK_LETTERS < len(text) <= LONGEST or any(letter not in ALPHABET for letter in text):
        raise CodeError("not a plan code")
    digits = [ALPHABET.index(letter) for letter in text]
    if _checksum(digits[:-CHECK_LETTERS]) != digits[-CHECK_LETTERS:]:
        raise CodeError("the checksum is wrong")
    bits = "".join(f"{digit:05b}" for digit in digits[:-CHECK_LETTERS]).rstrip("0")
    return _read(_Bits(bits[:-1]), {question.number: question for question in questionnaire})


def grouped(code: str) -> str:
    """The code in groups of four, as it is printed."""
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))


def _value(question: Question, value: Value) -> str:
    if isinstance(value, date):
        return f"{(value - EARLIEST).days:0{DAY_BITS}b}"
    if isinstance(value, tuple):
        numbers = [option.number for option in question.options if option.slug in value]
        return _count(max(numbers)) + "".join("01"[n in numbers] for n in range(1, max(numbers)))
    if question.kind == "postcode":
        return f"{int(str(value)):0{POSTCODE_BITS}b}"
    return _count(next(option.number for option in question.options if option.slug == value))


def _count(number: int) -> str:
    """A number from 1, written so that it tells its own length (Elias gamma)."""
    return "0" * (number.bit_length() - 1) + f"{number:b}"


def _checksum(digits: list[int]) -> list[int]:
    """CRC-10 over a leading one (so that leading zeros count) and the digits, as two digits."""
    remainder = 1
    for bit in "".join(f"{digit:05b}" for digit in digits) + "0" * 10:
        remainder = remainder << 1 | int(bit)
        remainder ^= CRC10 if remainder >> 10 else 0
    return [remainder >> 5, remainder & 31]


class _Bits:
    """A string of bits read from the front. Raises CodeError when it ends too early."""

    def __init__(self, bits: str) -> None:
        self.bits, self.at = bits, 0

    def __bool__(self) -> bool:
        return self.at < len(self.bits)

    def number(self, length: int) -> int:
        if self.at + length > len(self.bits):
            raise CodeError("the code ends too early")
        self.at += length
        return int(self.bits[self.at - length : self.at] or "0", 2)

    def count(self) -> int:
        end = self.bits.find("1", self.at)
        if end < 0:
            raise CodeError("the code ends too early")
        zeros, self.at = end - self.at, end
        return self.number(zeros + 1)


def _read(bits: _Bits, questions: Mapping[int, Question]) -> Decoded:
    raw: dict[str, object] = {}
    number = unknown = 0
    while bits:
        number += bits.count()
        kind = KINDS[bits.number(2)]
        question, value = questions.get(number), _read_value(bits, kind)
        options = {option.number: option.slug for option in question.options} if question else {}
        if question is None or question.kind != kind:
            unknown += 1
        elif isinstance(value, list):
            known = [options[each] for each in value if each in options]
            raw |= {question.slug: known} if known else {}
            unknown += len(known) < len(value)
        elif isinstance(value, int) and value not in options:
            unknown += 1
        else:
            raw[question.slug] = options[value] if isinstance(value, int) else value
    return Decoded(raw, unknown)


def _read_value(bits: _Bits, kind: Kind) -> str | int | list[int]:
    """An ISO date, a postcode, the number of an option or a list of such numbers."""
    if kind == "date":
        return (EARLIEST + timedelta(days=bits.number(DAY_BITS))).isoformat()
    if kind == "postcode":
        return f"{bits.number(POSTCODE_BITS):04d}"
    highest = bits.count()
    if kind == "single":
        return highest
    if highest > LONGEST:
        raise CodeError("the code ends too early")
    return [n for n in range(1, highest) if bits.number(1)] + [highest]
