"""The Belgian questionnaire: every question in order, with who is asked and the wording as message ids.

Slugs, options, conditions and numbers are an interface (printed plan codes, test persons, translations): they never
change, and a question added later must be skippable. Source: the project's contract.
"""

from __future__ import annotations

from ..questions import Questionnaire
from .family import CHILDREN, FAMILY
from .residence import CARD_DATES, PLACE, STATUS_AND_CARD
from .status import NATIONALITY_AND_STATUS
from .travel import WORK_TRAVEL_AND_PAPERS

QUESTIONNAIRE = Questionnaire(
    (
        *STATUS_AND_CARD,
        *CARD_DATES,
        *WORK_TRAVEL_AND_PAPERS,
        *CHILDREN,
        *FAMILY,
        *NATIONALITY_AND_STATUS,
        PLACE,
    )
)
