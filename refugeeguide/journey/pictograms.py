"""The pictograms that stand beside words; static/pictograms.svg holds the drawings and the rules for them."""

from __future__ import annotations

import re

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

SYMBOL = re.compile(r'<symbol id="([\w-]+)"( class="turns")? viewBox="0 0 24 24">(.+)</symbol>')
ANOTHER_NAME = re.compile(r'<use href="#([\w-]+)"/>')


def read_pictures(file: str) -> dict[str, SafeString]:
    """Each drawing of the file as it stands in a page, under each of its names."""
    pictures: dict[str, SafeString] = {}
    for name, turns, shapes in SYMBOL.findall(file):
        same = ANOTHER_NAME.match(shapes)
        pictures[name] = pictures[same[1]] if same else _in_page(turns, shapes)
    return pictures


def _in_page(turns: str, shapes: str) -> SafeString:
    """A drawing for a page: the words beside it say all of it, so it is silent where pages are read aloud."""
    return format_html(
        '<svg class="p{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>',
        " turns" if turns else "",
        mark_safe(shapes),  # noqa: S308 (our own file)
    )


PICTURES = read_pictures((settings.BASE_DIR / "static/pictograms.svg").read_text(encoding="utf-8"))


def picture(name: str) -> SafeString:
    """The pictogram with this name; none for an empty name."""
    return PICTURES[name] if name else SafeString("")


def topic_picture(slug: str) -> SafeString:
    """The pictogram of a topic, a neutral one where an editor added a topic that has none yet."""
    return PICTURES.get(f"topic-{slug}", PICTURES["topic"])
