"""A plan by hand: dates, topics with their procedures, places."""

from __future__ import annotations

import re
from datetime import date
from html import escape

from refugeeguide.content.release import CurrentRelease
from refugeeguide.guide.plan import Plan, PlannedDeadline, PlannedProcedure, timeline
from refugeeguide.guide.procedures import Contact, Guide, Office, Phone, Source, Step, Text
from refugeeguide.journey.contact_tags import address
from refugeeguide.journey.tags import day, reason

from .frame import DRAWINGS, FROM_THE_RIGHT, drafted, each, page, said, sign

STYLE = """
:root { --day: #fdf1d3; --day-line: #b7791f; --bad: #fdeae7; --bad-line: #a02c1c }
@media (prefers-color-scheme: dark) {
:root { --day: #3b2f14; --day-line: #e0a94b; --bad: #43211c; --bad-line: #f0a296 } }
h2 { font-size: 1.3em; line-height: 1.3; margin-block: 48px 16px }
h3 { font-size: 1em; margin: 0 }
.actions { display: flex; gap: 8px; flex-wrap: wrap }
.actions a { flex: 1; flex-direction: column }
.actions .main { background: var(--press); color: var(--paper) }
ol, ul { padding: 0; list-style: none }
.dates { border-inline-start: 4px solid var(--day-line) }
.dates li { position: relative; margin: 0 0 16px 0; margin-inline-start: 12px }
.dates li::before { content: ""; position: absolute; inset-inline-start: -20px; inline-size: 12px; block-size: 12px;
border: 2px solid var(--day-line); border-radius: 50%; background: var(--day-line) }
.dates .later::before { background: var(--paper) }
.date { padding: 8px 12px; background: var(--day) }
.date i { padding-inline: 4px; border: 1px solid; border-radius: 4px; font-style: normal; font-weight: bold;
font-size: .85em }
h2 svg { inline-size: 32px; block-size: 32px; margin-inline-end: 8px }
article { margin-block: 24px; padding: 16px; border: 1px solid var(--line); border-radius: 4px }
h4 { margin: 16px 0 8px; font-size: 1em }
.steps li, .papers li { position: relative; margin-block-end: 8px; padding-inline-start: 36px; counter-increment: step }
.steps { counter-reset: step }
.steps li::before { content: counter(step) ". "; font-weight: bold }
.steps svg { position: absolute; inset-inline-start: 0 }
.papers li::before { content: ""; position: absolute; inset-inline-start: 4px; inset-block-start: 4px;
inline-size: 16px; block-size: 16px; border: 2px solid }
.careful { margin-block: 16px; padding: 12px; background: var(--bad); border-inline-start: 4px solid var(--bad-line) }
.place { margin-block: 8px; padding-inline: 12px; border: 1px solid var(--line); border-radius: 4px }
.place h3 { min-inline-size: 0; overflow-wrap: anywhere }
.place summary::after { flex: none; margin-inline-start: auto }
@media print { .actions, .quiet { display: none } article, .place { break-inside: avoid } }
"""


def plan(language: str, plan: Plan, release: CurrentRelease) -> str:
    """The page of this plan."""
    guide, place_said = release.guide(language), plan.answers.place
    town = ltr(place_said.municipality) if place_said else ""
    body = f"""<h1>{said("Your plan")}</h1>
{drafted(language)}
<p>{said("As of %(day)s.", day=day(plan.today))} {town}</p>
<p class="actions">
<a class="button main" href="/{language}/plan/checklist.pdf">{sign("print")}{said("Print as PDF")}</a>
<a class="button" href="/{language}/plan/take-away/">{sign("download")}{said("Take along")}</a>
<a class="button" href="/{language}/plan/share/">{sign("share")}{said("Share")}</a>
</p>
<p><a href="/{language}/answers/">{said("Change my answers")}</a></p>
<h2>{said("Your dates")}</h2>
<ol class="dates">
{each(moment(language, planned, deadline) for planned, deadline in timeline(plan))}
</ol>
{each(topic(language, plan, number, guide) for number in range(len(plan.topics)))}
<h2>{said("Where to go")}</h2>
{each(place(language, contact) for contact in plan.contacts)}"""
    made = said("Release %(number)s of %(day)s.", number=release.number, day=day(release.published_on))
    footer = f"<p>{made} {said('This is information, not legal advice.')}</p>\n"
    return page(language, f"{said('Your plan')} – Guide", symbols(body), STYLE, footer)


def symbols(body: str) -> str:
    """The page with each drawing once and a reference wherever it stands."""
    used = {name: sign(name) for name in DRAWINGS if body.count(sign(name)) > 1}
    first = {drawn: name for name, drawn in used.items()}
    for drawn, name in first.items():
        turns = ' class="turns"' if 'class="turns"' in drawn else ""
        body = body.replace(drawn, f'<svg{turns} aria-hidden="true"><use href="#{name}"/></svg>')
    kept = each(
        f'<symbol id="{name}" viewBox="0 0 24 24">{DRAWINGS[name][1]}</symbol>' for name in first.values()
    )
    return f"<svg hidden>\n{kept}\n</svg>\n{body}"


def words(text: Text, language: str) -> str:
    """A text; in one written from the right, Latin names in brackets keep their own direction."""
    plain = escape(text.text, quote=False)
    if text.lang != language:
        return f'<span lang="{text.lang}">{plain}</span>'
    if language not in FROM_THE_RIGHT:
        return plain
    if not re.search(r"[\u0600-\u06ff]", plain):
        return ltr(plain)
    return re.sub(r"\([^()\u0600-\u06ff]*[A-Za-z][^()\u0600-\u06ff]*\)", lambda found: ltr(found[0]), plain)


def ltr(text: str) -> str:
    """A name or number that keeps its own direction."""
    return f"<bdi>{text}</bdi>"


def moment(language: str, planned: PlannedProcedure, deadline: PlannedDeadline) -> str:
    """One day of the timeline, with the procedure it belongs to."""
    slug, title = planned.procedure.slug, words(planned.procedure.title, language)
    return f"""<li class="date {deadline.state}"><b>{words(deadline.label, language)}</b><br>{when(deadline)}<br>
<a class="small" href="#{slug}">{title}</a></li>"""


STATES = {"past": "passed", "open": "now", "ahead": "later"}


def when(deadline: PlannedDeadline) -> str:
    """The day that counts, and whether it is behind, here or ahead; none of these plans has one that is unknown."""
    counts = deadline.ends or deadline.starts
    return f"{day(counts)} <i>{said(STATES[deadline.state])}</i>" if counts and deadline.state else ""


def topic(language: str, plan: Plan, number: int, guide: Guide) -> str:
    """A topic with its procedures."""
    known = plan.topics[number]
    here = [planned for planned in plan.procedures if planned.procedure.topic == known.slug]
    cards = each(procedure(language, planned, guide) for planned in here)
    return f"<h2>{sign(f'topic-{known.slug}')}{words(known.title, language)}</h2>\n{cards}"


def procedure(language: str, planned: PlannedProcedure, guide: Guide) -> str:
    """One card: what, when, where, how, with what, what can go wrong, why it is here."""
    known = planned.procedure
    parts = [
        f'<article id="{known.slug}">',
        f"<h3>{words(known.title, language)}</h3>",
        f"<p>{words(known.summary, language)}</p>",
        *(f'<p class="date"><b>{words(d.label, language)}</b> {when(d)}</p>' for d in planned.deadlines),
        f"<h4>{said('Where to go:')}</h4>\n<ul>" if planned.contacts else "",
        *(f'<li><a href="#{c.slug}">{words(c.name, language)}</a></li>' for c in planned.contacts),
        "</ul>" if planned.contacts else "",
        f'<h4>{said("What to do")}</h4>\n<ol class="steps">',
        *(step(language, each.item) for each in planned.steps),
        "</ol>",
        f'<h4>{said("Papers to bring")}</h4>\n<ul class="papers">' if planned.documents else "",
        *(f"<li>{words(each.item.text, language)}</li>" for each in planned.documents),
        "</ul>" if planned.documents else "",
        *(careful(language, each.item.text) for each in planned.warnings),
        f'<p class="small">{why(planned)} {said("Source:")} {sources(planned, guide)}<br>',
        f'<a class="quiet" href="/{language}/procedures/{known.slug}/">{said("Is something wrong here?")}</a></p>',
        "</article>",
    ]
    return each(part for part in parts if part)


def step(language: str, step: Step) -> str:
    """One thing to do."""
    return f"<li>{sign(f'step-{step.kind}') if step.kind else ''}{words(step.text, language)}</li>"


def careful(language: str, text: Text) -> str:
    """One warning."""
    return f'<p class="careful">{sign("warning")} <b>{said("Careful:")}</b> {words(text, language)}</p>'


def why(planned: PlannedProcedure) -> str:
    """The answers that brought a procedure into the plan."""
    said_so = "; ".join(escape(reason(each), quote=False) for each in planned.because)
    return f"{said('Because you answered:')} {said_so}." if said_so else said("For everyone.")


def sources(planned: PlannedProcedure, guide: Guide) -> str:
    """The publications a procedure rests on; their titles are English."""
    found = dict.fromkeys(guide.sources[guide.statements[cite].source] for cite in planned.cites)
    return "<br>".join(publication(source, guide.language) for source in found)


def publication(source: Source, language: str) -> str:
    """One publication with its date."""
    title = escape(source.title, quote=False)
    title = title if language == "en" else f'<bdi lang="en">{title}</bdi>'
    return f"{title}, {day(date.fromisoformat(source.dated))}" if source.dated else title


def place(language: str, contact: Contact) -> str:
    """A contact: its name, and behind it how to reach it."""
    name = words(contact.name, language)
    unseen = f'<span class="unseen"> {name}</span>'
    more = f'<a href="/{language}/contacts/{contact.slug}/">{said("More about this place")}{unseen}</a>'
    note = f"<p>{words(contact.note, language)}</p>\n" if contact.note else ""
    offices = each(office(language, known) for known in contact.offices[:1])
    return f"""<details class="place" id="{contact.slug}">
<summary>{sign(f"contact-{contact.kind}")}<h3>{name}</h3></summary>
{note}{offices}
<p>{more}</p>
</details>"""


def office(language: str, office: Office) -> str:
    """Where it is and how to call or write."""
    phones = (f"{phone(each.number)}{free(each)}" for each in office.phones)
    mails = (f'<a href="mailto:{mail.address}">{mail.address}</a>' for mail in office.emails)
    only = [said("Only with an appointment")] if office.appointment_only else []
    name = [words(office.name, language)] if office.name else []
    lines = [*name, ltr(escape(address(office), quote=False)), *phones, *mails, *only]
    return "<p>" + "<br>\n".join(lines) + "</p>"


def phone(number: str) -> str:
    """A number that can be pressed."""
    digits = re.sub(r"\(0\)|[^0-9+]", "", number)
    called = f"+32{digits[1:]}" if digits.startswith("0") else digits
    return f'<a href="tel:{called}">{ltr(number)}</a>'


def free(phone: Phone) -> str:
    """That a call costs nothing, if so."""
    return f" ({said('free call')})" if phone.free else ""
