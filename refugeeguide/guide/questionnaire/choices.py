"""The answers that many questions share."""

from __future__ import annotations

from ..messages import gettext_noop as _
from ..questions import Option

YES = Option("yes", 1, _("Yes"), picture="yes")
NO = Option("no", 2, _("No"), picture="no")
UNSURE = Option("unsure", 3, _("I am not sure"), picture="unsure")
