"""What a machine can see of the translated sentences of the pages."""

import polib
import pytest
from django.conf import settings


@pytest.mark.parametrize("language", settings.PUBLISHED_LANGUAGES)
def test_spaces_at_both_ends_are_kept(language: str) -> None:
    """A comma without the space after it glues two answers together."""
    for entry in polib.pofile(str(settings.BASE_DIR / f"locale/{language}/LC_MESSAGES/django.po")):
        for translated in filter(None, [entry.msgstr, *entry.msgstr_plural.values()]):
            assert _ends(translated) == _ends(entry.msgid), entry.msgid


def _ends(text: str) -> tuple[bool, bool]:
    return text[0].isspace(), text[-1].isspace()
