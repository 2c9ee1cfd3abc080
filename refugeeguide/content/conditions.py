"""Fields for an editor's conditions and dates: one line each, read by the guide's own parser before it is saved."""

from django.core.exceptions import ValidationError
from django.db import models

from refugeeguide.guide.parsing import ConditionError, parse, parse_date
from refugeeguide.guide.questionnaire import QUESTIONNAIRE


def check_condition(line: str) -> None:
    """Refuse a condition that can't be read; the message says what to write instead."""
    _check(parse, line)


def check_date(line: str) -> None:
    """Refuse a date such as `application_date + 5 years` that can't be read."""
    _check(parse_date, line)


def _check(read, line: str) -> None:
    try:
        read(line, QUESTIONNAIRE)
    except ConditionError as error:
        raise ValidationError(str(error), code="condition") from error


class ConditionField(models.CharField):
    """Who sees this: a condition, or nothing for everyone."""

    default_validators = [check_condition]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"blank": True, "max_length": 1000, **kwargs})


class DayField(models.CharField):
    """A day counted from an answer, or nothing."""

    default_validators = [check_date]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"blank": True, "max_length": 200, **kwargs})
