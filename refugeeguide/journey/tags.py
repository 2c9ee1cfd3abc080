"""How words, days, numbers and reasons are written on pages and on paper alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Protocol

from babel.dates import format_date
from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.html import escape, format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext

from refugeeguide.guide.conditions import Always, Condition, Reason, Value
from refugeeguide.guide.plan import Plan
from refugeeguide.guide.procedures import Guide, Source, Text
from refugeeguide.guide.questionnaire import QUESTIONNAIRE
from refugeeguide.guide.wording import in_words

from .inline import inlines
from .pictograms import PICTURES, picture, topic_picture
from .recordings import recording

register = template.Library()

# Plain "en" would put the month first.
LOCALES = {"en": "en_GB", "nl": "nl_BE", "fr": "fr_BE", "de": "de_BE", "fa": "fa_AF", "ti": "ti_ER"}


class Release(Protocol):
    """A release as the tags need it."""

    def guide(self, language: str) -> Guide: ...


def asked_language() -> str:
    """The language asked for, whether or not it is published yet."""
    return get_language() or settings.LANGUAGE_CODE


def page_language() -> str:
    """The language the page itself speaks: the one asked for, or English where that is not published yet."""
    language = asked_language()
    return language if language in settings.PUBLISHED_LANGUAGES else settings.LANGUAGE_CODE


@register.filter
def direction(language: str) -> str:
    """Which way a language is written."""
    return "rtl" if language in settings.LANGUAGES_BIDI else "ltr"


@register.filter
def words(text: Text) -> SafeString | str:
    """A text of the guide; one that is not in the page's language says which language it is in."""
    if text.lang == page_language():
        return latin_apart(text.text) if direction(text.lang) == "rtl" else text.text
    return format_html('<span lang="{}" dir="{}">{}</span>', text.lang, direction(text.lang), text.text)


@lru_cache(maxsize=5000)
def latin_apart(text: str) -> SafeString | str:
    """A right-to-left text whose Latin names in brackets stay whole, also where a line ends inside them.

    The brackets are the sentence's own: they open at its right and close at its left, on whichever lines these are.
    """
    if not text:
        return ""
    if not re.search(r"[\u0590-\u08ff]", text):
        return ltr(text)
    return mark_safe(LATIN_IN_BRACKETS.sub(_latin, escape(text)))  # noqa: S308 (escaped)


LATIN_IN_BRACKETS = re.compile(r"(?<=\()[^()\u0590-\u08ff]*[^\W\d_][^()\u0590-\u08ff]*(?=\))")
SHORT = 18  # letters that fit on one line of the narrowest screen


def _latin(found: re.Match[str]) -> SafeString:
    name = found[0] if len(found[0]) > SHORT else found[0].replace(" ", "\u00a0")
    return ltr(mark_safe(name))  # noqa: S308 (part of an escaped text)


@register.filter
def day(value: date) -> SafeString:
    """A date as on a Belgian letter: day, name of the month, year, in Western digits."""
    language = page_language()
    written = format_date(value, "d MMMM y", locale=LOCALES.get(language, language))
    if language == "fr" and value.day == 1:
        written = written.replace("1 ", "1er ", 1)
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), written)


@register.filter
def ltr(value: object) -> SafeString:
    """A number, address or official name that keeps its own direction inside right-to-left text."""
    return format_html('<bdi dir="ltr">{}</bdi>', value)


@register.filter
def question_name(slug: str) -> str:
    """The short name of a question, as "Your card"."""
    return gettext(QUESTIONNAIRE.by_slug[slug].short)


@register.filter
def option_names(slug: str, options: list[str] | tuple[str, ...]) -> list[str]:
    """The wording of these options of a question."""
    known = (QUESTIONNAIRE.by_slug[slug].option(option) for option in options)
    return [gettext(option.label) for option in known if option]


def listed(names: Iterable[str]) -> str:
    """Names one after the other, with the comma of the language."""
    return gettext(", ").join(names)


@register.filter
def reason(value: Reason) -> str:
    """An answer that brought something into the plan, as "Your card: A card"."""
    name = "postcode" if value.name == "region" else value.name
    said = listed(option_names(name, value.options))
    return f"{question_name(name)}: {said}" if said else question_name(name)


@register.filter
def answer(value: Value, slug: str) -> SafeString | str:
    """An answer as the person said it."""
    if value is None:
        return gettext("I don't know")
    if isinstance(value, date):
        return day(value)
    said = option_names(slug, value if isinstance(value, tuple) else (value,))
    return listed(said) if said else ltr(value)


@register.filter
def topic_title(plan: Plan, slug: str) -> Text:
    """The title of a topic of the plan."""
    return next(topic.title for topic in plan.topics if topic.slug == slug)


@register.filter
def condition(value: Condition) -> str:
    """A condition in words, for a reader who answered nothing."""
    return in_words(value, QUESTIONNAIRE, gettext)


@register.filter
def conditional(value: Condition) -> bool:
    """Whether something is only for some people."""
    return not isinstance(value, Always)


@register.filter
def age(value: str) -> str:
    """A maximum age as "1 month", in the language of the page."""
    count, _, unit = value.partition(" ")
    return AGES[unit.rstrip("s")](int(count))


AGES: dict[str, Callable[[int], str]] = {
    "day": lambda count: ngettext("%(count)d day", "%(count)d days", count) % {"count": count},
    "month": lambda count: ngettext("%(count)d month", "%(count)d months", count) % {"count": count},
    "year": lambda count: ngettext("%(count)d year", "%(count)d years", count) % {"count": count},
}


@register.filter
def sources(cites: Iterable[str], release: Release) -> list[SafeString]:
    """The publications these statements stand in, each with its date."""
    guide = release.guide(page_language())
    found = dict.fromkeys(guide.sources[guide.statements[cite].source] for cite in cites)
    return [publication(source) for source in found]


@register.filter
def publication(source: Source) -> SafeString:
    """The title of a source, which is English on every page, with its date if it carries one."""
    title = words(Text(source.title, "en"))
    return format_html("{}, {}", title, iso_day(source.dated)) if source.dated else title


@register.filter
def iso_day(value: str) -> SafeString | str:
    """A date written YYYY-MM-DD, as other dates are written; another stays as its source prints it, in English."""
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return words(Text(value, "en"))


@register.filter
def own_name(language: str) -> str:
    """What a language calls itself."""
    return settings.ALL_LANGUAGES[language]


@register.simple_tag(takes_context=True)
def audio(context: template.Context, text: Text | str) -> SafeString:
    """The recording of a text of the guide, or of a message of the pages; nothing on paper and where there is none."""
    said = text if isinstance(text, Text) else Text(gettext(text), page_language())
    found = None if context.get("paper") else recording(said.text, said.lang)
    if not found:
        return SafeString("")
    by = gettext("Recorded by %(by)s on %(day)s.") % {"by": found.by, "day": strip_tags(day(found.on))}
    return format_html(PLAYER, static(f"recordings/{found.file}"), gettext("Recording of this text"), by)


PLAYER = """<span class="recording"><audio controls preload="none" src="{}" aria-label="{}"></audio>
<small>{}</small></span>"""


@register.simple_tag
def inline(name: str) -> SafeString:
    """A style or script inside the page; see inline.py."""
    return mark_safe(inlines()[name].element)  # noqa: S308 (our own file)


@register.filter
def kind_picture(kind: str, of: str) -> SafeString:
    """The pictogram of a kind of step or contact; none for no kind, and for one that an old release still has."""
    return PICTURES.get(f"{of}-{kind}", SafeString(""))


register.filter("picture", picture)
register.filter("topic_picture", topic_picture)
