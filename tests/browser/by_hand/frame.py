"""What every hand-written page has: head, bar at the top, footer, the style and the script they share.

These pages are the measure for ours: what a careful person would write in one file for the same words and features.
Words come from the messages, the questionnaire and the guide, and the drawings from the one file of drawings; markup,
style and script were written here without looking at the templates, and nothing of the site renders them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from django.utils.translation import gettext

LANGUAGES = {"en": "English", "fr": "Français", "nl": "Nederlands", "ar": "العربية"}
FROM_THE_RIGHT = ("ar",)
STATIC = Path(__file__).parents[3] / "static"
DRAWING = re.compile(r'<symbol id="([\w-]+)"( class="turns")? viewBox="0 0 24 24">(.+)</symbol>')

# What every page needs.
STYLE = """
:root { color-scheme: light dark; --paper: #fffefa; --ink: #1b1b1b; --soft: #55524c; --line: #8b877f; --press: #0b4a66 }
@media (prefers-color-scheme: dark) { :root { --paper: #181715; --ink: #f3f0ea; --soft: #bdb8af; --press: #9bd3f0 } }
* { box-sizing: border-box }
html { font: 18px/1.5 system-ui, sans-serif; -webkit-text-size-adjust: 100% }
html:lang(ar) { font-size: 20px; line-height: 1.8 }
body { margin: 0 auto; max-inline-size: 36em; padding-inline: 16px; background: var(--paper); color: var(--ink);
overflow-wrap: break-word }
:focus-visible { outline: 3px solid; outline-offset: 2px }
svg { inline-size: 24px; block-size: 24px; flex: none; vertical-align: middle; fill: none; stroke: currentColor;
stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
[dir=rtl] .turns { transform: scaleX(-1) }
header { z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin-inline: -16px;
padding: 4px 16px; background: var(--paper); border-block-end: 1px solid var(--line) }
@media (min-height: 400px) {
html { scroll-padding-block: 72px }
header { position: sticky; inset-block-start: 0 } }
header > :first-child { margin-inline-end: auto }
.button { display: flex; gap: 8px; align-items: center; justify-content: center; min-block-size: 48px;
padding: 8px 12px; border: 1px solid; border-radius: 4px; color: var(--press); background: none; font: inherit;
font-weight: bold; text-decoration: none }
.skip:not(:focus), .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
clip-path: inset(50%); white-space: nowrap }
"""
# What every page but the door needs.
INSIDE = """
h1 { font-size: 1.5em; line-height: 1.3; text-wrap: balance }
a, summary { color: var(--press) }
a { display: inline-block; padding-block: 8px }
nav a { margin-inline-end: 24px; padding-block: 12px }
summary { display: flex; gap: 8px; align-items: center; min-block-size: 48px; cursor: pointer; list-style: none }
summary::-webkit-details-marker { display: none }
summary::after { content: ""; inline-size: 8px; block-size: 8px; border: solid; border-width: 0 2px 2px 0;
transform: rotate(45deg) }
.main { inline-size: 100%; background: var(--press); color: var(--paper) }
.note { border-inline-start: 4px solid; padding-inline-start: 12px }
.small, footer { color: var(--soft); font-size: .85em }
footer { margin-block: 48px; padding-block-start: 16px; border-block-start: 1px solid var(--line) }
form > .quiet { min-block-size: 48px; padding: 0; border: 0; background: none; color: var(--press); font: inherit;
text-decoration: underline; cursor: pointer }
[hidden] { display: none }
"""
PRINT = """
@media print { header, footer nav, form, .skip, #voice { display: none } }
"""

# Leaving by the button or with Shift three times, without a page to come back to.
LEAVING = """
const exit = document.querySelector("#leave");
let times = [];
exit.onclick = event => {
event.preventDefault();
document.body.hidden = true;
location.replace(exit.href);
};
onkeydown = event => {
if (event.repeat) return;
times = event.key == "Shift" ? [...times.slice(-2), event.timeStamp] : [];
if (times.length == 3 && times[2] - times[0] < 5000) exit.click();
};
"""
# A voice is offered only if the device has one of the language of the page.
VOICE = """
const voice = document.querySelector("#voice"), speech = window.speechSynthesis;
if (speech) {
const look = () => voice.hidden = !speech.getVoices().some(
each => each.localService && each.lang.split(/[-_]/)[0] == document.documentElement.lang);
look();
speech.onvoiceschanged = look;
voice.onclick = () => import("/static/aloud.js");
}
"""


def drawings() -> dict[str, tuple[str, str]]:
    """Each drawing by each of its names: the attribute for one that turns, and its shapes."""
    found: dict[str, tuple[str, str]] = {}
    for name, turns, shapes in DRAWING.findall((STATIC / "pictograms.svg").read_text(encoding="utf-8")):
        same = re.match(r'<use href="#([\w-]+)"/>', shapes)
        found[name] = found[same[1]] if same else (turns, shapes)
    return found


DRAWINGS = drawings()


def sign(name: str) -> str:
    """A drawing beside words."""
    turns, shapes = DRAWINGS[name]
    return f'<svg viewBox="0 0 24 24"{turns} aria-hidden="true">{shapes}</svg>'


def page(language: str, title: str, body: str, style: str, footer: str = "") -> str:
    """One whole page."""
    unseen = f'<span class="unseen">{said("Language")}: </span>'
    return f"""<!doctype html>
{root(language)}
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
{ICON}
<style>{STYLE}{INSIDE}{style}{PRINT}</style>
<a class="skip" href="#text">{said("Go to the text")}</a>
<header>
<a href="/{language}/">{sign("home")}<span class="unseen">RefugeeGuide</span></a>
<a href="/{language}/languages/">{sign("language")}{unseen}{LANGUAGES[language]}</a>
{leave(language)}
</header>
<main id="text">
<button class="button" id="voice" data-stop="{said("Stop reading")}" hidden>
{sign("listen")}{said("Read this page aloud")}</button>
{body}
</main>
<footer>
{footer}{footer_links(language)}
</footer>
<script>{LEAVING}{VOICE}</script>
"""


DRAFTED = "A computer translated this page. No person has checked the translation yet."
SIGNPOST = (STATIC / "icon.svg").read_text(encoding="utf-8").strip().replace('"', "'").replace("#", "%23")
ICON = f'<link rel="icon" href="data:image/svg+xml,{SIGNPOST}">'


def root(language: str) -> str:
    """The first tag of a page."""
    direction = ' dir="rtl"' if language in FROM_THE_RIGHT else ""
    return f'<html lang="{language}"{direction}>'


def drafted(language: str) -> str:
    """What a translation says of itself until a person has read it."""
    return f'<p class="note">{said(DRAFTED)}</p>' if language != "en" else ""


def leave(language: str) -> str:
    """The way out, always in sight."""
    return f'<a class="button" id="leave" href="/{language}/leave/">{said("Leave")}{sign("leave")}</a>'


FOOTER = {
    "search": "Search", "contacts": "Places that help", "brochure": "All information",
    "nothing-fits": "Nothing fits me", "about": "About this guide",
}  # fmt: skip


def footer_links(language: str) -> str:
    """Where else to go, and the way to erase everything."""
    links = [f'<a href="/{language}/{address}/">{said(words)}</a>' for address, words in FOOTER.items()]
    erase = f'<button class="quiet">{sign("erase")}{said("Erase my answers")}</button>'
    form = f'<form method="post" action="/{language}/erase/">{erase}</form>'
    return "\n".join([f'<nav aria-label="{said("More")}">', *links, "</nav>", form])


def said(message: str, **values: object) -> str:
    """A message of the interface in the language of the page."""
    return escape(gettext(message), quote=False) % values if values else escape(gettext(message), quote=False)


def each(parts: Iterable[str]) -> str:
    """Parts below one another."""
    return "\n".join(parts)
