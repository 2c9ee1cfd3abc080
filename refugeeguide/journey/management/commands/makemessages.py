"""Django's makemessages without guessing: a new sentence that looks like an old one gets no translation from it.

A guess would be marked fuzzy, as drafts are here, and so reach readers.
"""

from django.core.management.commands import makemessages


class Command(makemessages.Command):
    """Collects the sentences of the pages."""

    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]
