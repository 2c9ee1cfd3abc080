"""The tables."""

from .contacts import Contact, Email, Office, OpeningHours, Phone, Website
from .feedback import Feedback
from .guide import Deadline, Document, Procedure, ProcedureContact, Step, Topic, WarningNote
from .releases import Loaded, Publication, Release
from .sources import Source, Statement, TestPerson

__all__ = [
    "Contact",
    "Deadline",
    "Document",
    "Email",
    "Feedback",
    "Loaded",
    "Office",
    "OpeningHours",
    "Phone",
    "Procedure",
    "ProcedureContact",
    "Publication",
    "Release",
    "Source",
    "Statement",
    "Step",
    "TestPerson",
    "Topic",
    "WarningNote",
    "Website",
]
