"""One form for each kind of question: takes what a person typed or chose, gives the raw answer the guide reads.

Kinder than the guide itself: other digits, spaces and dots in dates and postcodes are put right first. A refused form
keeps what was typed and says what to write instead.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from refugeeguide.content.places import places
from refugeeguide.guide.answers import AnswerError, clean
from refugeeguide.guide.questions import Question

LONGEST_ENTRY = 40  # of what is typed into one box; longer is refused, and shown cut off

NOT_A_DATE = _("This date does not exist. Write it with digits: day, month, year. For example 9 2 2021.")
NOT_A_POSTCODE = _("This postcode does not exist in Belgium. Write the four digits, for example 1000.")
CHOOSE_ONE = _("Choose one answer.")
CHOOSE_SOME = _("Choose at least one answer.")


def western_digits(text: str) -> str:
    """The text with every digit of any script as 0-9, and without spaces and marks around it."""
    return "".join(str(unicodedata.decimal(letter, "")) or letter for letter in text).strip(
        " \u200e\u200f\u061c\t\r\n"
    )


class AnswerForm(forms.Form):
    """The shared part: `raw_answer` after validation, `skip` where the question allows it."""

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question

    @property
    def first_id(self) -> str:
        """The id of the control an error message leads to."""
        return f"{self.question.slug}-1"

    def clean(self) -> dict[str, Any]:
        self.raw_answer = None if self.skipped else self.read_answer()
        return super().clean() or {}

    @property
    def skipped(self) -> bool:
        """Whether “I don't know” counts: not when its tick still stood there and now something was typed."""
        forgotten = self.was_skipped and self.has_typed
        return self.question.skippable and self.chosen == ["skip"] and not forgotten

    @property
    def was_skipped(self) -> bool:
        """Whether “I don't know” is the answer given before."""
        return bool(self.initial.get("was_skipped"))

    @property
    def has_typed(self) -> bool:
        """Whether something was typed into a box."""
        return False

    @property
    def chosen(self) -> list[str]:
        """The values posted for the question, as they came."""
        return self.data.getlist("answer") if self.is_bound else []

    def read_answer(self) -> object:
        raise NotImplementedError

    def checked(self, raw: object, message: str) -> object:
        """The raw answer if the guide takes it; else the message goes to the person."""
        try:
            clean(self.question, raw, places())
        except AnswerError:
            raise forms.ValidationError(message, code="invalid") from None
        return raw


class SingleForm(AnswerForm):
    """Choose one option."""

    def read_answer(self) -> object:
        return self.checked(self.chosen[0] if len(self.chosen) == 1 else "", str(CHOOSE_ONE))


class MultipleForm(AnswerForm):
    """Choose one or more options."""

    def read_answer(self) -> object:
        return self.checked(list(dict.fromkeys(self.chosen)), str(CHOOSE_SOME))


class DateForm(AnswerForm):
    """Day, month and year in three boxes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = self.initial.get("answer") or ""
        self.boxes = dict(zip(("year", "month", "day"), str(given).split("-"), strict=False))
        if self.is_bound:
            self.boxes = {box: self.data.get(box, "")[:LONGEST_ENTRY] for box in ("day", "month", "year")}

    @property
    def has_typed(self) -> bool:
        return any(self.boxes.values())

    def read_answer(self) -> object:
        day, month, year = (western_digits(self.data.get(box, "")) for box in ("day", "month", "year"))
        if not (day or month or year):
            raise forms.ValidationError(gettext("Write a date, or choose “I don't know”."), code="required")
        return self.checked(f"{year:0>4}-{month:0>2}-{day:0>2}", str(NOT_A_DATE))


class PostcodeForm(AnswerForm):
    """Four digits in one box."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.typed = (
            self.data.get("typed", "")[:LONGEST_ENTRY] if self.is_bound else self.initial.get("answer") or ""
        )

    @property
    def has_typed(self) -> bool:
        return bool(self.typed)

    def read_answer(self) -> object:
        typed = "".join(western_digits(self.data.get("typed", "")).upper().split())
        return self.checked(re.sub("^BE?-?", "", typed), str(NOT_A_POSTCODE))


FORMS: dict[str, type[AnswerForm]] = {
    "single": SingleForm,
    "multiple": MultipleForm,
    "date": DateForm,
    "postcode": PostcodeForm,
}
