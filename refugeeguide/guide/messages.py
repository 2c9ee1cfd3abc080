"""Marks wording for the translators' tools; the words themselves are looked up where they are shown."""


def gettext_noop(message: str) -> str:
    """The message as it is; its name is what makemessages looks for."""
    return message
